"""What `grader.check("neurons")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "neurons"
checked = Checked(name)


@test_case(name='`build_model` makes one hidden layer with ReLU, as many neurons as asked for, and `adam`', points=3)
def hidden_layer_has_the_width(env):
    checked.demand("hidden_layer_has_the_width", env)


@test_case(name='Whatever the width, the output has ten neurons, of the kind that the loss expects', points=2)
def output_stays_ten_classes(env):
    checked.demand("output_stays_ten_classes", env)


@test_case(name='`compare_widths` returns four numbers for each width, under the width itself', points=2)
def results_are_complete(env):
    checked.demand("results_are_complete", env)


@test_case(name='For each width a new model of it is trained on all images and labels, for three epochs', points=1)
def each_width_starts_anew(env):
    checked.demand("each_width_starts_anew", env)


@test_case(name="Loss and accuracy of each width are those of its own training's last epoch", points=1)
def last_loss_and_accuracy_are_reported(env):
    checked.demand("last_loss_and_accuracy_are_reported", env)


@test_case(name='So are they where the list has one width alone, and an epoch before was better', points=1)
def the_last_epoch_counts_in_any_case(env):
    checked.demand("the_last_epoch_counts_in_any_case", env)


@test_case(name='It trains on all the images, however many there are', points=1)
def none_is_left_out(env):
    checked.demand("none_is_left_out", env)


@test_case(name='The number of parameters of each width counts every weight and every bias', points=1)
def parameters_are_counted(env):
    checked.demand("parameters_are_counted", env)


@test_case(name='The seconds are those that the training of this width takes', points=1)
def seconds_are_measured(env):
    checked.demand("seconds_are_measured", env)


@test_case(name='The models learn, and the wide one fits the images better than the one of 16 neurons', points=1)
def wider_model_fits_better(env):
    checked.demand("wider_model_fits_better", env)
