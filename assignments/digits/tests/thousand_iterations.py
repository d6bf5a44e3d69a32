"""What `grader.check("thousand_iterations")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "thousand_iterations"
checked = Checked(name)


@test_case(name='An epoch has as many iterations as it has batches, and there are just enough epochs', points=4)
def epochs_are_counted(env):
    checked.demand("epochs_are_counted", env)


@test_case(name='The model is trained in one call of `fit`, on all images, with the batch size asked for', points=4)
def one_training(env):
    checked.demand("one_training", env)


@test_case(name='It takes as many epochs as it needs, where the last batch of an epoch is smaller', points=2)
def enough_epochs(env):
    checked.demand("enough_epochs", env)


@test_case(name='It takes as many epochs as it needs and no more, where batches and epochs come out even', points=1)
def no_epoch_more(env):
    checked.demand("no_epoch_more", env)


@test_case(name="It returns that training's history", points=2)
def returns_the_history(env):
    checked.demand("returns_the_history", env)


@test_case(name='It reads digits that it never saw', points=5, success_message='The grader also checks this with images that you have not seen.')
def reads_unseen_digits(env):
    checked.demand("reads_unseen_digits", env)
