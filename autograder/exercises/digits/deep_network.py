"""Three hidden layers and dropout: a network whose widths, dropout and rate are arguments."""

from autograder.judging.author import (
    CLASSES,
    Exercise,
    Failure,
    as_array,
    as_list,
    as_returned,
    check_moves,
    expect,
    message,
    rule_of,
    text,
)

exercise = Exercise(
    "deep_network",
    "Three hidden layers and dropout",
    asks_for=("build_model",),
    background=(
        "Write `build_model(hidden=(512, 256, 128), dropout=0.5, learning_rate=1e-4)`.",
        "784 numbers in, ... so that changing them there changes the network.",
        "Metrics, and what the weights begin with, are up to you.",
    ),
)

# What is asked for by default; it is called like this and with two other sets of arguments.
BY_DEFAULT = ((512, 256, 128), 0.5, 1e-4)
CALLS, IMAGES, PIXELS = 3, 64, 784
# Layers that may be there beside those asked for.
BESIDE = ("Dense", "Dropout", "InputLayer", "Flatten", "Reshape", "Activation", "ReLU", "Softmax")
LOSS = "sparse_categorical_crossentropy"
# What a model says whose steps compute their loss themselves.
NOT_TOLD = "NoneType"

say = exercise.messages(
    fewer=text(
        "the trainings of three models, one for each call of `build_model`",
        expected="{count} of them",
        hint="Return a compiled Keras model each time.",
    ),
    hidden=text(
        "the hidden layers of `build_model({arguments})`",
        hint="Make a `Dense` layer for each width of `hidden`, in a loop, and the output behind"
        " them.",
    ),
    no_activation=text(
        "the hidden layers of `build_model({arguments})`",
        hint="Without an activation several layers do no more than one: give each hidden layer"
        ' `activation="relu"`.',
    ),
    other_layers=text(
        "the layers of `build_model({arguments})`",
        expected="`Dense` layers and one `Dropout`",
        hint="Leave out whatever the exercise does not ask for.",
    ),
    ignored=text(
        "the classes that the loss looks at",
        expected="all ten",
        seen="all but class {ignored}",
        hint="Leave `ignore_class` out: images of that class would never be learnt.",
    ),
    no_dropout=text(
        "the layers of `build_model({arguments})`",
        expected="Dropout({share:g}) between the last hidden layer and the output",
        hint="Is the dropout a layer of the model? One whose result nothing takes is not: what"
        " comes behind it must be computed from what it returns.",
    ),
    many_dropouts=text(
        "the layers of `build_model({arguments})`",
        expected="Dropout({share:g}) once, behind the last hidden layer",
        hint="Put it behind the loop, not into it.",
    ),
    elsewhere=text(
        "the layers of `build_model({arguments})`",
        expected="Dropout({share:g}) between the last hidden layer and the output",
        hint="Which layer should lose neurons: the input, a hidden one, or the output? Add the"
        " dropout right behind the last hidden layer.",
    ),
    share=text(
        "the share that the dropout of `build_model({arguments})` leaves out",
        hint="`Dropout` takes the share that is left out, which `dropout` is; `keep_prob` of"
        " TensorFlow 1 was the share that is kept.",
    ),
    loss=text(
        "the loss",
        expected="cross entropy for labels that are whole numbers",
        hint="For labels such as 3 there is `sparse_categorical_crossentropy`; without `sparse_` it"
        " wants one-hot rows.",
    ),
    optimizer=text(
        "the optimiser of `build_model({arguments})`",
        hint="Make one for `compile`: `tf.keras.optimizers.Adam(...)`.",
    ),
    schedule=text(
        "the learning rate of `build_model({arguments})`",
        expected="{rate:g} at every step",
        seen="one that changes from step to step: {kind}",
        hint="Pass the number itself to the optimiser: `Adam(learning_rate=learning_rate)`.",
    ),
    rate=text(
        "the learning rate of `build_model({arguments})`",
        hint="Pass it to the optimiser: `Adam(learning_rate=learning_rate)`. By its name alone, as"
        ' in `"adam"`, Keras makes one with a rate of its own.',
    ),
    rows=text(
        "what the model makes of rows of 784 numbers",
        hint="The input is a row: `Input((784,))`, and nothing that takes squares apart.",
    ),
)


@exercise.given
def other_arguments(generator):
    """Widths, shares and rates that nobody has by default."""
    widths = generator.permutation([24, 28, 36, 44, 52])
    return {
        # The last width comes before, too.
        "hidden": [int(widths[1]), int(widths[0]), int(widths[1])],
        "single": [int(widths[2])],
        "shares": [float(one) for one in generator.permutation([0.1, 0.2, 0.3, 0.4])[:2]],
        "rates": [float(one) for one in generator.permutation([3e-3, 7e-3, 2e-2])[:2]],
    }


@exercise.probe
def train(student, given):
    """The grader trains three models of yours on 64 images: as it is, deep, and shallow."""
    rows = given.train_images[:64].reshape(-1, 784) / 255.0
    labels = given.train_labels[:64]

    def trained(*arguments):
        model = student.model("build_model", *arguments)
        takes.append(student.attempt(model, rows[:5]))
        model.fit(rows, labels, epochs=1, verbose=0)

    takes = []
    calls = [
        (),
        (tuple(given.hidden), given.shares[0], given.rates[0]),
        (list(given.single), given.shares[1], given.rates[1]),
    ]
    return {"calls": [student.attempt(trained, *each) for each in calls], "takes": takes}


def asked(truth):
    """The widths, the share left out and the rate of each call, and the call in words."""
    given = truth.given
    shares, rates = given["shares"], given["rates"]
    yield BY_DEFAULT, ""
    for hidden, share, rate in (
        (tuple(given["hidden"]), shares[0], rates[0]),
        (list(given["single"]), shares[1], rates[1]),
    ):
        yield (tuple(hidden), share, rate), f"{hidden}, {share}, {rate}"


def trainings(seen, truth):
    """The training of each call, what was asked for, and the call in words; raises `Failure`."""
    fits, calls = seen.fits(), seen.items("calls", CALLS)
    if len(fits) != CALLS:
        for call in calls:
            as_returned(call)
        expect.equal(len(fits), CALLS, say.fewer, count=CALLS)
    for fit, (wanted, words) in zip(fits, asked(truth), strict=True):
        yield fit, *wanted, words


@exercise.check(
    train,
    points=5,
    rests_on="trained: layers of three trainings",
    demands=(
        "Build it as the tutorial's text describes it: with an activation",
        "Keep the three arguments in this order, and the values that they have by default.",
        "`hidden` is a tuple or a list of one width or more.",
        "For each of them, in order, there is a hidden `Dense` layer of so many neurons with the"
        " activation ReLU.",
        "There are no other layers",
    ),
)
def hidden_layers_as_asked(seen, truth):
    """There is a hidden layer with ReLU for each width, in order, and no layer of another kind."""
    for fit, widths, _, _, words in trainings(seen, truth):
        layers, about = fit.layers, {"arguments": words, "seen": fit.layers.in_words}
        wanted = ", ".join(f"Dense({width}, relu)" for width in widths)
        right = tuple(layers.hidden_widths) == widths
        bent = all(layer.activation == "relu" for layer in layers.hidden)
        name = say.no_activation if right else say.hidden
        expect.that(right and bent, name, expected=wanted, **about)
        others = [layer for layer in layers if layer.kind not in BESIDE and not drops(layer)]
        expect.that(not others and not layers.bends_pixels, say.other_layers, **about)


def drops(layer):
    """Whether a layer leaves numbers out, or spoils them, in training."""
    return "Dropout" in layer.kind or "Noise" in layer.kind


@exercise.check(
    train,
    points=4,
    rests_on="trained: layers of three trainings",
    demands=(
        "with a dropout that is used.",
        "Behind the last hidden layer and before the output there is one `Dropout` layer, and no"
        " other in the network.",
        "`dropout` is the share of neurons that it leaves out in a step of training.",
    ),
)
def dropout_before_the_output(seen, truth):
    """There is one dropout, behind the last hidden layer, with the share asked for."""
    for fit, _, share, _, words in trainings(seen, truth):
        about = {"arguments": words, "share": share, "seen": fit.layers.in_words}
        places = [place for place, layer in enumerate(fit.layers) if drops(layer)]
        expect.that(bool(places), say.no_dropout, **about)
        expect.that(len(places) == 1, say.many_dropouts, **about)
        dense = [place for place, layer in enumerate(fit.layers) if layer.kind == "Dense"]
        last_hidden = dense[-2] if len(dense) > 1 else len(fit.layers)
        expect.that(last_hidden < places[0] < dense[-1], say.elsewhere, **about)
        layer = fit.layers[places[0]]
        expect.equal(layer.kind, "Dropout", say.no_dropout, **about)
        expect.close(layer.rate, share, say.share, within=1e-6, arguments=words)


@exercise.check(
    train,
    points=3,
    rests_on="trained: last layer and loss of three trainings",
    demands=(
        "The output is a `Dense` layer of ten neurons.",
        "The loss is cross entropy for labels that are whole numbers from 0 to 9, not one-hot, and"
        " the outputs are of the kind that it expects: probabilities, or plain sums with"
        " `from_logits=True`.",
    ),
)
def ten_outputs_for_the_loss(seen, truth):
    """There are ten outputs, of the kind that the loss expects, and it is for whole numbers."""
    for place, (fit, *_) in enumerate(trainings(seen, truth)):
        # What is not known of a training on trust ends the check, so this comes first there.
        if fit.level == "trust":
            check_trained(seen, place)
        fit.check_output(CLASSES)
        is_other = fit.loss != NOT_TOLD and not fit.has_loss(LOSS)
        seen_loss = fit.loss or message("value.none")
        expect.that(bool(fit.loss) and not is_other, say.loss, seen=seen_loss)
        compiled = fit.asked.compiled if fit.asked else None
        ignored = getattr(compiled and compiled.loss, "numbers", {}).get("ignore_class")
        expect.that(ignored is None, say.ignored, ignored=ignored)
        check_trained(seen, place)


def check_trained(seen, place):
    """The training of a call came to its end, if its model takes rows at all; or `Failure`."""
    try:
        check_rows(seen, place)
    except Failure:
        # That is another check's business.
        return
    if not shares_optimizer(seen, place):
        as_returned(seen.items("calls", CALLS)[place])


def shares_optimizer(seen, place):
    """Whether a model could not be trained because its optimiser was another model's."""
    return rule_of(seen.items("calls", CALLS)[place]) == "optimizer_of_another_model"


def check_rows(seen, place):
    """The model of a call took rows when it was called with some; raises `Failure`."""
    takes = as_list(seen.raw("takes"), None, "report.value", value="takes")
    answer = as_returned(takes[place] if place < len(takes) else None)
    as_array(answer, (5, None), say.rows)


@exercise.check(
    train,
    points=3,
    rests_on="trained: optimiser and learning rate of three trainings",
    demands="The optimiser is Adam, and learns at the rate `learning_rate`.",
)
def adam_with_the_rate(seen, truth):
    """Adam learns, at the rate asked for."""
    for place, (fit, _, _, rate, words) in enumerate(trainings(seen, truth)):
        if shares_optimizer(seen, place):
            as_returned(seen.items("calls", CALLS)[place])
        expect.equal(fit.optimizer, "Adam", say.optimizer, arguments=words)
        schedule = fit.asked.compiled.optimizer.schedule if fit.asked else None
        kind = schedule.kind if schedule else ""
        expect.that(not schedule, say.schedule, rate=rate, kind=kind, arguments=words)
        expect.close(fit.learning_rate, rate, say.rate, within=1e-3 * rate, arguments=words)
        check_moves(fit)


@exercise.check(
    train,
    points=3,
    rests_on="trained: that three trainings on rows came to their end",
    demands=(
        "It returns a compiled Keras model:",
        "It takes rows of 784 numbers, a row for each image.",
    ),
)
def takes_rows_of_784(seen, truth):
    """It takes rows of 784 numbers."""
    for place, _ in enumerate(trainings(seen, truth)):
        # Whether its training came to an end may be the fault of something else, such as the loss.
        check_rows(seen, place)
