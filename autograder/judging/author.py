"""Everything that a definition of an exercise is written with: the one import that it needs.

`docs/author.md` lists all of it, with an example each.
"""

from autograder.judging import expect
from autograder.judging.evidence import CLASSES, Evidence
from autograder.judging.exercise import Exercise, text
from autograder.judging.expect import Threshold
from autograder.judging.expected_errors import Cause, check_given
from autograder.judging.fits import (
    DataSeen,
    FitRecord,
    check_new_fits,
    data_seen,
    loss_ratio,
    lost_by_rounding,
    same_series,
)
from autograder.judging.values import (
    as_array,
    as_boolean,
    as_entry,
    as_integer,
    as_mapping,
    as_number,
    as_numbers,
    as_returned,
)
from autograder.wire.errors import Failure
from autograder.wire.messages import message

__all__ = [
    "CLASSES",
    "Cause",
    "DataSeen",
    "Evidence",
    "Exercise",
    "Failure",
    "FitRecord",
    "Threshold",
    "as_array",
    "as_boolean",
    "as_entry",
    "as_integer",
    "as_mapping",
    "as_number",
    "as_numbers",
    "as_returned",
    "check_given",
    "check_new_fits",
    "data_seen",
    "expect",
    "loss_ratio",
    "lost_by_rounding",
    "message",
    "same_series",
    "text",
]
