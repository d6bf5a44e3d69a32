"""Known answers of `deep_network`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

HIDDEN, DROPOUT, OUTPUTS, ADAM, ROWS = (
    "hidden_layers_as_asked",
    "dropout_before_the_output",
    "ten_outputs_for_the_loss",
    "adam_with_the_rate",
    "takes_rows_of_784",
)
INPUT = "layers = [tf.keras.Input((784,))]"
DENSE = 'layers.append(tf.keras.layers.Dense(width, activation="relu"))'
DROP = "layers.append(tf.keras.layers.Dropout(dropout))"
LAST = 'layers.append(tf.keras.layers.Dense(10, activation="softmax"))'
OPTIMIZER = "tf.keras.optimizers.Adam(learning_rate=learning_rate)"
LOSS = '"sparse_categorical_crossentropy"'
BODY = (
    f"    {INPUT}\n    for width in hidden:\n        {DENSE}\n    {DROP}\n    {LAST}\n"
    "    model = tf.keras.Sequential(layers)\n"
)

known.mistake(
    "a softmax of the pixels",
    swap(INPUT, "layers = [tf.keras.Input((784,)), tf.keras.layers.Softmax()]"),
    fails=[HIDDEN],
)
known.mistake(
    "a class without a loss",
    swap(LOSS, "tf.keras.losses.SparseCategoricalCrossentropy(ignore_class=3)"),
    fails=[OUTPUTS],
)
known.mistake(
    "no activation, as in the tutorial's code", swap(', activation="relu"', ""), fails=[HIDDEN]
)
known.mistake(
    "another activation", swap('activation="relu"', 'activation="sigmoid"'), fails=[HIDDEN]
)
known.mistake(
    "no activation in the first layer",
    swap(DENSE, 'layers.append(tf.keras.layers.Dense(width, "relu" if len(layers) > 1 else None))'),
    fails=[HIDDEN],
)
known.mistake("widths of its own", swap("in hidden:", "in (512, 256, 128):"), fails=[HIDDEN])
known.mistake("the first width alone", swap("in hidden:", "in hidden[:1]:"), fails=[HIDDEN])
known.mistake("the widths backwards", swap("in hidden:", "in hidden[::-1]:"), fails=[HIDDEN])
known.mistake(
    "a normalisation that nobody asked for",
    swap(DENSE, f"{DENSE}\n        layers.append(tf.keras.layers.BatchNormalization())"),
    fails=[HIDDEN],
)
known.mistake("no dropout", swap(f"    {DROP}\n", ""), fails=[DROPOUT])
known.mistake(
    "dropout behind each layer",
    swap(f"    {DROP}\n", ""),
    swap(DENSE, f"{DENSE}\n        {DROP}"),
    fails=[DROPOUT],
)
known.mistake(
    "dropout of the pixels",
    swap(f"    {DROP}\n", ""),
    swap(INPUT, f"{INPUT}\n    {DROP}"),
    fails=[DROPOUT],
)
known.mistake(
    "dropout of the outputs",
    swap(f"    {DROP}\n", ""),
    swap(LAST, f"{LAST}\n    {DROP}"),
    fails=[DROPOUT],
)
known.mistake(
    "the share that is kept", swap("Dropout(dropout)", "Dropout(1 - dropout)"), fails=[DROPOUT]
)
known.mistake("a share of its own", swap("Dropout(dropout)", "Dropout(0.5)"), fails=[DROPOUT])
known.mistake(
    "a dropout that nothing takes, as in the tutorial's code",
    swap(
        BODY,
        "    inputs = values = tf.keras.Input((784,))\n"
        "    for width in hidden:\n"
        '        values = tf.keras.layers.Dense(width, activation="relu")(values)\n'
        "    dropped = tf.keras.layers.Dropout(dropout)(values)\n"
        '    outputs = tf.keras.layers.Dense(10, activation="softmax")(values)\n'
        "    model = tf.keras.Model(inputs, outputs)\n",
    ),
    fails=[DROPOUT],
)
known.mistake("nine outputs", swap("Dense(10,", "Dense(9,"), fails=[OUTPUTS])
known.mistake(
    "plain sums for a loss of probabilities",
    swap('Dense(10, activation="softmax")', "Dense(10)"),
    fails=[OUTPUTS],
)
known.mistake(
    "probabilities for a loss of plain sums",
    swap(LOSS, "tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)"),
    fails=[OUTPUTS],
)
known.mistake(
    "a loss for one-hot labels",
    swap(LOSS, '"categorical_crossentropy"'),
    fails=[OUTPUTS],
)
known.mistake("squared error", swap(LOSS, '"mse"'), fails=[OUTPUTS])
known.mistake("Adam by its name", swap(OPTIMIZER, '"adam"'), fails=[ADAM])
known.mistake(
    "the tutorial's rate, whatever is asked for",
    swap("learning_rate=learning_rate", "learning_rate=1e-4"),
    fails=[ADAM],
)
known.mistake("another optimiser", swap("optimizers.Adam(", "optimizers.SGD("), fails=[ADAM])
known.mistake(
    "other values by default",
    swap("dropout=0.5, learning_rate=1e-4", "dropout=0.2, learning_rate=1e-3"),
    fails=[DROPOUT, ADAM],
)
known.mistake(
    "squares in place of rows",
    swap(INPUT, "layers = [tf.keras.Input((28, 28)), tf.keras.layers.Flatten()]"),
    fails=[ROWS],
)
known.mistake(
    "never compiled",
    swap(
        "    model.compile(\n"
        f"        optimizer={OPTIMIZER},\n"
        f"        loss={LOSS},\n"
        '        metrics=["accuracy"],\n'
        "    )\n",
        "",
    ),
    fails=[OUTPUTS, ADAM],
)
known.mistake(
    "dropout behind each layer that is as wide as the last one",
    swap(
        f"        {DENSE}\n    {DROP}",
        f"        {DENSE}\n        if width == hidden[-1]:\n            {DROP}",
    ),
    fails=[DROPOUT],
)
known.mistake(
    "a rate that falls",
    swap(OPTIMIZER, "tf.keras.optimizers.Adam(rate)"),
    swap(
        "    model.compile(",
        "    rate = tf.keras.optimizers.schedules.ExponentialDecay(learning_rate, 100, 0.9)\n"
        "    model.compile(",
    ),
    fails=[ADAM],
)

known.accepted(
    "layer by layer, with functions",
    swap(
        BODY,
        "    inputs = values = tf.keras.Input((784,))\n"
        "    for width in hidden:\n"
        '        values = tf.keras.layers.Dense(width, activation="relu")(values)\n'
        "    values = tf.keras.layers.Dropout(dropout)(values)\n"
        '    outputs = tf.keras.layers.Dense(10, activation="softmax")(values)\n'
        "    model = tf.keras.Model(inputs, outputs)\n",
    ),
)
known.accepted(
    "plain sums, with a loss that takes them",
    swap('Dense(10, activation="softmax")', "Dense(10)"),
    swap(LOSS, "tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)"),
)
known.accepted(
    "values to begin with as the tutorial has them, and ReLU of TensorFlow",
    swap(
        'Dense(width, activation="relu")',
        "Dense(\n"
        "                width,\n"
        "                activation=tf.nn.relu,\n"
        "                kernel_initializer=tf.keras.initializers.TruncatedNormal(stddev=0.1),\n"
        "                bias_initializer=tf.keras.initializers.Constant(0.1),\n"
        "            )",
    ),
)
known.accepted(
    "activations as layers, Flatten in front, no input",
    swap(INPUT, "layers = [tf.keras.layers.Flatten()]"),
    swap(
        DENSE,
        "layers += [tf.keras.layers.Dense(width), tf.keras.layers.ReLU()]",
    ),
    swap(
        'Dense(10, activation="softmax"))',
        "Dense(10))\n    layers.append(tf.keras.layers.Softmax())",
    ),
)
known.accepted(
    "added to a model one by one, without metrics",
    swap(
        BODY,
        "    model = tf.keras.models.Sequential()\n"
        "    model.add(tf.keras.layers.InputLayer(shape=(784,)))\n"
        "    for width in hidden:\n"
        '        model.add(tf.keras.layers.Dense(units=width, activation="relu"))\n'
        "    model.add(tf.keras.layers.Dropout(rate=dropout))\n"
        '    model.add(tf.keras.layers.Dense(10, activation="softmax"))\n',
    ),
    swap('        metrics=["accuracy"],\n', ""),
)
known.accepted(
    "a class of its own",
    swap(
        "def build_model",
        "class Deep(tf.keras.Model):\n"
        '    """Hidden layers, dropout and outputs."""\n\n'
        "    def __init__(self, hidden, dropout):\n"
        "        super().__init__()\n"
        '        self.hidden = [tf.keras.layers.Dense(n, activation="relu") for n in hidden]\n'
        "        self.drop = tf.keras.layers.Dropout(dropout)\n"
        '        self.last = tf.keras.layers.Dense(10, activation="softmax")\n\n'
        "    def call(self, values, training=None):\n"
        "        for layer in self.hidden:\n"
        "            values = layer(values)\n"
        "        return self.last(self.drop(values, training=training))\n\n\n"
        "def build_model",
    ),
    swap(BODY, "    model = Deep(hidden, dropout)\n"),
)
known.accepted(
    "a loss written with TensorFlow",
    swap('Dense(10, activation="softmax")', "Dense(10)"),
    swap(
        LOSS,
        "lambda labels, sums: tf.nn.sparse_softmax_cross_entropy_with_logits(\n"
        "            labels=tf.cast(tf.reshape(labels, [-1]), tf.int32), logits=sums\n"
        "        )",
    ),
)
known.mistake(
    "a metric that does not exist",
    swap('metrics=["accuracy"]', 'metrics=["acuracy"]'),
    fails=[OUTPUTS],
)
known.equal(
    "a network learns how long rows are from the first ones",
    "build_model: layers = [Input((784,))] -> layers = []",
    "build_model: model.add(InputLayer(shape=(784,))) -> pass",
)
known.equal(
    "metrics are up to the student",
    'build_model: metrics=["accuracy"] -> nothing',
    'build_model: metrics=["accuracy"] -> metrics=[]',
)
known.equal(
    "what weights begin with is up to the student",
    "build_model: kernel_initializer=* -> nothing",
    "build_model: bias_initializer=* -> nothing",
    "build_model: stddev=0.1 -> stddev=0.05",
    "build_model: Constant(0.1) -> Constant(*)",
)
known.mistake(
    "a layer that is called as Keras's is, and makes everything 0",
    swap(DROP, f"{DROP}\n    layers.append(Reshape())"),
    swap(
        "def build_model",
        "class Reshape(tf.keras.layers.Layer):\n"
        "    def call(self, values):\n"
        "        return values * 0.0\n\n\n"
        "def build_model",
    ),
    fails=[HIDDEN],
)
known.mistake(
    "gradients that are cut to nothing",
    swap(OPTIMIZER, "tf.keras.optimizers.Adam(learning_rate, global_clipnorm=1e-30)"),
    fails=[ADAM],
)
known.mistake(
    "steps that are divided by a large number",
    swap(OPTIMIZER, "tf.keras.optimizers.Adam(learning_rate, epsilon=1e9)"),
    fails=[ADAM],
)
known.mistake(
    "a loss that reads no label",
    swap(LOSS, "lambda _labels, shares: tf.reduce_mean(tf.square(shares), axis=-1)"),
    fails=[OUTPUTS],
)
known.mistake("a loss for counts", swap(LOSS, '"poisson"'), fails=[OUTPUTS])
