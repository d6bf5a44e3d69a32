"""What `grader.check("layer_table")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "layer_table"
checked = Checked(name)


@test_case(name='There is a row for each layer, in order, with the name of its class', points=3)
def every_layer_has_a_row(env):
    checked.demand("every_layer_has_a_row", env)


@test_case(name='Flatten makes one row of all pixels and learns nothing, as Dropout does', points=4)
def flatten_makes_a_row_of_pixels(env):
    checked.demand("flatten_makes_a_row_of_pixels", env)


@test_case(name='A Dense layer learns a weight for each input of each neuron, and a bias a neuron', points=5)
def dense_layers_are_counted(env):
    checked.demand("dense_layers_are_counted", env)


@test_case(name='Shapes are those of one image, without the batch', points=2)
def shapes_leave_the_batch_out(env):
    checked.demand("shapes_leave_the_batch_out", env)
