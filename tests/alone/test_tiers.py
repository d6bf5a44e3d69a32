"""The best tier that proves itself, and what is said where none does."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.sandbox.launch import Sandbox
from autograder.sandbox.tiers import (
    candidates,
    choose_sandbox,
    possible_in,
    problem_of,
    try_sandbox,
)
from autograder.wire.errors import UsageError
from autograder.wire.tier import FULL, NONE, OWNS, UID, Tier

pytestmark = pytest.mark.xdist_group("tiers")

FIRST = choose_sandbox(allow_unsandboxed=True)


def problems(**of: str) -> Callable[[Sandbox], str]:
    """A machine on which each tier named fails for that reason."""
    return lambda sandbox: of.get(sandbox.name, "")


def test_the_best_tier_that_holds_is_chosen() -> None:
    """`full` before `uid`, and `uid` only where `full` fails."""
    assert choose_sandbox(problem=problems()).name == FULL
    assert choose_sandbox(problem=problems(full="no namespaces")).name == UID


def test_no_sandbox_is_refused_unless_it_is_asked_for() -> None:
    """Where no tier holds, grading is refused with both reasons and the option that allows it."""
    none = problems(full="no namespaces", uid="you are not root")
    words = r"no namespaces.*you are not root.*--allow-unsandboxed"
    with pytest.raises(UsageError, match=words):
        choose_sandbox(problem=none)
    assert choose_sandbox(allow_unsandboxed=True, problem=none) == Sandbox(NONE)


@pytest.mark.parametrize(
    ("offered", "required", "enough"),
    [
        (FULL, FULL, True),
        (FULL, UID, True),
        (UID, UID, True),
        (UID, FULL, False),
        (NONE, UID, False),
    ],
)
def test_a_tier_can_be_required(offered: Tier, required: Tier, enough: bool) -> None:
    """A weaker tier than asked for is refused, with what this machine offers."""
    tiers = (FULL, UID, NONE)
    worse = dict.fromkeys(tiers[: tiers.index(offered)], "it does not work")
    if enough:
        assert choose_sandbox(require=required, problem=problems(**worse)).name == offered
        return
    with pytest.raises(UsageError, match=f"offers tier '{offered}'.*'{required}'"):
        choose_sandbox(allow_unsandboxed=True, require=required, problem=problems(**worse))


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_other_systems_are_told_what_to_do(platform: str) -> None:
    """The watch needs Linux: elsewhere nothing is run, not even when it is asked for."""
    with pytest.raises(UsageError, match="container"):
        choose_sandbox(allow_unsandboxed=True, platform=platform, problem=problems())


@pytest.mark.skipif(FIRST.name == NONE, reason="this machine offers no sandbox")
def test_the_sandbox_of_this_machine_keeps_everything_in() -> None:
    """The self-test finds nothing possible but what honest code does."""
    deeds = try_sandbox(FIRST)
    assert {deed for deed, can in deeds.items() if can} == possible_in(FIRST)
    assert len(deeds) == 11


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give others a user of their own")
def test_roots_children_own_nothing_where_they_can_read_python() -> None:
    """With a user of its own, student code owns no file of this machine; without, it does."""
    for sandbox in candidates():
        if problem_of(sandbox):
            continue
        owns = try_sandbox(sandbox)[OWNS]
        assert owns == (sandbox.name == FULL and not sandbox.has_users)


def test_a_machine_where_others_cannot_read_python_keeps_its_tier() -> None:
    """Root's processes are root's where no other user would do; the tier is the same."""
    chosen = choose_sandbox(problem=lambda one: "Permission denied" if one.has_users else "")
    assert (chosen.name, chosen.has_users) == (FULL, False)


def test_without_a_sandbox_the_self_test_says_what_is_possible(tmp_path: Path) -> None:
    """The truth is told about `none`, and nothing is left behind by telling it."""
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    deeds = try_sandbox(Sandbox(NONE), [hidden])
    assert deeds["read what is hidden from students"]
    assert deeds["write outside its temporary folders"]
    assert not deeds["start a process"]
    assert not deeds["open a connection"]
    assert not deeds["signal the worker"]
    for folder in ("/tmp", "/var/tmp", "/dev/shm"):
        assert not list(Path(folder).glob("autograder-????????????????"))


def test_a_bubblewrap_that_cannot_start_is_quoted(tmp_path: Path) -> None:
    """Its own words are the reason, with the line that helps where it is a known one."""
    broken = tmp_path / "bwrap"
    broken.write_text("#!/bin/sh\necho setting up uid map: Permission denied >&2\nexit 1\n")
    broken.chmod(0o755)
    reason = problem_of(Sandbox(FULL, str(broken)))
    assert "setting up uid map" in reason
    assert "apparmor_restrict_unprivileged_userns=0" in reason
    assert problem_of(Sandbox(FULL, str(tmp_path / "nowhere")))


def test_a_missing_bubblewrap_is_named() -> None:
    """Where there is no program to try, that is the reason."""
    *full, uid = candidates("")
    assert [one.name for one in full] == [FULL] * len(full)
    assert uid.name == UID
    assert {problem_of(one) for one in full} == {"bubblewrap is not installed"}


@pytest.mark.skipif(os.geteuid() == 0, reason="this is said to people who are not root")
def test_only_root_has_the_tier_uid() -> None:
    """Nobody else can run a process as somebody else."""
    assert "root" in problem_of(Sandbox(UID))
