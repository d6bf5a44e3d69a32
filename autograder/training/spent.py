"""Counts what was done for one submission, in however many children and readings."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Spent:
    """What the trainer's side has done and keeps for a submission; `keys` are of its trainings."""

    requests: int = 0
    sent_bytes: int = 0
    kept_bytes: int = 0
    keys: set[str] = field(default_factory=set)
