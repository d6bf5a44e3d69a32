"""What `grader.check("same_scale")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "same_scale"
checked = Checked(name)


@test_case(name='Each pixel of the training images is divided by 255, whatever the largest is', points=5)
def training_images_are_scaled(env):
    checked.demand("training_images_are_scaled", env)


@test_case(name='The test images are divided by the same number as the training images', points=6)
def test_images_alike(env):
    checked.demand("test_images_alike", env)


@test_case(name='The arrays passed in are left as they were', points=3)
def arguments_stay(env):
    checked.demand("arguments_stay", env)
