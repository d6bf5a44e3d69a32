"""What `grader.check("one_hot_rows")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "one_hot_rows"
checked = Checked(name)


@test_case(name='Each image becomes one row, whatever its height and width', points=3)
def rows_have_the_shape(env):
    checked.demand("rows_have_the_shape", env)


@test_case(name='A row holds the pixels line by line, each divided by 255', points=3)
def rows_keep_the_order(env):
    checked.demand("rows_keep_the_order", env)


@test_case(name="Each label becomes a row with a single 1, at the label's place, and zeros", points=3)
def one_place_is_set(env):
    checked.demand("one_place_is_set", env)


@test_case(name='The row is as long as `depth` says, even where the last classes do not occur', points=3)
def depth_is_obeyed(env):
    checked.demand("depth_is_obeyed", env)
