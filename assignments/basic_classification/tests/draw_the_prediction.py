"""What `grader.check("draw_the_prediction")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "draw_the_prediction"
checked = Checked(name)


@test_case(name='The image itself is drawn, all of it, into a figure of its own', points=2)
def shows_the_image(env):
    checked.demand("shows_the_image", env)


@test_case(name='There are ten bars, as high as the probabilities, on an axis from 0 to 1', points=4)
def ten_bars(env):
    checked.demand("ten_bars", env)


@test_case(name="The true bar is blue, a wrong choice's is red, and the others are neither", points=4)
def colours_tell(env):
    checked.demand("colours_tell", env)


@test_case(name='The caption is with the image, in its colour', points=2)
def captioned(env):
    checked.demand("captioned", env)
