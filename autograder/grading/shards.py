"""Divides a class among runs that know nothing of each other, each with a gradebook of its own.

Who is in which shard follows from names alone, so runs that see the same class leave nobody out.
"""

from __future__ import annotations

import json
import re
import shutil
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from autograder.wire.errors import UsageError

FOLDER = "shards"
# Written when a run came to its end: how many of its class each assignment has.
FINISHED = "finished.json"
NAMED = re.compile(r"([1-9][0-9]{0,8})-of-([1-9][0-9]{0,8})")


@dataclass(frozen=True, slots=True, order=True)
class Shard:
    """The `number`-th of `of` parts of a class, counted from 1."""

    of: int
    number: int

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"

    def takes(self, student: str) -> bool:
        """Whether this shard has the student."""
        name = student.encode("utf-8", "backslashreplace")
        return zlib.crc32(name) % self.of == self.number - 1

    def folder(self, out: Path) -> Path:
        """Where in a folder of reports its gradebook lies until it is merged."""
        return out / FOLDER / f"{self.number}-of-{self.of}"


def shard_of(text: str) -> Shard:
    """The shard that "3/16" names; raises `UsageError`."""
    number, _, of = text.partition("/")
    if not (number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of)):
        raise UsageError(f"{text!r} is no shard; write which of how many, such as 1/16 to 16/16.")
    return Shard(int(of), int(number))


def shards_in(out: Path) -> list[Shard]:
    """The shards that were graded into a folder of reports."""
    matches = [NAMED.fullmatch(path.name) for path in (out / FOLDER).glob("*-of-*")]
    return sorted(Shard(int(it[2]), int(it[1])) for it in matches if it is not None)


def begin(folder: Path) -> None:
    """Notes that a run is under way in a shard's folder."""
    (folder / FINISHED).unlink(missing_ok=True)


def finish(folder: Path, students: Mapping[str, int]) -> None:
    """Notes that a run came to its end, with the size of the whole class by assignment."""
    draft = folder / f".{FINISHED}.draft"
    draft.write_text(json.dumps(students), "utf-8")
    draft.replace(folder / FINISHED)


def is_finished(folder: Path) -> bool:
    """Whether the last run in a shard's folder came to its end."""
    return (folder / FINISHED).is_file()


def discard(folder: Path) -> None:
    """Removes a shard's folder; of one that lies elsewhere the link alone."""
    if folder.is_symlink():
        folder.unlink()
    else:
        shutil.rmtree(folder)
