"""What `grader.check("read_a_prediction")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "read_a_prediction"
checked = Checked(name)


@test_case(name='The caption begins with the name of the most probable class', points=4)
def names_the_choice(env):
    checked.demand("names_the_choice", env)


@test_case(name='It says the largest probability in percent, rounded, without decimals', points=4)
def says_how_sure(env):
    checked.demand("says_how_sure", env)


@test_case(name="The true class's name is in round brackets", points=3)
def names_the_truth(env):
    checked.demand("names_the_truth", env)


@test_case(name='The colour is blue for a right answer and red for a wrong one, however sure', points=5)
def blue_if_right(env):
    checked.demand("blue_if_right", env)
