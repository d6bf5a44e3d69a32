"""What `grader.check("meter")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "meter"
checked = Checked(name)


@test_case(name="An accuracy is the share of images whose largest output is at the label's place", points=4)
def counts_right_answers(env):
    checked.demand("counts_right_answers", env)


@test_case(name='After each report the meter starts again from nothing', points=5)
def starts_again(env):
    checked.demand("starts_again", env)


@test_case(name='Batches of different sizes count by their images', points=3)
def weighs_by_images(env):
    checked.demand("weighs_by_images", env)


@test_case(name='What is left at the end is reported too, and nothing where nothing is left', points=2)
def reports_the_rest(env):
    checked.demand("reports_the_rest", env)
