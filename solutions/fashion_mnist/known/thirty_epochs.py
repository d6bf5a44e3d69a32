"""Known answers of `thirty_epochs`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

BEST = 'int(np.argmin(history["val_loss"])) + 1'
VERDICT = "return rise > 0.1 and fall > 0"
HELD_BACK = "validation_data=(validation_images, validation_labels)"
BESTS = ["best_epoch_has_the_lowest_validation_loss", "first_of_equals_is_best"]
TOLD = ["overfitting_is_told_from_learning", "overfitting_is_told_from_failing"]

known.mistake("ten epochs", swap("=30", "=10"), fails=["one_training_of_thirty_epochs"])
known.mistake(
    "stopped early",
    swap(
        "verbose=0,",
        "verbose=0,\n        callbacks=[tf.keras.callbacks.EarlyStopping('loss', 9.0)],",
    ),
    fails=["one_training_of_thirty_epochs"],
)
known.mistake(
    "one network for all calls",
    swap(
        "    model = tf.keras", "    global model\n    model = globals().get('model') or tf.keras"
    ),
    fails=["one_training_of_thirty_epochs"],
)
known.mistake(
    "validates on the training images",
    swap("(validation_images, validation_labels)", "(train_images, train_labels)"),
    fails=["validates_on_the_images_held_back"],
)
known.mistake(
    "splits the training images",
    swap(HELD_BACK, "validation_split=0.2"),
    fails=["validates_on_the_images_held_back"],
)
known.mistake(
    "validates at the end alone",
    swap(HELD_BACK, f"{HELD_BACK},\n        validation_freq=30"),
    fails=["validates_on_the_images_held_back"],
)
known.mistake(
    "training images in another order than their labels",
    swap("        train_images,\n", "        train_images[::-1],\n"),
    fails=["validates_on_the_images_held_back"],
)
known.mistake(
    "training labels for validation",
    swap("(validation_images, validation_labels)", "(validation_images, train_labels[:52])"),
    fails=["validates_on_the_images_held_back"],
)
known.mistake(
    "scaled again",
    swap("        train_images,\n", "        train_images / 255,\n"),
    fails=["validates_on_the_images_held_back"],
)
known.mistake(
    "epochs that end after a batch",
    swap(
        "def train_thirty",
        "class OneBatch(tf.keras.callbacks.Callback):\n"
        "    def on_train_batch_end(self, batch, logs=None):\n"
        "        self.model.stop_training = True\n\n"
        "    def on_epoch_end(self, epoch, logs=None):\n"
        "        self.model.stop_training = False\n\n\n"
        "def train_thirty",
    ),
    swap("verbose=0,", "verbose=0,\n        callbacks=[OneBatch()],"),
    fails=["validates_on_the_images_held_back"],
)
known.mistake(
    "a class that the loss leaves out",
    swap(
        '"sparse_categorical_crossentropy"',
        "tf.keras.losses.SparseCategoricalCrossentropy(ignore_class=3)",
    ),
    fails=["validates_on_the_images_held_back"],
)
known.mistake(
    "a learning rate of 0 most of the time",
    swap(
        "verbose=0,",
        "verbose=0,\n        callbacks=[tf.keras.callbacks.LearningRateScheduler("
        "lambda epoch: 0.01 * (epoch < 3))],",
    ),
    fails=["one_training_of_thirty_epochs"],
)
known.mistake(
    "returns the model",
    swap("verbose=0,\n    )", "verbose=0,\n    ).model"),
    fails=["returns_the_history"],
)
known.mistake(
    "returns one series",
    swap("verbose=0,\n    )", 'verbose=0,\n    ).history["val_loss"]'),
    fails=["returns_the_history"],
)
known.mistake(
    "a learning rate of nothing",
    swap('optimizer="adam"', "optimizer=tf.keras.optimizers.SGD(0.0)"),
    fails=["training_loss_falls"],
)
known.mistake(
    "a learning rate far too small",
    swap('optimizer="adam"', "optimizer=tf.keras.optimizers.Adam(1e-8)"),
    fails=["training_loss_falls"],
)
known.mistake(
    "ups and downs of Dropout, and no steps",
    swap("layers.Flatten(),", "layers.Flatten(), tf.keras.layers.Dropout(0.8),"),
    swap('optimizer="adam"', "optimizer=tf.keras.optimizers.Adam(1e-9)"),
    fails=["training_loss_falls"],
)
known.mistake(
    "a penalty that falls alone",
    swap("layers.Flatten(),", "layers.Flatten(), tf.keras.layers.Rescaling(0.0),"),
    swap('Dense(128, activation="relu")', 'Dense(128, activation="relu", kernel_regularizer="l2")'),
    swap('Dense(10, activation="softmax")', 'Dense(10, "softmax", use_bias=False)'),
    fails=["training_loss_falls"],
)
known.mistake(
    "weights that begin large and decay, and no steps",
    swap(
        'Dense(10, activation="softmax")',
        "Dense(\n                10,\n"
        "                activation='softmax',\n"
        "                kernel_initializer=tf.keras.initializers.RandomNormal(stddev=1.0),\n"
        "            )",
    ),
    swap('optimizer="adam"', "optimizer=tf.keras.optimizers.SGD(1e-12, weight_decay=3e10)"),
    fails=["training_loss_falls"],
)
known.accepted(
    "weights that decay",
    swap('optimizer="adam"', "optimizer=tf.keras.optimizers.AdamW(1e-3)"),
)
known.accepted(
    "penalties on weights, much Dropout",
    swap(
        'Dense(128, activation="relu"),',
        'Dense(512, activation="relu", kernel_regularizer="l2"), tf.keras.layers.Dropout(0.5),',
    ),
)
known.mistake("argmax", swap("np.argmin", "np.argmax"), fails=[*BESTS, *TOLD])
known.mistake(
    "the best training loss instead",
    swap(BEST, 'int(np.argmin(history["loss"])) + 1'),
    swap("best_epoch(history) - 1", 'int(np.argmin(history["val_loss"]))'),
    fails=BESTS,
)
known.mistake(
    "the best validation accuracy instead",
    swap(BEST, 'int(np.argmax(history["val_accuracy"])) + 1'),
    swap("best_epoch(history) - 1", 'int(np.argmin(history["val_loss"]))'),
    fails=BESTS,
)
known.mistake(
    "counts from 0",
    swap(BEST, 'int(np.argmin(history["val_loss"]))'),
    swap("best_epoch(history) - 1", "best_epoch(history)"),
    fails=["best_epoch_has_the_lowest_validation_loss"],
)
known.mistake(
    "two decimal places",
    swap(BEST, 'int(np.argmin(np.round(history["val_loss"], 2))) + 1'),
    swap("best_epoch(history) - 1", 'int(np.argmin(history["val_loss"]))'),
    fails=["best_epoch_has_the_lowest_validation_loss"],
)
known.mistake(
    "the loss instead of its epoch",
    swap(BEST, 'min(history["val_loss"])'),
    swap("best_epoch(history) - 1", 'int(np.argmin(history["val_loss"]))'),
    fails=BESTS,
)
known.mistake(
    "the last of equals",
    swap(BEST, 'len(history["val_loss"]) - int(np.argmin(history["val_loss"][::-1]))'),
    fails=["first_of_equals_is_best"],
)
known.mistake("always over-fitting", swap(VERDICT, "return True"), fails=TOLD)
known.mistake("never over-fitting", swap(VERDICT, "return False"), fails=TOLD)
known.mistake(
    "only one loss looked at",
    swap(VERDICT, "return rise > 0.1"),
    fails=["overfitting_is_told_from_failing"],
)
known.mistake(
    "a training loss that is no lower",
    swap("fall > 0", "fall >= 0"),
    fails=["overfitting_is_told_from_failing"],
)
for name, old, new in (
    ("two tenths", "rise > 0.1", "rise > 0.2"),
    ("a hundredth", "rise > 0.1", "rise > 0.01"),
    ("a tenth of the loss", "rise > 0.1", 'rise > 0.1 * history["val_loss"][best]'),
    ("exactly 0.1 is enough", "rise > 0.1", "rise >= 0.1"),
    (
        "the last epoch but one",
        'rise = history["val_loss"][-1]',
        'rise = history["val_loss"][-2:][0]',
    ),
):
    known.mistake(name, swap(old, new), fails=["overfitting_is_told_from_learning"])
known.mistake(
    "the epoch before the best",
    swap("best_epoch(history) - 1", "max(best_epoch(history) - 2, 0)"),
    fails=TOLD,
)
known.mistake(
    "the first epoch in place of the best",
    swap("best_epoch(history) - 1", "0"),
    fails=["overfitting_is_told_from_learning"],
)
known.mistake(
    "the gap between the losses",
    swap(VERDICT, 'return history["val_loss"][-1] - history["loss"][-1] > 0.1'),
    fails=TOLD,
)
known.accepted(
    "Adadelta, whose steps are small, a dictionary of its own",
    swap('optimizer="adam"', 'optimizer="adadelta"'),
    swap(
        "    return model.fit(",
        "    from collections import OrderedDict\n\n    history = model.fit(",
    ),
    swap("verbose=0,\n    )", "verbose=0,\n    )\n    return OrderedDict(history.history)"),
)
known.accepted(
    "shuffled in pairs, a function made of another",
    swap(
        "    model = tf.keras",
        "    order = np.random.permutation(len(train_images))\n"
        "    train_images, train_labels = train_images[order], train_labels[order]\n"
        "    model = tf.keras",
    ),
    swap("def best_epoch(history):", "def lowest(name, history):"),
    swap(BEST, "int(np.argmin(history[name])) + 1"),
    swap(
        "def is_overfitting",
        'best_epoch = __import__("functools").partial(lowest, "val_loss")\n\n\ndef is_overfitting',
    ),
)
known.accepted(
    "a learning rate that falls to 0, batches of a data set in another order each time",
    swap(
        "verbose=0,",
        "verbose=0,\n        callbacks=[tf.keras.callbacks.LearningRateScheduler("
        "lambda epoch: 0.001 * max(1 - epoch / 28, 0))],",
    ),
    swap(
        "        train_images,\n        train_labels,\n",
        "        tf.data.Dataset.from_tensor_slices((train_images, train_labels))"
        ".shuffle(100).batch(20),\n",
    ),
)
known.equal(
    "layers and optimiser are up to the student",
    "train_thirty_epochs: Flatten() -> Global*",
    "train_thirty_epochs: Flatten(), Dense(*",
    'train_thirty_epochs: Dense(128, activation="relu") -> nothing',
    'train_thirty_epochs: Dense(128, activation="relu") -> Dense(128)',
    'train_thirty_epochs: Dense(128, activation="relu") -> Dense(*, activation="relu")',
    'train_thirty_epochs: Dense(128, activation="relu"), Dense(*',
    'train_thirty_epochs: Dense(10, activation="softmax") -> nothing',
    'train_thirty_epochs: Dense(10, activation="softmax") -> Dense(10)',
    "train_thirty_epochs: Dense(10* -> Dense(11*",
    "train_thirty_epochs: Dense(10* -> Dense(20*",
    "train_thirty_epochs: Dense(512, tf.nn.relu) -> nothing",
    'train_thirty_epochs: Dense(64, "relu") -> Dense(64, "sigmoid")',
    "train_thirty_epochs: activation=* -> *",
    'train_thirty_epochs: optimizer="adam" -> *',
    "train_thirty_epochs: Dropout(0.2)*",
    'train_thirty_epochs: *.compile(optimizer="ada*, *) -> *.compile(loss=*',
)
known.equal(
    "no metric is asked for",
    'train_thirty_epochs: metrics=["accuracy"] -> metrics=[]',
    'train_thirty_epochs: *, metrics=["accuracy"]) -> *_crossentropy")',
)
known.equal(
    "what `fit` shows is free, and so are plots",
    "train_thirty_epochs: verbose=0 -> *",
    "train_thirty_epochs: plt.*",
)
known.equal(
    "a NumPy integer is a whole number",
    'best_epoch: int(argmin(history["val_loss"])) -> argmin(history["val_loss"])',
)
known.equal(
    "the form of images is free",
    "prepared: images.reshape(-1, 28, 28, 1) -> images",
    "train_thirty_epochs: shape=(28, 28, 1) -> shape=(28, 1, 28)",
)
known.equal(
    "the order of two conditions is free",
    "is_overfitting: logical_and(*) -> logical_and(train*",
)
