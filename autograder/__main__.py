"""`python -m autograder`: the same as the command `autograder`."""

from autograder.commands.main import main

main()
