"""Commands that start processes of the sandbox, tier by tier."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from autograder import PACKAGE
from autograder.sandbox.bubblewrap import BECOME
from autograder.sandbox.launch import (
    CHILD_PACKAGES,
    TRAINER_PACKAGES,
    USERS,
    Place,
    Sandbox,
    own_user,
    trainer_command,
    zygote_command,
)
from autograder.wire.tier import FULL, NONE, UID, Tier
from tests.own_course import PUBLIC


def test_only_the_full_sandbox_starts_bubblewrap(tmp_path: Path) -> None:
    """The other tiers start Python itself."""
    assert zygote_command(Sandbox(FULL, "/bin/bwrap"), (PUBLIC,), tmp_path)[0] == "/bin/bwrap"
    for tier in (UID, NONE):
        (tmp_path / tier).mkdir()
        command = zygote_command(Sandbox(tier), (PUBLIC,), tmp_path / tier)
        assert "python" in command[0]
        assert "bwrap" not in " ".join(command)


@pytest.mark.parametrize("tier", [UID, NONE])
def test_outside_namespaces_a_process_gets_its_packages_alone(tier: Tier, tmp_path: Path) -> None:
    """What runs beside student code is copied, readable by anybody; nothing else of ours is."""
    for name in ("worker", "trainer"):
        (tmp_path / name).mkdir()
    zygote_command(Sandbox(tier), (PUBLIC,), tmp_path / "worker")
    trainer_command(Sandbox(tier), tmp_path / "trainer")
    for name, packages in (("worker", CHILD_PACKAGES), ("trainer", TRAINER_PACKAGES)):
        package = Place(tmp_path / name).code / "autograder"
        assert {path.name for path in package.iterdir()} == {"__init__.py", *packages}
        modes = {(path.is_dir(), path.stat().st_mode & 0o777) for path in package.rglob("*")}
        assert modes == {(True, 0o755), (False, 0o644)}


@pytest.mark.parametrize("tier", [FULL, UID, NONE])
def test_every_tier_has_the_same_settings(tier: Tier, tmp_path: Path) -> None:
    """One thread, and a temporary folder of its own."""
    command = zygote_command(Sandbox(tier, "bwrap"), (PUBLIC,), tmp_path)
    script = command[command.index("-c") + 1]
    assert "os.environ['OMP_NUM_THREADS'] = '1'" in script
    assert "TMPDIR" in script
    assert (str(tmp_path) in script) is (tier != FULL)


@pytest.mark.parametrize("tier", [FULL, UID])
def test_no_command_says_where_the_course_is(tier: Tier, tmp_path: Path) -> None:
    """What a child can read of a command and of its mounts are copies with neutral names."""
    command = zygote_command(Sandbox(tier, "bwrap"), (PUBLIC,), tmp_path)
    assert str(PUBLIC) not in " ".join(command)
    shown = [word for word in command if str(PACKAGE) in word]
    # As far as Python is installed there, it is hidden by its name.
    assert not shown or PACKAGE.is_relative_to(sys.prefix)


def test_root_can_start_a_program_as_a_user_who_owns_nothing(tmp_path: Path) -> None:
    """Without a namespace of users; what becomes of the rights is tried by the self-test."""
    sandbox = Sandbox(FULL, "bwrap", has_users=True)
    command = trainer_command(sandbox, tmp_path)
    assert "--unshare-all" not in command
    assert int(command[command.index(BECOME) + 1]) in USERS
    assert own_user(sandbox) is None


def test_every_process_of_the_tier_uid_has_a_user_to_itself() -> None:
    """Two of them cannot touch each other; in the other tiers the user stays."""
    users = [own_user(Sandbox(UID)) for _ in range(64)]
    assert len(set(users)) == len(users)
    assert all(user in USERS for user in users)
    assert own_user(Sandbox(FULL)) is None
    assert own_user(Sandbox(NONE)) is None
