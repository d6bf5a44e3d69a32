"""Hostile and unlucky submissions, a file each, as students would hand them in.

The first line of a file's docstring (of a notebook's first cell) says what it does. Then it says
how success would show: in its points, in what it leaves behind, or by a line that it prints and
that starts with TOOK, which no check's words may have in them either. That it tried at all shows by
one that starts with TRIED. Its last lines name the verdict that it must get, one for each exercise
that it is graded on:

    Verdict: <exercise>: <outcome>[ or <outcome>], [at most ]<number> points

A tier of the sandbox with another verdict adds `; <tier>: <outcome>, <number> points`. So does a
course that takes no training on trust, as if `refuse` were a tier. A line
`Needs: <machine>` names the only processor that it can run on.
"""

from __future__ import annotations

import ast
import json
import re
from dataclasses import dataclass
from pathlib import Path

from autograder.records import OnTrust, Outcome

FOLDER = Path(__file__).parent
OURS = ("__init__", "traces")
VERDICT = re.compile(r"^Verdict: (\w+): (.+)$", re.MULTILINE)
RULING = re.compile(r"(?:(\w+): )?([a-z ]+), (at most )?(\d+) points")
NEEDS = re.compile(r"^Needs: (\w+)$", re.MULTILINE)
REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Ruling:
    """What an exercise of an attack must get: one of these outcomes, and so many points."""

    outcomes: frozenset[Outcome]
    points: int
    exact: bool

    def allows(self, outcome: Outcome, points: float) -> bool:
        """Whether this is what it must get."""
        few = points == self.points if self.exact else points <= self.points
        return few and outcome in self.outcomes

    @property
    def is_endless(self) -> bool:
        """Whether it goes on until it is ended."""
        return self.outcomes == {Outcome.TIMED_OUT}


@dataclass(frozen=True, slots=True)
class Attack:
    """One file; `rulings` has for each exercise those by tier, under "" that of all others."""

    path: Path
    rulings: dict[str, dict[str, Ruling]]
    machine: str

    def ruling(self, slug: str, tier: str, on_trust: OnTrust = "count") -> Ruling:
        """What the exercise must get in that tier, and in such a course."""
        by_tier = self.rulings[slug]
        usual = by_tier.get(tier, by_tier[""])
        return by_tier.get(REFUSE, usual) if on_trust == REFUSE else usual

    @property
    def gains_on_trust(self) -> bool:
        """Whether it gets something else where nothing is taken on trust."""
        return any(REFUSE in by_tier for by_tier in self.rulings.values())


def read_attack(path: Path) -> Attack:
    """One attack; raises `ValueError` where its docstring is not of the form above."""
    words = _words(path)
    rulings = {slug: _rulings(text) for slug, text in VERDICT.findall(words)}
    lines = words.strip().splitlines()
    if not lines[0].endswith(".") or not lines[-1].startswith("Verdict: "):
        raise ValueError(f"{path.name}: the docstring must end with its verdict")
    if not all("" in by_tier for by_tier in rulings.values()):
        raise ValueError(f"{path.name}: a verdict that cannot be read")
    return Attack(path, rulings, "".join(NEEDS.findall(words)))


def all_attacks() -> list[Attack]:
    """Every attack of this folder, by name."""
    files = [path for path in FOLDER.iterdir() if path.suffix in (".py", ".ipynb")]
    return [read_attack(path) for path in sorted(files) if path.stem not in OURS]


def _words(path: Path) -> str:
    text = path.read_text("utf-8")
    if path.suffix == ".ipynb":
        return "".join(json.loads(text)["cells"][0]["source"])
    return ast.get_docstring(ast.parse(text)) or ""


def _rulings(text: str) -> dict[str, Ruling]:
    found = [RULING.fullmatch(part) for part in text.split("; ")]
    return {
        match[1] or "": Ruling(
            frozenset(map(Outcome, match[2].split(" or "))), int(match[4]), not match[3]
        )
        for match in found
        if match is not None
    }
