"""`python -m autograder`: the same as the command `autograder`."""

from autograder.commands.cli import main

main()
