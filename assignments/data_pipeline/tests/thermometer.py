"""What `grader.check("thermometer")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "thermometer"
checked = Checked(name)


@test_case(name='It is one neuron with one input and without an activation', points=3)
def one_neuron_no_activation(env):
    checked.demand("one_neuron_no_activation", env)


@test_case(name='The loss measures how far a number is off', points=2)
def loss_measures_distance(env):
    checked.demand("loss_measures_distance", env)


@test_case(name='From -40 to 100 °C its answers are off by at most 5 degrees, on the mean', points=5)
def learns_the_scale(env):
    checked.demand("learns_the_scale", env)


@test_case(name='It learns another scale just as well', points=3)
def learns_another_scale(env):
    checked.demand("learns_another_scale", env)


@test_case(name="`read_thermometer` gives the model's answer as a single number", points=2)
def gives_one_number(env):
    checked.demand("gives_one_number", env)


@test_case(name="Probability distributions are a classifier's answers, and all others a regression's", points=3)
def knows_the_kinds(env):
    checked.demand("knows_the_kinds", env)
