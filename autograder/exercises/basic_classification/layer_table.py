"""What layers make of an image: a table of models whose widths nobody knew."""

import numpy as np

from autograder.judging.author import (
    Exercise,
    Failure,
    as_list,
    as_returned,
    as_scalar,
    expect,
    message,
    text,
)

exercise = Exercise(
    "layer_table",
    "What layers make of an image",
    asks_for=("layer_table",),
    background=(
        "What do layers make of an image, and what do they learn?",
        "`model.summary()` prints it, from each layer's `output.shape` and `count_params()`.",
        "Make the table yourself",
        "Write `layer_table(model)`.",
    ),
)

# How many hidden layers each model has, whether its images have the usual size, and whether it
# begins with a dropout and its layers have names of their own. Such a model also takes batches of
# one size alone, and of several hidden layers one is a single neuron.
MODELS = ((1, True, False), (3, False, False), (0, True, False), (1, False, True))
SIDE = 28
CLASSES = 10
PARTS = 3

say = exercise.messages(
    table=text(
        "what `layer_table` returns for {layers}",
        hint="Begin with an empty list, append a tuple for each of `model.layers`, and return it.",
    ),
    row=text(
        "a row of the table for {layers}",
        expected="three values: name, shape, number",
        hint="A row is a tuple of three: `(name, shape, number)`.",
    ),
    names=text(
        "the names in the table for {layers}",
        expected="{wanted:list}",
        seen="{names:list}",
        hint="There is a row for each layer of `model.layers`. The name of its class is"
        " `type(layer).__name__`; `layer.name` is another one.",
    ),
    none_of=text(
        "the row of layer {place}, {kind}, for {layers}",
        expected="such a row",
        seen="none",
        hint="Each layer has a row, in the order of `model.layers`.",
    ),
    flat=text(
        "how many numbers Flatten makes of an image of {height}x{width}",
        hint="How many pixels has the image? All of them are in one row then.",
    ),
    learns_nothing=text(
        "how many numbers {kind} learns",
        hint="Does this layer have weights? Look at `layer.weights`.",
    ),
    learns=text(
        "how many numbers Dense({units}) learns behind a layer that makes {inputs} of an image",
        hint="How many inputs has each neuron of this layer, and what does it learn beside their"
        " weights?",
    ),
    biases=text(
        "how many numbers Dense({units}) learns behind a layer that makes {inputs} of an image",
        hint="These are the weights alone; each neuron has a bias too.",
    ),
    shape=text(
        "the shape of what layer {place}, {kind}, makes of one image",
        expected="{wanted}",
        hint="Keras puts the batch in front, as `None` or as its size; the shape of one image is"
        " all that comes behind it.",
    ),
)


@exercise.given
def widths(generator):
    """Widths of the hidden layers of each model, all of them different.

    Some of those of one with several have a dropout behind them.
    """
    drawn = generator.permutation(np.arange(11, 200)).tolist()
    models = []
    for count, is_usual, is_named in generator.permutation(MODELS).tolist():
        size = generator.choice(np.arange(7, 20), 2, replace=False).tolist()
        size = [SIDE, SIDE] if is_usual else size
        dropouts = generator.permutation([True, False, bool(generator.integers(2))])[:count]
        dropouts = dropouts if count > 1 else [False] * count
        hidden = [drawn.pop() for _ in dropouts]
        if count > 1:
            hidden[int(generator.integers(count))] = 1
        layers = [*([["Dropout", 0]] if is_named else []), ["Flatten", 0]]
        for width, drops in zip(hidden, dropouts, strict=True):
            layers += [["Dense", width], *([["Dropout", 0]] if drops else [])]
        layers.append(["Dense", CLASSES])
        batch = int(generator.integers(2, 7)) if is_named else None
        models.append({"size": size, "layers": layers, "named": bool(is_named), "batch": batch})
    return {"models": models}


@exercise.probe
def ask(student, given):
    """The grader builds models of its own, and asks your function for their tables."""
    import keras

    answers = []
    for one in given.models:
        make = {
            "Flatten": lambda _, name: keras.layers.Flatten(name=name),
            "Dense": lambda width, name: keras.layers.Dense(width, activation="relu", name=name),
            "Dropout": lambda _, name: keras.layers.Dropout(0.3, name=name),
        }
        layers = [
            make[kind](width, f"step_{place}" if one["named"] else None)
            for place, (kind, width) in enumerate(one["layers"], 1)
        ]
        start = keras.Input(tuple(one["size"]), batch_size=one["batch"])
        model = keras.Sequential([start, *layers])
        answers.append(student.attempt("layer_table", model))
    return {"answers": answers}


def tables(seen, truth):
    """Each model, the rows that were returned for it, and a value of messages that says which."""
    models = truth.given["models"]
    for model, answer in zip(models, seen.items("answers", len(models)), strict=True):
        layers = ", ".join(
            kind + (f"({width})" if width else "") for kind, width in model["layers"]
        )
        rows = as_list(as_returned(answer), None, say.table, layers=layers)
        yield model, [as_list(row, PARTS, say.row, layers=layers) for row in rows], layers


def layers_of(model):
    """For each layer its class, how many numbers come in, and the shape that it makes of them."""
    shape = tuple(model["size"])
    for kind, width in model["layers"]:
        count = int(np.prod(shape))
        if kind != "Dropout":
            shape = (width or count,)
        yield kind, count, shape


def row_of(model, rows, place, layers):
    """The row of a layer: by its class if the table has as many of it, or else by its place."""
    kinds = [kind for kind, _ in model["layers"]]
    kind = kinds[place]
    named = [row for row in rows if isinstance(row[0], str) and row[0] == kind]
    if len(named) == kinds.count(kind):
        return named[kinds[:place].count(kind)]
    if len(rows) != len(kinds):
        raise Failure(say.none_of, place=place, kind=kind, layers=layers)
    return rows[place]


def lengths_of(shape):
    """A shape as a list of whatever is in it; 128 is one, as (128,) is."""
    if isinstance(shape, np.ndarray):
        shape = shape.tolist()
    return shape if isinstance(shape, list) else [shape]


def check_number(value, wanted, name, **about):
    """A number is the one wanted, of whatever type; raises `Failure`."""
    number = as_scalar(value, name, **about)
    expect.equal(int(number) if number.is_integer() else number, wanted, name, **about)


@exercise.check(
    ask,
    points=3,
    rests_on="recomputed: the layers of unseen models",
    demands=(
        "`model` is a built Keras model for images of some size: a `Sequential` of `Flatten`,"
        " `Dense` layers behind it, and `Dropout` layers anywhere; each neuron has its bias, and no"
        " layer is frozen.",
        "Return a list with a row for each of its layers, in order, and no others.",
        "A row is a tuple of three:",
        'the name of the layer\'s class as text, for instance `"Dense"`',
    ),
)
def every_layer_has_a_row(seen, truth):
    """There is a row for each layer, in order, with the name of its class."""
    for model, rows, layers in tables(seen, truth):
        wanted = [kind for kind, _ in model["layers"]]
        names = [row[0] if isinstance(row[0], str) else "no text" for row in rows]
        shown = [name[:30] for name in names[:12]]
        expect.that(names == wanted, say.names, wanted=wanted, names=shown, layers=layers)


@exercise.check(
    ask,
    points=4,
    rests_on="recomputed: the pixels of images of unseen models",
    demands=(
        "`Flatten` only puts the pixels into one row, 784 of them for an image of 28 x 28.",
        "It learns nothing, and neither does `Dropout`",
    ),
)
def flatten_makes_a_row_of_pixels(seen, truth):
    """Flatten makes one row of all pixels and learns nothing, as Dropout does."""
    for model, rows, layers in tables(seen, truth):
        height, width = model["size"]
        for place, (kind, pixels, _) in enumerate(layers_of(model)):
            if kind == "Dense":
                continue
            _, shape, count = row_of(model, rows, place, layers)
            if kind == "Flatten":
                last = (lengths_of(shape) or [None])[-1]
                check_number(last, pixels, say.flat, height=height, width=width)
            check_number(count, 0, say.learns_nothing, kind=kind)


@exercise.check(
    ask,
    points=5,
    rests_on="recomputed: the weights and biases of layers of unseen widths",
    demands=(
        "`Dense(128)` has 128 neurons.",
        "Each neuron learns a weight for each number that comes in, and one more number, its bias.",
        "how many numbers it learns, weights and biases together",
    ),
)
def dense_layers_are_counted(seen, truth):
    """A Dense layer learns a weight for each input of each neuron, and a bias a neuron."""
    for model, rows, layers in tables(seen, truth):
        for place, (kind, inputs, (units, *_)) in enumerate(layers_of(model)):
            if kind != "Dense":
                continue
            count = row_of(model, rows, place, layers)[2]
            is_weights = isinstance(count, int) and count == inputs * units
            name = say.biases if is_weights else say.learns
            check_number(count, inputs * units + units, name, units=units, inputs=inputs)


@exercise.check(
    ask,
    points=2,
    rests_on="recomputed: what each layer of unseen models makes of an image",
    demands=(
        "`Dropout`, which hands on as many numbers as it gets",
        "What it makes of an image is a row of 128 numbers.",
        "the shape of what the layer makes of one image, without the batch, as a tuple: `(128,)`",
    ),
)
def shapes_leave_the_batch_out(seen, truth):
    """Shapes are those of one image, without the batch."""
    for model, rows, layers in tables(seen, truth):
        for place, (kind, _, made) in enumerate(layers_of(model)):
            lengths = lengths_of(row_of(model, rows, place, layers)[1])
            shown = message("value.list", items=[str(one)[:12] for one in lengths[:6]])
            values = {"place": place + 1, "kind": kind, "wanted": str(made), "seen": shown}
            plain = all(isinstance(one, (int, float)) for one in lengths)
            expect.that(plain and lengths == [*made], say.shape, **values)
