"""What `grader.check("stop_at_accuracy")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "stop_at_accuracy"
checked = Checked(name)


@test_case(name='It stops training at the end of an epoch with an accuracy above the target', points=2)
def stops_above(env):
    checked.demand("stops_above", env)


@test_case(name='Until an epoch reaches the target, it never stops, whatever batches and validation say', points=2)
def never_stops_below(env):
    checked.demand("never_stops_below", env)


@test_case(name='It stops at an accuracy that equals the target, and not before', points=1)
def stops_at(env):
    checked.demand("stops_at", env)


@test_case(name='Where `logs` is `None` or has no accuracy, the training simply goes on', points=1)
def survives_missing(env):
    checked.demand("survives_missing", env)


@test_case(name='It works in a second training too, and beside a callback with another target', points=1)
def starts_afresh(env):
    checked.demand("starts_afresh", env)


@test_case(name='It prints a message when it stops, which it does not print otherwise', points=1)
def says_so(env):
    checked.demand("says_so", env)


@test_case(name='A real training ends with the first epoch that reaches the target', points=2)
def fit_stops_in_time(env):
    checked.demand("fit_stops_in_time", env)


@test_case(name='A real training runs all its epochs when the target is out of reach', points=2)
def fit_goes_on_below(env):
    checked.demand("fit_goes_on_below", env)
