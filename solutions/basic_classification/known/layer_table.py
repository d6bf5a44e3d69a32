"""Known answers of `layer_table`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

NAME = "type(layer).__name__"
SHAPE = "layer.output.shape[1:]"
COUNT = "layer.count_params()"
WHOLE = f"return [\n        ({NAME}, {SHAPE}, {COUNT})\n        for layer in model.layers\n    ]"
ROWS, FLAT, DENSE, SHAPES = (
    "every_layer_has_a_row",
    "flatten_makes_a_row_of_pixels",
    "dense_layers_are_counted",
    "shapes_leave_the_batch_out",
)

known.mistake(
    "biases forgotten",
    swap(COUNT, "layer.weights[0].shape[0] * layer.weights[0].shape[1] if layer.weights else 0"),
    fails=[DENSE],
)
known.mistake("with the batch", swap(SHAPE, "layer.output.shape"), fails=[SHAPES])
known.mistake("what comes in", swap(SHAPE, "layer.input.shape[1:]"), fails=[FLAT, SHAPES])
known.mistake(
    "numbers of the whole model",
    swap(COUNT, "model.count_params()"),
    fails=[FLAT, DENSE],
    costs_much="It says the same number of every layer, whatever the layer learns.",
)
known.mistake("arrays in place of numbers", swap(COUNT, "len(layer.weights)"), fails=[DENSE])
known.mistake(
    "neurons in place of numbers", swap(COUNT, 'getattr(layer, "units", 0)'), fails=[DENSE]
)
known.mistake("a bias too few", swap(COUNT, "max(layer.count_params() - 1, 0)"), fails=[DENSE])
known.mistake(
    "the input as a row",
    swap("for layer in model.layers", "for layer in [model._layers[0], *model.layers]"),
    fails=[ROWS],
)
known.mistake(
    "the other way round",
    swap("in model.layers", "in reversed(model.layers)"),
    fails=[ROWS, DENSE, SHAPES],
    costs_much="A row says nothing of the layer whose place it has.",
)
known.mistake("names that Keras counts", swap(NAME, "layer.name"), fails=[ROWS])
known.mistake("classes in place of their names", swap(NAME, "type(layer)"), fails=[ROWS])
known.mistake(
    "only layers that learn",
    swap("in model.layers", "in model.layers if layer.weights"),
    fails=[ROWS, FLAT, SHAPES],
    costs_much="It leaves out all layers that learn nothing, and what is asked of them.",
)
known.mistake(
    "widths of the notebook's model",
    swap(
        WHOLE, 'return [("Flatten", (784,), 0), ("Dense", (128,), 100480), ("Dense", (10,), 1290)]'
    ),
    fails=[ROWS, FLAT, DENSE, SHAPES],
    costs_much="It knows one model, and the grader has others.",
)
known.mistake(
    "printed in place of returned",
    swap("return [", "print(["),
    swap("model.layers\n    ]", "model.layers\n    ])"),
    fails=[ROWS, FLAT, DENSE, SHAPES],
    costs_much="It returns nothing, so there is no table.",
)
known.mistake(
    "a summary",
    swap(WHOLE, "return model.summary()"),
    fails=[ROWS, FLAT, DENSE, SHAPES],
    costs_much="`summary` prints and returns nothing, so there is no table.",
)
known.mistake(
    "the layer's own name without its number",
    swap(NAME, 'layer.name.split("_")[0].capitalize()'),
    fails=[ROWS],
)
known.mistake("the last length alone", swap(SHAPE, "layer.output.shape[-1:]"), fails=[SHAPES])

known.accepted(
    "sizes of weights, and lists",
    swap("return [", "table = [list(row) for row in ["),
    swap("model.layers\n    ]", "model.layers\n    ]]\n    return table"),
    swap(COUNT, "sum(weight.numpy().size for weight in layer.weights)"),
    swap(NAME, "layer.__class__.__name__"),
)
known.accepted(
    "the formula, in a loop",
    swap(
        WHOLE,
        "rows, shape = [], model.input_shape[1:]\n"
        "    for layer in model.layers:\n"
        "        name = str(type(layer)).split('.')[-1].rstrip(\"'>\")\n"
        "        learnt = 0\n"
        '        if name == "Flatten":\n'
        "            shape = (shape[0] * shape[1],)\n"
        '        if name == "Dense":\n'
        "            learnt = shape[0] * layer.units + layer.units\n"
        "            shape = (layer.units,)\n"
        "        rows.append((name, shape, learnt))\n"
        "    return rows",
    ),
)
known.accepted(
    "shapes computed, counted as whole numbers",
    swap(SHAPE, "shape[0] if len(shape) == 1 else shape"),
    swap(
        "for layer in model.layers",
        "for layer in model.layers\n"
        "        for shape in [layer.compute_output_shape(layer.input.shape)[1:]]",
    ),
)
known.accepted(
    "what an image becomes",
    swap(
        "return [",
        "import numpy as np\n\n"
        "    image = np.zeros((1, *model.input_shape[1:]))\n"
        "    made = [image]\n"
        "    for one in model.layers:\n"
        "        made.append(one(made[-1]))\n"
        "    outputs = iter(made[1:])\n"
        "    return [",
    ),
    swap(SHAPE, "tuple(next(outputs)[0].shape)"),
)

known.equal("rows may be lists or tuples", "*: list(row) -> row")
known.equal("the only image is the last one too", "*next(outputs)[0] -> next(outputs)[-1]")
