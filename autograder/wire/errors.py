"""The exceptions this package raises on purpose.

    AutograderError          something a person can act on
    ├── UsageError           a command or a course asks for the impossible
    │   └── CourseError      a course's own files are missing or wrong; students cannot repair them
    ├── SandboxFault         ours: the sandbox or a worker failed; the submission is graded again
    ├── EvidenceError        bytes from the sandbox that are not evidence
    ├── NotKnown             a check needs what nobody knows of a training (`recipes.unknown`)
    └── Said                 carries a message, whose words are in the catalogue
        ├── RefusedSubmission    a file that cannot be read as a submission; costs that one only
        ├── RecipeError          a request to train that the trainer does not understand
        ├── RequestTooLarge      a request to train that asks for more than the limits allow
        └── Failure              a check that is not met: what was expected, seen, and what to try
            └── TooCostly        reading or judging a submission takes more than it may

Anything else that escapes is a defect of this package.
"""

from __future__ import annotations

from autograder.wire.messages import Message, Value, message


class AutograderError(Exception):
    """Something a person can act on; unless it is `Said`, `str(error)` is a whole sentence."""


class UsageError(AutograderError):
    """A command, a configuration or a course that cannot be carried out as it is."""


class CourseError(UsageError):
    """`course.toml` or a definition is missing or wrong; only the course's author can repair it."""


class SandboxFault(AutograderError):
    """The sandbox or a worker failed; nothing is known about the student's work."""


class EvidenceError(AutograderError):
    """Bytes received from the sandbox that do not decode to evidence."""


class NotKnown(AutograderError):
    """A check needs what nobody knows of a training; that is no failure of the student's."""


class Said(AutograderError):
    """What is to be said as a message: its name in the catalogue, and its values."""

    def __init__(self, name: str | Message, /, **values: Value) -> None:
        self.message = name if isinstance(name, Message) else message(name, **values)
        super().__init__(str(self.message))


class RefusedSubmission(Said):
    """A file that cannot be read as a submission; the message says why."""


class RecipeError(Said):
    """A request that is outside the vocabulary of `recipe`; the message says where."""


class UnevenData(RecipeError):
    """Images and labels of different numbers, which Keras refuses before it trains."""


class RequestTooLarge(Said):
    """A request for more than the trainer's limits allow."""


class Failure(Said):
    """A check that is not met; see `messages` for the values it has."""


class TooCostly(Failure):
    """Reading or judging a submission takes more than it may; what it was at is not met."""
