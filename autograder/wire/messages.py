"""Messages to people: the name of what is said and its values; its words are found when it is read.

A message decides nothing by its words, and a reworded one changes no verdict and no stored grade:
code compares names and values, `report.catalogue` has the words. So failures group exactly, grades
compare, and another language is another file.

The message of a check that is not met has the values `expected` and `seen`, and `hint` where what
was seen suggests a next step of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Union

import msgspec

# Not written with `|`, which takes no name of a class that comes later.
Single = Union["Message", str, int, float, bool, None]
Value = Single | list[Single]


@dataclass(frozen=True, slots=True)
class Message:
    """The dotted name of a message in the catalogue, and the values that its words name."""

    name: str
    values: Mapping[str, Value] = field(default_factory=dict)

    def __str__(self) -> str:
        """For logs and tests; people are shown what the catalogue makes of it."""
        values = ", ".join(f"{key}={value}" for key, value in self.values.items())
        return f"{self.name}({values})"


def message(name: str, /, **values: Value) -> Message:
    """A message by its name and values."""
    return Message(name, values)


def kind(name: str) -> Message:
    """What Python calls a type, as a student would say it."""
    return message(f"kind.{name}", type=name)


# msgspec reads the fields of a class when it first needs them, and a thread that needs them
# meanwhile meets a class read by half: a segmentation fault. It is read here, before any thread.
msgspec.json.Decoder(Message)
