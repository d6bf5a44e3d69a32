"""What `grader.check("squared_error")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "squared_error"
checked = Checked(name)


@test_case(name='For a single image the loss is the sum of the squared differences', points=3)
def one_image_is_right(env):
    checked.demand("one_image_is_right", env)


@test_case(name='For a batch it is the mean over its images, however many they are', points=4)
def batch_is_a_mean_over_images(env):
    checked.demand("batch_is_a_mean_over_images", env)


@test_case(name='TensorFlow can take the gradient of what is returned, and it is that of squares', points=4)
def slope_can_be_taken(env):
    checked.demand("slope_can_be_taken", env)


@test_case(name='It is 0 where outputs are as wanted, and nowhere else', points=3)
def zero_when_right(env):
    checked.demand("zero_when_right", env)
