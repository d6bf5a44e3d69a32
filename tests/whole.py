"""Whether tests take a share of their cases, as on every push, or all of them."""

from __future__ import annotations

import os


def is_whole() -> bool:
    """Whether all is to be tried, as in `make whole`."""
    return os.environ.get("SHARE") == "all"
