"""Counts what was done for one submission, in however many children and readings."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Spent:
    """What the trainer's side has done and keeps for a submission; `keys` are of its trainings.

    `digests` are of the data that these were on, with so many `rows`. `repeated_seconds` is the
    processor time of trainings that were repeated with other labels, `not_repeated` has those that
    came to nothing.
    """

    requests: int = 0
    sent_bytes: int = 0
    kept_bytes: int = 0
    repeated_seconds: float = 0.0
    keys: set[str] = field(default_factory=set)
    not_repeated: set[str] = field(default_factory=set)
    rows: int = 0
    digests: set[str] = field(default_factory=set)
