"""Evidence and truth into verdicts: each verdict for its own reason, and nothing else ever."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.judging.evidence import Evidence
from autograder.judging.exercise import Exercise
from autograder.judging.judge import MOST_CURVES, judge, led_by, prepare
from autograder.proofs.junk import all_junk, spoilt
from autograder.recipes.unknown import UNKNOWN
from autograder.records import (
    CheckResult,
    ExerciseGrade,
    Note,
    Observation,
    Outcome,
    Truth,
    Verdict,
)
from autograder.report.catalogue import Words, english
from autograder.wire.errors import Failure
from autograder.wire.frames import Raised
from autograder.wire.messages import message
from autograder.wire.protocol import Crash
from tests import tiny
from tests.judging.test_evidence import junk
from tests.trainings import SEEN, fact, record

PASSED, FAILED, SKIPPED, ERROR = Verdict.PASSED, Verdict.FAILED, Verdict.SKIPPED, Verdict.ERROR
GONE = message("ended.fault", text="the worker is gone")
MUCH = message("ended.printed", megabytes=4)
LATE = message("ended.wall", seconds=60)
WHERE = message("place.cell", number=3, begins="def f()")
SYNTAX = message("cell.unreadable", line=2, cause=message("cell.nested"))
UNREADABLE = Note(3, SYNTAX, WHERE)
EARLY = [Outcome.TIMED_OUT, Outcome.OUT_OF_MEMORY, Outcome.OUTPUT_TOO_LARGE, Outcome.CRASHED]


def verdicts(grade: ExerciseGrade) -> list[Verdict]:
    return [check.verdict for check in grade.checks]


def judged(observation: Observation, exercise: Exercise = tiny.exercise) -> ExerciseGrade:
    return judge(exercise, observation, tiny.truth())


def first(observation: Observation) -> CheckResult:
    return judged(observation).checks[0]


def words(check: CheckResult) -> Words:
    """Why a check is not passed, as a student reads it."""
    assert check.message is not None
    return english().words(check.message)


def crash(kind: str, text: str, place: str = "", line: int = 0, code: str = "") -> Crash:
    """An exception as the child reports it."""
    return Crash({"raised": Raised((kind,), text), "place": place, "line": line, "code": code})


def with_answers(answers: Any, zero: Any = 0) -> Observation:
    evidence = {"ask": tiny.report(answers=answers), "ask_zero": tiny.report(zero=zero)}
    return replace(tiny.right(), evidence=evidence)


def exercise_of(function: Any) -> Exercise:
    """An exercise with this only check."""
    exercise = Exercise("one", "One check", asks_for=())
    exercise.probe(tiny.ask)
    exercise.check(tiny.ask, points=1)(function)
    return exercise


# ---- verdicts ----------------------------------------------------------------------------------


def test_right_work_passes() -> None:
    """Right work passes every check, earns every point and needs no words."""
    grade = judged(tiny.right())
    assert verdicts(grade) == [PASSED, PASSED, PASSED]
    assert (grade.earned, grade.points) == (6, 6)
    assert {check.message for check in grade.checks} == {None}


def test_a_failed_check_says_why() -> None:
    """A failed check earns nothing and carries what was expected, seen and a hint."""
    check = judged(with_answers([2 * n for n in tiny.truth().given["numbers"].tolist()], 1))
    assert verdicts(check) == [PASSED, PASSED, FAILED]
    assert check.checks[2] == CheckResult(
        name="zero_stays_zero",
        verdict=FAILED,
        points=1,
        earned=0,
        message=message("double.zero", expected=0, seen=1),
    )
    assert words(check.checks[2]) == Words("twice 0", "0", "1", "Nothing is added.")


def test_a_name_that_is_changed_below_is_told_by_the_first_check_about_its_function() -> None:
    """Before the check's own step, once, and where nothing failed not at all."""
    change = message("cell.changed_below", reader="double", name="N", code="N = 3", cell="cell 2")
    grade = led_by({"double": change}, tiny.exercise, judged(with_answers([0.5] * tiny.COUNT, 1)))
    assert verdicts(grade) == [FAILED, SKIPPED, FAILED]
    assert "`N = 3` in cell 2" in words(grade.checks[0]).hint
    assert "N = 3" not in words(grade.checks[2]).hint
    right = judged(tiny.right())
    assert led_by({"double": change}, tiny.exercise, right) == right
    failed = judged(with_answers([0.5] * tiny.COUNT))
    assert led_by({"other": change}, tiny.exercise, failed) == failed


def test_what_comes_after_a_failed_check_is_skipped() -> None:
    """A check whose prerequisite failed is skipped and names the sentence to look at first."""
    grade = judged(with_answers([0.5] * tiny.COUNT))
    assert verdicts(grade) == [FAILED, SKIPPED, PASSED]
    said = words(grade.checks[1]).hint
    assert said == "Checked once this passes: Every answer is a whole number."
    assert grade.earned == 1


def test_a_chain_is_skipped_to_its_end() -> None:
    """What comes after a skipped check is skipped too."""
    exercise = Exercise("chain", "A chain", asks_for=())
    exercise.probe(tiny.ask)

    def fails(_seen: Evidence, _truth: Truth) -> None:
        _seen.integer("nothing")

    def second(_seen: Evidence, _truth: Truth) -> None: ...
    def third(_seen: Evidence, _truth: Truth) -> None: ...

    exercise.check(tiny.ask, points=1)(fails)
    exercise.check(tiny.ask, points=1, after=fails)(second)
    exercise.check(tiny.ask, points=1, after=second)(third)
    assert verdicts(judged(tiny.right(), exercise)) == [FAILED, SKIPPED, SKIPPED]


@pytest.mark.parametrize("error", [ValueError("shapes"), KeyError("x"), RecursionError()])
def test_a_check_that_crashes_is_our_error(error: Exception) -> None:
    """Whatever a check raises but a failure is a defect of ours: an error, with its type."""

    def crashes(_seen: Evidence, _truth: Truth) -> None:
        raise error

    (check,) = judged(tiny.right(), exercise_of(crashes)).checks
    assert (check.verdict, check.earned) == (ERROR, 0)
    assert check.message is not None
    assert check.message.name == "check.failed_itself"
    assert check.message.values["type"] == type(error).__name__


def test_a_sandbox_fault_makes_every_check_an_error() -> None:
    """When the sandbox failed nothing is decided, whatever was reported before."""
    fault = replace(tiny.right(), outcome=Outcome.SANDBOX_FAULT, reason=GONE)
    grade = judged(fault)
    assert verdicts(grade) == [ERROR] * 3
    assert grade.earned == 0
    assert words(grade.checks[0]).seen == "The grader failed: the worker is gone"


def test_a_crash_fails_its_own_checks_only() -> None:
    """Code that raised in one probe fails that probe's checks, with its message and place."""
    divided = crash("ZeroDivisionError", "division by zero", "cell 3", 7, "return 1 / number")
    evidence = {"ask": tiny.right().evidence["ask"]}
    crashed = replace(tiny.right(), evidence=evidence, crashes={"ask_zero": divided})
    grade = judged(crashed)
    assert verdicts(grade) == [PASSED, PASSED, FAILED]
    said = words(grade.checks[2])
    assert said.expected == "your code to run to its end"
    assert said.seen == "A number is divided by zero (cell 3, line 7: `return 1 / number`)."


def test_a_crash_in_an_unknown_place_names_none() -> None:
    """A crash outside the student's own code is told without a place."""
    crashed = replace(tiny.right(), crashes={"ask": crash("OddError", "so it is")})
    assert words(first(crashed)).seen == "OddError: so it is"


def test_a_crash_outweighs_a_report() -> None:
    """A probe that both crashed and reported is believed in its crash."""
    assert first(replace(tiny.right(), crashes={"ask": crash("OddError", "no")})).verdict is FAILED


@pytest.mark.parametrize("outcome", EARLY)
def test_a_run_that_ended_early_keeps_what_it_reported(outcome: Outcome) -> None:
    """A run that broke a limit is judged by the probes that it finished; the others fail."""
    early = Observation(
        outcome, {"ask": tiny.right().evidence["ask"]}, running="ask_zero", reason=MUCH
    )
    grade = judged(early)
    assert grade.outcome is outcome
    assert verdicts(grade) == [PASSED, PASSED, FAILED]
    assert words(grade.checks[2]).seen == "Your code printed more than 4 MB."
    assert words(grade.checks[2]).hint


def test_a_probe_that_was_not_reached_is_told_apart() -> None:
    """A check whose probe never began says that the run ended before."""
    early = Observation(Outcome.TIMED_OUT, running="ask", reason=LATE)
    asked, _skipped, zero = judged(early).checks
    assert words(asked).seen == "Your code ran longer than 60 seconds."
    assert words(zero).seen == f"{words(asked).seen} It ended before this was checked."


def test_a_finished_run_without_a_report_fails() -> None:
    """Absence never passes: a run that finished and reported nothing fails every check."""
    grade = judged(Observation(Outcome.FINISHED))
    assert verdicts(grade) == [FAILED, SKIPPED, FAILED]
    assert words(grade.checks[0]).seen == "no report of it"


# ---- junk --------------------------------------------------------------------------------------


def test_junk_earns_nothing() -> None:
    """No observation without truth in it passes a check or crashes one."""
    for name, observation in all_junk(tiny.right()):
        assert not {PASSED, ERROR} & set(verdicts(judged(observation))), name


def test_a_spoilt_value_crashes_nothing() -> None:
    """An observation with one wrong value is judged without an error."""
    for name, observation in spoilt(tiny.right()):
        assert ERROR not in verdicts(judged(observation)), name


@given(st.dictionaries(st.sampled_from(["ask", "ask_zero", "other"]), junk))
def test_any_evidence_is_judged(evidence: dict[str, Any]) -> None:
    """Whatever was reported, judging it ends with a verdict for every check."""
    assert len(judged(Observation(Outcome.FINISHED, evidence)).checks) == 3


# ---- what else a grade shows -------------------------------------------------------------------


def test_a_grade_carries_the_run() -> None:
    """Output, notes and what the run used are in the grade as observed."""
    observation = replace(
        tiny.right(), output="hello\n", seconds=1.5, cpu_seconds=1.25, peak_memory_mb=300.0
    )
    notes = (UNREADABLE,)
    grade = judge(tiny.exercise, observation, tiny.truth(), notes)
    assert grade.slug == "double"
    assert (grade.output, grade.notes) == ("hello\n", notes)
    assert (grade.seconds, grade.cpu_seconds, grade.peak_memory_mb) == (1.5, 1.25, 300.0)


def with_trainings(*trainings: Any) -> Observation:
    return Observation(Outcome.FINISHED, {"ask": {"values": {}, "trainings": list(trainings)}})


def test_trainings_become_curves() -> None:
    """Each training that has logs becomes a curve, labelled with its layers."""
    (curve,) = judged(with_trainings(record(), record(logs={}))).curves
    assert curve.label == "Dense(8, relu), Dense(10, softmax)"
    assert dict(curve.series) == {"loss": (0.5,)}


def test_curves_say_what_was_trained_on() -> None:
    """A curve names the probe that asked for the training, and describes its images."""
    (curve,) = judged(with_trainings(record())).curves
    images = record()["images"]
    assert (curve.probe, curve.images) == ("ask", images["count"])
    assert curve.maximum == images["maximum"]


def test_facts_become_curves_too() -> None:
    """What the trainer did is drawn where it did it, whatever the report says of it."""
    facts = {"ask": (fact(logs={"loss": (0.9, 0.8)}),)}
    (curve,) = judged(replace(with_trainings(), trainings=facts, trained_by="trainer")).curves
    assert dict(curve.series) == {"loss": (0.9, 0.8)}


def test_curves_are_short() -> None:
    """What is kept of logs without end is what is drawn of them."""
    logs = {f"{'long' * 1000}{place}": [1.0] * 9_000 for place in range(20)}
    (curve,) = judged(with_trainings(record(logs=logs))).curves
    assert len(msgspec.json.encode(curve)) < 100_000


def test_curves_are_few() -> None:
    """No report draws more curves than a page can show."""
    assert len(judged(with_trainings(*[record()] * 50)).curves) == MOST_CURVES


def test_trainings_that_cannot_be_read_make_no_curve() -> None:
    """A broken record of trainings draws nothing and stops nothing."""
    assert judged(with_trainings(record(), {"fit": 3})).curves == ()


def looks_at(classes: Any) -> Exercise:
    """An exercise whose check finds these classes for the hidden images."""

    def looks(seen: Evidence, _truth: Truth) -> None:
        seen.classes = classes

    return exercise_of(looks)


def test_the_classes_that_a_check_found_become_a_confusion_matrix() -> None:
    """Hidden images are counted by true class in rows and by predicted class in columns."""
    found = np.array([0, 1, 2, 3, 4, 5, 6, 7, 8, 0])
    confusion = np.array(judged(tiny.right(), looks_at(found)).confusion)
    assert confusion.sum() == 10
    assert confusion[9, 0] == 1
    assert np.trace(confusion) == 9


def test_without_classes_there_is_no_confusion_matrix() -> None:
    """Where no check looked at the hidden images, there is nothing to count."""
    assert judged(tiny.right()).confusion == ()


# ---- preparing ---------------------------------------------------------------------------------


def prepared(given_seed: int = 3, hidden_seed: int = 3) -> Truth:
    seeds = {"given_seed": given_seed, "hidden_seed": hidden_seed}
    return prepare(tiny.exercise, tiny.PUBLIC, **seeds)


def test_truth_is_decided_by_its_seeds() -> None:
    """One seed decides what is given, the other about the hidden images, and neither about both."""
    one, same, other_given, other_hidden = (
        prepared(*seeds) for seeds in ((3, 3), (3, 3), (4, 3), (3, 4))
    )
    assert np.array_equal(one.hidden_images, same.hidden_images)
    assert np.array_equal(one.hidden_images, other_given.hidden_images)
    assert not np.array_equal(one.hidden_images, other_hidden.hidden_images)
    assert np.array_equal(one.given["numbers"], same.given["numbers"])
    assert np.array_equal(one.given["numbers"], other_hidden.given["numbers"])
    assert not np.array_equal(one.given["numbers"], other_given.given["numbers"])


def test_hidden_images_stay_with_the_judge() -> None:
    """What probes are given holds the exercise's values, and neither hidden images nor labels."""
    made = prepared()
    assert set(made.given) == {"numbers"}
    assert made.public is tiny.PUBLIC


def judged_crash(crashed: Crash, *notes: Note) -> CheckResult:
    observation = Observation(Outcome.FINISHED, {}, {"ask_zero": crashed})
    return judge(tiny.exercise, observation, tiny.truth(), notes, {"cell 3": WHERE}).checks[-1]


@pytest.mark.parametrize(
    ("crashed", "leads"),
    [
        (Crash({"said": {"name": "student.not_defined", "values": {"name": "double"}}}), True),
        (crash("NameError", "name 'helper' is not defined"), True),
        (crash("ZeroDivisionError", "division by zero"), False),
    ],
)
def test_a_name_in_a_cell_that_cannot_be_read_leads_there(crashed: Crash, leads: bool) -> None:
    """A name that is missing leads to the cell that cannot be read; other failures do not."""
    check = judged_crash(crashed, UNREADABLE)
    assert check.message is not None
    assert (check.message.name == "crash.unread_cell") is leads
    assert ("cell 3 (`def f()`)" in words(check).seen) is leads


def test_what_failed_before_is_told_first() -> None:
    """A statement that failed before the probe was called is what everything else may come from."""
    before = crash("ModuleNotFoundError", "No module named 'tensorlow'", "cell 3", 1).problem
    after = crash("NameError", "name 'tf' is not defined")
    check = judged_crash(Crash(after.problem, (before,)))
    assert check.message is not None
    assert check.message.name == "crash.after_others"
    said = words(check)
    assert said.seen.startswith("First, line 1 of cell 3 (`def f()`) failed: There is no package")
    assert said.seen.endswith("The name `tf` is not defined.")
    assert said.expected == "your code to run to its end"


def test_one_cause_is_told_once() -> None:
    """A check that fails for the cause of an earlier one points to it, and fails as before."""
    crashed = crash("ValueError", "so", "cell 3", 7, "f()")
    other = crash("ValueError", "so", "cell 3", 8, "g()")
    same = judged(replace(tiny.right(), evidence={}, crashes={"ask": crashed, "ask_zero": crashed}))
    apart = judged(replace(tiny.right(), evidence={}, crashes={"ask": crashed, "ask_zero": other}))
    failed = [check for check in same.checks if check.verdict is FAILED]
    assert len(failed) > 1
    assert "so" in words(failed[0]).seen
    for later in failed[1:]:
        assert words(later).seen.startswith("as above, under ")
        assert words(later).hint
        assert words(later).expected == words(failed[0]).expected
    assert verdicts(same) == verdicts(apart)
    told = [
        check for check in apart.checks if check.verdict is FAILED and "so" in words(check).seen
    ]
    assert len(told) > 1


def test_a_line_that_fails_alike_with_other_values_is_one_cause() -> None:
    """The entries that a dictionary had when it lacked one make no other cause."""

    def lacking(*keys: str) -> Crash:
        crashed = crash("KeyError", "'acc'", "cell 3", 7, "logs['acc']")
        return Crash({**crashed.problem, "clues": {"missing": "acc", "keys": list(keys)}})

    crashes = {"ask": lacking("loss"), "ask_zero": lacking("loss", "accuracy")}
    grade = judged(replace(tiny.right(), evidence={}, crashes=crashes))
    failed = [check for check in grade.checks if check.verdict is FAILED]
    assert len(failed) > 1
    assert all(words(check).seen.startswith("as above, under ") for check in failed[1:])


def test_no_check_points_to_what_is_seen_later() -> None:
    """One that rests on unseen images may be shown after grades are published."""
    exercise = Exercise("two", "Two checks", asks_for=())
    exercise.probe(tiny.ask)

    def hidden(seen: Any, truth: Any) -> None:
        """First."""

    def plain(seen: Any, truth: Any) -> None:
        """Second."""

    exercise.check(tiny.ask, points=1, unseen=True)(hidden)
    exercise.check(tiny.ask, points=1)(plain)
    crashed = crash("ValueError", "so", "cell 3", 7, "f()")
    seen = replace(tiny.right(), evidence={}, crashes={"ask": crashed})
    grade = judge(exercise, seen, tiny.truth())
    assert all("so" in words(check).seen for check in grade.checks)


def test_a_name_like_one_of_the_notebooks_is_asked_for() -> None:
    """A name that no statement of this exercise has, but another cell of the notebook."""
    crashed = crash("NameError", "name 'trian_images' is not defined", "cell 3", 7, "trian_images")
    seen = replace(tiny.right(), evidence={}, crashes={"ask": crashed})
    grade = judge(tiny.exercise, seen, tiny.truth(), names=["train_images", "x"])
    assert words(grade.checks[0]).hint == "Do you mean `train_images`?"
    asked = Crash({"said": {"name": "student.not_defined", "values": {"name": "build_model"}}})
    seen = replace(tiny.right(), evidence={}, crashes={"ask": asked})
    grade = judge(tiny.exercise, seen, tiny.truth(), names=["bulid_model"])
    assert (
        words(grade.checks[0]).hint
        == "Give `bulid_model` the name `build_model`, if that is meant."
    )


def test_a_cell_is_told_by_its_first_line() -> None:
    """Where code failed is said as a student finds it; an unknown place is said by its name."""
    known, unknown = (crash("OddError", "no", place, 2, "x") for place in ("cell 3", "work.py"))
    assert "cell 3 (`def f()`), line 2" in words(judged_crash(known)).seen
    assert "(work.py, line 2: `x`)" in words(judged_crash(unknown)).seen


def test_a_crash_may_have_expected_something_of_its_own() -> None:
    """Where a probe says what it expected, the student reads that."""
    kind = {"name": "kind.list", "values": {"type": "list"}}
    said = {"name": "student.no_model", "values": {"name": "build", "seen": kind}}
    check = judged_crash(Crash({"raised": Raised(("Failure",), ""), "said": said}))
    assert words(check) == Words(
        "what `build` returns",
        "a Keras model",
        "a list",
        "Return the model itself, the one you called `compile` on.",
    )


@pytest.mark.parametrize(
    "said", [3, {"name": 3}, {"name": "x", "values": {"a": {}}}, {"name": "x" * 10_000}]
)
def test_what_a_child_says_is_a_message_or_nothing(said: Any) -> None:
    """A report that is no message, or longer than any of ours, is read as an exception."""
    check = judged_crash(Crash({"raised": Raised(("KeyError",), "'a'"), "said": said}))
    assert check.message is not None
    assert check.message.name == "crash"


# ---- on trust ----------------------------------------------------------------------------------

REASON = message("unrepeatable.own_loop")
UNSEEN = message("unrepeatable.graph_unknown")
TRUSTED = record(fit=None, reason={"name": REASON.name, "values": {}})


def reading(part: str) -> Exercise:
    """An exercise whose first check reads a part of the last training, the second nothing."""

    def reads(seen: Evidence, _truth: Truth) -> None:
        if getattr(seen.last_fit(), part) != 1:
            raise Failure("fit.none")

    def reads_nothing(_seen: Evidence, _truth: Truth) -> None:
        pass

    exercise = Exercise("two", "Two checks", asks_for=())
    exercise.probe(tiny.ask)
    for function in (reads, reads_nothing):
        exercise.check(tiny.ask, points=1)(function)
    return exercise


def marks(observation: Observation, exercise: Exercise) -> list[tuple[Verdict, Any]]:
    return [(one.verdict, one.on_trust) for one in judged(observation, exercise).checks]


@pytest.mark.parametrize(
    ("epochs", "first"),
    [(1, (PASSED, REASON)), (2, (FAILED, None)), ("unknown", (PASSED, REASON))],
)
def test_what_passes_on_trust_is_marked(epochs: Any, first: Any) -> None:
    """A passed check that read such a training is marked, one that needs what is unknown passes,
    and what can be seen to be wrong fails.
    """
    observation = with_trainings(TRUSTED | {"epochs": epochs})
    assert marks(observation, reading("epochs")) == [first, (PASSED, None)]
    grade = judged(observation, reading("epochs"))
    assert grade.on_trust == (first[0] is PASSED)
    assert grade.earned == grade.on_trust + 1


def test_a_fact_is_never_marked() -> None:
    """What the trainer did needs no trust."""
    facts = replace(with_trainings(), trainings={"ask": (fact(),)}, trained_by="trainer")
    assert marks(facts, reading("epochs")) == [(PASSED, None), (PASSED, None)]


@pytest.mark.parametrize(
    ("loss", "verdict", "refused"),
    [(1, (PASSED, None), PASSED), (UNKNOWN, (PASSED, UNSEEN), FAILED), (2, (FAILED, None), FAILED)],
)
def test_what_nobody_saw_of_a_traced_training_is_on_trust(
    loss: Any, verdict: Any, refused: Verdict
) -> None:
    """What was seen of it counts as it is, and what was not is marked as what is on trust."""
    traced = replace(fact(), network=None, level="traced", loss=loss)
    observation = replace(with_trainings(), trainings={"ask": (traced,)}, trained_by="trainer")
    assert marks(observation, reading("loss"))[0] == verdict
    grade = judge(reading("loss"), observation, tiny.truth(), on_trust="refuse")
    assert grade.checks[0].verdict is refused


def test_a_course_may_refuse_what_is_on_trust() -> None:
    """Then the check fails, with the reason, and there is nothing to mark."""
    grade = judge(reading("epochs"), with_trainings(TRUSTED), tiny.truth(), on_trust="refuse")
    first, second = grade.checks
    assert (first.verdict, first.message) == (FAILED, message("fit.unrepeatable", reason=REASON))
    assert (second.verdict, grade.on_trust) == (PASSED, 0)


def test_a_training_of_which_all_is_unknown_draws_nothing() -> None:
    """No curve is made of logs, layers or images that nobody knows, and nothing stops."""
    nothing = dict.fromkeys(SEEN, "unknown")
    unseen = TRUSTED | {"seen": nothing, "images": "unknown"}
    (curve,) = judged(with_trainings(unseen, unseen | {"logs": "unknown"})).curves
    assert (curve.label, curve.images) == ("", 0)
