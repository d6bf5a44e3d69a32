"""Attacks once more where there are no namespaces but root, as in a container.

`make test` tries a share of those that the sandbox itself must hold, and `make whole` all. What
others get is decided behind the sandbox, from what it sent, so that it is the same in each tier.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.attacks import all_attacks
from tests.container import in_container
from tests.whole import is_whole

pytestmark = pytest.mark.slow

FOLDER = Path(__file__).parent
# What begins the names of attacks that the sandbox itself must hold, and of those that the judge
# alone decides; those in a line are tried in one container.
BEFORE_THE_SANDBOX = (
    ("channel", "neighbour", "secret"),
    ("end", "flood", "memory"),
    ("machine",),
)
BEHIND_THE_SANDBOX = (("cost", "notebook", "traced", "trainer"), ("grade",))
KINDS = (*BEFORE_THE_SANDBOX, *BEHIND_THE_SANDBOX)
# In `make test` one container tries one in so many.
SHARE = 1 if is_whole() else 3
TOGETHER = KINDS if is_whole() else (tuple(kind for kinds in BEFORE_THE_SANDBOX for kind in kinds),)


def test_every_attack_is_of_a_known_kind() -> None:
    """None is left out of all containers."""
    known = tuple(f"{kind}_" for kinds in KINDS for kind in kinds)
    assert not [attack.path for attack in all_attacks() if not attack.path.stem.startswith(known)]


@pytest.mark.parametrize("kinds", TOGETHER, ids=" ".join)
def test_the_attacks_fail_in_a_container(kinds: tuple[str, ...]) -> None:
    """In the tier `uid` attacks fail as well.

    The container's processes and temporary files are its own, so the same attacks may run outside
    it at the same time.
    """
    command = in_container(apart=True)
    if command is None:
        pytest.skip("only root with bubblewrap can do as if in a container")
    inner = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    names = [attack.path.stem for attack in all_attacks()]
    of_kinds = [name for name in names if name.startswith(tuple(f"{kind}_" for kind in kinds))]
    inner += ["-k", " or ".join(f"[{name}]" for name in of_kinds[::SHARE])]
    result = subprocess.run(
        [*command, *inner, str(FOLDER / "test_attacks.py")],
        cwd=FOLDER.parents[1],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout[-20_000:] + result.stderr[-5_000:]
