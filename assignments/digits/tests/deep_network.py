"""What `grader.check("deep_network")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "deep_network"
checked = Checked(name)


@test_case(name='There is a hidden layer with ReLU for each width, in order, and no layer of another kind', points=5)
def hidden_layers_as_asked(env):
    checked.demand("hidden_layers_as_asked", env)


@test_case(name='There is one dropout, behind the last hidden layer, with the share asked for', points=4)
def dropout_before_the_output(env):
    checked.demand("dropout_before_the_output", env)


@test_case(name='There are ten outputs, of the kind that the loss expects, and it is for whole numbers', points=3)
def ten_outputs_for_the_loss(env):
    checked.demand("ten_outputs_for_the_loss", env)


@test_case(name='Adam learns, at the rate asked for', points=3)
def adam_with_the_rate(env):
    checked.demand("adam_with_the_rate", env)


@test_case(name='It takes rows of 784 numbers', points=3)
def takes_rows_of_784(env):
    checked.demand("takes_rows_of_784", env)
