"""Points by hand are numbers of points."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.commands.students import adjust_points
from autograder.course import find_course
from autograder.wire.errors import UsageError

COURSE = find_course(Path(__file__).parent)


@pytest.mark.parametrize("points", [float("inf"), float("-inf"), float("nan"), 1e300])
def test_what_is_no_number_of_points_is_refused(points: float, tmp_path: Path) -> None:
    """It is refused before anything is written."""
    with pytest.raises(UsageError, match="no number of points"):
        adjust_points(
            COURSE,
            tmp_path,
            assignment=None,
            student="ada",
            slug=None,
            check=None,
            points=points,
            comment="",
        )
    assert not any(tmp_path.iterdir())
