"""Change the number of neurons: a builder that takes the width, and a fair comparison."""

from autograder.judging.author import (
    CLASSES,
    Exercise,
    Failure,
    Threshold,
    as_entry,
    as_integer,
    as_mapping,
    as_number,
    as_returned,
    check_comparable,
    check_new_fits,
    check_none_left_out,
    check_own_models,
    expect,
    first_pairs,
    flattens_whole_images,
    has_one_hidden_layer,
    join_fits,
    loss_ratio,
    lost_by_rounding,
    message,
    text,
)

exercise = Exercise(
    "neurons",
    "Change the number of neurons",
    asks_for=("build_model", "compare_widths"),
    background=(
        "The hidden layer of the network in the introduction has a certain number of neurons.",
        "How much do more of them help, and what do they cost?",
        "Write two functions:",
    ),
)

COUNT, EPOCHS = 1601, 3
NARROW, WIDE, ALONE = 16, 256, 512
MANY = 6_007  # images in another call
COMPARED = (WIDE, NARROW)  # in this order, so that a comparison that sorts is noticed
ENTRIES = ("loss", "accuracy", "parameters", "seconds")
# How far a loss or an accuracy may be off that was rounded.
WITHIN = 1e-3
# How far a duration may be off that includes a look at the clock too many, or cuts decimals off.
SPARE_SECONDS = 1
# The same where the grader could not move the clock on, as a factor and in seconds.
MOST_REALLY, SPARE_REALLY = 2, 0.1
# What durations are reported in instead: how many seconds each of them is.
UNITS = {"minutes": 60, "milliseconds": 1e-3, "nanoseconds": 1e-9}

say = exercise.messages(
    hidden_layer=text(
        "hidden Dense layers of `build_model({width})`",
        expected="one behind Flatten, with {width} neurons and ReLU",
        hint="Which number in the model should the argument decide? And what does ReLU belong to?",
    ),
    several=text(seen="training of the models that `build_model` returns, one after another"),
    optimizer=text(
        "optimiser of `build_model({width})`",
        expected="Adam",
        hint='Compile the model with the optimiser "adam".',
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
    keys=text(
        "number of keys",
        hint="There is one key for each width of this call; begin with an empty dictionary.",
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
    same_dictionary=text(
        '"{entry}" for {width} neurons',
        seen="{seen}: several widths have the same dictionary, which was filled last for {other}"
        " neurons",
        hint="Make a new dictionary for each width, inside the loop: one that is made before the"
        " loop is filled again and again.",
    ),
    numbers_of_other=text(
        '"{entry}" for {width} neurons',
        seen="{seen}, as in the training with {other} neurons",
        hint="Take the last number of the history of this width's own training, inside the loop.",
    ),
    no_parameters=text(
        '"parameters" for {width} neurons',
        expected="a whole number",
        seen="None",
        hint="What only prints, as `summary()` does, returns None: `count_params()` returns the"
        " number.",
    ),
    counted=text(
        '"parameters" for {width} neurons',
        hint="A neuron has a weight for each of its inputs, and a bias; think of both layers.",
    ),
    arrays=text(
        '"parameters" for {width} neurons',
        seen="{seen}, which is the number of arrays: a matrix and a bias for each layer",
        hint="How many numbers are in these arrays, all together? A model can count its own:"
        " `count_params()`.",
    ),
    seconds=text(
        '"seconds" for {width} neurons',
        expected="about {took:.3g}, as long as this training took (the grader moves your clock on,"
        " to tell a measured time from a made-up one)",
        hint="A duration lies between two looks at the clock, right before and right after `fit`.",
    ),
    other_unit=text(
        '"seconds" for {width} neurons',
        expected="@neurons.seconds.expected",
        seen="{seen:.6g}, the same in {unit}",
        hint="These are {unit}: return the seconds as they were measured.",
    ),
    fits_better=text(
        "loss with {wide} neurons, as a share of the loss with {narrow}",
        hint="Does the loss fall from epoch to epoch, with both widths?",
    ),
    unfair=text(
        "`{argument}` of the trainings with {wide} neurons and with {narrow}",
        expected="the same in both",
        seen="another one in each",
        hint="Change the number of neurons alone, else nobody knows what made the difference.",
    ),
    not_trained=text(
        expected="training with {width} neurons",
        seen="none",
        hint="Build a model of each width, and train it.",
    ),
)
FITS_BETTER = Threshold(say.fits_better, at_most=0.98)


@exercise.given
def widths(generator):
    """Two widths to build that no student has seen, one of them less than the number of classes,
    and how long trainings seem to take.
    """
    # Few widths in many pairs: the network of each is trained once for a class.
    ranges = (range(3, CLASSES, 2), range(23, 500, 43))
    first, second = (int(generator.choice(widths)) for widths in ranges)
    seconds = generator.choice(range(40, 400, 10), 3, replace=False) + 0.25
    return {"unseen": [first, second, first], "seconds": seconds.tolist()}


@exercise.probe
def build(student, given):
    """The grader builds models of other widths, one width twice, and trains each on 64 images."""
    import numpy as np

    reports = []
    images, labels = given.train_images[:64] / 255.0, given.train_labels[:64]
    for width in given.unseen:
        model = student.model("build_model", width)
        loss = getattr(model, "loss", None)
        name = str(getattr(loss, "name", getattr(loss, "__name__", loss))).lower()
        # Losses that are not sparse compare with zeros and ones.
        kinds = ("categorical", "binary", "squared", "mse", "kl")
        one_hot = "sparse" not in name and any(kind in name for kind in kinds)
        wanted = np.eye(10, dtype="float32")[labels] if one_hot else labels
        reports.append(student.attempt(model.fit, images, wanted, verbose=0))
    report = next((one for one in reports if one["problem"] is not None), reports[-1])
    return {**report, "kept": student.kept("build_model", model)}


@exercise.probe
def compare_one(student, given):
    """The grader calls `compare_widths` with 512 neurons alone, on 32 white images."""
    import numpy as np

    # Of images that are all alike, whatever their labels are, so many neurons make the loss rise:
    # the last epoch is not the best.
    images, labels = np.ones((32, 28, 28)), given.train_labels[:32]
    return student.attempt("compare_widths", [512], images, labels)


@exercise.probe
def train_on_many(student, given):
    """The grader calls `compare_widths` with 20 and 8 neurons, on 6,007 images."""
    import numpy as np

    images = np.resize(given.train_images, (6_007, 28, 28)) / np.float32(255)
    labels = np.resize(given.train_labels, 6_007)
    return student.attempt_in_part("compare_widths", [20, 8], images, labels)


@exercise.probe
def compare(student, given):
    """The grader calls `compare_widths` with 256 and 16 neurons, on 1,601 images."""
    images, labels = given.train_images[:1601] / 255.0, given.train_labels[:1601]
    report = student.timed("compare_widths", [256, 16], images, labels, seconds=given.seconds)
    shared = False
    if type(report["returned"]) is dict:
        inner = [value for value in report["returned"].values() if type(value) is dict]
        shared = len({id(value) for value in inner}) < len(inner)
    return {**report, "shared": shared}


@exercise.check(
    build,
    points=3,
    rests_on="trained: layers and optimiser of unseen widths",
    demands=(
        "returns a new, compiled model: `Flatten`, one hidden ... many neurons and ReLU",
        "Compile it with the optimiser `adam`",
    ),
)
def hidden_layer_has_the_width(seen, truth):
    """`build_model` makes one hidden layer with ReLU, as many neurons as asked for, and `adam`."""
    fits, unseen = seen.fits(), truth.given["unseen"]
    if len(fits) < len(unseen):
        seen.last_fit()
        # What a model has of the one before it may keep it from being trained.
        report = {name: seen.raw(name) for name in ("returned", "problem")}
        as_returned(report, about=message(f"{say.several}.seen"))
    if seen.kept():
        check_own_models(fits, seen.kept())
    check_new_fits(fits, len(unseen), epochs=1)
    for fit, width in zip(fits, unseen):
        right = has_one_hidden_layer(fit, width) and flattens_whole_images(fit)
        expect.that(right, say.hidden_layer, width=width, seen=fit.layers.in_words)
        expect.equal(fit.optimizer, "Adam", say.optimizer, width=width)


@exercise.check(
    build,
    points=2,
    rests_on="trained: last layer and loss of that training",
    demands=("an output layer for the ten classes, of the kind that the loss expects",),
)
def output_stays_ten_classes(seen, truth):
    """Whatever the width, the output has ten neurons, of the kind that the loss expects."""
    fit = seen.finished_fit()
    fit.check_output(CLASSES)


@exercise.check(
    compare,
    points=2,
    rests_on="claim: the form of the answer, numbers under the right keys",
    demands=(
        "`compare_widths` returns a dictionary.",
        "Its keys are the widths themselves, ... with four numbers about the model of that width",
    ),
)
def results_are_complete(seen, truth):
    """`compare_widths` returns four numbers for each width, under the width itself."""
    results = seen.mapping("returned", say.results)
    for width in COMPARED:
        values = as_mapping(as_entry(results, width, say.width_key), say.width_value, width=width)
        for entry in ENTRIES:
            as_entry(values, entry, say.width_value, width=width)
            reported(seen, width, entry)
    expect.equal(len(results), len(COMPARED), say.keys)


@exercise.check(
    compare,
    points=1,
    rests_on="trained: number, starts, layers, images, labels and epochs of trainings",
    demands=(
        "gets a list of such numbers, images scaled to 0 to 1, and their labels.",
        "For each width it builds a new model ... in one call of `fit` with `epochs=3`.",
    ),
)
def each_width_starts_anew(seen, truth):
    """For each width a new model of it is trained on all images and labels, for three epochs."""
    fits = seen.fits()
    check_new_fits(fits, len(COMPARED), EPOCHS)
    first_pairs(truth, COUNT).check(fits)
    expect.that(
        sorted(map(first_width, fits)) == sorted(COMPARED),
        say.both_widths,
        narrow=NARROW,
        wide=WIDE,
        layers=[fit.layers.in_words for fit in fits],
    )


@exercise.check(
    compare,
    points=1,
    rests_on="trained: reported numbers against the trainings' own",
    demands=(
        "the metric `accuracy`",
        '`"loss"` and `"accuracy"`: those of training, in the last epoch',
    ),
)
def last_loss_and_accuracy_are_reported(seen, truth):
    """Loss and accuracy of each width are those of its own training's last epoch."""
    for width in COMPARED:
        check_not_of_other(seen, width)
        check_last(seen, own_fit(seen, width), width)


@exercise.check(
    compare_one,
    points=1,
    rests_on="trained: the same of a training whose loss rises",
    demands=(
        "gets a list of such numbers",
        '`"loss"` and `"accuracy"`: those of training, in the last epoch',
    ),
)
def the_last_epoch_counts_in_any_case(seen, truth):
    """So are they where the list has one width alone, and an epoch before was better."""
    as_returned({name: seen.raw(name) for name in ("returned", "problem")})
    fits = join_fits(seen.fits())
    expect.that(bool(fits), say.not_trained, width=ALONE)
    check_last(seen, fits[-1], ALONE, of=(ALONE,))


@exercise.check(
    train_on_many,
    points=1,
    rests_on="trained: how many images trainings are on",
    demands=("trains it on all the images",),
)
def none_is_left_out(seen, truth):
    """It trains on all the images, however many there are."""
    seen.last_fit()
    check_none_left_out(seen.fits(), MANY)


def check_not_of_other(seen, width):
    """The numbers of a width are its own training's, and not another one's; raises `Failure`."""
    other = COMPARED[1 - COMPARED.index(width)]
    for entry in ("loss", "accuracy"):
        number, own = reported(seen, width, entry), own_fit(seen, width).series(entry)[-1]
        of_other = own_fit(seen, other).series(entry)[-1]
        if abs(number - own) > WITHIN and abs(number - of_other) <= WITHIN:
            name = say.same_dictionary if is_shared(seen) else say.numbers_of_other
            expected = message("value.about", value=own)
            raise Failure(
                name, entry=entry, width=width, other=other, expected=expected, seen=number
            )


def is_shared(seen):
    """Whether several widths have one dictionary between them, as the probe noticed."""
    return seen.raw("shared") is True


def check_last(seen, fit, width, of=COMPARED):
    """The loss and the accuracy reported for a width are the training's last; or `Failure`."""
    for entry in ("loss", "accuracy"):
        expect.close(
            reported(seen, width, entry, of),
            fit.series(entry)[-1],
            say.own_numbers,
            within=WITHIN,
            entry=entry,
            width=width,
        )


@exercise.check(
    compare,
    points=1,
    rests_on="trained: weights of the trained networks",
    demands=('`"parameters"`: how many weights and biases the model has in all',),
)
def parameters_are_counted(seen, truth):
    """The number of parameters of each width counts every weight and every bias."""
    for width in COMPARED:
        counted, fit = reported(seen, width, "parameters"), own_fit(seen, width)
        of_arrays = fit.weights is not None and counted == len(fit.weights)
        name = say.arrays if of_arrays else say.counted
        expect.equal(counted, fit.parameters(), name, width=width)


@exercise.check(
    compare,
    points=1,
    rests_on="claim: a clock in the sandbox",
    demands=('`"seconds"`: how long its training took.',),
)
def seconds_are_measured(seen, truth):
    """The seconds are those that the training of this width takes."""
    elapsed = seen.number("elapsed")
    each = [reported(seen, width, "seconds") for width in COMPARED]
    differ = len({*each}) > 1
    for width in COMPARED:
        seconds, own = reported(seen, width, "seconds"), own_places(seen, width)
        took, really = (duration(seen, name, own) for name in ("took", "really"))
        spare, lost = SPARE_SECONDS + elapsed, lost_by_rounding(seconds)
        # One who looks at another clock sees what it really took, and no training takes as long as
        # another to the last digit.
        unmoved = seen.integer("reads") == 0 or not took
        as_really = really / 2 <= seconds <= MOST_REALLY * really + SPARE_REALLY
        # Of calls of `fit` that nobody saw, all together are known to take no longer than this.
        as_all = not really and 0 < sum(each) <= elapsed + lost
        if (took > 0 and abs(seconds - took) <= spare + lost) or (
            unmoved and differ and (as_really or as_all)
        ):
            continue
        for unit, size in UNITS.items():
            if took > 0 and abs(size * seconds - took) <= spare + size * lost:
                raise Failure(say.other_unit, width=width, took=took, seen=seconds, unit=unit)
        raise Failure(say.seconds, width=width, took=took or elapsed, seen=seconds)


@exercise.check(
    compare,
    points=1,
    rests_on="trained: last losses of both trainings",
    demands=("The models must learn: more neurons should fit these images better.",),
)
def wider_model_fits_better(seen, truth):
    """The models learn, and the wide one fits the images better than the one of 16 neurons."""
    for width in COMPARED:
        widths_trained = map(first_width, seen.fits())
        expect.that(width in widths_trained, say.not_trained, width=width)
    fits = [own_fit(seen, width) for width in COMPARED]
    check_comparable(*fits)
    # A rate that follows the loss may be another one at the end.
    differs = fits[0].differs_beside_rate_in(fits[1], beside=("layers",))
    expect.that(not differs, say.unfair, argument=differs, wide=WIDE, narrow=NARROW)
    wide, narrow = (fit.series("loss")[-1] for fit in fits)
    FITS_BETTER.check(loss_ratio(wide, narrow), wide=WIDE, narrow=NARROW)


def reported(seen, width, entry, of=COMPARED):
    """One number that the student reports, if only under another name; raises `Failure`.

    `of` are the widths of the call.
    """
    results = seen.mapping("returned", say.results)
    value = results.get(width)
    if width not in results and len(results) == len(of):
        value = [*results.values()][of.index(width)]
    values = as_mapping(value, say.width_value, width=width)
    missing, others = set(ENTRIES) - set(values), set(values) - set(ENTRIES)
    name = others.pop() if missing == {entry} and len(others) == 1 else entry
    number = as_entry(values, name, say.width_value, width=width)
    if entry == "parameters" and number is None:
        raise Failure(say.no_parameters, width=width)
    if entry == "parameters":
        return as_integer(number, say.parameter_count, width=width)
    return as_number(number, say.single_number, entry=entry, width=width)


def duration(seen, name, own):
    """How long those trainings took in all, 0 where some of them were no calls of `fit`."""
    if isinstance(seen.raw(name), list) and not seen.raw(name):
        return 0
    measured = seen.numbers(name)
    return sum(measured[place] for place in own) if max(own) < len(measured) else 0


def first_width(fit):
    """The neurons of the first hidden layer, 0 where there is none."""
    return next(iter(fit.layers.hidden_widths), 0)


def own_fit(seen, width):
    """The training of a width, the last of several; raises `Failure` where there is none."""
    fits = seen.fits()
    return join_fits([fits[place] for place in own_places(seen, width)])[-1]


def own_places(seen, width):
    """Which trainings are of a width: those that have it, or else the one at its place."""
    widths, place = [*map(first_width, seen.fits())], COMPARED.index(width)
    expect.that(place < len(widths), say.not_trained, width=width)
    own = [number for number, trained in enumerate(widths) if trained == width]
    return own if 0 < len(own) < len(widths) else [place]
