"""Known answers of `relu_and_softmax`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

RELU = "np.maximum(values, 0)"
SHIFTED = "np.exp(values - values.max(axis=-1, keepdims=True))"
SHARES = "exponentials / exponentials.sum(axis=-1, keepdims=True)"
BEND, SUM, FOLLOW, LARGE = (
    "relu_keeps_what_is_above_zero",
    "shares_add_up_to_one",
    "shares_follow_the_exponentials",
    "large_values_stay_numbers",
)
NO_SHARES = "It makes no shares that follow exponentials."

known.mistake("the sign taken away", swap(RELU, "np.abs(values)"), fails=[BEND])
known.mistake("a step", swap(RELU, "(values > 0).astype(float)"), fails=[BEND])
known.mistake("a leak", swap(RELU, "np.where(values > 0, values, 0.1 * values)"), fails=[BEND])
known.mistake("the smaller of both", swap(RELU, "np.minimum(values, 0)"), fails=[BEND])
known.mistake("nothing above 1", swap(RELU, "np.clip(values, 0, 1)"), fails=[BEND])
known.mistake("nothing above 6", swap(RELU, "np.clip(values, 0, 6)"), fails=[BEND])
known.mistake("a sigmoid", swap(RELU, "1 / (1 + np.exp(-values))"), fails=[BEND])
known.mistake("only numbers above 0 returned", swap(RELU, "values[values > 0]"), fails=[BEND])
known.mistake(
    "the largest in place of the larger", swap(RELU, "max(0, values.max())"), fails=[BEND]
)
known.mistake(
    "exponentials alone",
    swap(SHARES, "exponentials"),
    fails=[SUM],
)
known.mistake(
    "shares of the whole array",
    swap(SHARES, "exponentials / exponentials.sum()"),
    fails=[SUM],
)
known.mistake(
    "the largest of the whole array taken off",
    swap("values.max(axis=-1, keepdims=True)", "values.max()"),
    fails=[LARGE],
)
known.mistake(
    "along the first axis",
    swap(SHIFTED, "np.exp(values - values.max(axis=0))"),
    swap(SHARES, "exponentials / exponentials.sum(axis=0)"),
    fails=[SUM, FOLLOW, LARGE],
    costs_much=NO_SHARES,
)
known.mistake(
    "shares of the plain values",
    swap(SHIFTED, "np.abs(values)"),
    fails=[FOLLOW, LARGE],
    costs_much=NO_SHARES,
)
known.mistake(
    "plain values, negative ones too",
    swap(SHIFTED, "values"),
    fails=[SUM, FOLLOW, LARGE],
    costs_much=NO_SHARES,
)
known.mistake(
    "all for the largest",
    swap(SHARES, "(exponentials == 1) / (exponentials == 1).sum(axis=-1, keepdims=True)"),
    fails=[FOLLOW, LARGE],
    costs_much=NO_SHARES,
)
known.mistake(
    "powers of 2",
    swap("np.exp(", "np.exp2("),
    fails=[FOLLOW, LARGE],
    costs_much=NO_SHARES,
)
known.mistake("no shift", swap(SHIFTED, "np.exp(values)"), fails=[LARGE])
known.mistake(
    "a shift where one exponential overflows",
    swap(
        SHIFTED,
        "np.exp(\n"
        "        values - (values.max(axis=-1, keepdims=True) if np.isinf(np.exp(values)).any()"
        " or values.min() < -600 else 0)\n"
        "    )",
    ),
    fails=[LARGE],
)
known.mistake(
    "a shift where all exponentials are 0",
    swap(
        SHIFTED,
        "np.exp(\n"
        "        values - (values.max(axis=-1, keepdims=True) if values.max() > 80"
        " or not np.exp(values).all() else 0)\n"
        "    )",
    ),
    fails=[LARGE],
)
known.mistake(
    "NaN made 0",
    swap(SHIFTED, "np.exp(values)"),
    swap(SHARES, f"np.nan_to_num({SHARES})"),
    fails=[LARGE],
)
known.mistake(
    "values cut off at 500",
    swap(SHIFTED, "np.exp(np.clip(values, -500, 500))"),
    fails=[LARGE],
)
known.mistake(
    "softmax of a single row only",
    swap(SHARES, "exponentials / sum(exponentials)"),
    fails=[SUM, FOLLOW, LARGE],
    costs_much=NO_SHARES,
)

TENSORFLOW = swap("import numpy as np", "import numpy as np\nimport tensorflow as tf")
known.accepted(
    "functions of TensorFlow",
    TENSORFLOW,
    swap(RELU, "tf.nn.relu(values)"),
    swap(SHIFTED, "tf.nn.softmax(values).numpy()"),
    swap(SHARES, "exponentials"),
)
known.accepted(
    "functions of Keras",
    TENSORFLOW,
    swap(RELU, "tf.keras.activations.relu(tf.constant(values))"),
    swap(SHIFTED, "tf.keras.activations.softmax(tf.constant(values[None]))[0]"),
    swap(SHARES, "exponentials"),
)
known.accepted(
    "where, and single precision",
    swap(RELU, 'np.where(values > 0, values, 0).astype("float32")'),
    swap(SHARES, f'({SHARES}).astype("float32")'),
)
known.accepted(
    "in place, in the array that is passed in",
    swap(f"return {RELU}", "values[values < 0] = 0\n    return values"),
    swap(
        SHIFTED, "values\n    exponentials -= values.max(-1)[..., None]\n    np.exp(values, values)"
    ),
)
known.accepted(
    "logarithms first",
    swap(RELU, "values * (values > 0)"),
    swap(SHIFTED, "values - values.max(axis=-1, keepdims=True)"),
    swap(
        SHARES,
        "np.exp(exponentials - np.log(np.exp(exponentials).sum(axis=-1, keepdims=True)))",
    ),
)
known.accepted(
    "row by row, number by number",
    swap(
        f"return {RELU}",
        "numbers = [value if value > 0 else 0.0 for value in values.flatten()]\n"
        "    return np.array(numbers).reshape(values.shape)",
    ),
    swap(
        f"exponentials = {SHIFTED}",
        "if values.ndim > 1:\n        return [softmax(row) for row in values]\n"
        "    exponentials = [np.exp(value - max(values)) for value in values]",
    ),
    swap(SHARES, "[one / sum(exponentials) for one in exponentials]"),
)
known.equal(
    "the larger of two is the same either way", "relu: maximum(values, 0) -> maximum(0, values)"
)
known.equal("0 itself is 0 either way", "relu: values > 0 -> values >= 0")
known.equal(
    "arrays and tensors of any precision are answers",
    "softmax: tf.nn.softmax(values).numpy() -> tf.nn.softmax(values)",
    '*.astype("float32") -> where(values > 0, values, 0)',
    '*.astype("float32") -> exponentials / exponentials.sum(axis=-1, keepdims=True)',
)
known.equal("a batch of one has its first last", "softmax: *values[None]))[0] -> *[-1]")
