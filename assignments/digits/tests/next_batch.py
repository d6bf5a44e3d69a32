"""What `grader.check("next_batch")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "next_batch"
checked = Checked(name)


@test_case(name='Each batch has as many rows as asked for, at the end of a round too', points=4)
def batches_have_the_size(env):
    checked.demand("batches_have_the_size", env)


@test_case(name='Each image comes with its label', points=3)
def pairs_stay_together(env):
    checked.demand("pairs_stay_together", env)


@test_case(name='Every row comes once before any comes again', points=4)
def each_row_once_a_round(env):
    checked.demand("each_row_once_a_round", env)


@test_case(name='The order is mixed, and another one in each round', points=3)
def order_is_mixed(env):
    checked.demand("order_is_mixed", env)


@test_case(name='The arrays passed in stay as they are, and two objects do not disturb each other', points=2)
def arrays_stay(env):
    checked.demand("arrays_stay", env)
