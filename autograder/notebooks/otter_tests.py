"""Turns a definition into Otter's test file of it, in the exception-based format.

The file is thin: one test case per check, which asks `api` about it. So Otter says what the grader
says. (https://otter-grader.readthedocs.io/en/latest/test_files/python_format.html)
"""

from __future__ import annotations

from autograder.judging.exercise import Check, Exercise
from autograder.report.wording import said, without_markup
from autograder.wire.messages import Message

# Otter runs a test file whenever it reads one, and reads it twice, so nothing heavy happens there.
HEAD = '''\
"""What `grader.check("{slug}")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "{slug}"
checked = Checked(name)
'''
CASE = """

@test_case({arguments})
def {name}(env):
    checked.demand("{name}", env)
"""


def otter_test(exercise: Exercise) -> str:
    """The text of `tests/<slug>.py`."""
    cases = [CASE.format(name=check.name, arguments=_arguments(check)) for check in exercise.checks]
    return HEAD.format(slug=exercise.slug) + "".join(cases)


def _arguments(check: Check) -> str:
    # Otter takes whole numbers and floats; it shows a name as HTML, and goes on behind it.
    points = int(check.points) if check.points == int(check.points) else check.points
    sentence = " ".join(without_markup(check.sentence).split()).removesuffix(".")
    arguments = f"name={sentence!r}, points={points!r}"
    return (
        f"{arguments}, success_message={said(Message('public.unseen'))!r}"
        if check.unseen
        else arguments
    )
