"""The tiers of the sandbox, best first, and what both sides of it count by."""

from __future__ import annotations

from typing import Final, Literal

Tier = Literal["full", "uid", "none"]
FULL: Final = "full"
UID: Final = "uid"
NONE: Final = "none"
TIERS: tuple[Tier, ...] = (FULL, UID, NONE)

# A child that leaves more files than this behind is as bad as one that leaves too many bytes.
MOST_FILES = 10_000
# What the escape test must be able to do, beside all that it must not.
HONEST = "import a module late"
# What it can do where student code has no user of its own.
OWNS = "own what it reads"
