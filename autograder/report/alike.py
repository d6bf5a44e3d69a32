"""Groups what was seen of failed checks, so that one mistake of many students is one line.

Messages are names and values, so no words are compared. Figures that differ from student to
student, such as a loss, do not divide a group; names, counts and shapes do.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field

from autograder.wire.messages import Message, Single, Value


@dataclass(slots=True)
class Alike:
    """Students of whom the same was seen in a check, and one message as an example."""

    example: Message
    students: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Groups:
    """The groups of one check."""

    by_kind: dict[Hashable, Alike] = field(default_factory=dict)

    def add(self, student: str, said: Message) -> None:
        self.by_kind.setdefault(kind_of(said), Alike(said)).students.append(student)

    def largest(self, fewest: int, most: int) -> list[Alike]:
        """Those of at least `fewest` students, the largest first, at most so many."""
        groups = [one for one in self.by_kind.values() if len(one.students) >= fewest]
        return sorted(groups, key=lambda one: -len(one.students))[:most]


def kind_of(value: Value | Single) -> Hashable:
    """What is equal in values that tell of the same mistake."""
    match value:
        case Message():
            parts = sorted((name, kind_of(one)) for name, one in value.values.items())
            return (value.name, *map(str, parts))
        case list():
            return str([kind_of(one) for one in value])
        case float():
            return "a figure"
        case _:
            return repr(value)
