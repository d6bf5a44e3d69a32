"""Add a layer: at least two hidden layers that do something, and a network that learns."""

from autograder.judging.author import (
    CLASSES,
    Exercise,
    Failure,
    Threshold,
    check_own_models,
    expect,
    first_pairs,
    text,
)

exercise = Exercise(
    "more_layers",
    "Add a layer",
    asks_for=("build_deeper_model",),
    background=(
        "The network so far has one hidden layer: ... and the ten outputs.",
        "What happens when another layer comes between the 512 neurons and the output?",
        "Write `build_deeper_model`.",
    ),
)

FEWEST_HIDDEN = 2
COUNT, EPOCHS = 1500, 3

say = exercise.messages(
    hidden_layers=text(
        "layers",
        expected="two or more Dense layers between Flatten and the output layer",
        hint="Put another Dense layer between the first one and the output.",
    ),
    off_the_way=text(
        "layers",
        expected="two or more Dense layers between Flatten and the output layer",
        hint="A Dense layer of {neurons} neurons is made, and is not on the way from the input to"
        " the output: compute the output from what that layer gives.",
    ),
    no_deeper=text(
        "layers",
        expected="two or more Dense layers, one behind the other, between Flatten and the output"
        " layer",
        hint="Some of these Dense layers lie side by side, are one and the same, or give nothing to"
        " the output: let each of them compute with what the one before it gives.",
    ),
    rows=text(
        "layers",
        expected="Flatten in front of two or more Dense layers",
        hint="Flatten makes one row of each image, which a Dense layer needs: put it first.",
    ),
    activations=text(
        "hidden layer of {neurons} neurons",
        expected="an activation that changes something",
        seen="linear, as where none is given, or as good as linear for all images, which changes"
        " nothing",
        hint="Give each hidden layer one that bends, such as relu: without, it only mixes its"
        " inputs again.",
    ),
    accuracy=text(
        "share of unseen images classified correctly",
        hint="Does the loss fall from epoch to epoch? If not, look at the optimizer, at what the"
        " weights begin with (neurons that all begin at 0 stay alike), and at the `dtype` of the"
        " input (whole numbers hold no pixels between 0 and 1).",
    ),
)
LEARNS = Threshold(say.accuracy, at_least=0.5, percent=True)


@exercise.probe
def train(student, given):
    """The grader trains a first model of yours on 64 images, and a second one on 1,500."""
    import contextlib

    images, labels = given.train_images[:1500] / 255.0, given.train_labels[:1500]
    first = student.model("build_deeper_model")
    student.attempt(first.fit, images[:64], labels[:64], verbose=0)
    second = student.model("build_deeper_model")
    report = student.attempt(second.fit, images, labels, epochs=3, verbose=0)
    aside = []
    # A model of the student's own class may raise when it is looked at.
    with contextlib.suppress(Exception):
        # What is computed from a layer of the model, and is no part of the model.
        aside = [
            getattr(node.operation, "units", None)
            for layer in second.layers
            for node in getattr(layer, "_outbound_nodes", ())
            if all(node.operation is not one for one in second.layers)
        ]
    return {
        **report,
        "aside": aside,
        "kept": student.kept("build_deeper_model", second),
    }


@exercise.check(
    train,
    points=3,
    rests_on="trained: layers of a training, and what it started from",
    demands=(
        "returns a new, compiled Keras model",
        "at least two hidden `Dense` layers between `Flatten` and the output",
    ),
)
def has_two_hidden_layers(seen, truth):
    """Each model is new, with at least two hidden `Dense` layers between `Flatten` and output."""
    fit = seen.last_fit()
    layers = fit.layers
    hidden = [layer for layer in layers.hidden if layer.is_flat]
    is_whole = layers.flattens or layers.sees_every_pixel
    if len(layers.hidden) >= FEWEST_HIDDEN:
        expect.that(is_whole and len(hidden) >= FEWEST_HIDDEN, say.rows, seen=layers.in_words)
    if len(hidden) < FEWEST_HIDDEN:
        aside = seen.raw("aside")
        for neurons in aside if isinstance(aside, list) else ():
            if isinstance(neurons, int):
                raise Failure(say.off_the_way, seen=layers.in_words, neurons=neurons)
        if sum(layer.kind == "Dense" for layer in layers) > FEWEST_HIDDEN:
            raise Failure(say.no_deeper, seen=layers.in_words)
        raise Failure(say.hidden_layers, seen=layers.in_words)
    check_own_models(seen.fits(), seen.kept())


@exercise.check(
    train,
    points=2,
    rests_on="trained: layers of that training",
    demands=("Every hidden layer needs an activation function",),
)
def hidden_layers_have_activations(seen, truth):
    """Every hidden layer has an activation function, such as ReLU."""
    layers = seen.last_fit().layers
    expect.that(bool(layers.hidden), say.hidden_layers, seen=layers.in_words)
    for layer in layers.hidden:
        expect.that(layer.activation != "linear", say.activations, neurons=layer.units)


@exercise.check(
    train,
    points=3,
    rests_on="trained: last layer and loss of that training",
    demands=("The output has ten neurons, of the kind that the loss expects.",),
)
def output_fits_the_loss(seen, truth):
    """The last layer has ten outputs, of the kind that the loss expects."""
    fit = seen.finished_fit()
    fit.check_output(CLASSES)


@exercise.check(
    train,
    points=1,
    rests_on="trained: series that the training logged",
    demands=("Compile the model with Keras's metric `accuracy`",),
)
def reports_accuracy(seen, truth):
    """The model is compiled with Keras's metric accuracy."""
    seen.finished_fit().series("accuracy")


@exercise.check(
    train,
    points=3,
    unseen=True,
    rests_on="trained: hidden images, classified by the judge with the trained weights",
    demands=("The grader trains your model ... and lets it classify images that it never saw.",),
)
def classifies_unseen_images(seen, truth):
    """After a short training it classifies images that it never saw."""
    seen.check_unseen_accuracy(truth, LEARNS)
    first_pairs(truth, COUNT).check_as_called(seen.fits(), EPOCHS)
