"""What `grader.check("normalised_dataset")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "normalised_dataset"
checked = Checked(name)


@test_case(name='Each pixel of a single image is divided by 255', points=4)
def values_lie_between_0_and_1(env):
    checked.demand("values_lie_between_0_and_1", env)


@test_case(name='The images that `normalize` returns hold numbers of the type float32', points=1)
def numbers_are_float32(env):
    checked.demand("numbers_are_float32", env)


@test_case(name='Labels stay the whole numbers that they were, each with its image', points=4)
def labels_stay(env):
    checked.demand("labels_stay", env)


@test_case(name='The same function works on a batch of images with their labels', points=2)
def works_on_batches_too(env):
    checked.demand("works_on_batches_too", env)


@test_case(name='`normalize_dataset` makes a dataset of the same elements in the same order', points=3)
def stays_a_dataset(env):
    checked.demand("stays_a_dataset", env)
