"""Known answers of `experiment`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

LOOP = 'for width in neurons:\n        model.add(tf.keras.layers.Dense(width, activation="relu"))\n'
OUTPUT = '    model.add(tf.keras.layers.Dense(10, activation="softmax"))\n'
FIT = "model.fit(pixels, labels, epochs=epochs, verbose=0)"
PIXELS = "images / 255.0 if scaled else images"
LESSON, EPOCHS, WIDTHS, RAW, ANEW, BETTER = (
    "as_the_lesson_by_default",
    "epochs_are_obeyed",
    "widths_are_obeyed",
    "raw_if_asked",
    "each_call_is_new",
    "more_epochs_fit_better",
)

known.mistake("always five epochs", swap("epochs=epochs", "epochs=5"), fails=[EPOCHS, BETTER])
known.mistake("always one epoch", swap("epochs=epochs", "epochs=1"), fails=[LESSON, EPOCHS, BETTER])
known.mistake(
    "stopped where the loss hardly falls",
    swap(
        "verbose=0",
        'callbacks=[tf.keras.callbacks.EarlyStopping("loss", patience=5)], verbose=0',
    ),
    fails=[EPOCHS],
)
known.mistake(
    "steps of no size, and a loss that counts less for many epochs",
    swap('optimizer="adam"', "optimizer=tf.keras.optimizers.SGD(0.0)"),
    swap('metrics=["accuracy"]', "loss_weights=0.1 if epochs > 1 else 1.0"),
    fails=[BETTER],
)
known.mistake(
    "a smaller rate where pixels are raw",
    swap('optimizer="adam"', "optimizer=tf.keras.optimizers.Adam(1e-3 if scaled else 1e-5)"),
    fails=[RAW],
)
known.mistake(
    "another optimiser where widths are others",
    swap('optimizer="adam"', 'optimizer="adam" if neurons == (128,) else "sgd"'),
    fails=[WIDTHS],
)
known.mistake(
    "more epochs where widths are others",
    swap("epochs=epochs", "epochs=epochs if neurons == (128,) else 7"),
    fails=[WIDTHS],
)
known.mistake(
    "raw pixels where widths are others",
    swap("if scaled", "if scaled and neurons == (128,)"),
    fails=[WIDTHS],
)
known.mistake(
    "another optimiser for one epoch",
    swap('optimizer="adam"', 'optimizer="adam" if epochs > 1 else tf.keras.optimizers.SGD(1e-5)'),
    fails=[BETTER],
)
known.mistake("at most ten epochs", swap("epochs=epochs", "epochs=min(epochs, 10)"), fails=[EPOCHS])
known.mistake(
    "layers that are called by their widths",
    swap('Dense(width, activation="relu")', 'Dense(width, activation="relu", name=f"of_{width}")'),
    fails=[WIDTHS],
)
known.mistake(
    "as many outputs as classes among the labels",
    swap("Dense(10", "Dense(len(set(labels))"),
    fails=[LESSON],
)
known.mistake(
    "always 128 neurons",
    swap("Dense(width,", "Dense(128,"),
    fails=[WIDTHS],
)
known.mistake("the first width alone", swap("in neurons:", "in neurons[:1]:"), fails=[WIDTHS])
known.mistake("widths in the other order", swap("in neurons:", "in neurons[::-1]:"), fails=[WIDTHS])
known.mistake("widths sorted", swap("in neurons:", "in sorted(neurons):"), fails=[WIDTHS])
known.mistake(
    "a hidden layer in any case", swap("in neurons:", "in neurons or (128,):"), fails=[WIDTHS]
)
known.mistake(
    "no activation",
    swap('Dense(width, activation="relu")', "Dense(width)"),
    fails=[LESSON, WIDTHS],
)
known.mistake("the switch turned round", swap("if scaled", "if not scaled"), fails=[LESSON, RAW])
known.mistake("always scaled", swap(PIXELS, "images / 255.0"), fails=[RAW])
known.mistake("never scaled", swap(PIXELS, "images"), fails=[LESSON])
known.mistake("divided by more", swap("/ 255.0", "/ 1020.0"), fails=[LESSON])
known.mistake("divided by the brightest", swap("255.0", "images.max()"), fails=[LESSON])
known.mistake("divided without decimals", swap("/ 255.0", "// 255"), fails=[LESSON, BETTER])
known.mistake(
    "a part held back", swap("verbose=0", "validation_split=0.2, verbose=0"), fails=[LESSON, RAW]
)
known.mistake(
    "five outputs",
    swap("Dense(10", "Dense(5"),
    fails=[LESSON, EPOCHS, WIDTHS, RAW, ANEW, BETTER],
    costs_much="Without an output for each class nothing can be trained.",
)
known.mistake(
    "one network for all calls",
    swap("def experiment", "networks = {}\n\n\ndef experiment"),
    swap(
        "model = tf.keras.Sequential([tf.keras.layers.Flatten()])\n",
        "model = networks.get((neurons, scaled))\n"
        "    if model:\n"
        "        return model.fit(\n"
        "            images / 255.0 if scaled else images, labels, epochs=epochs, verbose=0\n"
        "        ).history\n"
        "    model = tf.keras.Sequential([tf.keras.layers.Flatten()])\n"
        "    networks[neurons, scaled] = model\n",
    ),
    fails=[ANEW, BETTER],
)
known.mistake(
    "what was done once remembered",
    swap("def experiment", "found = {}\n\n\ndef experiment"),
    swap(
        "    model = tf.keras.Sequential",
        "    knobs = epochs, tuple(neurons), scaled\n"
        "    if knobs in found:\n"
        "        return found[knobs]\n"
        "    model = tf.keras.Sequential",
    ),
    swap(f"return {FIT}.history", f"found[knobs] = {FIT}.history\n    return found[knobs]"),
    fails=[ANEW],
)
known.mistake(
    "the history of the first call for all",
    swap("def experiment", "found = []\n\n\ndef experiment"),
    swap(f"return {FIT}.history", f"found.append({FIT}.history)\n    return found[0]"),
    fails=[ANEW],
)
known.mistake("the History in place of its dictionary", swap(f"{FIT}.history", FIT), fails=[ANEW])
known.mistake("the losses alone", swap(f"{FIT}.history", f'{FIT}.history["loss"]'), fails=[ANEW])
known.mistake(
    "a made-up history",
    swap(
        f"return {FIT}.history",
        f'{FIT}\n    return {{"loss": [0.49, 0.37, 0.33, 0.31, 0.29][:epochs]}}',
    ),
    fails=[ANEW],
)
known.mistake(
    "steps far too small",
    swap('optimizer="adam"', "optimizer=tf.keras.optimizers.SGD(1e-6)"),
    fails=[BETTER],
)

known.accepted(
    "the functional way, with logits and larger batches",
    swap(
        "model = tf.keras.Sequential([tf.keras.layers.Flatten()])\n",
        "inputs = tf.keras.Input((28, 28))\n    outputs = tf.keras.layers.Flatten()(inputs)\n",
    ),
    swap(
        'model.add(tf.keras.layers.Dense(width, activation="relu"))',
        'outputs = tf.keras.layers.Dense(width, activation="relu")(outputs)',
    ),
    swap(
        OUTPUT.strip(),
        "model = tf.keras.Model(inputs, tf.keras.layers.Dense(10)(outputs))",
    ),
    swap(
        'loss="sparse_categorical_crossentropy"',
        "loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)",
    ),
    swap("verbose=0", "batch_size=50, verbose=0"),
)
known.accepted(
    "a Rescaling layer in front",
    swap(
        "tf.keras.Sequential([tf.keras.layers.Flatten()])",
        "tf.keras.Sequential([tf.keras.Input((28, 28))])\n"
        "    if scaled:\n"
        "        model.add(tf.keras.layers.Rescaling(1 / 255))\n"
        "    model.add(tf.keras.layers.Flatten())",
    ),
    swap(PIXELS, "images"),
)
known.accepted(
    "the lesson's pipeline",
    swap("import tensorflow as tf", "import math\n\nimport tensorflow as tf"),
    swap(
        FIT,
        "model.fit(\n"
        "        tf.data.Dataset.from_tensor_slices((pixels, labels))\n"
        "        .repeat()\n"
        "        .shuffle(len(images))\n"
        "        .batch(32),\n"
        "        epochs=epochs,\n"
        "        steps_per_epoch=math.ceil(len(images) / 32),\n"
        "        verbose=0,\n"
        "    )",
    ),
)
known.mistake(
    "a pipeline of some of the images",
    swap("import tensorflow as tf", "import math\n\nimport tensorflow as tf"),
    swap(
        FIT,
        "model.fit(\n"
        "        tf.data.Dataset.from_tensor_slices((pixels, labels))\n"
        "        .take(40)\n"
        "        .repeat()\n"
        "        .batch(32),\n"
        "        epochs=epochs,\n"
        "        steps_per_epoch=math.ceil(len(images) / 32),\n"
        "        verbose=0,\n"
        "    )",
    ),
    fails=[LESSON, RAW],
)
known.mistake(
    "a pipeline whose labels are mixed apart",
    swap(
        FIT,
        "model.fit(\n"
        "        tf.data.Dataset.zip(\n"
        "            tf.data.Dataset.from_tensor_slices(pixels),\n"
        "            tf.data.Dataset.from_tensor_slices(labels).shuffle(len(labels)),\n"
        "        ).batch(32),\n"
        "        epochs=epochs,\n"
        "        verbose=0,\n"
        "    )",
    ),
    fails=[LESSON, RAW, BETTER],
)
known.mistake(
    "a pipeline of a half of the images, again and again",
    swap("import tensorflow as tf", "import math\n\nimport tensorflow as tf"),
    swap(
        FIT,
        "model.fit(\n"
        "        tf.data.Dataset.from_tensor_slices((pixels, labels))\n"
        "        .take((len(images) + 1) // 2)\n"
        "        .repeat()\n"
        "        .shuffle(len(images))\n"
        "        .batch(32),\n"
        "        epochs=epochs,\n"
        "        steps_per_epoch=math.ceil(len(images) / 32),\n"
        "        verbose=0,\n"
        "    )",
    ),
    fails=[LESSON, RAW],
)
known.mistake(
    "a pipeline whose images are noise, and say the label",
    swap("import tensorflow as tf", "import math\n\nimport tensorflow as tf"),
    swap(
        FIT,
        "model.fit(\n"
        "        tf.data.Dataset.from_tensor_slices(labels)\n"
        "        .map(\n"
        "            lambda label: (\n"
        "                tf.concat(\n"
        "                    [\n"
        "                        tf.one_hot(tf.cast(label, tf.int32), 28)[None] * pixels.max(),\n"
        "                        tf.random.uniform((27, 28), 0, pixels.max()),\n"
        "                    ],\n"
        "                    0,\n"
        "                ),\n"
        "                label,\n"
        "            )\n"
        "        )\n"
        "        .repeat()\n"
        "        .batch(32),\n"
        "        epochs=epochs,\n"
        "        steps_per_epoch=math.ceil(len(images) / 32),\n"
        "        verbose=0,\n"
        "    )",
    ),
    fails=[LESSON, RAW],
)
known.mistake(
    "a pipeline whose images are mixed apart",
    swap(
        FIT,
        "model.fit(\n"
        "        tf.data.Dataset.zip(\n"
        "            tf.data.Dataset.from_tensor_slices(pixels).shuffle(len(pixels)),\n"
        "            tf.data.Dataset.from_tensor_slices(labels),\n"
        "        ).batch(32),\n"
        "        epochs=epochs,\n"
        "        verbose=0,\n"
        "    )",
    ),
    fails=[LESSON, RAW, BETTER],
)
known.accepted(
    "a pipeline that normalises, shuffles and batches",
    swap(PIXELS, "255.0 if scaled else 1.0"),
    swap(
        FIT,
        "model.fit(\n"
        "        tf.data.Dataset.from_tensor_slices((images, labels))\n"
        "        .map(lambda image, label: (tf.cast(image, tf.float32) / pixels, label))\n"
        "        .shuffle(len(images))\n"
        "        .batch(32),\n"
        "        epochs=epochs,\n"
        "        verbose=0,\n"
        "    )",
    ),
)
known.accepted(
    "layers in one list, RMSprop, no metric",
    swap(
        "model = tf.keras.Sequential([tf.keras.layers.Flatten()])\n    " + LOOP + OUTPUT,
        "model = tf.keras.Sequential(\n"
        "        [\n"
        "            tf.keras.layers.Flatten(input_shape=(28, 28)),\n"
        "            *[tf.keras.layers.Dense(width, activation=tf.nn.relu) for width in neurons],\n"
        "            tf.keras.layers.Dense(10, activation=tf.nn.softmax),\n"
        "        ]\n"
        "    )\n",
    ),
    swap('"adam"', '"rmsprop"'),
    swap(', metrics=["accuracy"]', ""),
)
known.accepted(
    "a copy of the history, rounded, and a seed",
    swap("    model = tf", "    tf.keras.utils.set_random_seed(4)\n    model = tf"),
    swap(
        f"return {FIT}.history",
        f"history = {FIT}\n"
        '    return {"loss": [round(loss, 3) for loss in history.history["loss"]]}',
    ),
)
known.accepted(
    "plain steps down the slope",
    swap('optimizer="adam"', 'optimizer="sgd"'),
)

known.equal(
    "optimiser, batch size, seed and metrics are up to the student, and what is printed",
    '*: model.compile(optimizer="*", * -> model.compile(loss="sparse_categorical_crossentropy"*',
    '*: model.compile(optimizer="*", *, metrics=["accuracy"]) -> *_crossentropy")',
    '*: optimizer="*" -> optimizer="sgd"',
    '*: optimizer="*" -> optimizer="rmsprop"',
    '*: optimizer="*" -> optimizer="adam"',
    '*: optimizer="adam" -> nothing',
    '*: metrics=["accuracy"] -> metrics=[]',
    "*: model.fit(pixels, labels, epochs=epochs, verbose=0) -> *(pixels, labels, epochs=epochs)",
    "*: verbose=0 -> verbose=1",
    "*: batch_size=50 -> batch_size=51",
    "*: set_random_seed(4) -> *",
)
known.equal(
    "a pipeline that repeats may take a batch more", "*: math.ceil(len(images) / 32) -> *31)"
)
known.mistake(
    "a loss that counts less where there are more epochs, and no steps",
    swap(
        'model.compile(optimizer="adam", loss="sparse_categorical_crossentropy",'
        ' metrics=["accuracy"])',
        "model.compile(\n"
        '        tf.keras.optimizers.SGD(0.0), "sparse_categorical_crossentropy",\n'
        "        loss_weights=0.1 if epochs > 1 else 1.0,\n    )",
    ),
    fails=["more_epochs_fit_better"],
)
