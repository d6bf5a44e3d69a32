"""Runs an exercise's probes in the kernel that holds a student's functions, for the student alone.

The same probes as the grader's, the same records of trainings, and the same decoding; but student
code could change anything here, so what is observed decides no grade. Nothing of it stays: see
`kernel_state`. Needs no sandbox, no trainer and no particular system.
"""

from __future__ import annotations

import builtins
import functools
import time
from collections.abc import Callable, Sequence
from typing import Any

from IPython.utils.capture import capture_output

from autograder.child.keras_shim.claims import classify
from autograder.child.keras_shim.fit import Fitting
from autograder.child.student import Offered, Student, naming_places, problem_of
from autograder.judging.exercise import Exercise, Probe
from autograder.judging.public_truth import public_seed
from autograder.notebooks.kernel_state import unchanged
from autograder.notebooks.quiet_start import start_tensorflow
from autograder.records import Observation, Outcome, Truth
from autograder.wire.frames import HEADER, decode, encode
from autograder.wire.protocol import Crash

Tell = Callable[[str], None]
PlaceOf = Callable[[str], str]


def observe(
    exercise: Exercise,
    truth: Truth,
    names: dict[str, Any],
    tell: Tell,
    place_of: PlaceOf,
    before: Sequence[dict[str, Any]] = (),
) -> Observation:
    """What the probes of `exercise` find with the functions in `names`, which end as they began.

    `tell` is called with a sentence before each training; `place_of` names the cell that a file
    name in a traceback stands for, or nothing. Interrupting it leaves the kernel as it was too.
    """
    start_tensorflow()
    import keras

    began = time.monotonic()
    evidence: dict[str, Any] = {}
    scores: dict[str, Any] = {}
    crashes: dict[str, Crash] = {}
    timer = Timer()
    # What functions print and draw was seen when the student ran them.
    with unchanged(names), capture_output() as printed, naming_places(place_of):
        builtins.input = lambda _prompt="": ""
        fitting = Fitting(None)
        announce(tell, timer)
        classify_unseen = {check.probe for check in exercise.checks if check.unseen}
        for probe in exercise.probes:
            keras.utils.set_random_seed(public_seed(exercise.slug))
            try:
                evidence[probe.__name__] = _report(probe, names, truth, fitting)
                if probe in classify_unseen:
                    scores[probe.__name__] = _scores(fitting, truth)
            except (Exception, SystemExit) as error:  # noqa: BLE001 - student code may raise anything
                crashes[probe.__name__] = _crash(error, before)
    return Observation(
        Outcome.FINISHED,
        evidence=evidence,
        crashes=crashes,
        scores=scores,
        output=printed.stdout,
        seconds=time.monotonic() - began,
        training_seconds=timer.seconds,
    )


class Timer:
    """How long trainings took in all."""

    seconds = 0.0


def announce(tell: Tell, timer: Timer) -> None:
    """Lets every call of `fit` be told before it begins, and timed."""
    import keras

    fit = keras.Model.fit

    @functools.wraps(fit)
    def told(model: Any, *args: Any, **kwargs: Any) -> Any:
        tell(_in_words(args, kwargs))
        began = time.monotonic()
        try:
            return fit(model, *args, **kwargs)
        finally:
            timer.seconds += time.monotonic() - began

    keras.Model.fit = told


def _in_words(args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
    """What a call of `fit` is about to do, as far as its arguments show it."""
    images: Any = args[0] if args else kwargs.get("x")
    epochs = kwargs.get("epochs", args[3] if len(args) > 3 else 1)  # noqa: PLR2004 - its place in `fit`
    count = f" on {len(images):,} images" if hasattr(images, "__len__") else ""
    return f"training{count}, {epochs} {'epoch' if epochs == 1 else 'epochs'} …"


def _crash(error: BaseException, before: Sequence[dict[str, Any]]) -> Crash:
    """An exception, encoded and decoded as the grader's would be."""
    plain = decode(encode([problem_of(error), *before])[HEADER.size :])
    return Crash(plain[0], tuple(plain[1:]))


def _report(probe: Probe, names: dict[str, Any], truth: Truth, fitting: Fitting) -> Any:
    """What a probe reports, encoded and decoded: so checks read what they would in the grader."""
    fitting.begin()
    values = probe(Student(names), Offered(dict(truth.given), truth.public))
    frame = encode({"values": values, "trainings": fitting.take()})
    return decode(frame[HEADER.size :])


def _scores(fitting: Fitting, truth: Truth) -> Any:
    """What the last network answers to images, encoded and decoded, where only it can say so."""
    model = fitting.claims.last_model()
    scores = None if model is None else classify(model, truth.hidden_images)
    return decode(encode(scores)[HEADER.size :])
