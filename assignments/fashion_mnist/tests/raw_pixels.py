"""What `grader.check("raw_pixels")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "raw_pixels"
checked = Checked(name)


@test_case(name='One network is trained on the pixels as they are, from 0 to 255', points=2)
def one_network_sees_raw_pixels(env):
    checked.demand("one_network_sees_raw_pixels", env)


@test_case(name='The other one is trained on the same pixels, scaled to lie between 0 and 1', points=2)
def the_other_sees_scaled_pixels(env):
    checked.demand("the_other_sees_scaled_pixels", env)


@test_case(name='Both trainings give each image its own label, as it is', points=1)
def labels_stay_classes(env):
    checked.demand("labels_stay_classes", env)


@test_case(name='Both networks are new, as described and alike, and are trained for three epochs', points=2)
def both_networks_start_alike(env):
    checked.demand("both_networks_start_alike", env)


@test_case(name='The dictionary has the losses of each training under its own name', points=2)
def losses_are_reported(env):
    checked.demand("losses_are_reported", env)


@test_case(name='The first loss on raw pixels is many times the other one', points=1)
def raw_pixels_are_harder(env):
    checked.demand("raw_pixels_are_harder", env)


@test_case(name='The arrays that were passed in are not changed', points=1)
def arrays_are_left_alone(env):
    checked.demand("arrays_are_left_alone", env)


@test_case(name='It trains on all the images, however many there are', points=1)
def none_is_left_out(env):
    checked.demand("none_is_left_out", env)
