"""What `grader.check("whole_loop")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "whole_loop"
checked = Checked(name)


@test_case(name='There is a report for every `report_every` steps, over all epochs', points=5)
def reports_come_in_time(env):
    checked.demand("reports_come_in_time", env)


@test_case(name='The reported losses are those of these steps', points=8)
def losses_are_those_of_the_steps(env):
    checked.demand("losses_are_those_of_the_steps", env)


@test_case(name='Each reported accuracy is that of the images since the last report', points=5)
def accuracies_are_reset(env):
    checked.demand("accuracies_are_reset", env)


@test_case(name='At the end the model has the weights that the loop leads to', points=8)
def model_is_trained(env):
    checked.demand("model_is_trained", env)
