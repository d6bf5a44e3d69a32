"""What went wrong in student code, as the child reports it, and the failure that follows from it.

A report is hostile: every field is read for its type and cut to a length, and only then put into a
message, whose words no report decides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from autograder.judging.explain import MISSING_NAMES, Explanation, explain
from autograder.wire.errors import Failure
from autograder.wire.frames import Raised
from autograder.wire.messages import Message, Value, message

LONGEST_TEXT = 2_000
LONGEST_CODE = 120
LONGEST_SAID_BYTES = 4_000
MOST_BEFORE = 20
NOT_DEFINED = "student.not_defined"
PLACE = "place.named"

# For the name of a cell or file in a traceback: how a student is told where that is.
Places = Mapping[str, Message]


@dataclass(frozen=True, slots=True)
class Problem:
    """An exception that student code raised, or a failure that a probe noticed.

    `place`, `line` and `code` say where in the student's own code, as far as that is known.
    """

    raised: Raised | None = None
    said: Message | None = None
    place: str = ""
    line: int = 0
    code: str = ""

    @property
    def explanation(self) -> Explanation:
        """What the exception means."""
        raised = self.raised or Raised((), "")
        return explain(raised.types, raised.message)


def problem_from(plain: Any) -> Problem:
    """A problem as decoded from the child's report, whatever that is."""
    item = plain if isinstance(plain, dict) else {}
    raised, line = item.get("raised"), item.get("line")
    return Problem(
        raised=raised if isinstance(raised, Raised) else None,
        said=reported_message(item.get("said")),
        place=_text(item.get("place")),
        line=line if isinstance(line, int) and not isinstance(line, bool) else 0,
        code=_text(item.get("code"))[:LONGEST_CODE],
    )


def reported_message(plain: Any) -> Message | None:
    """A message as a child reports it; `None` if it is none, or longer than any of ours."""
    if plain is None:
        return None
    try:
        said = msgspec.convert(plain, Message)
        if len(msgspec.json.encode(said)) > LONGEST_SAID_BYTES:
            return None
    except (msgspec.ValidationError, RecursionError, TypeError):
        return None
    return said


def located(said: Message, places: Places) -> Message:
    """A message in which each cell is told as a student sees it."""
    if said.name == PLACE:
        return places.get(str(said.values.get("name")), said)

    def inside(value: Value) -> Value:
        if isinstance(value, list):
            return [located(one, places) if isinstance(one, Message) else one for one in value]
        return located(value, places) if isinstance(value, Message) else value

    return Message(said.name, {key: inside(value) for key, value in said.values.items()})


def with_unread_cells(failure: Message, cells: Sequence[Message]) -> Message:
    """A failure for a name that is not there, led to the cells that seem to define it.

    `cells` are what there is to say about cells that cannot be read; any other failure stays.
    """
    if not cells or not _misses_a_name(failure):
        return failure
    return message("crash.unread_cell", cells=[*cells], failure=failure)


def _misses_a_name(said: Message) -> bool:
    if said.name == NOT_DEFINED or said.name in MISSING_NAMES:
        return True
    inner = [said.values.get(name) for name in ("seen", "sentence", "failure")]
    return any(_misses_a_name(one) for one in inner if isinstance(one, Message))


def failure_of(problem: Problem, before: Sequence[Problem] = ()) -> Failure:
    """The failure that a problem means; `before` are those of earlier statements, if any failed."""
    failure = problem.said or message("crash", seen=_placed(problem), hint=problem.explanation.hint)
    earlier = [_before(one) for one in before[:MOST_BEFORE] if one != problem]
    if earlier:
        failure = message("crash.after_others", before=[*earlier], failure=failure)
    return Failure(failure)


def _placed(problem: Problem) -> Message:
    """What happened, with the place in the student's own code where one is known."""
    sentence = problem.explanation.sentence
    if not problem.place:
        return sentence
    code = problem.code.replace("`", "'").strip()
    return message(
        "crash.placed",
        sentence=sentence,
        place=message(PLACE, name=problem.place),
        line=problem.line,
        code=code,
    )


def _before(problem: Problem) -> Message:
    return message(
        "crash.before",
        place=message(PLACE, name=problem.place),
        line=problem.line,
        sentence=problem.explanation.sentence,
    )


def _text(value: Any) -> str:
    return value[:LONGEST_TEXT] if isinstance(value, str) else ""
