"""What `grader.check("five_outputs")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "five_outputs"
checked = Checked(name)


@test_case(name='`error_with_five_outputs` trains the usual network, whose last layer has five neurons', points=2)
def trains_with_five_outputs(env):
    checked.demand("trains_with_five_outputs", env)


@test_case(name='It trains on all images and on the labels as they are, those of all ten classes', points=1)
def labels_are_left_alone(env):
    checked.demand("labels_are_left_alone", env)


@test_case(name='Training raises the error that comes of a label without an output', points=2)
def training_raises_the_error(env):
    checked.demand("training_raises_the_error", env)


@test_case(name='The function returns this very exception', points=2)
def error_is_returned(env):
    checked.demand("error_is_returned", env)


@test_case(name='`outputs_needed` is right for labels of 0 to 6, and other ranges without gaps', points=2)
def counts_outputs(env):
    checked.demand("counts_outputs", env)


@test_case(name='It is right where classes are missing among the labels', points=2)
def counts_outputs_despite_gaps(env):
    checked.demand("counts_outputs_despite_gaps", env)


@test_case(name='It takes a list as well as an array', points=1)
def counts_outputs_of_lists(env):
    checked.demand("counts_outputs_of_lists", env)
