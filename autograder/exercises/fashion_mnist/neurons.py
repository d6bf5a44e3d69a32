"""Change the number of neurons: a builder that takes the width, and a fair comparison."""

from autograder.judging.author import (
    CLASSES,
    Exercise,
    Threshold,
    as_entry,
    as_integer,
    as_mapping,
    as_number,
    check_new_fits,
    expect,
    loss_ratio,
    lost_by_rounding,
    text,
)

exercise = Exercise(
    "neurons", "Change the number of neurons", asks_for=("build_model", "compare_widths")
)

PIXELS = 784
COUNT, EPOCHS = 1600, 3
NARROW, WIDE = 16, 256
COMPARED = (WIDE, NARROW)  # in this order, so that a comparison that sorts is noticed
ENTRIES = ("loss", "accuracy", "parameters", "seconds")

say = exercise.messages(
    hidden_layer=text(
        "hidden Dense layers of `build_model({width})`",
        expected="one, with {width} neurons",
        hint="Which number in the model should the argument decide, and which should it not?",
    ),
    results=text(
        "what `compare_widths` returns",
        hint="Fill one dictionary in the loop, and return it after the loop.",
    ),
    width_key=text(
        "what `compare_widths` returns",
        hint="Use each number of `widths` unchanged as a key, and return after the loop.",
    ),
    width_value=text(
        "the value for {width}",
        hint="Each value is a dictionary, with the four names that the exercise gives.",
    ),
    parameter_count=text(
        '"parameters" for {width} neurons', hint="How many are there? A model can count its own."
    ),
    single_number=text(
        '"{entry}" for {width} neurons',
        hint="It should be a single number: the last one of a series.",
    ),
    keys=text("number of keys", hint="There is one key for each width."),
    all_images=text(
        "number of images trained on",
        hint="Train on all of the function's own `images`, and hold none of them back.",
    ),
    both_widths=text(
        "hidden layers in the trainings",
        expected="{narrow} neurons in one and {wide} in the other",
        seen="{layers:each}",
        hint="Let `build_model` decide the width. Which number does it get in the loop?",
    ),
    own_numbers=text(
        '"{entry}" for {width} neurons',
        hint="Take the last number as it is, from each training's own history.",
    ),
    counted=text(
        '"parameters" for {width} neurons',
        hint="A neuron has a weight for each of its inputs, and a bias; think of both layers.",
    ),
    seconds=text(
        '"seconds" for both widths',
        expected="at most {elapsed:.3g} together, as all of it took no longer",
        hint="A duration lies between two looks at the clock, right before and right after `fit`.",
    ),
    fits_better=text(
        "loss with {wide} neurons, as a share of the loss with {narrow}",
        hint="Does the loss fall from epoch to epoch, with both widths?",
    ),
    not_trained=text(
        expected="training with {width} neurons",
        seen="none",
        hint="Build a model of each width, and train it.",
    ),
)
FITS_BETTER = Threshold(say.fits_better, at_most=0.98)


@exercise.given
def width(generator):
    """A width to build that no student has seen."""
    return {"unseen": int(generator.integers(20, 500))}


@exercise.probe
def build(student, given):
    """The grader builds a model of its own width and trains it for one epoch on 64 images."""
    model = student.model("build_model", given.unseen)
    images, labels = given.train_images[:64] / 255.0, given.train_labels[:64]
    return student.attempt(model.fit, images, labels, verbose=0)


@exercise.probe
def compare(student, given):
    """The grader calls `compare_widths` with 256 and 16 neurons, on 1,600 images."""
    import time

    images, labels = given.train_images[:1600] / 255.0, given.train_labels[:1600]
    start, worked = time.perf_counter(), time.process_time()
    results = student.compare_widths([256, 16], images, labels)
    elapsed = max(time.perf_counter() - start, time.process_time() - worked)
    return {"results": results, "elapsed": elapsed}


@exercise.check(build, points=3, rests_on="trained: layers of a training with an unseen width")
def hidden_layer_has_the_width(seen, truth):
    """`build_model` makes one hidden layer, with as many neurons as it is asked for."""
    layers, unseen = seen.last_fit().layers, truth.given["unseen"]
    expect.equal(
        layers.hidden_widths, [unseen], say.hidden_layer, width=unseen, seen=layers.in_words
    )


@exercise.check(build, points=2, rests_on="trained: last layer and loss of that training")
def output_stays_ten_classes(seen, truth):
    """Whatever the width, the output has ten neurons, of the kind that the loss expects."""
    fit = seen.finished_fit()
    fit.layers.check_output(CLASSES, from_logits=fit.from_logits)


@exercise.check(
    compare, points=2, rests_on="claim: the form of the answer, numbers under the right keys"
)
def results_are_complete(seen, truth):
    """`compare_widths` returns four numbers for each width, under the width itself."""
    for width in COMPARED:
        for entry in ENTRIES:
            reported(seen, width, entry)
    expect.equal(len(seen.mapping("results", say.results)), len(COMPARED), say.keys)


@exercise.check(
    compare, points=2, rests_on="trained: number, starts, layers, images and epochs of trainings"
)
def each_width_starts_anew(seen, truth):
    """For each width a new model of that width is trained, on all the images, for three epochs."""
    fits = seen.fits()
    check_new_fits(fits, len(COMPARED), EPOCHS)
    for fit in fits:
        expect.equal(fit.images.count if fit.images else 0, COUNT, say.all_images)
    expect.that(
        sorted(map(first_width, fits)) == sorted(COMPARED),
        say.both_widths,
        narrow=NARROW,
        wide=WIDE,
        layers=[fit.layers.in_words for fit in fits],
    )


@exercise.check(
    compare,
    points=2,
    after=results_are_complete,
    rests_on="trained: reported numbers against the trainings' own",
)
def last_loss_and_accuracy_are_reported(seen, truth):
    """Loss and accuracy of each width are those of its own training's last epoch."""
    for place, width in enumerate(COMPARED):
        fit = own_fit(seen, width, place)
        for entry in ("loss", "accuracy"):
            expect.close(
                reported(seen, width, entry),
                fit.series(entry)[-1],
                say.own_numbers,
                within=1e-3,
                entry=entry,
                width=width,
            )


@exercise.check(compare, points=1, after=results_are_complete, rests_on="recomputed: the formula")
def parameters_are_counted(seen, truth):
    """The number of parameters of each width counts every weight and every bias."""
    for width in COMPARED:
        parameters = PIXELS * width + width + CLASSES * width + CLASSES
        expect.equal(reported(seen, width, "parameters"), parameters, say.counted, width=width)


@exercise.check(
    compare, points=1, after=results_are_complete, rests_on="claim: a clock in the sandbox"
)
def seconds_are_measured(seen, truth):
    """The seconds are those that a training takes."""
    elapsed = seen.number("elapsed")
    durations = [reported(seen, width, "seconds") for width in COMPARED]
    rounding = sum(map(lost_by_rounding, durations))
    expect.that(
        min(durations) >= 0 and sum(durations) <= elapsed + rounding,
        say.seconds,
        elapsed=elapsed,
        seen=durations,
    )


@exercise.check(
    compare,
    points=1,
    after=each_width_starts_anew,
    rests_on="trained: last losses of both trainings",
)
def wider_model_fits_better(seen, truth):
    """The models learn, and the wide one fits the images better than the one of 16 neurons."""
    narrow, wide = (fit.series("loss")[-1] for fit in sorted(seen.fits(), key=first_width))
    FITS_BETTER.check(loss_ratio(wide, narrow), wide=WIDE, narrow=NARROW)


def reported(seen, width, entry):
    """One number that the student reports; raises `Failure`."""
    results = seen.mapping("results", say.results)
    values = as_mapping(as_entry(results, width, say.width_key), say.width_value, width=width)
    value = as_entry(values, entry, say.width_value, width=width)
    if entry == "parameters":
        return as_integer(value, say.parameter_count, width=width)
    return as_number(value, say.single_number, entry=entry, width=width)


def first_width(fit):
    """The neurons of the first hidden layer, 0 where there is none."""
    return next(iter(fit.layers.hidden_widths), 0)


def own_fit(seen, width, place):
    """The training of a width: one of that hidden width, or else the one at its place."""
    fits = seen.fits()
    own = [fit for fit in fits if first_width(fit) == width]
    of_that_width = own if len(own) == 1 else fits[place : place + 1]
    expect.that(bool(of_that_width), say.not_trained, width=width)
    return of_that_width[0]
