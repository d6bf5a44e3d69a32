"""What went wrong in student code, as the child reports it, and the failure that follows from it.

A report is hostile: every field is read for its type and cut to a length, and only then put into a
message, whose words no report decides.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from autograder.judging.exceptions import FORMS_OF_LABELS, MISSING_NAMES
from autograder.judging.explain import Clues, Explanation, explain
from autograder.wire.errors import Failure
from autograder.wire.frames import Raised
from autograder.wire.likeness import nearest
from autograder.wire.messages import Message, Value, message

LONGEST_TEXT = 2_000
LONGEST_CODE = 120
LONGEST_NAME = 60
MOST_KEYS = 12
LONGEST_SAID_BYTES = 4_000
MOST_BEFORE = 20
NOT_DEFINED = "student.not_defined"
# What probes can find wrong themselves.
SAID_BY_PROBES = (
    "student.no_callback", "student.no_model", "student.no_model_returned",
    "student.none_of_method", "student.not_callable", "student.not_defined",
    "student.other_arguments", "too_large.",
)  # fmt: skip
PLACE = "place.named"
PLACED = "crash.placed"
NAME_STEP = "exception.name.hint"

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
    clues: Clues = field(default_factory=Clues)

    @property
    def is_import(self) -> bool:
        """Whether it is an import of what is not there."""
        return self.raised is not None and "ImportError" in self.raised.types

    @property
    def explanation(self) -> Explanation:
        """What the exception means."""
        raised = self.raised or Raised((), "")
        return explain(raised.types, raised.message, self.clues)


def problem_from(plain: Any) -> Problem:
    """A problem as decoded from the child's report, whatever that is."""
    item = plain if isinstance(plain, dict) else {}
    raised = item.get("raised")
    return Problem(
        raised=raised if isinstance(raised, Raised) else None,
        said=reported_message(item.get("said"), *SAID_BY_PROBES),
        place=_text(item.get("place")),
        line=_number(item.get("line")),
        code=_text(item.get("code"))[:LONGEST_CODE],
        clues=_clues_from(item.get("clues")),
    )


def _clues_from(plain: Any) -> Clues:
    """Clues as decoded from the child's report, whatever that is."""
    item = plain if isinstance(plain, dict) else {}
    none = _names(item.get("none"))
    return Clues(
        near="".join(_names([item.get("near")])),
        missing="".join(_names([item.get("missing")])),
        keys=_names(item.get("keys")),
        none="".join(none[:1]),
        none_name="".join(none[1:2]),
        argument="".join(_names([item.get("argument")])),
        inside=item.get("inside") is True,
        caught=_names(item.get("caught")),
        raised_again=item.get("raised_again") is True,
        own=item.get("own") is True,
        index=_number(item.get("index")),
        length=_number(item.get("length")),
        labels=tuple(one for one in _names(item.get("labels")) if one in FORMS_OF_LABELS),
    )


def _names(plain: Any) -> tuple[str, ...]:
    """Names in a list, each on one line and none long."""
    items = plain[:MOST_KEYS] if isinstance(plain, list) else []
    texts = (" ".join(one.split())[:LONGEST_NAME] for one in items if isinstance(one, str))
    return tuple(text.replace("`", "'") for text in texts)


def reported_message(plain: Any, *groups: str) -> Message | None:
    """A message of one of these groups as a child reports it; `None` if it is none.

    It has names in it and no long texts: those are made here.
    """
    if plain is None:
        return None
    try:
        said = msgspec.convert(plain, Message)
        if len(msgspec.json.encode(said)) > LONGEST_SAID_BYTES:
            return None
    except (msgspec.ValidationError, RecursionError, TypeError):
        return None
    return _with_names(said) if said.name.startswith(groups) else None


def _with_names(said: Message) -> Message:
    """A message whose texts are no longer than names are."""

    def short(value: Value) -> Value:
        if isinstance(value, list):
            return [one for each in value if not isinstance(one := short(each), list)]
        if isinstance(value, Message):
            return _with_names(value)
        return value[:LONGEST_NAME] if isinstance(value, str) else value

    return Message(said.name, {key: short(value) for key, value in said.values.items()})


def located(said: Message, places: Places) -> Message:
    """A message in which each cell is told as a student sees it."""
    return changed(
        said,
        lambda one: places.get(str(one.values.get("name")), one) if one.name == PLACE else None,
    )


def with_near_names(said: Message, names: Collection[str]) -> Message:
    """A failure for a name that is not there, led to the one of `names` that may be meant.

    `names` are those that the whole submission gives a value to.
    """

    def change(one: Message) -> Message | None:
        if one.name == NAME_STEP and (near := nearest(str(one.values.get("a")), names)):
            return message("hint.near", near=near)
        if one.name == NOT_DEFINED and (near := nearest(str(one.values.get("name")), names)):
            step = message("student.rename", near=near, name=one.values.get("name"))
            return Message(one.name, {**one.values, "hint": step})
        return None

    return changed(said, change)


def cause_of(said: Message) -> Message:
    """What failures of one cause share: the place and the kind of its exception, or else all."""
    sentence = said.values.get("sentence")
    if said.name == PLACED and isinstance(sentence, Message):
        # What a dictionary had, for one, may differ from call to call.
        quoted = sentence.name == "exception.quoted"
        return Message(PLACED, {**said.values, "sentence": sentence if quoted else sentence.name})
    inner = (one for one in said.values.values() if isinstance(one, Message))
    return next((cause for one in inner if (cause := cause_of(one)).name == PLACED), said)


def changed(said: Message, change: Callable[[Message], Message | None]) -> Message:
    """A message with each message in it, and itself, as `change` has it, unless that is nothing."""
    new = change(said)
    if new is not None:
        return new

    def inside(value: Value) -> Value:
        if isinstance(value, list):
            return [changed(one, change) if isinstance(one, Message) else one for one in value]
        return changed(value, change) if isinstance(value, Message) else value

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
    # An import that failed matters to a name that is not there, and to nothing else.
    misses = _misses_a_name(failure)
    earlier = [
        _before(one)
        for one in before[:MOST_BEFORE]
        if one != problem and (misses or not one.is_import)
    ]
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
        PLACED,
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


def _number(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _text(value: Any) -> str:
    return value[:LONGEST_TEXT] if isinstance(value, str) else ""
