"""Everything that a definition of an exercise is written with: the one import that it needs.

`docs/author.md` lists all of it, with an example each.
"""

from autograder.judging import expect
from autograder.judging.by_hand import Pass, dense_pass
from autograder.judging.colour_names import blue_or_red
from autograder.judging.data_seen import DataSeen, data_seen
from autograder.judging.evidence import CLASSES, Evidence
from autograder.judging.exercise import Exercise, text
from autograder.judging.expect import Threshold
from autograder.judging.expected_errors import Cause, check_given
from autograder.judging.fits import (
    FitRecord,
    check_comparable,
    check_moves,
    check_new_fits,
    check_own_models,
    join_fits,
    loss_ratio,
    lost_by_rounding,
    penalties,
    same_series,
)
from autograder.judging.pairs import Pairs, check_none_left_out, first_pairs
from autograder.judging.usual_network import flattens_whole_images, has_one_hidden_layer
from autograder.judging.values import (
    as_array,
    as_boolean,
    as_entry,
    as_integer,
    as_list,
    as_mapping,
    as_number,
    as_numbers,
    as_returned,
    as_scalar,
    rule_of,
)
from autograder.recipes.activations import softmax
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
    "Pairs",
    "Pass",
    "Threshold",
    "as_array",
    "as_boolean",
    "as_entry",
    "as_integer",
    "as_list",
    "as_mapping",
    "as_number",
    "as_numbers",
    "as_returned",
    "as_scalar",
    "blue_or_red",
    "check_comparable",
    "check_given",
    "check_moves",
    "check_new_fits",
    "check_none_left_out",
    "check_own_models",
    "data_seen",
    "dense_pass",
    "expect",
    "first_pairs",
    "flattens_whole_images",
    "has_one_hidden_layer",
    "join_fits",
    "loss_ratio",
    "lost_by_rounding",
    "message",
    "penalties",
    "rule_of",
    "same_series",
    "softmax",
    "text",
]
