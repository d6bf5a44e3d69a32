"""Cuts from what a student reads the text and numbers that student code can have made of secrets.

Over many hand-ins they could spell out what probes ask. What the code has in it as it is was
written before it was given anything, and is shown; of other text its beginning is, as far as that
is written there too. Of Keras's errors, which students learn from, those that the trainer met are
shown as they are, and of others, which are the sandbox's word, what Keras itself says and a few
values. Elsewhere there are words of the vocabulary and of the code, and numbers as long as those
that an honest answer has.
"""

from __future__ import annotations

import builtins
import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import count
from pathlib import Path
from typing import get_args

from autograder.judging.exceptions import QUOTED
from autograder.recipes import recipe
from autograder.records import CheckResult, Curve, ExerciseGrade
from autograder.wire.messages import Message, Value, kind, message

# A text this short shows no more than a wrong answer does by being one.
LONGEST_VALUE = 8
# What of a text has to be written in the code for its beginning to say something.
SHORTEST_BEGINNING = 4
# How many values there are between the words of Keras, usual ones, and words where names alone are.
MOST_VALUES, MOST_USUAL, MOST_WORDS = 4, 12, 40
# What whole numbers and series are longer than in no honest answer, and how many numbers one check
# may show: the weights of a network are counted in millions.
LARGEST_WHOLE, MOST_DIGITS, LONGEST_SERIES, MOST_NUMBERS = 10**7, 6, 4, 16
LONGEST_MARK = 4
CUT = "…"
LIBRARY = Path(__file__).with_name("library_sentences.txt")
# What sentences about images of this size have in them, and what is logged.
USUAL = (
    *map(str, range(11)), "28", "32", "64", "784", "None", "errors", "ndarray", "EagerTensor",
    "KerasTensor",
    "NoneType", "Sequential", "Functional", "Model", "History", "Tensor", "loss", "accuracy",
    "val_loss", "val_accuracy", "linear", "new_layers", "Input", "InputLayer", "bool", "int", "str",
    "float16", "float32", "float64", "uint8", "int32", "int64", "AxisError", "InvalidArgumentError",
    "OperatorNotAllowedInGraphError", "ResourceExhaustedError",
)  # fmt: skip
# Messages with names and values as the sandbox reports them.
CLAIMED = ("exception.", "student.", "keras.", "hint.", "labels.", "place.", "kind.")
WORD = re.compile(r"[^\W\d]\w*|\d+(?:\.\d+)?|[^\w\s]+|\s+")


def cut_in(grade: ExerciseGrade, source: str, met: Collection[str] = ()) -> ExerciseGrade:
    """A grade whose messages show no text but what `source` has, or what others have written.

    `met` are the texts of exceptions that the trainer met, and of what Python says of cells that
    cannot be read.
    """
    return replace(
        grade,
        checks=tuple(_cut_in_check(check, source, met) for check in grade.checks),
        curves=tuple(_cut_in_curve(curve, source) for curve in grade.curves),
    )


def _cut_in_check(check: CheckResult, source: str, met: Collection[str]) -> CheckResult:
    if check.message is None:
        return check
    return replace(check, message=cut(check.message, source, met))


def _cut_in_curve(curve: Curve, source: str) -> Curve:
    """A curve whose names are words, the second of the same name with a number."""
    page, series = _Page(source), dict[str, tuple[float | None, ...]]()
    for name, values in curve.series.items():
        shown = page.names(name)
        numbers = count(2)
        while shown in series:
            shown = f"{page.names(name)} {next(numbers)}"
        series[shown] = values
    return replace(curve, label=page.names(curve.label), series=series)


def cut(said: Message, source: str, met: Collection[str] = ()) -> Message:
    """A message, and all that is in it, without what student code made."""
    return _Page(source, frozenset(met)).cut(said)


@dataclass(slots=True)
class _Page:
    """What one check shows: of which source, and how many numbers so far."""

    source: str
    met: Collection[str] = ()
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def cut(self, said: Message) -> Message:  # noqa: C901, PLR0911 - a table
        """One message without what student code made, and those in it."""
        values, text = said.values, str(said.values.get("text"))
        match said.name:
            case "ended.fault" | "ended.report":  # what failed is ours, and so are the words
                return said
            case "cell.python_says" | "cell.lost_indentation" | "cell.lost_line_breaks" if (
                text in self.met
            ):
                return said
            case "exception.quoted" if text in self.met:
                return message(
                    said.name, type=self.value(values.get("type"), claimed=True), text=text
                )
            case "exception.quoted" if any(re.search(words, text) for _name, words in QUOTED):
                quoted = self.sentences(text)
                return message(
                    said.name, type=self.value(values.get("type"), claimed=True), text=quoted
                )
            case "exception.quoted":
                own, words = (
                    self.value(values.get("type"), claimed=True),
                    beginning(text, self.source),
                )
                return message("exception.own_words", type=own, text=words)
            case "value.text":
                short = len(text) <= LONGEST_VALUE
                return message(said.name, text=text if short else beginning(text, self.source))
            case "exception.assertion_text" | "exception.assertion_text.hint":
                return message(said.name, a=beginning(str(values.get("a")), self.source))
            case "crash.placed":
                code = str(values.get("code"))
                line = code if code in self.source.replace("`", "'") else CUT
                rest = {name: self.value(value) for name, value in values.items()}
                return Message(said.name, {**rest, "code": line})
            case "value.list":
                return message(said.name, items=self.series(values.get("items")))
            case "old.renamed" | "old.renamed.hint" | "old.gone" | "old.gone.hint":
                # What it is called today is of a table of ours.
                old = self.value(values.get("old"), claimed=True)
                return message(said.name, old=old, new=values.get("new"))
        claimed = said.name.startswith(CLAIMED)
        if said.name.startswith("kind."):
            return kind(str(self.value(values.get("type"), claimed=True)))
        return Message(
            said.name, {name: self.value(value, claimed=claimed) for name, value in values.items()}
        )

    def value(self, value: Value, *, claimed: bool = False) -> Value:
        """A value of a message without what student code made; what is `claimed` is its word."""
        if isinstance(value, list):
            each = [self.value(one, claimed=claimed) for one in value]
            return [one for one in each if not isinstance(one, list)]
        if isinstance(value, Message):
            return self.cut(value)
        if isinstance(value, str):
            is_short = len(value) <= LONGEST_VALUE
            return value if is_short else self.names(value, claimed=claimed)
        if isinstance(value, bool) or value is None:
            return value
        return self.number(value)

    def number(self, value: float) -> Value:
        """A number that is no longer than those of honest answers."""
        is_long = isinstance(value, int) and abs(value) >= LARGEST_WHOLE
        if is_long or not self._has_room():
            return message("value.another_number")
        return value if isinstance(value, int) else float(f"{value:.{MOST_DIGITS}g}")

    def series(self, items: Value) -> Value:
        """The items of a list, where these are numbers the first of them."""
        shown = items if isinstance(items, list) else []
        numbers = sum(isinstance(one, (int, float)) for one in shown)
        if numbers > LONGEST_SERIES:
            shown = [*shown[:LONGEST_SERIES], CUT]
        return self.value([*shown])

    def names(self, text: str, *, claimed: bool = False) -> str:
        """A text of names and numbers: those of the vocabulary, of Keras and of the code.

        Whatever numbers there are in it, but in one that is `claimed`.
        """
        kept: list[str] = []
        for part in WORD.findall(text)[: 2 * MOST_WORDS]:
            is_known = self._is_known(part) or part in library_words()
            if part[0].isdigit() and part not in USUAL:
                is_known = part in self.source if claimed else is_known and self._has_room()
            kept.append(part if is_known else CUT)
        return _joined(kept)

    def _has_room(self) -> bool:
        """Whether one more number may be shown."""
        return next(self._numbers) <= MOST_NUMBERS

    def sentences(self, text: str) -> str:
        """A text of Keras's: what is in its sentences, and a few values."""
        parts = WORD.findall(text)
        kept = [part if len(part) <= LONGEST_MARK else CUT for part in parts]
        places = [place for place, part in enumerate(parts) if _is_word(part)]
        words, values, usual, at = [parts[place] for place in places], set[str](), 0, 0
        while at < len(words):
            length = _length_of_run(words[at:])
            shown, word = words[at : at + length], words[at]
            if not length:
                usual += word in USUAL
                if word not in USUAL and (self._is_known(word) or word in library_words()):
                    values.add(word)
                is_usual = word in USUAL and usual <= MOST_USUAL
                is_value = word in values and len(values) <= MOST_VALUES
                shown = [word if is_usual or is_value else CUT]
            for place, part in zip(places[at:], shown, strict=False):
                kept[place] = part
            at += len(shown)
        return _joined(kept)

    def _is_known(self, part: str) -> bool:
        """Whether a word is written in the code, or a number or a mark is short."""
        if not _is_word(part):
            return len(part) <= LONGEST_MARK
        if part[0].isdigit():
            return len(part) < len(str(LARGEST_WHOLE))
        # Keras numbers layers by the names of their classes.
        name = re.sub(r"_\d{1,3}$", "", part)
        return part in USUAL or name.lower() in self.source.lower()


def _is_word(part: str) -> bool:
    return part[0].isalnum() or part[0] == "_"


def _words(text: str) -> str:
    return " ".join(part for part in WORD.findall(text) if _is_word(part))


def _length_of_run(words: Sequence[str]) -> int:
    """How many of these words some sentence of Keras has in a row: two, or all between values."""
    found = int(f" {CUT} {words[0]} {CUT} " in _library())
    for length in range(2, len(words) + 1):
        if f" {' '.join(words[:length])} " not in _library():
            break
        found = length
    return found


@cache
def _library() -> str:
    """The words of the sentences, with a mark where there are values and where one ends."""
    sentences = LIBRARY.read_text("utf-8").splitlines()
    return f" {f' {CUT} '.join(_words(part) for one in sentences for part in one.split(CUT))} "


@cache
def library_words() -> frozenset[str]:
    """The words of Keras's sentences, and the names that the vocabulary and Python have."""
    named = [*recipe.LAYERS, *recipe.OPTIMIZERS, *recipe.LOSSES, *recipe.METRICS]
    return frozenset([*named, *get_args(recipe.Activation), *dir(builtins), *_library().split()])


def _joined(parts: Iterable[str]) -> str:
    """The parts of a text, with one mark for all that is cut in a row."""
    return re.sub(rf"{CUT}(?:\s*{CUT})+", CUT, "".join(parts))


def beginning(text: str, source: str) -> str:
    """The text if the source has it as it is, or else as much of its beginning as it has."""
    length = bisect_left(range(len(text)), True, key=lambda end: text[: end + 1] not in source)
    if length == len(text):
        return text
    return f"{text[:length]}{CUT}" if length >= SHORTEST_BEGINNING else CUT
