"""What `grader.check("own_picture")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "own_picture"
checked = Checked(name)


@test_case(name='A picture becomes 784 numbers in a row', points=3)
def makes_a_row_of_784(env):
    checked.demand("makes_a_row_of_784", env)


@test_case(name='Ink is large and paper is 0: turned round from how pictures are stored', points=4)
def ink_is_large(env):
    checked.demand("ink_is_large", env)


@test_case(name='The numbers lie between 0 and 1, as those that the network learnt from', points=4)
def scaled_as_the_training_images(env):
    checked.demand("scaled_as_the_training_images", env)


@test_case(name='Pictures in colour are read as well, as grey', points=3)
def colours_become_grey(env):
    checked.demand("colours_become_grey", env)


@test_case(name='A larger picture is scaled down to 28 x 28', points=2)
def larger_pictures_are_scaled(env):
    checked.demand("larger_pictures_are_scaled", env)


@test_case(name='What is transparent counts as paper', points=2)
def transparent_is_paper(env):
    checked.demand("transparent_is_paper", env)


@test_case(name="`read_digit` gives the model's choice, a plain whole number", points=2)
def answers_with_a_digit(env):
    checked.demand("answers_with_a_digit", env)
