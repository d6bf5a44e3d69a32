"""What `grader.check("judge_the_answers")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "judge_the_answers"
checked = Checked(name)


@test_case(name='The accuracy is the share of rows whose largest output is where the 1 is', points=5)
def counts_right_answers(env):
    checked.demand("counts_right_answers", env)


@test_case(name="The loss is the mean over rows of minus the logarithm of the right class's share", points=5)
def loss_is_the_mean_log_loss(env):
    checked.demand("loss_is_the_mean_log_loss", env)


@test_case(name='The loss of large outputs is right, too, and never NaN or infinite', points=2)
def large_outputs_stay_numbers(env):
    checked.demand("large_outputs_stay_numbers", env)
