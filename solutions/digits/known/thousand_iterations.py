"""Known answers of `thousand_iterations`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

COUNT, ONE, ENOUGH, MORE, HISTORY, UNSEEN = (
    "epochs_are_counted",
    "one_training",
    "enough_epochs",
    "no_epoch_more",
    "returns_the_history",
    "reads_unseen_digits",
)
BATCHES = "math.ceil(count / batch_size)"
EPOCHS = "return math.ceil(iterations / batches)"
CALL = "epochs = epochs_for(iterations, len(images), batch_size)"
FIT = "return model.fit(images, labels, batch_size=batch_size, epochs=epochs, verbose=0)"

known.mistake(
    "the last batch left out", swap(BATCHES, "max(count // batch_size, 1)"), fails=[COUNT]
)
known.mistake(
    "a last batch of one image left out",
    swap(BATCHES, "int(count / batch_size + 0.99)"),
    fails=[COUNT],
)
known.mistake(
    "epochs rounded down",
    swap(EPOCHS, "return max(iterations // batches, 1)"),
    fails=[COUNT, ENOUGH],
)
known.mistake(
    "one epoch more in any case",
    swap(EPOCHS, "return iterations // batches + 1"),
    fails=[COUNT, MORE],
)
known.mistake(
    "a decimal number",
    swap(EPOCHS, "return float(math.ceil(iterations / batches))"),
    swap(CALL, "epochs = int(epochs_for(iterations, len(images), batch_size))"),
    fails=[COUNT],
)
known.mistake(
    "images in place of batches",
    swap("(iterations / batches)", "(iterations * batch_size / count)"),
    fails=[COUNT],
)
known.mistake("Keras's own batches", swap("batch_size=batch_size, ", ""), fails=[ONE])
known.mistake("one epoch", swap("epochs=epochs", "epochs=1"), fails=[ENOUGH, MORE])
known.mistake(
    "a call for each epoch",
    swap(
        FIT,
        "for _ in range(epochs):\n"
        "        history = model.fit(images, labels, batch_size=batch_size, verbose=0)\n"
        "    return history",
    ),
    fails=[ONE],
)
known.mistake(
    "a tenth kept for validation",
    swap("verbose=0", "validation_split=0.1, verbose=0"),
    fails=[ONE],
)
known.mistake("scaled once more", swap("fit(images,", "fit(images / 255,"), fails=[ONE, UNSEEN])
known.mistake(
    "labels of the images before",
    swap("import math", "import math\n\nimport numpy as np"),
    swap("fit(images, labels,", "fit(images, np.roll(labels, 1),"),
    fails=[ONE, UNSEEN],
)
known.mistake(
    "compiled again, with another rate",
    swap("import math", "import math\n\nimport tensorflow as tf"),
    swap(
        f"    {FIT}",
        "    adam = tf.keras.optimizers.Adam(0.01)\n"
        f'    model.compile(adam, "sparse_categorical_crossentropy")\n    {FIT}',
    ),
    fails=[ONE],
)
known.mistake(
    "compiled again, with a loss for plain sums",
    swap("import math", "import math\n\nimport tensorflow as tf"),
    swap(
        f"    {FIT}",
        "    adam = tf.keras.optimizers.Adam(float(model.optimizer.learning_rate))\n"
        "    model.compile(adam, tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True))\n"
        f"    {FIT}",
    ),
    fails=[ONE],
)
known.mistake(
    "compiled again, with an Adam that forgets sooner",
    swap("import math", "import math\n\nimport tensorflow as tf"),
    swap(
        f"    {FIT}",
        "    rate = float(model.optimizer.learning_rate)\n"
        "    model.compile(tf.keras.optimizers.Adam(rate, beta_1=0.5), model.loss)\n"
        f"    {FIT}",
    ),
    fails=[ONE],
)
known.mistake(
    "a network of its own in place of the one passed in",
    swap("import math", "import math\n\nimport tensorflow as tf"),
    swap(
        f"    {FIT}",
        "    model = tf.keras.Sequential(\n"
        "        [\n"
        "            tf.keras.Input((28, 28)),\n"
        "            tf.keras.layers.Flatten(),\n"
        '            tf.keras.layers.Dense(300, "relu"),\n'
        '            tf.keras.layers.Dense(10, "softmax"),\n'
        "        ]\n"
        "    )\n"
        "    adam = tf.keras.optimizers.Adam(0.001)\n"
        f'    model.compile(adam, "sparse_categorical_crossentropy")\n    {FIT}',
    ),
    fails=[ONE],
)
known.mistake(
    "a copy of the model trained",
    swap("import math", "import math\n\nimport tensorflow as tf"),
    swap(
        f"    {FIT}",
        "    model = tf.keras.models.clone_model(model)\n"
        "    adam = tf.keras.optimizers.Adam(0.001)\n"
        f'    model.compile(adam, "sparse_categorical_crossentropy")\n    {FIT}',
    ),
    fails=[ONE],
)
known.mistake(
    "ended when it gets no better",
    swap("import math", "import math\n\nimport tensorflow as tf"),
    swap(
        "verbose=0", 'callbacks=[tf.keras.callbacks.EarlyStopping("loss", patience=3)], verbose=0'
    ),
    fails=[MORE],
)
known.mistake("nothing returned", swap("return model.fit", "model.fit"), fails=[HISTORY])
known.mistake(
    "the model returned",
    swap(FIT, FIT.replace("return ", "") + "\n    return model"),
    fails=[HISTORY],
)
known.mistake(
    "the last loss alone",
    swap(FIT, FIT + '.history["loss"][-1]'),
    fails=[HISTORY],
)
known.mistake(
    "never trained",
    swap(FIT, 'return {"loss": [0.5] * epochs}'),
    fails=[ONE, ENOUGH, MORE, HISTORY, UNSEEN],
    costs_much="Without a training there is nothing that could be right about it.",
)
known.mistake(
    "compiled again, as usual",
    swap(
        f"    {FIT}",
        f'    model.compile("adam", "sparse_categorical_crossentropy")\n    {FIT}',
    ),
    fails=[ONE],
)

known.accepted(
    "rounded up without a module, and a dictionary",
    swap("import math\n\n\n", ""),
    swap(BATCHES, "-(-count // batch_size)"),
    swap(EPOCHS, "return (iterations + batches - 1) // batches"),
    swap(FIT, FIT + ".history"),
)
known.accepted(
    "NumPy's ceil, as a whole number",
    swap("import math", "import numpy as np"),
    swap(BATCHES, "int(np.ceil(count / batch_size))"),
    swap(EPOCHS, "return int(np.ceil(iterations / batches))"),
)
known.accepted(
    "a data set, shuffled and in batches",
    swap("import math", "import math\n\nimport tensorflow as tf"),
    swap(
        FIT,
        "pairs = tf.data.Dataset.from_tensor_slices((images, labels))\n"
        "    pairs = pairs.shuffle(len(images)).batch(batch_size)\n"
        "    return model.fit(pairs, epochs=epochs, verbose=0)",
    ),
)
known.accepted(
    "counted in a loop, images in their order",
    swap(
        EPOCHS,
        "epochs = 0\n"
        "    while epochs * batches < iterations:\n"
        "        epochs += 1\n"
        "    return epochs",
    ),
    swap("verbose=0", "shuffle=False"),
)
known.accepted(
    "accuracies watched by a callback",
    swap("import math", "import math\n\nimport tensorflow as tf"),
    swap(
        "verbose=0",
        "callbacks=[tf.keras.callbacks.TerminateOnNaN()], verbose=2",
    ),
)
known.equal(
    "what is printed, and what is watched, is up to the student",
    "train: verbose=* -> *",
    "train: model.fit(*, epochs=epochs, verbose=0) -> model.fit(*, epochs=epochs)",
    "train: callbacks=[TerminateOnNaN()] -> callbacks=[]",
)
known.equal("a history is as good as its dictionary", "train: return model.fit(*).history -> *")
known.equal(
    "what is rounded up may be rounded up again",
    "epochs_for: int(ceil(count / batch_size)) -> ceil(count / batch_size)",
)
known.equal("there is always one epoch", "epochs_for: epochs = 0 -> epochs = 1")
