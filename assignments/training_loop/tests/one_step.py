"""What `grader.check("one_step")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "one_step"
checked = Checked(name)


@test_case(name="It returns the batch's loss, as it was before the step", points=6)
def returns_the_loss(env):
    checked.demand("returns_the_loss", env)


@test_case(name='All that is trainable changes, in layers of any kind, and nothing else', points=4)
def all_weights_move(env):
    checked.demand("all_weights_move", env)


@test_case(name="Weights change by the gradient times the optimiser's rate, downhill", points=6)
def goes_down_the_gradient(env):
    checked.demand("goes_down_the_gradient", env)


@test_case(name='The optimiser that is passed in takes the step, and takes one', points=4)
def optimiser_takes_one_step(env):
    checked.demand("optimiser_takes_one_step", env)
