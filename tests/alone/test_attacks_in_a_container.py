"""Each attack once more where there are no namespaces but root, as in a container."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.container import in_container

pytestmark = pytest.mark.slow

FOLDER = Path(__file__).parent


def test_the_attacks_fail_in_a_container() -> None:
    """In the tier `uid` every attack fails as well.

    The container's processes and temporary files are its own, so the same attacks may run outside
    it at the same time.
    """
    command = in_container(apart=True)
    if command is None:
        pytest.skip("only root with bubblewrap can do as if in a container")
    inner = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    result = subprocess.run(
        [*command, *inner, str(FOLDER / "test_attacks.py")],
        cwd=FOLDER.parents[1],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout[-20_000:] + result.stderr[-5_000:]
