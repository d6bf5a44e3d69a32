"""Known answers of `without_flatten`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

known.mistake(
    "only predict",
    swap("model.fit(images, labels, epochs=1, verbose=0)", "model.predict(images, verbose=0)"),
    fails=[
        "tries_to_train_on_squares",
        "training_raises_the_error",
        "error_is_returned",
    ],
    costs_much="nothing is trained, so there is no error to meet and none to return",
)
known.mistake(
    "labels as zeros and ones",
    swap("fit(images, labels", "fit(images, tf.one_hot(labels, 10)"),
    fails=["tries_to_train_on_squares"],
)
known.mistake(
    "other images and labels",
    swap("try:", "loaded, _ = tf.keras.datasets.fashion_mnist.load_data()\n    try:"),
    swap("fit(images, labels", "fit(*loaded"),
    fails=["tries_to_train_on_squares"],
)
known.mistake(
    "a misspelt name",
    swap("model.fit(images, labels, epochs=1, verbose=0)", "mode.fit(images, labels)"),
    swap("except ValueError as", "except Exception as"),
    fails=[
        "tries_to_train_on_squares",
        "training_raises_the_error",
        "error_is_returned",
    ],
    costs_much="nothing is trained, so there is no error to meet and none to return",
)
known.mistake(
    "Reshape in the place of Flatten",
    swap(
        "model = tf.keras.Sequential(\n        [",
        "model = tf.keras.Sequential(\n        [tf.keras.layers.Reshape((784,)),",
    ),
    fails=[
        "tries_to_train_on_squares",
        "training_raises_the_error",
        "error_is_returned",
    ],
    costs_much="nothing fails in training, so there is no error to meet and none to return",
)
known.mistake(
    "pooling in the place of Flatten",
    swap(
        "model = tf.keras.Sequential(\n        [",
        "model = tf.keras.Sequential(\n        [tf.keras.layers.GlobalAveragePooling1D(),",
    ),
    fails=[
        "tries_to_train_on_squares",
        "training_raises_the_error",
        "error_is_returned",
    ],
    costs_much="nothing fails in training, so there is no error to meet and none to return",
)
known.mistake(
    "an Input of 784 numbers",
    swap(
        "model = tf.keras.Sequential(\n        [",
        "model = tf.keras.Sequential(\n        [tf.keras.Input((784,)),",
    ),
    fails=[
        "tries_to_train_on_squares",
        "training_raises_the_error",
        "error_is_returned",
    ],
    costs_much="nothing fails in training, so there is no error to meet and none to return",
)
known.mistake(
    "images reshaped before",
    swap("fit(images,", "fit(images.reshape(-1, 784),"),
    fails=[
        "tries_to_train_on_squares",
        "training_raises_the_error",
        "error_is_returned",
    ],
    costs_much="nothing fails in training, so there is no error to meet and none to return",
)
known.mistake(
    "a misspelt loss",
    swap('"sparse_categorical_crossentropy")\n    try', '"sparse_crossentropy")\n    try'),
    fails=["training_raises_the_error", "error_is_returned"],
)
known.mistake(
    "another loss",
    swap('"sparse_categorical_crossentropy")\n    try', '"mse")\n    try'),
    fails=["training_raises_the_error", "error_is_returned"],
)
known.mistake(
    "swallowed",
    swap("return error", "print(error)"),
    fails=["error_is_returned"],
)
known.mistake(
    "the first batch alone",
    swap("fit(images, labels", "fit(images[:32], labels[:32]"),
    fails=["tries_to_train_on_squares"],
)
known.mistake(
    "the error of the first call for ever",
    swap("    try:", "    if kept:\n        return kept[0]\n    try:"),
    swap("        return error\n", "        kept.append(error)\n        return error\n"),
    swap("def error_without_flatten", "kept = []\n\n\ndef error_without_flatten"),
    fails=["tries_to_train_on_squares", "training_raises_the_error", "error_is_returned"],
    costs_much="the second call trains nothing, so there is no error to meet and none to return",
)
known.mistake(
    "the same layers in both networks",
    swap(
        "def error_without_flatten",
        'hidden = tf.keras.layers.Dense(64, activation="relu")\n\n\ndef error_without_flatten',
    ),
    swap(
        '        [\n            tf.keras.layers.Dense(64, activation="relu"),',
        "        [\n            hidden,",
    ),
    swap(
        "            tf.keras.layers.Flatten(),\n"
        '            tf.keras.layers.Dense(64, activation="relu"),',
        "            tf.keras.layers.Flatten(),\n            hidden,",
    ),
    fails=["repaired_model_has_ten_outputs", "repaired_model_learns"],
)
known.mistake(
    "a new one with its text",
    swap("return error", "return ValueError(str(error))"),
    fails=["error_is_returned"],
)
known.mistake(
    "a copy that was raised, too",
    swap(
        "return error",
        "try:\n            raise ValueError(str(error)) from error\n"
        "        except ValueError as copied:\n            return copied",
    ),
    fails=["error_is_returned"],
)
known.mistake(
    "its text",
    swap("return error", "return str(error)"),
    fails=["error_is_returned"],
)
known.mistake(
    "its class",
    swap("return error", "return type(error)"),
    fails=["error_is_returned"],
)
known.mistake(
    "raised again",
    swap("return error", "raise"),
    fails=["error_is_returned"],
)
known.mistake(
    "its name used too late",
    swap("return error", "pass\n    return error"),
    fails=["error_is_returned"],
)
known.mistake(
    "not repaired",
    swap("tf.keras.layers.Flatten(),", ""),
    fails=["repaired_model_has_ten_outputs", "repaired_model_learns"],
)
known.mistake(
    "not compiled",
    swap("repaired.compile(", "dict("),
    fails=["repaired_model_learns"],
)
known.mistake(
    "a learning rate far too small",
    swap('repaired.compile(optimizer="adam"', "repaired.compile(tf.keras.optimizers.Adam(1e-7)"),
    fails=["repaired_model_learns"],
)
known.mistake(
    "five outputs in the place of ten",
    swap(
        'Dense(10, activation="softmax"),\n        ]\n    )\n    model',
        'Dense(5, activation="softmax"),\n        ]\n    )\n    model',
    ),
    fails=["tries_to_train_on_squares"],
)
known.mistake(
    "no activations",
    swap(
        'Dense(64, activation="relu"),\n'
        '            tf.keras.layers.Dense(10, activation="softmax"),'
        "\n        ]\n    )\n    model",
        "Dense(64),\n            tf.keras.layers.Dense(10),\n        ]\n    )\n    model",
    ),
    fails=["tries_to_train_on_squares"],
)
known.mistake(
    "a wider hidden layer",
    swap(
        "    model = tf.keras.Sequential(\n        [\n            tf.keras.layers.Dense(64,",
        "    model = tf.keras.Sequential(\n        [\n            tf.keras.layers.Dense(128,",
    ),
    fails=["tries_to_train_on_squares"],
)
known.mistake(
    "images scaled again",
    swap("fit(images, labels", "fit(images / 255, labels"),
    fails=["tries_to_train_on_squares"],
)
known.mistake(
    "labels from the end",
    swap("fit(images, labels", "fit(images, labels[::-1]"),
    fails=["tries_to_train_on_squares"],
)
known.mistake(
    "images of noise",
    swap("fit(images, labels", "fit(tf.random.uniform(images.shape), labels"),
    fails=["tries_to_train_on_squares"],
)
known.mistake(
    "its text in a new exception",
    swap("return error", "return Exception(str(error))"),
    fails=["error_is_returned"],
)
known.mistake(
    "the same repaired model each time",
    swap("def build", "import functools\n\n\n@functools.cache\ndef build"),
    fails=["repaired_model_has_ten_outputs"],
)
known.mistake(
    "repaired with nine outputs",
    swap(
        'Dense(10, activation="softmax"),\n        ]\n    )\n    repaired',
        'Dense(9, activation="softmax"),\n        ]\n    )\n    repaired',
    ),
    fails=["repaired_model_has_ten_outputs", "repaired_model_learns"],
)
known.mistake(
    "Flatten behind the hidden layer, and ten outputs forgotten",
    swap("            tf.keras.layers.Flatten(),\n", ""),
    swap(
        'Dense(10, activation="softmax"),\n        ]\n    )\n    repaired',
        "Flatten(),\n        ]\n    )\n    repaired",
    ),
    fails=["repaired_model_has_ten_outputs", "repaired_model_learns"],
)
known.mistake(
    "outputs without softmax, and Flatten behind them",
    swap(
        'Dense(10, activation="softmax"),\n        ]\n    )\n    repaired',
        'Dense(10, activation="sigmoid"), tf.keras.layers.Flatten(),\n'
        "        ]\n    )\n    repaired",
    ),
    fails=["repaired_model_has_ten_outputs"],
)
known.mistake(
    "ten outputs of a convolution, without softmax",
    swap(
        'Dense(10, activation="softmax"),\n        ]\n    )\n    repaired',
        "Reshape((8, 8, 1)),\n"
        '            tf.keras.layers.Conv2D(10, 8, activation="sigmoid"),\n'
        "            tf.keras.layers.Flatten(),\n"
        "        ]\n    )\n    repaired",
    ),
    fails=["repaired_model_has_ten_outputs"],
)
known.mistake(
    "a loss that compares ten outputs with the number of the class",
    swap(
        'repaired.compile(optimizer="adam", loss="sparse_categorical_crossentropy")',
        'repaired.compile(optimizer="adam", loss="mse")',
    ),
    fails=["repaired_model_learns"],
)
known.mistake(
    "another hidden layer, written as a convolution",
    swap(
        'Dense(64, activation="relu"),\n            tf.keras.layers.Dense(10, activation="softmax")'
        ",\n        ]\n    )\n    model",
        'Dense(64, activation="relu"),\n'
        '            tf.keras.layers.Conv1D(64, 1, activation="relu"),\n'
        '            tf.keras.layers.Dense(10, activation="softmax"),\n        ]\n    )\n    model',
    ),
    fails=["tries_to_train_on_squares"],
)
known.accepted(
    "some images held back, epochs, a metric, and a repaired model that flattens later",
    swap("epochs=1, verbose=0", "epochs=2, validation_split=0.25"),
    swap(
        'loss="sparse_categorical_crossentropy")\n    try',
        'loss="sparse_categorical_crossentropy", metrics=["accuracy"])\n    try',
    ),
    swap("            tf.keras.layers.Flatten(),\n", ""),
    swap(
        'Dense(10, activation="softmax"),\n        ]\n    )\n    repaired',
        'Flatten(), tf.keras.layers.Dense(10, activation="softmax"),\n'
        "        ]\n    )\n    repaired",
    ),
)
known.accepted(
    "outputs of a convolution with softmax behind it, and Flatten last",
    swap(
        'Dense(64, activation="relu"),\n            tf.keras.layers.Dense(10, activation="softmax")'
        ",\n        ]\n    )\n    repaired",
        'Dense(64, activation="relu"), tf.keras.layers.Reshape((1, 64)),\n'
        "            tf.keras.layers.Conv1D(10, 1), tf.keras.layers.Flatten(),\n"
        "            tf.keras.layers.Softmax(),\n        ]\n    )\n    repaired",
    ),
)
known.accepted(
    "logits in both, float32, activations as layers, averages of the rows",
    swap(
        'Dense(64, activation="relu"),\n'
        '            tf.keras.layers.Dense(10, activation="softmax"),'
        "\n        ]\n    )\n    model",
        "Dense(64), tf.keras.layers.ReLU(), tf.keras.layers.Dense(10),\n        ]\n"
        "    )\n    model",
    ),
    swap(
        'loss="sparse_categorical_crossentropy")\n    try',
        "loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True))\n    try",
    ),
    swap("fit(images, labels", 'fit(images.astype("float32"), labels.astype(int)'),
    swap("except ValueError as", "except (ValueError, TypeError) as"),
)
known.mistake(
    "a model that trains longer than it is told",
    swap(
        "import tensorflow as tf\n",
        "import tensorflow as tf\n\n\nclass Own(tf.keras.Sequential):\n"
        "    def fit(self, images, labels, **others):\n"
        "        return super().fit(images, labels, epochs=60, verbose=0)\n",
    ),
    swap("repaired = tf.keras.Sequential(", "repaired = Own("),
    swap('repaired.compile(optimizer="adam"', "repaired.compile(tf.keras.optimizers.Adam(3e-6)"),
    fails=["repaired_model_learns"],
)
known.mistake(
    "the error of the first call, though a second one trains",
    swap("        return error\n", "        kept.append(error)\n        return kept[0]\n"),
    swap("def error_without_flatten", "kept = []\n\n\ndef error_without_flatten"),
    fails=["error_is_returned"],
)
known.equal(
    "the optimiser is free",
    '*: optimizer="adam" -> *',
    '*.compile(optimizer="adam", *) -> *.compile(loss=*',
)
known.equal(
    "how long it trains, and what `fit` shows, is free",
    "*, epochs=1, verbose=0) -> *.fit(images, labels, *)",
    "error_without_flatten: epochs=1 -> epochs=2",
    "*: verbose=0 -> verbose=1",
    "error_without_flatten: *, epochs=1, verbose=0) -> *, epochs=1)",
    "error_without_flatten: verbose=0 -> nothing",
    "error_without_flatten: epochs=2 -> epochs=1",
    "error_without_flatten: *, validation_split=0.25) -> *, epochs=2)",
    "error_without_flatten: validation_split=0.25 -> validation_split=0.5",
)
known.equal(
    "all but the ten outputs of the repaired network is free, as long as it learns",
    "build_repaired_model: Flatten(), * -> *, Flatten()",
    "build_repaired_model: Flatten() -> Global*",
    'build_repaired_model: Dense(64, activation="relu") -> nothing',
    'build_repaired_model: Dense(64, activation="relu") -> Dense(64)',
    'build_repaired_model: Dense(64, activation="relu") -> Dense(*, activation="relu")',
    'build_repaired_model: activation="relu" -> *',
    'build_repaired_model: activation="softmax" -> activation="sigmoid"',
    "build_repaired_model: Rescaling(2.0)*",
    "build_repaired_model: Dense(64, *), Flatten() -> Flatten(), Dense(64, *)",
    "build_repaired_model: input_shape=(28, 28) -> input_shape=(14, 28)",
)
known.equal(
    "metrics, plots and the form of labels are free",
    'network: *, metrics=["accuracy"]) -> *Crossentropy())',
    "error_without_flatten: plt.show() -> pass",
    "error_without_flatten: labels.reshape(-1, 1) -> labels",
    "error_without_flatten: images[0] -> images[-1]",
    'error_without_flatten: *, metrics=["accuracy"]) -> *_crossentropy")',
    "error_without_flatten: metrics=* -> *",
)
known.equal(
    "one of two exceptions is enough",
    "error_without_flatten: (ValueError, TypeError) -> (ValueError)",
)
known.equal(
    "`Dense` layers look at the last axis of an `Input` alone, and need none",
    "error_without_flatten: Input((28, 28, 1)) -> nothing",
    "error_without_flatten: Input((28, 28, 1)) -> Input((*, *, 1))",
)
known.equal(
    "what the loss takes its outputs for decides nothing before the error",
    "error_without_flatten: *(from_logits=True) -> *Crossentropy()",
)
known.equal(
    "the repaired network may be trained beside it or not",
    "error_without_flatten: *.fit(images, labels) -> *.evaluate(images, labels)",
)
known.equal(
    "without anything in front, the first layer is the first",
    "network: [*front, *] -> [Dense(HIDDEN), *front, ReLU()]",
)
