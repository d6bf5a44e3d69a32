"""What `grader.check("dropout_by_hand")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "dropout_by_hand"
checked = Checked(name)


@test_case(name='About the share asked for is kept, and the rest is 0', points=4)
def keeps_about_the_share(env):
    checked.demand("keeps_about_the_share", env)


@test_case(name='What is kept is divided by the share, so that the mean stays', points=4)
def kept_values_grow(env):
    checked.demand("kept_values_grow", env)


@test_case(name='It is decided for each value by itself', points=3)
def one_by_one(env):
    checked.demand("one_by_one", env)


@test_case(name='With `keep=1` all values come back as they are', points=2)
def nothing_happens_in_testing(env):
    checked.demand("nothing_happens_in_testing", env)


@test_case(name='Its chance comes from the generator passed in', points=2)
def draws_from_the_generator(env):
    checked.demand("draws_from_the_generator", env)


@test_case(name='The array passed in stays as it is, and what is returned is another one', points=1)
def values_stay(env):
    checked.demand("values_stay", env)
