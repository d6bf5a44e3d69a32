"""What `grader.check("look_at_the_data")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "look_at_the_data"
checked = Checked(name)


@test_case(name='It counts the images', points=3)
def counts_the_images(env):
    checked.demand("counts_the_images", env)


@test_case(name='It gives the height and the width of one image', points=3)
def gives_the_shape_of_one(env):
    checked.demand("gives_the_shape_of_one", env)


@test_case(name='It counts the labels that occur, each once', points=3)
def counts_the_classes(env):
    checked.demand("counts_the_classes", env)


@test_case(name='It finds the smallest and the largest pixel of all images', points=3)
def finds_the_range(env):
    checked.demand("finds_the_range", env)
