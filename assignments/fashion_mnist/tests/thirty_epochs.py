"""What `grader.check("thirty_epochs")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "thirty_epochs"
checked = Checked(name)


@test_case(name='One new network is trained for 30 epochs, in one call of `fit`, each time it is called', points=3)
def one_training_of_thirty_epochs(env):
    checked.demand("one_training_of_thirty_epochs", env)


@test_case(name='It trains on all training images, and validates on all validation images', points=2)
def validates_on_the_images_held_back(env):
    checked.demand("validates_on_the_images_held_back", env)


@test_case(name='It returns the history of that training, every series of it', points=1)
def returns_the_history(env):
    checked.demand("returns_the_history", env)


@test_case(name='The network learns: its training loss falls over the thirty epochs', points=1)
def training_loss_falls(env):
    checked.demand("training_loss_falls", env)


@test_case(name='`best_epoch` finds the lowest validation loss in other histories, counting from 1', points=3)
def best_epoch_has_the_lowest_validation_loss(env):
    checked.demand("best_epoch_has_the_lowest_validation_loss", env)


@test_case(name='Where several epochs are equally good, it is the first of them', points=1)
def first_of_equals_is_best(env):
    checked.demand("first_of_equals_is_best", env)


@test_case(name='`is_overfitting` is `True` for networks that over-fit, `False` for those still learning', points=2)
def overfitting_is_told_from_learning(env):
    checked.demand("overfitting_is_told_from_learning", env)


@test_case(name='It is `False` for networks whose training loss has not fallen', points=1)
def overfitting_is_told_from_failing(env):
    checked.demand("overfitting_is_told_from_failing", env)
