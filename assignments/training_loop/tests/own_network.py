"""What `grader.check("own_network")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "own_network"
checked = Checked(name)


@test_case(name='There are 256, then 128, then 10 neurons, and nothing else that is learnt', points=5)
def layers_have_the_widths(env):
    checked.demand("layers_have_the_widths", env)


@test_case(name='Both hidden layers have ReLU', points=3)
def hidden_layers_bend(env):
    checked.demand("hidden_layers_bend", env)


@test_case(name='The ten outputs have no activation', points=3)
def outputs_are_plain(env):
    checked.demand("outputs_are_plain", env)


@test_case(name='It is built for rows of 784 numbers, before it has seen any', points=3)
def takes_rows(env):
    checked.demand("takes_rows", env)
