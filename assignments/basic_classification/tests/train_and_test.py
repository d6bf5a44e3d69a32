"""What `grader.check("train_and_test")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "train_and_test"
checked = Checked(name)


@test_case(name='It has Flatten, 128 neurons with ReLU, and ten outputs of the kind that the loss expects', points=3)
def the_tutorials_network(env):
    checked.demand("the_tutorials_network", env)


@test_case(name='One new network is trained for five epochs, on all training images and no other', points=3)
def one_training_of_five_epochs(env):
    checked.demand("one_training_of_five_epochs", env)


@test_case(name='Where there is little to learn there are five epochs and ten outputs, and the last counts', points=1)
def five_epochs_in_vain(env):
    checked.demand("five_epochs_in_vain", env)


@test_case(name='`"train_accuracy"` is that of the last epoch', points=3)
def reports_the_training(env):
    checked.demand("reports_the_training", env)


@test_case(name='Accuracy and loss on the test images are those of the trained network', points=5)
def reports_the_test(env):
    checked.demand("reports_the_test", env)


@test_case(name='The gap is the training accuracy minus the test accuracy, with its sign', points=2)
def gap_is_the_difference(env):
    checked.demand("gap_is_the_difference", env)


@test_case(name='It classifies images that it never saw', points=3, success_message='The grader also checks this with images that you have not seen.')
def classifies_unseen_images(env):
    checked.demand("classifies_unseen_images", env)
