"""The exceptions this package raises on purpose; each one's text is a message to a person.

    AutograderError          something a person can act on
    ├── UsageError           a command, `course.toml` or a course's file asks for the impossible
    ├── RefusedSubmission    a file that cannot be read as a submission; costs that submission only
    ├── SandboxFault         ours: the sandbox or a worker failed; the submission is graded again
    ├── EvidenceError        bytes from the sandbox that are not evidence
    ├── RecipeError          a request to train that the trainer does not understand
    ├── RequestTooLarge      a request to train that asks for more than the limits allow
    └── Failure              a check that is not met: what was expected, what was seen, what to try

Anything else that escapes is a defect of this package.
"""


class AutograderError(Exception):
    """Something a person can act on; `str(error)` is a whole sentence."""


class UsageError(AutograderError):
    """A command, a configuration or a course that cannot be carried out as it stands."""


class RefusedSubmission(AutograderError):
    """A file that cannot be read as a submission; the text tells the student why."""


class SandboxFault(AutograderError):
    """The sandbox or a worker failed; nothing is known about the student's work."""


class EvidenceError(AutograderError):
    """Bytes received from the sandbox that do not decode to evidence."""


class RecipeError(AutograderError):
    """A request that is outside the vocabulary of `recipe`; the text says where."""


class RequestTooLarge(AutograderError):
    """A request for more than the trainer's limits allow; the text is a sentence to the student."""


class Failure(AutograderError):
    """A check that is not met.

    `expected` and `seen` complete the phrases "Expected ..." and "Seen ..."; `hint` is one next
    step and may be empty.
    """

    def __init__(self, expected: str, seen: str, hint: str = "") -> None:
        super().__init__(f"expected {expected}; seen {seen}")
        self.expected = expected
        self.seen = seen
        self.hint = hint
