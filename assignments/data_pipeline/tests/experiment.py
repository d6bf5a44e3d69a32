"""What `grader.check("experiment")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "experiment"
checked = Checked(name)


@test_case(name='By default it trains Flatten, 128 and 10 neurons for five epochs on all images, scaled', points=4)
def as_the_lesson_by_default(env):
    checked.demand("as_the_lesson_by_default", env)


@test_case(name='It goes through the images as often as `epochs` says', points=2)
def epochs_are_obeyed(env):
    checked.demand("epochs_are_obeyed", env)


@test_case(name='There is a hidden layer with ReLU for each width, in order, and none for none', points=5)
def widths_are_obeyed(env):
    checked.demand("widths_are_obeyed", env)


@test_case(name='With `scaled=False` the network learns from the pixels as they are', points=3)
def raw_if_asked(env):
    checked.demand("raw_if_asked", env)


@test_case(name='Each call trains a new network and returns its own history', points=2)
def each_call_is_new(env):
    checked.demand("each_call_is_new", env)


@test_case(name='Five epochs fit better than one', points=2)
def more_epochs_fit_better(env):
    checked.demand("more_epochs_fit_better", env)
