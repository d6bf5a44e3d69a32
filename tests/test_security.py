"""What `docs/security.md` says of attacks, next to the attacks."""

from __future__ import annotations

import re
from pathlib import Path

from tests.attacks import all_attacks

TEXT = (Path(__file__).parent.parent / "docs" / "security.md").read_text("utf-8")
NAME = re.compile(
    r"`((?:channel|cost|end|flood|grade|machine|memory|neighbour|secret|traced|trainer)_\w+)`"
)


def test_every_attack_that_is_named_is_there() -> None:
    """A sentence that names the attack behind it would else have none."""
    there = {attack.path.stem for attack in all_attacks()}
    named = set(NAME.findall(TEXT))
    assert named - there == set()
    assert len(named) > 10


def test_the_number_of_attacks_is_theirs() -> None:
    """Whoever adds one counts it."""
    assert f"**{len(all_attacks())} attacks**" in TEXT
