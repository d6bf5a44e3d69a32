"""Cuts from what a student reads the text that student code can have made of what it was given.

Over many hand-ins such text could spell out what probes ask. What the code has in it as it is was
written before it was given anything, and is shown; of other text its beginning is, as far as that
is written there too. Keras's own words are recognised and kept: its errors are what students learn
from.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from autograder.judging.exceptions import QUOTED
from autograder.judging.problem import changed
from autograder.records import CheckResult, ExerciseGrade
from autograder.wire.messages import Message, Value, kind, message

# A text this short shows no more than a wrong answer does by being one.
LONGEST_VALUE = 8
# A name, also of a type or a place, or a number.
NAME = r"[\w.<>-]{1,40}"
# Messages of exceptions and probes, whose values are such names.
ABOUT_NAMES = ("exception.", "student.")
# What of a text has to be written in the code for its beginning to say something.
SHORTEST_BEGINNING = 4
CUT = "…"


def cut_in(grade: ExerciseGrade, source: str) -> ExerciseGrade:
    """A grade whose messages show no text but what `source` has, or what others have written."""
    return replace(grade, checks=tuple(_cut_in_check(check, source) for check in grade.checks))


def _cut_in_check(check: CheckResult, source: str) -> CheckResult:
    if check.message is None:
        return check
    return replace(check, message=cut(check.message, source))


def cut(said: Message, source: str) -> Message:
    """A message, and all that is in it, without what student code made."""
    return changed(said, lambda one: _cut(one, source))


def _cut(said: Message, source: str) -> Message | None:
    """One message cut; `None` where there is nothing to cut in it itself."""
    values, text = said.values, str(said.values.get("text"))
    cut_one: Message | None = None
    if said.name == "exception.quoted":
        if not any(re.search(words, text) for _name, words in QUOTED):
            own = beginning(text, source)
            cut_one = message("exception.own_words", type=values.get("type"), text=own)
    elif said.name == "value.text":
        if len(text) > LONGEST_VALUE:
            cut_one = Message(said.name, {**values, "text": beginning(text, source)})
    elif said.name == "crash.placed":
        code, sentence = str(values.get("code")), values.get("sentence")
        line = code if code in source.replace("`", "'") else CUT
        inside = cut(sentence, source) if isinstance(sentence, Message) else sentence
        cut_one = Message(said.name, {**values, "code": line, "sentence": inside})
    elif said.name.startswith("kind."):
        cut_one = kind(str(_named(values.get("type"), source, NAME)))
    elif said.name.startswith(ABOUT_NAMES):
        names = "" if said.name.startswith("exception.assertion_text") else NAME
        named = {key: _named(value, source, names) for key, value in values.items()}
        cut_one = Message(said.name, named)
    return cut_one


def _named(value: Value, source: str, names: str) -> Value:
    """A value in which each text is a name, or else cut."""
    if isinstance(value, Message):
        inside = {key: _named(one, source, names) for key, one in value.values.items()}
        if value.name.startswith("kind."):
            return kind(str(inside.get("type")))
        return Message(value.name, inside)
    if isinstance(value, str) and not re.fullmatch(names, value):
        return beginning(value, source)
    return value


def beginning(text: str, source: str) -> str:
    """The text if the source has it as it is, or else as much of its beginning as it has."""
    length = bisect_left(range(len(text)), True, key=lambda end: text[: end + 1] not in source)
    if length == len(text):
        return text
    return f"{text[:length]}{CUT}" if length >= SHORTEST_BEGINNING else CUT
