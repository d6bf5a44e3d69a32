"""Known answers of `five_outputs`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

FIT = "model.fit(images, labels, epochs=1, verbose=0)"
CAUGHT = "except tf.errors.InvalidArgumentError as"
RULE = "return int(np.max(labels)) + 1"
# A training that raises nothing has nothing to return.
NO_ERROR = ["training_raises_the_error", "error_is_returned"]
OTHER_LABELS = ["labels_are_left_alone", *NO_ERROR]
COUNTS = ["counts_outputs", "counts_outputs_despite_gaps", "counts_outputs_of_lists"]

known.mistake(
    "only predict",
    swap(FIT, "model.predict(images)"),
    fails=["trains_with_five_outputs", *OTHER_LABELS],
    costs_much="Without a training there is no error: all that is asked of the first function.",
)
known.mistake("four outputs", swap("Dense(5,", "Dense(4,"), fails=["trains_with_five_outputs"])
known.mistake(
    "ten outputs still",
    swap("Dense(5,", "Dense(10,"),
    fails=["trains_with_five_outputs", *NO_ERROR],
)
known.mistake(
    "no softmax",
    swap('Dense(5, activation="softmax")', "Dense(5)"),
    fails=["trains_with_five_outputs"],
)
known.mistake(
    "sigmoid at the end", swap('"softmax"', '"sigmoid"'), fails=["trains_with_five_outputs"]
)
known.mistake("no ReLU", swap(', activation="relu"', ""), fails=["trains_with_five_outputs"])
known.mistake("another width", swap("Dense(64,", "Dense(128,"), fails=["trains_with_five_outputs"])
known.mistake(
    "another hidden layer",
    swap("layers.Flatten(),", 'layers.Flatten(),\n            tf.keras.layers.Dense(64, "relu"),'),
    fails=["trains_with_five_outputs"],
)
known.mistake(
    "no Flatten",
    swap("tf.keras.layers.Flatten(),", ""),
    swap(CAUGHT, "except Exception as"),
    fails=["trains_with_five_outputs", "training_raises_the_error"],
)
known.mistake(
    "another loss",
    swap('"sparse_categorical_crossentropy"', '"mse"'),
    swap(CAUGHT, "except Exception as"),
    fails=["training_raises_the_error"],
)
known.mistake(
    "filtered",
    swap(FIT, "model.fit(images[labels < 5], labels[labels < 5], verbose=0)"),
    fails=OTHER_LABELS,
)
known.mistake(
    "labels clipped",
    swap(FIT, "model.fit(images, np.clip(labels, 0, 4), verbose=0)"),
    fails=OTHER_LABELS,
)
known.mistake(
    "labels modulo five", swap(FIT, "model.fit(images, labels % 5, verbose=0)"), fails=OTHER_LABELS
)
known.mistake(
    "labels as zeros and ones",
    swap(FIT, "model.fit(images, np.eye(10)[labels], verbose=0)"),
    swap(CAUGHT, "except Exception as"),
    fails=["labels_are_left_alone", "training_raises_the_error"],
)
known.mistake(
    "labels counted from one",
    swap(FIT, "model.fit(images, labels + 1, verbose=0)"),
    fails=["labels_are_left_alone"],
)
known.mistake(
    "labels in another order",
    swap(FIT, "model.fit(images, labels[::-1], verbose=0)"),
    fails=["labels_are_left_alone"],
)
known.mistake(
    "images scaled again",
    swap(FIT, "model.fit(images / 255, labels, verbose=0)"),
    fails=["labels_are_left_alone"],
)
known.mistake(
    "other images and labels",
    swap("try:", "loaded, _ = tf.keras.datasets.fashion_mnist.load_data()\n    try:"),
    swap(FIT, "model.fit(*loaded, verbose=0)"),
    fails=["labels_are_left_alone"],
)
known.mistake(
    "a few of the images",
    swap(FIT, "model.fit(images[:100], labels[:100], verbose=0)"),
    fails=["labels_are_left_alone"],
)
known.mistake("swallowed", swap("return error", "print(error)"), fails=["error_is_returned"])
known.mistake("its text", swap("return error", "return str(error)"), fails=["error_is_returned"])
known.mistake(
    "the first thousand images",
    swap("fit(images, labels", "fit(images[:1000], labels[:1000]"),
    fails=["labels_are_left_alone"],
)
known.mistake(
    "the error of the first call for ever",
    swap("    try:", "    if kept:\n        return kept[0]\n    try:"),
    swap("        return error\n", "        kept.append(error)\n        return error\n"),
    swap("def error_with_five_outputs", "kept = []\n\n\ndef error_with_five_outputs"),
    fails=OTHER_LABELS,
)
known.mistake(
    "the error of the first call, though a second one trains",
    swap("        return error\n", "        kept.append(error)\n        return kept[0]\n"),
    swap("def error_with_five_outputs", "kept = []\n\n\ndef error_with_five_outputs"),
    fails=["error_is_returned"],
)
known.mistake(
    "another error",
    swap("return error", "return ValueError(str(error))"),
    fails=["error_is_returned"],
)
known.mistake(
    "a copy of it",
    swap("return error", "return type(error)(error.node_def, error.op, error.message)"),
    fails=["error_is_returned"],
)
known.mistake("raised again", swap("return error", "raise"), fails=["error_is_returned"])
known.mistake(
    "distinct labels", swap(RULE, "return len(set(labels))"), fails=["counts_outputs_despite_gaps"]
)
known.mistake(
    "from the smallest label to the largest",
    swap(RULE, "return int(np.ptp(labels)) + 1"),
    fails=["counts_outputs_despite_gaps"],
)
known.mistake(
    "distinct labels of lists alone",
    swap(
        RULE,
        "if isinstance(labels, list):\n        return len(set(labels))\n"
        "    return int(labels.max()) + 1",
    ),
    fails=["counts_outputs_of_lists"],
)
known.mistake(
    "arrays only", swap(RULE, "return labels.max() + 1"), fails=["counts_outputs_of_lists"]
)
known.mistake("no one more", swap(RULE, "return int(np.max(labels))"), fails=COUNTS)
known.mistake("always ten", swap(RULE, "return 10"), fails=COUNTS)
known.mistake("at least ten", swap(RULE, "return max(10, int(np.max(labels)) + 1)"), fails=COUNTS)
known.mistake("a float", swap(RULE, "return float(np.max(labels)) + 1"), fails=COUNTS)
known.mistake("the last label", swap(RULE, "return labels[-1] + 1"), fails=COUNTS)
known.mistake("the number of labels", swap(RULE, "return len(labels)"), fails=COUNTS)
known.mistake(
    "labels in a byte",
    swap(RULE, 'return int(np.array(labels).astype("uint8").max()) + 1'),
    fails=["counts_outputs_despite_gaps"],
)
known.mistake(
    "half as many outputs as there are classes",
    swap("Dense(5,", "Dense(len(set(labels.tolist())) // 2,"),
    fails=["trains_with_five_outputs"],
)
known.mistake(
    "the middle of each image alone",
    swap(
        "tf.keras.layers.Flatten(),",
        "tf.keras.layers.Reshape((28, 28, 1)), tf.keras.layers.Cropping2D(12),\n"
        "            tf.keras.layers.Flatten(),",
    ),
    fails=["trains_with_five_outputs"],
)
known.mistake(
    "64 neurons for each row of pixels, and Flatten behind them",
    swap(
        'tf.keras.layers.Flatten(),\n            tf.keras.layers.Dense(64, activation="relu"),',
        "tf.keras.layers.Reshape((28, 28)),\n"
        '            tf.keras.layers.Dense(64, activation="relu"), tf.keras.layers.Flatten(),',
    ),
    fails=["trains_with_five_outputs"],
)
known.accepted(
    "labels in a column, batches run eagerly, a plot",
    swap(
        FIT,
        "model.fit(images, labels.reshape(-1, 1), batch_size=8, validation_split=0.1, verbose=0)",
    ),
    swap(
        '"sparse_categorical_crossentropy"', '"sparse_categorical_crossentropy", run_eagerly=True'
    ),
    swap(
        "return int(np.max(labels))",
        "import matplotlib.pyplot as plt; plt.hist(labels)\n    return max(labels)",
    ),
)
known.accepted(
    "shuffled in pairs, sorted labels",
    swap("try:", "order = np.random.permutation(len(images))\n    try:"),
    swap(FIT, "model.fit(images[order].astype('float32'), labels[order], shuffle=False)"),
    swap(RULE, "return sorted(labels)[-1] + 1"),
)
known.equal(
    "the optimiser is free",
    '*: optimizer="adam" -> *',
    'error_with_five_outputs: *.compile(optimizer="adam", *) -> *.compile(loss=*',
)
known.equal(
    "how long it trains, in which batches, and what `fit` shows, is free",
    "*, epochs=1, verbose=0) -> *.fit(images, labels, *)",
    "error_with_five_outputs: epochs=1 -> epochs=2",
    "*: verbose=0 -> verbose=1",
)
known.equal(
    "a NumPy integer is a whole number",
    "outputs_needed: int(max(labels)) -> max(labels)",
)
known.equal(
    "how batches are made, run and validated is free",
    "error_with_five_outputs: batch_size=* -> batch_size=*",
    "error_with_five_outputs: validation_split=* -> *",
    "error_with_five_outputs: run_eagerly=True -> *",
    "error_with_five_outputs: labels.reshape(-1, 1) -> labels",
    "error_with_five_outputs: model.fit(images, labels, epochs=3) -> model.fit(images, labels)",
    "error_with_five_outputs: *.batch(32) -> *.batch(31)",
    "error_with_five_outputs: shuffle=False -> shuffle=True",
)
known.equal(
    "a network that is only tried first is free",
    'error_with_five_outputs: Sequential([Flatten(), Dense(10, "softmax")]) -> *',
    'error_with_five_outputs: Dense(10, "softmax") -> Dense(*)',
)
known.equal(
    "one of two exceptions is enough",
    "error_with_five_outputs: (tf.errors.OpError, ValueError) -> (tf.errors.OpError, KeyError)",
)
known.equal(
    "`Rescaling` may be anywhere",
    "error_with_five_outputs: Rescaling(2.0)*",
)
