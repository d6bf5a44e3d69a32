"""Known answers of `thermometer`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

MODEL = "tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(1)])"
OPTIMIZER = "tf.keras.optimizers.Adam(0.1)"
LOSS = 'loss="mean_squared_error"'
FIT = "model.fit(celsius.reshape(-1, 1), targets, epochs=500, verbose=0)"
ANSWER = "float(model.predict(np.array([[celsius]]), verbose=0)[0, 0])"
MORE, NOT_NEGATIVE = "answers.shape[1] > 1", "(answers >= 0).all()"
ADDS_UP = "np.allclose(answers.sum(axis=1), 1, rtol=0, atol=1e-3)"
# Where nothing is learnt, all that is off depends on the weight to begin with.
ZEROS = swap("Dense(1)", 'Dense(1, kernel_initializer="zeros")')
NEURON, DISTANCE, SCALE, ANOTHER, NUMBER, KINDS = (
    "one_neuron_no_activation",
    "loss_measures_distance",
    "learns_the_scale",
    "learns_another_scale",
    "gives_one_number",
    "knows_the_kinds",
)

known.mistake(
    "a sigmoid behind the neuron",
    swap("Dense(1)", 'Dense(1, activation="sigmoid")'),
    fails=[NEURON, SCALE, ANOTHER],
    costs_much="What comes out of a sigmoid lies between 0 and 1, and is no temperature.",
)
known.mistake(
    "a softmax behind the neuron",
    swap("Dense(1)", 'Dense(1, activation="softmax")'),
    fails=[NEURON, SCALE, ANOTHER],
    costs_much="The share of a single number is always 1, and is no temperature.",
)
known.mistake(
    "three layers",
    swap(
        "tf.keras.layers.Dense(1)",
        "tf.keras.layers.Dense(4), tf.keras.layers.Dense(4), tf.keras.layers.Dense(1)",
    ),
    fails=[NEURON],
)
known.mistake(
    "a layer that makes the answers larger",
    swap(MODEL, MODEL.replace("Dense(1)]", "Dense(1), tf.keras.layers.Rescaling(10.0)]")),
    swap(OPTIMIZER, "tf.keras.optimizers.Adam(0.02)"),
    fails=[NEURON],
)
known.mistake(
    "ten neurons",
    swap("Dense(1)", "Dense(10)"),
    fails=[NEURON, SCALE, ANOTHER],
    costs_much="Ten answers for one temperature cannot be compared with one.",
)
known.mistake(
    "no bias",
    swap("Dense(1)", "Dense(1, use_bias=False)"),
    fails=[NEURON, SCALE, ANOTHER],
    costs_much="Without a bias the line goes through 0 whatever it learns.",
)
known.mistake(
    "cross entropy, from a weight of 0",
    ZEROS,
    swap(LOSS, 'loss="binary_crossentropy"'),
    fails=[DISTANCE, SCALE, ANOTHER],
    costs_much="A loss for classes teaches no temperatures.",
)
known.mistake("a hundred epochs", swap("500", "100"), fails=[SCALE, ANOTHER])
known.mistake(
    "one epoch, from a weight of 0", ZEROS, swap("epochs=500, ", ""), fails=[SCALE, ANOTHER]
)
known.mistake(
    "steps that are too small",
    swap(OPTIMIZER, "tf.keras.optimizers.SGD(0.001)"),
    fails=[SCALE, ANOTHER],
)
known.mistake(
    "the pairs of the lesson in any case",
    swap(
        FIT,
        "celsius = np.array([-40.0, -10, 0, 8, 15, 22, 38])\n"
        "    targets = np.array([-40.0, 14, 32, 46, 59, 72, 100])\n"
        f"    {FIT}",
    ),
    fails=[ANOTHER],
)
known.mistake(
    "the line written into the weights",
    swap(FIT, f"model.set_weights([np.array([[1.8]]), np.array([32.0])])\n    {FIT}"),
    fails=[SCALE, ANOTHER],
)
known.mistake(
    "the line written into the weights afterwards",
    swap(FIT, f"{FIT}\n    model.set_weights([np.array([[1.8]]), np.array([32.0])])"),
    fails=[SCALE, ANOTHER],
)
known.mistake(
    "the line as initial values, and steps of size 0",
    swap(
        "Dense(1)",
        "Dense(\n"
        "        1,\n"
        "        kernel_initializer=tf.keras.initializers.Constant(slope),\n"
        "        bias_initializer=tf.keras.initializers.Constant(zero),\n"
        "    )",
    ),
    swap("    model =", "    slope, zero = np.polyfit(celsius, targets, 1).tolist()\n    model ="),
    swap(OPTIMIZER, "tf.keras.optimizers.SGD(0.0)"),
    fails=[SCALE, ANOTHER],
)
known.mistake(
    "the slope as the initial weight, and the zero alone to be learnt",
    swap(
        "Dense(1)",
        "Dense(1, kernel_initializer=tf.keras.initializers.Constant(slope))",
    ),
    swap("    model =", "    slope, _zero = np.polyfit(celsius, targets, 1).tolist()\n    model ="),
    fails=[SCALE, ANOTHER],
)
known.mistake(
    "the line in constraints, which set the weights at any step",
    swap(
        "Dense(1)",
        "Dense(\n"
        "        1,\n"
        '        kernel_initializer="ones",\n'
        '        bias_initializer="ones",\n'
        "        kernel_constraint=tf.keras.constraints.MinMaxNorm(slope, slope),\n"
        "        bias_constraint=tf.keras.constraints.MinMaxNorm(zero, zero),\n"
        "    )",
    ),
    swap("    model =", "    slope, zero = np.polyfit(celsius, targets, 1).tolist()\n    model ="),
    swap(OPTIMIZER, "tf.keras.optimizers.SGD(0.0)"),
    fails=[SCALE, ANOTHER],
)
known.mistake(
    "the line by algebra, and two pairs that lead to it in a step",
    swap("    model =", "    slope, zero = np.polyfit(celsius, targets, 1)\n    model ="),
    swap(OPTIMIZER, "tf.keras.optimizers.SGD(0.5)"),
    swap(
        FIT,
        "celsius = np.array([-1.0, 1.0])\n"
        "    model.fit(celsius.reshape(-1, 1), slope * celsius + zero, verbose=0)",
    ),
    fails=[SCALE, ANOTHER],
)
known.mistake(
    "a model that is measured on its own answers",
    swap(
        "tf.keras.Sequential([",
        "Flattered([",
    ),
    swap(
        "def train_thermometer",
        "class Flattered(tf.keras.Sequential):\n"
        "    def fit(self, x, y, validation_data=None, **more):\n"
        "        if validation_data is not None:\n"
        "            asked, _ = validation_data\n"
        "            validation_data = asked, self.predict(asked, verbose=0)\n"
        "        return super().fit(x, y, validation_data=validation_data, **more)\n\n\n"
        "def train_thermometer",
    ),
    fails=[SCALE, ANOTHER],
)
known.mistake(
    "an untrained model returned",
    swap("    return model\n", "    return tf.keras.models.clone_model(model)\n"),
    fails=[SCALE, ANOTHER],
)
known.mistake(
    "the history returned",
    swap(f"{FIT}\n    return model", f"return {FIT}"),
    fails=[SCALE, ANOTHER],
)
known.mistake(
    "the answer in its array", swap(ANSWER, "model.predict(np.array([[celsius]]))"), fails=[NUMBER]
)
known.mistake(
    "a list of one number",
    swap(ANSWER, "model.predict(np.array([[celsius]]), verbose=0)[0].tolist()"),
    fails=[NUMBER],
)
known.mistake("a formula in place of the model", swap(ANSWER, "1.8 * celsius + 32"), fails=[NUMBER])
known.mistake("a whole number", swap("float(model", "int(model"), fails=[NUMBER])
known.mistake(
    "numbers alone for the model",
    swap("np.array([[celsius]])", "celsius"),
    fails=[NUMBER],
)
known.mistake(
    "the first layer in place of the model",
    swap(ANSWER, "float(celsius * model.layers[0].kernel[0, 0] + model.layers[0].bias[0])"),
    fails=[NUMBER],
)
known.mistake(
    "the weights of the first model for all",
    swap("def read_thermometer", "weights = []\n\n\ndef read_thermometer"),
    swap(
        f"return {ANSWER}",
        "if not weights:\n        weights.extend(model.get_weights())\n"
        "    return float(celsius * weights[0][0, 0] + weights[1][0])",
    ),
    fails=[NUMBER],
)
known.mistake("sums below 1", swap(ADDS_UP, "(answers.sum(axis=1) < 1.001).all()"), fails=[KINDS])
known.mistake(
    "shares a little below 0", swap(NOT_NEGATIVE, "(answers >= -0.001).all()"), fails=[KINDS]
)
known.mistake(
    "a single example without its axis",
    swap(f"= {MORE}", f"= (answers := np.squeeze(answers)).ndim > 1 and {MORE}"),
    swap("answers.sum(axis=1)", "answers.sum(axis=-1)"),
    fails=[KINDS],
)
known.mistake("one number may be a distribution", swap(f"{MORE} and ", ""), fails=[KINDS])
known.mistake("negative shares", swap(f" and {NOT_NEGATIVE}", ""), fails=[KINDS])
known.mistake("no look at the sums", swap(f"= {ADDS_UP}", "= True"), fails=[KINDS])
known.mistake(
    "the first row for all", swap("answers.sum(axis=1)", "answers[0].sum()"), fails=[KINDS]
)
known.mistake("sums of columns", swap("axis=1", "axis=0"), fails=[KINDS])
known.mistake(
    "by the number of columns",
    swap('"classification" if shares and adds_up', '"classification" if answers.shape[1] > 1'),
    fails=[KINDS],
)
known.mistake(
    "the kinds exchanged",
    swap(
        '"classification" if shares and adds_up else "regression"',
        '"regression" if shares and adds_up else "classification"',
    ),
    fails=[KINDS],
)
known.mistake(
    "always a classification", swap(' if shares and adds_up else "regression"', ""), fails=[KINDS]
)
known.mistake("in capital letters", swap('else "regression"', 'else "Regression"'), fails=[KINDS])
known.mistake(
    "a loss of one's own, in which errors cancel",
    swap(LOSS, "loss=lambda wanted, answered: tf.abs(tf.reduce_mean(answered - wanted))"),
    fails=[DISTANCE, SCALE, ANOTHER],
    costs_much="Where errors of opposite signs cancel, the line may have any slope.",
)

known.accepted(
    "a loss of one's own",
    swap(LOSS, "loss=mean_of_squares"),
    swap(
        "def train_thermometer",
        "def mean_of_squares(wanted, answered):\n"
        "    return tf.reduce_mean(tf.square(answered - wanted), axis=-1)\n\n\n"
        "def train_thermometer",
    ),
)
known.accepted(
    "the pairs in single precision, repeated, in an order of their own",
    swap(
        FIT,
        "order = np.random.permutation(np.arange(len(celsius)).repeat(100))\n"
        "    celsius, targets = (each.astype(np.float32)[order] for each in (celsius, targets))\n"
        "    model.fit(celsius, targets, epochs=20, batch_size=10, verbose=0)",
    ),
)
known.accepted(
    "as the lesson writes it",
    swap(MODEL, "tf.keras.Sequential([tf.keras.layers.Dense(units=1, input_shape=[1])])"),
    swap("celsius.reshape(-1, 1), targets", "celsius, targets"),
    swap(LOSS, 'loss="mse"'),
    swap(ANSWER, "model.predict(np.array([celsius]))[0][0]"),
)
known.accepted(
    "large steps, in batches of two, and a function as the loss",
    swap(OPTIMIZER, "tf.keras.optimizers.Adam(learning_rate=1.0)"),
    swap(LOSS, "loss=tf.keras.losses.MeanSquaredError()"),
    swap("epochs=500", "epochs=300, batch_size=4"),
    swap(ANSWER, "model(np.array([[celsius]])).numpy().item()"),
)
known.accepted(
    "the mean absolute error and 2,000 epochs",
    swap(LOSS, 'loss="mae"'),
    swap("500", "2000"),
    swap(ANSWER, "tf.squeeze(model(tf.constant([[celsius]], tf.float32)))"),
)
known.accepted(
    "the functional way, in two calls of fit, and Huber's loss",
    swap(
        f"model = {MODEL}",
        "inputs = tf.keras.Input((1,))\n"
        "    model = tf.keras.Model(inputs, tf.keras.layers.Dense(1)(inputs))",
    ),
    swap(OPTIMIZER, "tf.keras.optimizers.Adam(0.5)"),
    swap(LOSS, "loss=tf.keras.losses.Huber()"),
    swap(FIT, f"{FIT}\n    {FIT}"),
    swap(ANSWER, "model.predict(np.array([[celsius]]), verbose=0).item()"),
)
known.accepted(
    "kinds row by row",
    swap(
        f"shares = {MORE} and {NOT_NEGATIVE}\n    adds_up = {ADDS_UP}\n"
        '    return "classification" if shares and adds_up else "regression"\n',
        "for row in answers:\n"
        "        if len(row) < 2 or min(row) < 0 or abs(sum(row) - 1) > 0.001:\n"
        '            return "regression"\n'
        '    return "classification"\n',
    ),
)

known.equal(
    "a network finds out by itself how many numbers it gets, and one axis more or less",
    "*: Sequential([Input((1,)), Dense(1)]) -> Sequential([Dense(1)])",
    "*: celsius.reshape(-1, 1) -> celsius",
    "*: celsius.reshape(-1, 1) -> celsius.reshape(-1)",
    "*: celsius.reshape(-1, 1) -> celsius.reshape(-2, 1)",
)
known.equal(
    "steps and epochs are up to the student, as long as it learns, and what is printed",
    "*: Adam(0.1) -> Adam(0.2)",
    "*: epochs=500 -> epochs=499",
    "*: epochs=500 -> epochs=501",
    "*: epochs=500 -> epochs=1000",
    "*: epochs=300 -> epochs=299",
    "*: epochs=2000 -> epochs=1999",
    "*: batch_size=4 -> batch_size=3",
    "*, targets, epochs=500, verbose=0) -> pass (2)",
    "*: verbose=0 -> verbose=1*",
    "*, targets, epochs=500, verbose=0) -> *, targets, epochs=500)",
    "*: model.predict(array([[celsius]]), verbose=0) -> model.predict(array([[celsius]]))",
)
known.equal(
    "a number of NumPy's is a number, and what TensorFlow makes of one",
    "*: float(model.predict(*)[0, 0]) -> model.predict(*)[0, 0]",
    "*: tf.constant([[celsius]], tf.float32) -> tf.constant([[celsius]])",
)
known.equal(
    "the sum is 1 to within 0.001, to the least of decimals",
    "*rtol=0, atol=1e-3) -> allclose(answers.sum(axis=1), 1, atol=1e-3)",
    "*: allclose(answers.sum(axis=1), 1, * -> allclose(1, answers.sum(axis=1), *",
    "*: abs(sum(row) - 1) > 0.001 -> abs(sum(row) - 1) >= 0.001",
)
