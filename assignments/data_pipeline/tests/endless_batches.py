"""What `grader.check("endless_batches")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "endless_batches"
checked = Checked(name)


@test_case(name='There is always another batch', points=3)
def never_ends(env):
    checked.demand("never_ends", env)


@test_case(name='Each batch has the size asked for, also where rounds meet', points=3)
def batches_are_full(env):
    checked.demand("batches_are_full", env)


@test_case(name='The order is mixed over all pairs, and again in each round', points=4)
def order_is_mixed(env):
    checked.demand("order_is_mixed", env)


@test_case(name='Each image keeps its label', points=2)
def pairs_stay_together(env):
    checked.demand("pairs_stay_together", env)


@test_case(name='Each pair comes again and again', points=2)
def nothing_is_lost(env):
    checked.demand("nothing_is_lost", env)


@test_case(name='An epoch has as many steps as it takes to see each image, and no more', points=4)
def steps_round_up(env):
    checked.demand("steps_round_up", env)
