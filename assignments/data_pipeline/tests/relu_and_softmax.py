"""What `grader.check("relu_and_softmax")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "relu_and_softmax"
checked = Checked(name)


@test_case(name='ReLU leaves numbers above 0 as they are, and makes all others 0', points=4)
def relu_keeps_what_is_above_zero(env):
    checked.demand("relu_keeps_what_is_above_zero", env)


@test_case(name='Softmax makes shares: none is negative, and those of a row add up to 1', points=4)
def shares_add_up_to_one(env):
    checked.demand("shares_add_up_to_one", env)


@test_case(name='The shares of a row are in the proportion of the exponentials of its values', points=6)
def shares_follow_the_exponentials(env):
    checked.demand("shares_follow_the_exponentials", env)


@test_case(name='Values near 1000 and near -1000 give right shares, too', points=4)
def large_values_stay_numbers(env):
    checked.demand("large_values_stay_numbers", env)
