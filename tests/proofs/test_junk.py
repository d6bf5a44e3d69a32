"""A good observation into bad ones: every one is bad, and the good one stays as it was."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from autograder.proofs.junk import WRONG, all_junk, spoilt
from autograder.wire.frames import encode
from tests import tiny


def frozen(value: Any) -> bytes:
    """A value as bytes, to be compared whatever it holds."""
    return encode(value)


def test_junk_holds_nothing_true() -> None:
    """Of all junk, no piece has a value that the good observation has."""
    good = tiny.right()
    kinds = dict(all_junk(good))
    assert len(kinds) == 1 + 2 * len(WRONG)
    assert kinds["no report"].evidence == {}
    for junk in kinds.values():
        for name, report in junk.evidence.items():
            assert frozen(report) != frozen(good.evidence[name])


def test_junk_keeps_the_names_of_values() -> None:
    """Half of the junk has every value that a check may ask for, with something wrong in it."""
    good = tiny.right()
    named = [junk for name, junk in all_junk(good) if name.startswith("every value")]
    assert len(named) == len(WRONG)
    for junk in named:
        for name, report in junk.evidence.items():
            values = good.evidence[name]["values"]
            assert list(report["values"]) == list(values)
            assert all(frozen(report["values"][key]) != frozen(values[key]) for key in values)


def test_a_spoilt_observation_differs_in_one_place() -> None:
    """Every spoilt observation has one place with a wrong value and is otherwise the good one."""
    good = tiny.right()
    for name, junk in spoilt(good):
        probe, *path = name.split(" is ")[0].split(".")
        wanted, seen = dict(good.evidence[probe]), dict(junk.evidence[probe])
        others = [other for other in good.evidence if other != probe]
        assert all(junk.evidence[other] is good.evidence[other] for other in others)
        assert [key for key in wanted if wanted[key] is not seen[key]] == path[:1]


def test_spoilt_places_lie_at_any_depth() -> None:
    """A place inside lists and dictionaries is spoilt too; of a list, only the first two items."""
    good = replace(tiny.right(), evidence={"ask": tiny.report(deep=[{"a": 1}, 2, 3])})
    places = {name.split(" is ")[0] for name, _junk in spoilt(good)}
    assert places == {
        "ask.values",
        "ask.values.deep",
        "ask.values.deep.0",
        "ask.values.deep.0.a",
        "ask.values.deep.1",
        "ask.trainings",
    }


def test_the_good_observation_is_left_alone() -> None:
    """Making junk of an observation changes nothing in it."""
    good = tiny.right()
    before = frozen(dict(good.evidence))
    for _ in (*all_junk(good), *spoilt(good)):
        pass
    assert frozen(dict(good.evidence)) == before


def test_a_report_that_is_no_report_can_be_spoilt() -> None:
    """An observation whose report is no dictionary is spoilt without a crash."""
    reports: list[Any] = [None, 7, [], "text"]
    for report in reports:
        list(spoilt(replace(tiny.right(), evidence={"ask": report})))
