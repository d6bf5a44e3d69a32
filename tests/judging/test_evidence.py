"""Claims from the sandbox into values of a known type: each reading is whole, or a failure."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as st_numpy

from autograder.judging.data_seen import DataSeen
from autograder.judging.evidence import CLASSES, Evidence, evidence_of, without_weights
from autograder.judging.expect import Threshold
from autograder.judging.fits import FitRecord
from autograder.judging.values import (
    LONGEST_SERIES,
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
    described,
)
from autograder.recipes import recipe
from autograder.recipes.layers import Layer
from autograder.recipes.workings import Workings
from autograder.records import Observation, OnTrust, Outcome, Relabelled
from autograder.report.catalogue import Words, english
from autograder.wire.errors import Failure
from autograder.wire.frames import LARGEST_INTEGER, Raised, Thing
from autograder.wire.messages import Message, message
from tests import tiny
from tests.trainings import fact, record

TRAINING = record()
IMAGES = TRAINING["images"]

# What a decoded frame can hold.
plain = (
    st.none()
    | st.booleans()
    | st.integers(1 - LARGEST_INTEGER, LARGEST_INTEGER - 1)
    | st.floats()
    | st.text(max_size=5)
    | st.builds(Raised, st.lists(st.text(max_size=3), max_size=2).map(tuple), st.text(max_size=3))
    | st.builds(Thing, st.text(max_size=3), st.text(max_size=3))
    | st_numpy.arrays(
        st_numpy.boolean_dtypes()
        | st_numpy.floating_dtypes(sizes=(16, 32, 64))
        | st_numpy.integer_dtypes(),
        st_numpy.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=3),
    )
)
junk = st.recursive(
    plain,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3) | st.none(), inner)
    ),
    max_leaves=6,
)


def seen(value: Any) -> Evidence:
    """Evidence with one value, named `it`."""
    return Evidence({"values": {"it": value}, "trainings": []})


def reading(evidence: Evidence, name: str) -> Callable[[], Any]:
    """The reading method of that name, ready to be called."""
    arguments: dict[str, tuple[Any, ...]] = {
        "items": ("it", 2),
        "array": ("it", (None, 2)),
        "fits": (),
    }
    return lambda: getattr(evidence, name)(*arguments.get(name, ("it",)))


def failure(read: Callable[[], Any]) -> Message:
    with pytest.raises(Failure) as caught:
        read()
    return caught.value.message


def english_words(read: Callable[[], Any]) -> Words:
    """What a student reads of a failure."""
    return english().words(failure(read))


def outcome_of(read: Callable[[], Any]) -> Any:
    """What a reading gives, or the failure that it raises."""
    try:
        return read()
    except Failure as error:
        return error


def finite(value: Any) -> bool:
    return type(value) in (int, float) and math.isfinite(value)


def whole_numbers(values: Any) -> bool:
    return isinstance(values, tuple) and all(type(value) is int for value in values)


def is_layer(value: Any) -> bool:
    return (
        isinstance(value, Layer)
        and isinstance(value.kind, str)
        and isinstance(value.activation, str)
        and whole_numbers((value.units, *value.output_shape))
        and finite(value.rate)
        and finite(value.scale)
    )


def is_data(value: Any) -> bool:
    return value is None or (
        isinstance(value, DataSeen)
        and whole_numbers((value.count, *value.shape))
        and finite(value.minimum)
        and finite(value.maximum)
        and finite(value.mean)
        and isinstance(value.digest, str)
        and isinstance(value.rows, bytes)
    )


def is_training(value: Any) -> bool:
    texts = (value.loss, value.optimizer, *value.metrics, *value.logs)
    return (
        isinstance(value, FitRecord)
        and all(map(is_layer, value.layers))
        and all(isinstance(part, str) for part in texts)
        and value.from_logits in (True, False)
        and whole_numbers((value.epochs,))
        and value.start in ("new", "earlier", "given")
        and all(map(is_data, (value.images, value.labels, value.sample_weight)))
        and all(map(is_data, (value.validation, value.validation_labels)))
        and all(all(map(finite, series)) and series for series in value.logs.values())
        and (value.raised is None or isinstance(value.raised, Raised))
    )


def is_array(value: Any) -> bool:
    return (
        isinstance(value, np.ndarray)
        and value.dtype == np.float64
        and value.ndim == 2
        and value.shape[1] == 2
        and bool(np.isfinite(value).all())
    )


PROMISED: dict[str, Callable[[Any], bool]] = {
    "integer": lambda value: type(value) is int,
    "number": lambda value: type(value) is float and finite(value),
    "boolean": lambda value: type(value) is bool,
    "text": lambda value: type(value) is str,
    "raised": lambda value: isinstance(value, Raised),
    "mapping": lambda value: isinstance(value, dict),
    "items": lambda value: isinstance(value, list) and len(value) == 2,
    "numbers": lambda value: isinstance(value, tuple) and bool(value) and all(map(finite, value)),
    "array": is_array,
    "fits": lambda value: isinstance(value, tuple) and all(map(is_training, value)),
}

# ---- whatever arrives --------------------------------------------------------------------------


@given(junk)
def test_any_report_is_evidence_or_nothing(report: Any) -> None:
    """A report of any kind makes evidence, of which every reading fails when it holds nothing."""
    evidence = Evidence(report)
    for name in PROMISED:
        failure(reading(evidence, name))


@given(junk)
def test_any_value_is_what_was_promised_or_a_failure(value: Any) -> None:
    """Whatever a value is, a reading gives the promised type or raises a failure with words."""
    evidence = Evidence({"values": {"it": value}, "trainings": value})
    for name, promised in PROMISED.items():
        outcome = outcome_of(reading(evidence, name))
        if isinstance(outcome, Failure):
            assert english().words(outcome.message).expected
            assert english().words(outcome.message).seen
        else:
            assert promised(outcome), name


@given(junk, st.sampled_from(sorted(TRAINING)))
def test_any_part_of_a_training_is_read_or_a_failure(value: Any, key: str) -> None:
    """A record of a training with any junk in any one place is read or is a failure."""
    evidence = Evidence({"values": {}, "trainings": [TRAINING | {key: value}]})
    outcome = outcome_of(evidence.fits)
    assert isinstance(outcome, Failure) or all(map(is_training, outcome))


@given(junk, st.sampled_from(sorted(IMAGES)), st.sampled_from(sorted(TRAINING["fit"])))
def test_any_part_inside_a_training_is_read_or_a_failure(
    value: Any, data_key: str, fit_key: str
) -> None:
    """Junk inside the described data or the recipe of a training is read or is a failure."""
    for changed in (
        {"images": IMAGES | {data_key: value}},
        {"fit": TRAINING["fit"] | {fit_key: value}},
        {"logs": {"loss": value}},
    ):
        outcome = outcome_of(Evidence({"trainings": [TRAINING | changed]}).fits)
        assert isinstance(outcome, Failure) or all(map(is_training, outcome))


@given(junk)
def test_any_value_has_words(value: Any) -> None:
    """Every value is described in some words, and not in many."""
    said = english().say(message("value.typed", value=described(value), kind=""))
    assert 0 < len(said) < 300 * 12


# ---- what is read ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("integer", 3, 3),
        ("number", 3, 3.0),
        ("number", 0.5, 0.5),
        ("boolean", False, False),
        ("text", "", ""),
        ("raised", Raised((), ""), Raised((), "")),
        ("mapping", {}, {}),
        ("items", [None, "a"], [None, "a"]),
        ("numbers", [1, 0.5], (1.0, 0.5)),
        ("numbers", np.array([1, 2], np.int8), (1.0, 2.0)),
        ("raw", None, None),
    ],
)
def test_what_fits_is_read(name: str, value: Any, read: Any) -> None:
    """A value of the type that is asked for comes back as it is."""
    assert getattr(seen(value), name)(*(("it", 2) if name == "items" else ("it",))) == read


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("integer", True),
        ("integer", 3.0),
        ("integer", "3"),
        ("number", True),
        ("number", "0.5"),
        ("number", math.nan),
        ("number", -math.inf),
        ("boolean", 1),
        ("text", 1),
        ("raised", "ValueError"),
        ("mapping", []),
        ("items", [1]),
        ("items", (1, 2)),
        ("numbers", []),
        ("numbers", 3.0),
        ("numbers", [True]),
        ("numbers", [1, math.nan]),
        ("numbers", np.zeros((2, 2))),
        ("numbers", np.array([])),
        ("numbers", np.array([math.inf])),
        ("numbers", [0.0] * (LONGEST_SERIES + 1)),
    ],
)
def test_what_does_not_fit_fails(name: str, value: Any) -> None:
    """A near relative of what is asked for is not taken for it."""
    assert english_words(reading(seen(value), name)).seen


@pytest.mark.parametrize("name", [name for name in PROMISED if name != "fits"])
def test_what_is_missing_fails(name: str) -> None:
    """A value that was not reported fails every reading, by its name."""
    caught = failure(reading(Evidence({"values": {}}), name))
    assert caught == message("report.missing", value="it")


def test_names_read_as_words() -> None:
    """Without other words, a failure uses the value's name, its underscores as spaces."""
    evidence = Evidence({"values": {"last_loss": None}})
    said = english_words(lambda: evidence.number("last_loss"))
    assert (said.about, said.expected) == ("`last loss`", "a number")


def test_a_message_of_the_exercise_is_used() -> None:
    """A failure has the message and the values that the check gave."""
    caught = failure(lambda: seen(0.5).integer("it", "own.answer", width=3))
    assert (caught.name, caught.values["width"]) == ("own.answer", 3)
    assert caught.values["expected"] == message("value.whole_number")
    assert english().words(caught).seen == "0.5 (a number)"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "None"),
        (True, "True"),
        (3, "3 (a whole number)"),
        (0.5, "0.5 (a number)"),
        ("9", "'9' (text)"),
        ([1], "[1] (a list)"),
        (Thing("Sequential", "<Sequential>"), "a Keras model"),
        (Raised(("KeyError", "Exception"), "x"), "an exception, KeyError"),
        (Raised((), "x"), "an exception, unnamed"),
        (np.zeros((2, 3)), "an array of shape (2, 3)"),
    ],
)
def test_values_in_words(value: Any, words: str) -> None:
    """A student reads what kind of value was seen."""
    assert english().say(message("place.named", name=described(value))) == words


# ---- arrays ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "shape"),
    [
        (np.zeros((3, 2), np.uint8), (3, 2)),
        (np.zeros((3, 2), np.float16), (None, 2)),
        (np.ones((3, 2), bool), (None, None)),
        ([[1, 2], [3, 4.5]], (2, 2)),
        ([np.zeros(2), np.ones(2)], (2, 2)),
        (np.zeros(()), ()),
        ([], (0,)),
    ],
)
def test_an_array_of_the_shape_is_read(value: Any, shape: tuple[int | None, ...]) -> None:
    """An array, or lists nested like one, comes back as float64 when its shape fits."""
    read = as_array(value, shape, "own.it")
    assert read.dtype == np.float64
    assert np.array_equal(read, np.asarray(value, np.float64))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (np.zeros((2, 3)), "an array of shape (2, 3)"),
        (np.zeros(2), "an array of shape (2,)"),
        ([[1, 2, 3]], "an array of shape (1, 3)"),
        ([[1, 2], [3]], "[[1, 2], [3]] (a list)"),
        ([["1", "2"]], "[['1', '2']] (a list)"),
        ([[None, 1]], "[[None, 1]] (a list)"),
        ([[math.nan, 1]], "NaN or infinity"),
        (np.array([[math.inf, 1]]), "NaN or infinity"),
        (1.0, "1.0 (a number with a decimal point)"),
        (None, "None"),
    ],
)
def test_what_is_no_such_array_fails(value: Any, words: str) -> None:
    """Another shape, text, ragged lists and values that are not finite fail, and say so."""
    assert english_words(lambda: as_array(value, (None, 2), "own.it")).seen == words


def test_the_wanted_shape_is_said() -> None:
    """A failure names the shape that was wanted, with `any` for a free length."""
    caught = failure(lambda: as_array(1, (None, 10), "own.answer"))
    assert caught.values["expected"] == message("value.array", shape="(any, 10)")


def any_list(value: Any, name: str, **values: Any) -> list[Any]:
    return as_list(value, None, name, **values)


READERS: list[Callable[..., Any]] = [
    as_integer,
    as_number,
    as_scalar,
    as_boolean,
    as_mapping,
    any_list,
    as_numbers,
]


@pytest.mark.parametrize("read", READERS)
def test_loose_values_are_read_the_same_way(read: Callable[..., Any]) -> None:
    """Values inside lists and dictionaries are read with the same messages and values."""
    caught = failure(lambda: read(Thing("Odd", ""), "own.third", place=3))
    assert (caught.name, caught.values["place"]) == ("own.third", 3)
    assert "hint" not in caught.values


@pytest.mark.parametrize("read", READERS)
def test_the_next_step_fits_what_was_seen(read: Callable[..., Any]) -> None:
    """What returned nothing, or was never called, has a next step of its own."""
    nothing = failure(lambda: read(None, "own.it"))
    assert nothing.values["hint"] == message("hint.nothing")
    not_called = failure(lambda: read(Thing("method", ""), "own.it"))
    assert not_called.values["hint"] == message("hint.not_called")


@pytest.mark.parametrize(
    ("value", "step"),
    [(6.0, "make_it_whole"), ("6", "make_it_whole"), (np.array([6]), "take_the_number")],
)
def test_what_is_nearly_a_whole_number_is_told_so(value: Any, step: str) -> None:
    """A whole number in another form needs `int`, or `item`, whatever the check would say."""
    nearly = failure(lambda: as_integer(value, "own.it"))
    assert nearly.values["hint"] == message(f"hint.{step}")
    assert "hint" not in failure(lambda: as_integer(6.5, "own.it")).values


def test_a_scalar_is_a_number_however_it_is_wrapped() -> None:
    """Arrays and tensors of shape () hold a number; those of other shapes, and NaN, do not."""
    assert [as_scalar(value, "own.it") for value in (2, 2.5, np.array(3))] == [2.0, 2.5, 3.0]
    for value in (np.array([2.5]), True, np.array(True), float("nan"), np.array(np.inf), "2"):
        assert failure(partial(as_scalar, value, "own.it")).name == "own.it"


def test_a_list_may_be_an_array_and_have_a_length() -> None:
    """The rows of a table are a list of arrays; another count is told with the one expected."""
    assert as_list(np.array([1, 2]), 2, "own.it") == [1, 2]
    assert [row.tolist() for row in as_list(np.eye(2), None, "own.it")] == [[1, 0], [0, 1]]
    wrong = failure(lambda: as_list([1, 2], 3, "own.it"))
    assert wrong.values["expected"] == message("value.items", count=3)
    others: list[Any] = [np.array(1.0), np.zeros(LONGEST_SERIES + 1), {}, "two"]
    for value in others:
        assert failure(partial(as_list, value, None, "own.it")).name == "own.it"


def test_a_missing_key_is_told_with_those_there_are() -> None:
    """What a dictionary has under a key is read; else the student reads its keys."""
    assert as_entry({"raw": 1}, "raw", "own.it") == 1
    for mapping, keys in (({"Raw": 1, 2: 3}, "['Raw', 2]"), ({}, "no keys")):
        said = english_words(lambda: as_entry(mapping, "raw", "own.it"))  # noqa: B023 - at once
        assert (said.expected, said.seen) == ("the key 'raw'", keys)


PROBLEM = {"raised": Raised(("ValueError",), "no"), "said": None}


@pytest.mark.parametrize(
    ("report", "name"),
    [
        (None, "report.of_function"),
        ({"problem": None}, "report.of_function"),
        ({"returned": 3, "problem": PROBLEM}, "crash"),
        ({"returned": 3, "problem": np.zeros(3)}, "crash"),
    ],
)
def test_what_did_not_return_fails(report: Any, name: str) -> None:
    """A function that raised, or of which there is no report, returned nothing."""
    assert failure(lambda: as_returned(report)).name == name


def test_what_a_function_returned_is_read() -> None:
    """What a function returned may be anything, None too; a hint may take the place of its own."""
    assert as_returned({"returned": None, "problem": None}) is None
    said = english_words(lambda: as_returned({"problem": PROBLEM}))
    assert (said.expected, said.seen) == ("your code to run to its end", "ValueError: no")
    own = message("own.hint")
    assert failure(lambda: as_returned({"problem": PROBLEM}, hint=own)).values["hint"] == own


# ---- trainings ---------------------------------------------------------------------------------

FACTS = (fact(),)


def test_without_a_trainer_the_records_count() -> None:
    """Where there is no trainer, the records in the report are the trainings."""
    first, second = Evidence({"trainings": [record(), record(epochs=2)]}).fits()
    assert (first.epochs, second.epochs, first.level) == (1, 2, "trust")


def test_facts_count_where_there_is_a_trainer() -> None:
    """What the trainer did are the trainings; the report adds nothing to them."""
    assert Evidence({"trainings": []}, FACTS).fits() == FACTS


REASON = message("unrepeatable.frozen", layer="Mine")
UNREPEATED = record(fit=None, reason=msgspec.to_builtins(REASON), answered=1, epochs=2)


def test_claims_and_facts_are_read_in_their_order() -> None:
    """What the trainer could not do stands among what it did, and is remembered as trusted."""
    evidence = Evidence({"trainings": [UNREPEATED]}, [FACTS[0], replace(FACTS[0], order=1)])
    assert [fit.level for fit in evidence.fits()] == ["trained", "trust", "trained"]
    assert evidence.trusted == REASON
    facts = Evidence({"trainings": []}, FACTS)
    assert (facts.fits(), facts.trusted) == (FACTS, None)


def test_a_claim_without_a_reason_is_not_the_trainers() -> None:
    """A record beside a trainer is on trust, whatever it says of itself."""
    evidence = Evidence({"trainings": [record()]}, FACTS)
    evidence.fits()
    assert evidence.trusted == message("unrepeatable.not_ours")


def test_a_course_may_take_nothing_on_trust() -> None:
    """A training that the trainer could not do then fails whoever asks, with the reason."""
    caught = failure(Evidence({"trainings": [UNREPEATED]}, FACTS, on_trust="refuse").fits)
    assert caught == message("fit.unrepeatable", reason=REASON)
    assert failure(Evidence({"trainings": [UNREPEATED]}, on_trust="refuse").fits) == caught
    ours = failure(Evidence({"trainings": [record()]}, FACTS, on_trust="refuse").fits)
    assert ours.values["reason"] == message("unrepeatable.not_ours")


def scored(scores: Any) -> Evidence:
    """What a network on trust answered to the hidden images."""
    return Evidence({"trainings": [UNREPEATED]}, (), scores)


def test_answers_of_a_network_on_trust_are_compared_with_the_labels() -> None:
    """The judge counts the right ones itself, whatever the sandbox says of them."""
    truth = tiny.truth()
    right = np.eye(CLASSES, dtype=np.float32)[truth.hidden_labels]
    half = Threshold("more_layers.accuracy", at_least=0.5)
    scored(right).check_unseen_accuracy(truth, half)
    assert failure(lambda: scored(right[::-1]).check_unseen_accuracy(truth, half)).name == half.name
    unknown_start = Evidence({"trainings": [UNREPEATED | {"start": "unknown"}]}, (), right[::-1])
    assert failure(lambda: unknown_start.check_unseen_accuracy(truth, half)).name == half.name
    by_hand = Evidence({"trainings": [UNREPEATED | {"start": "given"}]}, (), right)
    assert failure(lambda: by_hand.classified(truth)).name == "fit.weights_set_before"


@pytest.mark.parametrize(
    ("scores", "name"),
    [
        (None, "report.no_weights"),
        ("9", "report.no_weights"),
        (np.array(1.0), "report.no_weights"),
        (np.zeros((10, 10), int), "report.no_weights"),
        (np.full((10, 10), math.nan), "network.predictions_not_finite"),
        (np.zeros((3, 10)), "fit.output_shape"),
        (np.zeros((10, 28, 10)), "fit.output_shape"),
    ],
)
def test_answers_of_another_form_fail(scores: Any, name: str) -> None:
    """What is no finite array with ten numbers for each image is no answer."""
    assert failure(lambda: scored(scores).classified(tiny.truth())).name == name


TRACED = replace(fact(), network=None, level="traced")


RIGHT = np.eye(CLASSES, dtype=np.float32)
ORDER = tuple(np.roll(np.arange(CLASSES), 3).tolist())
# What a network answers to one image of each class that was trained on labels in that order.
FOLLOWS = RIGHT[list(ORDER)]
HALF = Threshold("more_layers.accuracy", at_least=0.5)


def answered(
    answers: Any, others: Any = FOLLOWS, on_trust: OnTrust = "count", scores: Any = None
) -> Evidence:
    """What a traced network answered to the hidden images, and what it did on other labels."""
    relabelled = None if others is None else Relabelled(ORDER, others)
    given = {"answers": answers, "relabelled": relabelled}
    return Evidence({"trainings": []}, (TRACED,), scores, on_trust, **given)


def test_answers_of_a_traced_network_are_facts() -> None:
    """The judge counts the right ones, whatever the sandbox answers, and trusts nobody."""
    truth = tiny.truth()
    evidence = answered(RIGHT, scores=RIGHT[::-1])
    evidence.check_unseen_accuracy(truth, HALF)
    assert evidence.trusted is None
    wrong = answered(RIGHT[::-1], scores=RIGHT)
    assert failure(lambda: wrong.check_unseen_accuracy(truth, HALF)).name == HALF.name
    none = Evidence({"trainings": []}, (TRACED,), RIGHT)
    assert failure(lambda: none.classified(truth)).name == "report.no_weights"


@pytest.mark.parametrize("others", [RIGHT, np.arange(CLASSES, dtype=np.uint8)], ids=["scores", ""])
def test_what_a_network_knew_before_earns_nothing(others: Any) -> None:
    """One that was trained on other labels and still knows the right ones never learnt them."""
    truth = tiny.truth()
    traced = answered(RIGHT, others)
    recipe = Evidence(
        {"trainings": []},
        FACTS,
        given_classes=np.arange(CLASSES),
        relabelled=Relabelled(ORDER, others),
    )
    for evidence in (traced, recipe):
        caught = failure(lambda: evidence.check_unseen_accuracy(truth, HALF))  # noqa: B023 - at once
        assert caught.name == "fit.knew_before"


def test_what_does_not_do_what_was_seen_of_it_is_on_trust() -> None:
    """Every check that reads its trainings says so."""
    evidence = Evidence({"trainings": []}, (TRACED,), contradicted=True)
    assert evidence.last_fit() == TRACED
    assert evidence.trusted == message("unrepeatable.graph_contradicted")


@pytest.mark.parametrize(
    ("others", "reason"),
    [
        (RIGHT[[9] * CLASSES], "follows_no_labels"),
        (None, "other_labels"),
        (message("fit.none"), "other_labels"),
        (np.full((3, 10), 0.1), "other_labels"),
        (np.full((10, 10), math.nan), "other_labels"),
    ],
    ids=["says neither", "none", "message", "shape", "not finite"],
)
def test_what_follows_no_labels_is_on_trust(others: Any, reason: str) -> None:
    """What says neither may open a gate for right labels; what is not known nobody loses by."""
    truth = tiny.truth()
    evidence = answered(RIGHT, others)
    evidence.check_unseen_accuracy(truth, HALF)
    assert evidence.trusted == message(f"unrepeatable.{reason}")
    refuses = answered(RIGHT, others, "refuse")
    refused = failure(lambda: refuses.check_unseen_accuracy(truth, HALF))
    assert refused == message("fit.unrepeatable", reason=message(f"unrepeatable.{reason}"))


def test_no_training_is_not_no_record() -> None:
    """An empty record says that nothing was trained; a missing one fails, whatever the facts."""
    assert Evidence({"trainings": []}).fits() == ()
    assert failure(Evidence({}).fits).name == "report.no_trainings"
    assert failure(Evidence({}, FACTS).fits).name == "report.no_trainings"


@pytest.mark.parametrize(
    ("trained_by", "facts", "count"), [("trainer", {"ask": FACTS}, 1), ("trainer", {}, 0)]
)
def test_a_probe_has_its_own_facts(trained_by: Any, facts: Any, count: int) -> None:
    """Of what the trainer did, a probe's evidence has what was done for it; it may be nothing."""
    report: Any = {"ask": {"values": {}, "trainings": []}}
    observation = Observation(Outcome.FINISHED, report, trainings=facts, trained_by=trained_by)
    assert len(evidence_of(observation, "ask").fits()) == count


def test_without_a_trainer_there_are_no_facts() -> None:
    """Where children train by themselves, nothing counts as a fact."""
    report = {"ask": {"values": {}, "trainings": [record()]}}
    observation = Observation(Outcome.FINISHED, report, trainings={"ask": FACTS * 3})
    (training,) = evidence_of(observation, "ask").fits()
    assert training.level == "trust"


@pytest.mark.parametrize(
    ("kept", "step"),
    [
        (["cache", ""], message("hint.kept_in_cache")),
        (["name", "net"], message("hint.kept_in_name", name="net")),
        (["layers", "parts"], message("hint.kept_layers", name="parts")),
        ([], None),
        (["name", 3], None),
        (None, None),
        ("name", None),
    ],
)
def test_a_model_that_outlives_its_call_has_its_step(kept: Any, step: Message | None) -> None:
    """As the probe reports it, whatever that is."""
    evidence = Evidence({"values": {"kept": kept}})
    assert evidence.kept().get("hint") == step
    is_of_layers = isinstance(kept, list) and kept[:1] == ["layers"]
    assert evidence.shared_layers() == (evidence.kept() if is_of_layers else {})


def test_layers_are_seen_for_what_they_do() -> None:
    """What was measured of the last network decides which of its layers count."""
    flatten, wide = recipe.Flatten(), recipe.Dense(8, "relu")
    made = fact(flatten, wide, recipe.Dense(6, "relu"), recipe.Dense(10, "softmax"))
    seen = Observation(
        Outcome.FINISHED,
        evidence={"ask": {"values": {}, "trainings": []}},
        trainings={"ask": (made, made)},
        trained_by="trainer",
        workings={"ask": Workings(idle=(2,), straight=(1,))},
    )
    first, last = evidence_of(seen, "ask").fits()
    assert [str(one) for one in first.layers.hidden] == ["Dense(8, relu)", "Dense(6, relu)"]
    assert [str(one) for one in last.layers.hidden] == ["Dense(8, linear)"]


def test_weights_leave_behind_what_they_did() -> None:
    """Before its weights go, the layers of a network that classifies are measured."""
    drawn = np.random.default_rng(1).normal(0, 0.1, 784 * 8 + 10).astype(np.float32)
    kernel, output = drawn[: 784 * 8].reshape(784, 8), np.eye(8, 10, dtype=np.float32)
    weights = (kernel, np.full(8, 90, np.float32), output, np.zeros(10, np.float32))
    made = fact(recipe.Flatten(), recipe.Dense(8, "relu"), recipe.Dense(10), weights=weights)
    images = np.random.default_rng(2).integers(0, 256, (40, 28, 28)).astype(np.uint8)
    seen = Observation(Outcome.FINISHED, trainings={"ask": (made,)}, trained_by="trainer")
    assert without_weights(seen, images, ["ask"]).workings == {"ask": Workings(straight=(1,))}
    assert without_weights(seen, images, []).workings == {}
