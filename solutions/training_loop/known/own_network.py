"""Known answers of `own_network`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

INPUT = "            tf.keras.Input((784,)),\n"
HIDDEN = 'tf.keras.layers.Dense(256, activation="relu")'
SECOND = 'tf.keras.layers.Dense(128, activation="relu")'
LAST = "tf.keras.layers.Dense(10)"
SUMS_OF_INPUTS = '''class SumsOfInputs(tf.keras.layers.Dense):
    """A layer whose neurons weigh all inputs alike."""

    def call(self, inputs):
        inputs = tf.repeat(tf.reduce_mean(inputs, axis=1, keepdims=True), inputs.shape[1], axis=1)
        return super().call(inputs)


'''
NOTHING = ["layers_have_the_widths", "hidden_layers_bend", "outputs_are_plain", "takes_rows"]
ACTIVATIONS = ["hidden_layers_bend", "outputs_are_plain"]

for activation in ("softmax", "sigmoid", "relu", "tanh"):
    known.mistake(
        f"outputs with {activation}",
        swap(LAST, f'tf.keras.layers.Dense(10, activation="{activation}")'),
        fails=["outputs_are_plain"],
    )
known.mistake(
    "no activation in the first layer",
    swap(HIDDEN, "tf.keras.layers.Dense(256)"),
    fails=["hidden_layers_bend"],
)
known.mistake(
    "no activation in the second layer",
    swap(SECOND, 'tf.keras.layers.Dense(128, activation="linear")'),
    fails=["hidden_layers_bend"],
)
known.mistake(
    "no activation at all",
    swap(HIDDEN, "tf.keras.layers.Dense(256)"),
    swap(SECOND, "tf.keras.layers.Dense(128)"),
    fails=["hidden_layers_bend"],
)
known.mistake(
    "ReLU that leaks",
    swap(HIDDEN, 'tf.keras.layers.Dense(256, activation="leaky_relu")'),
    fails=["hidden_layers_bend"],
)
known.mistake(
    "ReLU that begins at 2",
    swap(
        HIDDEN,
        "tf.keras.layers.Dense(256, activation=lambda sums: tf.where(sums > 2, sums, 0.0))",
    ),
    fails=["hidden_layers_bend"],
)
known.mistake(
    "ReLU that ends at 6",
    swap(HIDDEN, 'tf.keras.layers.Dense(256, activation="relu6")'),
    fails=["hidden_layers_bend"],
)
known.mistake(
    "ReLU that ends at 100",
    swap(SECOND, "tf.keras.layers.Dense(128),\n            tf.keras.layers.ReLU(100.0)"),
    fails=["hidden_layers_bend"],
)
known.mistake(
    "outputs that end at 100",
    swap(
        LAST,
        "tf.keras.layers.Dense(10, activation=lambda sums: tf.clip_by_value(sums, -100, 100))",
    ),
    fails=["outputs_are_plain"],
)
known.mistake(
    "a smooth relative of ReLU",
    swap(SECOND, 'tf.keras.layers.Dense(128, activation="gelu")'),
    fails=["hidden_layers_bend"],
)
known.mistake(
    "sigmoid in a hidden layer",
    swap(HIDDEN, 'tf.keras.layers.Dense(256, activation="sigmoid")'),
    fails=ACTIVATIONS,
)
known.mistake(
    "softmax in a hidden layer",
    swap(SECOND, 'tf.keras.layers.Dense(128, activation="softmax")'),
    fails=ACTIVATIONS,
)
known.mistake(
    "the narrow layer first",
    swap("Dense(256", "Dense(0"),
    swap("Dense(128", "Dense(256"),
    swap("Dense(0", "Dense(128"),
    fails=["layers_have_the_widths"],
)
known.mistake("another width", swap("Dense(256", "Dense(512"), fails=["layers_have_the_widths"])
known.mistake("nine outputs", swap("Dense(10)", "Dense(9)"), fails=["layers_have_the_widths"])
known.mistake(
    "one hidden layer", swap(f"            {SECOND},\n", ""), fails=["layers_have_the_widths"]
)
known.mistake(
    "a layer too many",
    swap(SECOND, f'{SECOND},\n            tf.keras.layers.Dense(64, activation="relu")'),
    fails=["layers_have_the_widths"],
)
known.mistake(
    "no biases",
    swap(LAST, "tf.keras.layers.Dense(10, use_bias=False)"),
    fails=["layers_have_the_widths", "outputs_are_plain"],
    costs_much="What the last layer lacks, its outputs lack too.",
)
known.mistake("never built", swap(INPUT, ""), fails=["takes_rows"])
known.mistake(
    "built for no shape",
    swap(INPUT, ""),
    swap("return tf", "model = tf"),
    swap("        ]\n    )", "        ]\n    )\n    model.build(784)\n    return model"),
    fails=["takes_rows"],
)
known.mistake(
    "built for squares",
    swap("(784,)", "(28, 28)"),
    swap(HIDDEN, f"tf.keras.layers.Flatten(),\n            {HIDDEN}"),
    fails=["takes_rows"],
)
known.mistake(
    "rows of another length",
    swap("(784,)", "(28,)"),
    fails=NOTHING[1:],
    costs_much="It raises for the rows that it is given, so nothing is known of its activations.",
)
known.mistake(
    "a list of layers",
    swap("tf.keras.Sequential(\n        [", "[\n        *["),
    swap("        ]\n    )", "        ]\n    ]"),
    fails=NOTHING,
    costs_much="It is no model, and cannot be asked anything.",
)
known.mistake(
    "nothing returned",
    swap("return tf", "model = tf"),
    fails=NOTHING,
    costs_much="Without a model there is nothing to ask.",
)

known.accepted(
    "built for a batch of four, as in the book",
    swap(INPUT, ""),
    swap("return tf", "model = tf"),
    swap(
        "        ]\n    )",
        "        ]\n    )\n    model.build(input_shape=(4, 28 * 28))\n    return model",
    ),
)
known.accepted(
    "built for any number of rows, with activations as functions",
    swap(INPUT, ""),
    swap(HIDDEN, "tf.keras.layers.Dense(256, activation=tf.nn.relu)"),
    swap(SECOND, "tf.keras.layers.Dense(128),\n            tf.keras.layers.ReLU()"),
    swap("return tf", "model = tf"),
    swap("        ]\n    )", "        ]\n    )\n    model.build((None, 784))\n    return model"),
)
known.accepted(
    "the shape of the input in the first layer",
    swap(INPUT, ""),
    swap("Dense(256,", "Dense(256, input_shape=(784,),"),
)
known.accepted(
    "compiled too, and rows flattened again",
    swap(HIDDEN, f"tf.keras.layers.Flatten(),\n            {HIDDEN}"),
    swap("return tf", "model = tf"),
    swap("        ]\n    )", '        ]\n    )\n    model.compile("sgd", "mse")\n    return model'),
)
known.accepted(
    "values to begin with of another kind",
    swap("Dense(128,", 'Dense(128, kernel_initializer="he_normal", bias_initializer="ones",'),
)
known.mistake(
    "layers of its own that take nothing but the sum of what comes in",
    swap("def build_network", f"{SUMS_OF_INPUTS}def build_network"),
    swap(HIDDEN, 'SumsOfInputs(256, "relu")'),
    swap(SECOND, 'SumsOfInputs(128, "relu")'),
    swap(LAST, "SumsOfInputs(10)"),
    fails=["outputs_are_plain"],
)
known.equal(
    "a batch of any size builds a model for batches of any size",
    "*input_shape=(4, 28 * 28) -> input_shape=(5, 28 * 28)",
)
known.equal(
    "nothing needs flattening, before the first layer or behind it",
    "build_network: Flatten() -> nothing",
    'build_network: Flatten(), Dense(256, activation="relu") -> *',
)
known.equal(
    "whether it is compiled is free, and how",
    'build_network: model.compile("sgd", "mse") -> pass',
    'build_network: model.compile("sgd", "mse") -> model.compile("sgd")',
    'build_network: model.compile("sgd", "mse") -> model.compile("adam", "mse")',
)
known.equal("what its weights begin with is free", '*bias_initializer="ones" -> *')
