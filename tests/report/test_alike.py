"""One mistake of many students is one line, whatever the figures."""

from __future__ import annotations

from autograder.report.alike import Groups, kind_of
from autograder.wire.messages import Message, message


def seen(**values: float | str) -> Message:
    return message("exercise.outputs", **values)


def test_figures_do_not_divide_a_group() -> None:
    """Losses differ from student to student; counts, names and messages inside are the mistake."""
    assert kind_of(seen(loss=0.31)) == kind_of(seen(loss=0.32))
    assert kind_of(seen(count=5)) != kind_of(seen(count=10))
    assert kind_of(seen(name="relu")) != kind_of(seen(name="linear"))
    inner = [message("kind", name="int"), message("kind", name="str")]
    assert kind_of(message("a", of=inner[0])) != kind_of(message("a", of=inner[1]))
    assert kind_of(message("a", of=[inner[0], 1.5])) == kind_of(message("a", of=[inner[0], 2.5]))


def test_the_largest_groups_come_first() -> None:
    """One student alone is no group; the first message is the example."""
    groups = Groups()
    for student, count in (("Ada", 5), ("Ben", 9), ("Cem", 9), ("Eve", 9), ("Fay", 5), ("Gil", 1)):
        groups.add(student, seen(count=count))
    found = groups.largest(fewest=2, most=5)
    assert [one.students for one in found] == [["Ben", "Cem", "Eve"], ["Ada", "Fay"]]
    assert found[0].example == seen(count=9)
