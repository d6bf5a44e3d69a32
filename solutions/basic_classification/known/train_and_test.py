"""Known answers of `train_and_test`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

HIDDEN = 'tf.keras.layers.Dense(128, activation="relu")'
OUTPUT = 'tf.keras.layers.Dense(10, activation="softmax")'
COMPILE = (
    'model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])'
)
FIT = "history = model.fit(train_images, train_labels, epochs=5, verbose=0)"
LAST = 'history.history["accuracy"][-1]'
EVALUATE = "test_loss, test_accuracy = model.evaluate(test_images, test_labels, verbose=0)"
GAP = "train_accuracy - test_accuracy"
IN_VAIN = "five_epochs_in_vain"
NETWORK, TRAINING, REPORT, TEST, GAPS, UNSEEN = (
    "the_tutorials_network",
    "one_training_of_five_epochs",
    "reports_the_training",
    "reports_the_test",
    "gap_is_the_difference",
    "classifies_unseen_images",
)

known.mistake("half as many neurons", swap("Dense(128", "Dense(64"), fails=[NETWORK])
known.mistake("no activation", swap(HIDDEN, "tf.keras.layers.Dense(128)"), fails=[NETWORK])
known.mistake(
    "a hidden layer more", swap(HIDDEN, f"{HIDDEN},\n            {HIDDEN}"), fails=[NETWORK]
)
known.mistake("one epoch", swap("epochs=5", "epochs=1"), fails=[TRAINING, IN_VAIN])
known.mistake(
    "ends where the loss stands still",
    swap(
        FIT,
        FIT.replace(
            "epochs", 'callbacks=[tf.keras.callbacks.EarlyStopping("loss", patience=1)], epochs'
        ),
    ),
    fails=[IN_VAIN],
)
known.mistake(
    "as many outputs as there are classes",
    swap("Dense(10", "Dense(len(set(train_labels.tolist()))"),
    fails=[IN_VAIN],
)
known.mistake(
    "a part of the images",
    swap(FIT, FIT.replace("epochs", "validation_split=0.2, epochs")),
    fails=[TRAINING],
)
known.mistake(
    "trained on the test images too",
    swap(
        FIT,
        "import numpy as np\n\n"
        "    images = np.concatenate([train_images, test_images])\n"
        "    labels = np.concatenate([train_labels, test_labels])\n"
        "    history = model.fit(images, labels, epochs=5, verbose=0)",
    ),
    fails=[TRAINING],
)
known.mistake(
    "scaled twice",
    swap("model.fit(train_images,", "model.fit(train_images / 255,"),
    fails=[TRAINING, UNSEEN],
)
known.mistake("the first epoch", swap(LAST, 'history.history["accuracy"][0]'), fails=[REPORT])
known.mistake("the best epoch", swap(LAST, 'max(history.history["accuracy"])'), fails=[IN_VAIN])
known.mistake("the loss of the training", swap(LAST, 'history.history["loss"][-1]'), fails=[REPORT])
known.mistake(
    "tested on the training images",
    swap(EVALUATE, EVALUATE.replace("test_images, test_labels,", "train_images, train_labels,")),
    fails=[TEST],
)
known.mistake(
    "loss and accuracy swapped",
    swap("test_loss, test_accuracy = ", "test_accuracy, test_loss = "),
    fails=[TEST],
)
known.mistake(
    "another network tested",
    swap(
        EVALUATE,
        "other = tf.keras.models.clone_model(model)\n"
        f"    other.{COMPILE.removeprefix('model.')}\n"
        f"    {EVALUATE.replace('model.', 'other.')}",
    ),
    fails=[TEST],
)
known.mistake(
    "what the tutorial reports",
    swap('"test_accuracy": test_accuracy', '"test_accuracy": 0.8713'),
    swap('"test_loss": test_loss', '"test_loss": 0.3489'),
    swap(GAP, "round(train_accuracy - 0.8713, 4)"),
    fails=[TEST],
)
known.mistake(
    "in percent",
    swap(LAST, f"100 * {LAST}"),
    swap(EVALUATE, f"{EVALUATE}\n    test_accuracy *= 100"),
    fails=[REPORT, TEST, GAPS],
)
known.mistake(
    "the gap the other way round", swap(GAP, "test_accuracy - train_accuracy"), fails=[GAPS]
)
known.mistake("a gap without its sign", swap(GAP, f"abs({GAP})"), fails=[GAPS])
known.mistake(
    "the gap of the losses", swap(GAP, 'history.history["loss"][-1] - test_loss'), fails=[GAPS]
)
known.mistake(
    "steps far too small",
    swap('optimizer="adam"', "optimizer=tf.keras.optimizers.SGD(1e-6)"),
    fails=[UNSEEN],
)
known.mistake("the dictionary alone", swap("return model, {", "return {"), fails=[TEST, GAPS])
known.mistake(
    "an untrained model returned",
    swap("return model, {", "return tf.keras.models.clone_model(model), {"),
    fails=[TEST, GAPS],
)
known.mistake(
    "a thousand test images in any case",
    swap("evaluate(test_images, test_labels", "evaluate(test_images[:1000], test_labels[:1000]"),
    fails=[TEST],
)

known.accepted(
    "the test images as validation, and their last values",
    swap(FIT, FIT.replace("epochs=5", "epochs=5, validation_data=(test_images, test_labels)")),
    swap(
        EVALUATE,
        'test_loss = history.history["val_loss"][-1]\n'
        '    test_accuracy = history.history["val_accuracy"][-1]',
    ),
)
known.accepted(
    "a dictionary of `evaluate`, rounded to three places",
    swap(
        EVALUATE,
        "tested = model.evaluate(test_images, test_labels, verbose=0, return_dict=True)\n"
        '    test_loss, test_accuracy = round(tested["loss"], 3), round(tested["accuracy"], 3)',
    ),
)
known.accepted(
    "outputs without softmax, with a loss that takes them",
    swap(OUTPUT, "tf.keras.layers.Dense(10)"),
    swap(
        'loss="sparse_categorical_crossentropy"',
        "loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)",
    ),
)
known.accepted(
    "predictions counted by hand, with numbers of NumPy",
    swap(
        EVALUATE,
        "import numpy as np\n\n"
        "    answers = model.predict(test_images, verbose=0)\n"
        "    test_accuracy = np.mean(answers.argmax(axis=1) == test_labels)\n"
        "    own = answers[np.arange(len(test_labels)), test_labels]\n"
        "    test_loss = np.mean(-np.log(own))",
    ),
)
known.accepted(
    "the layers as the tutorial writes them",
    swap(
        "tf.keras.Sequential(\n        [",
        "tf.keras.Sequential(\n        [\n            tf.keras.Input((28, 28)),",
    ),
    swap('activation="relu"', "activation=tf.nn.relu"),
    swap('activation="softmax"', "activation=tf.nn.softmax"),
)
known.accepted(
    "another optimiser and larger batches",
    swap('optimizer="adam"', "optimizer=tf.keras.optimizers.RMSprop(0.002)"),
    swap("epochs=5", "batch_size=50, epochs=5"),
)
known.accepted(
    "labels as rows, a loss that compares rows, ReLU as a layer",
    swap('Dense(128, activation="relu")', "Dense(128), tf.keras.layers.ReLU()"),
    swap("sparse_categorical_crossentropy", "categorical_crossentropy"),
    swap("fit(train_images, train_labels", "fit(train_images, tf.one_hot(train_labels, 10)"),
    swap("evaluate(test_images, test_labels", "evaluate(test_images, tf.one_hot(test_labels, 10)"),
)
known.equal(
    "what is printed is up to the student",
    "*: verbose=0 -> verbose=1*",
    "*: verbose=0 -> nothing*",
    "*(test_images, test_labels, verbose=0) -> *(test_images, test_labels)",
    "*(train_images, train_labels, epochs=5, verbose=0) -> *(train_images, train_labels, epochs=5)",
    "*: model.predict(test_images, verbose=0) -> model.predict(test_images)",
)
known.equal(
    "optimiser and batch size are up to the student, and Keras has some by default",
    '*: model.compile(optimizer="adam", * -> model.compile(loss=*, metrics=["accuracy"])',
    '*: optimizer="adam" -> *',
    "*: optimizer=RMSprop(0.002) -> nothing",
    "*: RMSprop(0.002) -> RMSprop()",
    "*: model.fit(*, batch_size=50, * -> model.fit(*labels, epochs=5, verbose=0)",
    "*: batch_size=50 -> *",
)
known.equal(
    "which of the two comes first shows by itself", '*: model, {"train_accuracy"* -> *}, model'
)
known.equal(
    "a network learns the shape of images from the first ones", "*: Input((28, 28)) -> nothing"
)
known.mistake(
    "a learning rate of nothing",
    swap('optimizer="adam"', "optimizer=tf.keras.optimizers.SGD(0.0)"),
    fails=[TRAINING, UNSEEN],
)
