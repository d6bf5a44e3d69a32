"""How a student who half understands rated the first message of each wrong work of the corpus.

0 is misleading, 1 is true but leaves open what to do, and with 2 the next step is obvious.
"""

from __future__ import annotations

import csv

from tests.corpus import FOLDER

with (FOLDER / "ratings.tsv").open(encoding="utf-8", newline="") as file:
    RATINGS = {row["work"]: row["rating"] for row in csv.DictReader(file, delimiter="\t")}


def test_every_wrong_work_has_a_rating() -> None:
    """A new one is rated before it is added."""
    works = {path.relative_to(FOLDER).as_posix() for path in FOLDER.glob("wrong/*/*.py")}
    assert works == RATINGS.keys()


def test_no_message_misleads_and_most_show_the_next_step() -> None:
    """None is rated 0, and nine of ten are rated 2."""
    ratings = [*RATINGS.values()]
    assert set(ratings) <= {"1", "2"}
    assert ratings.count("2") >= 0.9 * len(ratings)
