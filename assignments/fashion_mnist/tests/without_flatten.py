"""What `grader.check("without_flatten")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "without_flatten"
checked = Checked(name)


@test_case(name='`error_without_flatten` tries to train that network, but for its `Flatten`, on squares', points=2)
def tries_to_train_on_squares(env):
    checked.demand("tries_to_train_on_squares", env)


@test_case(name='Training raises the error that comes of the missing `Flatten`', points=3)
def training_raises_the_error(env):
    checked.demand("training_raises_the_error", env)


@test_case(name='The function returns this very exception', points=3)
def error_is_returned(env):
    checked.demand("error_is_returned", env)


@test_case(name='Each repaired network is new, with ten outputs for each image, as its loss expects', points=2)
def repaired_model_has_ten_outputs(env):
    checked.demand("repaired_model_has_ten_outputs", env)


@test_case(name='The repaired network trains, and then classifies images that it never saw', points=2, success_message='The grader also checks this with images that you have not seen.')
def repaired_model_learns(env):
    checked.demand("repaired_model_learns", env)
