"""What `grader.check("three_sets")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "three_sets"
checked = Checked(name)


@test_case(name='Each set has as many images as it should; the training set gets all others', points=3)
def sizes_are_right(env):
    checked.demand("sizes_are_right", env)


@test_case(name='Each image is in exactly one of the three sets', points=5)
def nothing_twice_nothing_lost(env):
    checked.demand("nothing_twice_nothing_lost", env)


@test_case(name='Each image keeps its label', points=3)
def pairs_stay_together(env):
    checked.demand("pairs_stay_together", env)


@test_case(name='Each set has images of most classes, even if they come sorted by class', points=3)
def classes_are_mixed(env):
    checked.demand("classes_are_mixed", env)
