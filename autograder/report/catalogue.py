"""Finds the words of messages: in `english.toml`, and those of exercises in their definitions.

A template names the values of its message in braces, as in `{count:,}`. Beside Python's own formats
there are those in `FORMATS`, and `about`, `expected`, `seen` and `hint` for a value that is itself
a failure. A message that the catalogue does not have is shown by its name: a grade of an exercise
that has changed since can still be read.
"""

from __future__ import annotations

import string
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from autograder.judging.exercise import LOADED, Exercise
from autograder.wire.messages import Message

FILE = Path(__file__).parent / "english.toml"
PARTS = ("about", "expected", "seen", "hint")
ALIAS = "@"
# Names may lead on to others only so far, and messages hold messages.
DEEPEST = 12
# With how many digits a number is shown that is no other number's neighbour, and every number.
DIGITS, MOST_DIGITS = 4, 17

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Words:
    """A failure in words; each part may be empty."""

    about: str
    expected: str
    seen: str
    hint: str


class Catalogue:
    """Messages into words; `tables` has the templates by the parts of their dotted names."""

    def __init__(self, tables: Table, exercises: Callable[[str], Table] = lambda _slug: {}) -> None:
        self._tables = tables
        self._exercises = exercises
        self._formatter = _Formatter(self)

    def say(self, message: Message, depth: int = 0) -> str:
        """A message that is one sentence or phrase."""
        template = self.template(message.name)
        if template is None:
            return _plain(message.name)
        return self._filled(template, message.values, depth)

    def words(self, message: Message, depth: int = 0) -> Words:
        """The parts of a failure; where there is no template, the value of that name.

        Numbers have as many digits as it takes to see that what was expected was not seen.
        """
        with self._formatter.with_digits(_digits_of(message)):
            return Words(**{part: self.part(message, part, depth) for part in PARTS})

    def part(self, message: Message, part: str, depth: int = 0) -> str:
        """One part of a failure; a message that has no parts says what was seen."""
        if part == "seen" and not any(self._has(message, other) for other in PARTS):
            return self.say(message, depth)
        return self._part(message, part, depth)

    def template(self, name: str) -> str | None:
        """The template of a dotted name; `None` where the catalogue has none."""
        for _step in range(DEEPEST):
            found = self._find(name)
            if found is None or not found.startswith(ALIAS):
                return found
            name = found.removeprefix(ALIAS)
        return None

    def _has(self, message: Message, part: str) -> bool:
        return part in message.values or bool(self.template(f"{message.name}.{part}"))

    def _part(self, message: Message, part: str, depth: int) -> str:
        given = part in message.values
        if part == "hint" and given:
            return self._formatter.show(message.values[part], depth)
        template = self.template(f"{message.name}.{part}")
        if template:
            return self._filled(template, message.values, depth)
        return self._formatter.show(message.values[part], depth) if given else ""

    def _find(self, name: str) -> str | None:
        first, *rest = name.split(".")
        table: Any = self._tables.get(first)
        if table is None:
            table = self._exercises(first)
        for part in rest:
            if not isinstance(table, Mapping):
                return None
            # A kind that has no words of its own has those of the others.
            table = table.get(part, table.get("other"))
        if isinstance(table, Mapping):
            table = table.get("text")
        return table if isinstance(table, str) else None

    def _filled(self, template: str, values: Table, depth: int) -> str:
        if depth > DEEPEST:
            return "…"
        return self._formatter.fill(template, values, depth)


class _Formatter(string.Formatter):
    """Fills a template with values, none of which is ever a template itself."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._depth = 0
        self._digits = DIGITS

    @contextmanager
    def with_digits(self, digits: int) -> Iterator[None]:
        """Shows numbers with that many digits, where a template does not say how many."""
        before, self._digits = self._digits, digits
        try:
            yield
        finally:
            self._digits = before

    def fill(self, template: str, values: Table, depth: int) -> str:
        before, self._depth = self._depth, depth
        try:
            return self.vformat(template, (), values)
        finally:
            self._depth = before

    def get_value(self, key: int | str, _args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        return kwargs.get(str(key), "…")

    def get_field(
        self, field_name: str, args: Sequence[Any], kwargs: Mapping[str, Any]
    ) -> tuple[Any, str]:
        # Names alone: no attributes and no items of a value are reached from a template.
        return self.get_value(field_name, args, kwargs), field_name

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec in PARTS and isinstance(value, Message):
            # This part alone: each of them may hold another failure.
            return self._catalogue.part(value, format_spec, self._depth + 1)
        if format_spec in PARTS:
            return self.show(value, self._depth)
        # A whole number may be larger than any float, and a value of another kind than the words
        # are for, as one that an earlier check recorded.
        with suppress(OverflowError, ValueError):
            if format_spec in FORMATS:
                return FORMATS[format_spec](value, lambda item: self.show(item, self._depth))
            if format_spec and isinstance(value, (int, float)) and not isinstance(value, bool):
                return format(value, format_spec)
        return self.show(value, self._depth)

    def show(self, value: Any, depth: int) -> str:
        """A value as it is read, without a format of its own."""
        if isinstance(value, Message):
            return self._catalogue.say(value, depth + 1)
        if isinstance(value, bool) or value is None:
            return str(value)
        if isinstance(value, float):
            return f"{value:.{self._digits}g}"
        if isinstance(value, list):
            return ", ".join(self.show(item, depth) for item in value)
        return str(value)


def _digits_of(failure: Message) -> int:
    """How many digits tell the number that was expected from the one that was seen."""
    expected, seen = (_only_number(failure.values.get(part)) for part in ("expected", "seen"))
    if expected is None or seen is None or expected == seen:
        return DIGITS
    tells = (n for n in range(DIGITS, MOST_DIGITS) if f"{expected:.{n}g}" != f"{seen:.{n}g}")
    return next(tells, MOST_DIGITS)


def _only_number(value: Any, depth: int = 0) -> float | None:
    """The number that a value is, or that a message has as its only value."""
    if isinstance(value, Message) and len(value.values) == 1 and depth < DEEPEST:
        (inner,) = value.values.values()
        return _only_number(inner, depth + 1)
    return value if isinstance(value, float) else None


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


Show = Callable[[Any], str]
# Formats of a template beside Python's own.
FORMATS: dict[str, Callable[[Any, Show], str]] = {
    # A sentence without its full stop, to go on in another one.
    "clause": lambda value, show: show(value).removesuffix("."),
    "codes": lambda value, _show: ", ".join(f"`{item}`" for item in _several(value)) or "none",
    # Several of a kind, one for each training.
    "each": lambda value, show: "; ".join(map(show, _several(value))),
    "list": lambda value, show: show(value),
    "percent": lambda value, show: (
        f"{show(100.0 * value)}%" if isinstance(value, (int, float)) else show(value)
    ),
    "sentences": lambda value, show: " ".join(map(show, _several(value))),
    "spaced": lambda value, _show: str(value).replace("_", " "),
}


def words_of(exercise: Exercise) -> Table:
    """What a definition says: its title, the sentences of its checks and probes, its messages.

    Of these, the messages alone are templates.
    """
    return {
        "title": _as_template(exercise.title),
        "checks": {check.name: _as_template(check.sentence) for check in exercise.checks},
        "probes": {
            probe.__name__: _as_template(_first_line(probe.__doc__)) for probe in exercise.probes
        },
        **exercise.words,
    }


@cache
def english() -> Catalogue:
    """The catalogue of this package and of the exercises that are loaded."""
    return Catalogue(tables_of(FILE), _loaded_words)


def tables_of(file: Path) -> Table:
    """The templates in a file."""
    return tomllib.loads(file.read_text("utf-8"))


def _loaded_words(slug: str) -> Table:
    return words_of(LOADED[slug]) if slug in LOADED else {}


def _as_template(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _first_line(text: str | None) -> str:
    return (text or "").strip().partition("\n")[0]


def _plain(name: str) -> str:
    """A name that no catalogue knows, as it can be read: "more_layers.title" as "more layers"."""
    *before, last = name.split(".")
    return (before[-1] if last == "title" and before else last).replace("_", " ")
