"""What `grader.check("one_image")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "one_image"
checked = Checked(name)


@test_case(name='It takes a single image, with a channel or without, and returns a pair of numbers', points=3)
def takes_a_single_image(env):
    checked.demand("takes_a_single_image", env)


@test_case(name='The class is the one that the model finds most probable, a single whole number', points=4)
def gives_the_class(env):
    checked.demand("gives_the_class", env)


@test_case(name='The probability is the one of that class, between 0 and 1', points=3)
def gives_its_probability(env):
    checked.demand("gives_its_probability", env)


@test_case(name='The image keeps its shape and its pixels', points=2)
def image_stays(env):
    checked.demand("image_stays", env)
