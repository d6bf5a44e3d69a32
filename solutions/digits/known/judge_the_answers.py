"""Known answers of `judge_the_answers`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

RIGHT, LOSS, LARGE = (
    "counts_right_answers",
    "loss_is_the_mean_log_loss",
    "large_outputs_stay_numbers",
)
IMPORT = "import numpy as np"
BOTH = f"{IMPORT}\nimport tensorflow as tf"
BELOW = "below = outputs - outputs.max(axis=1, keepdims=True)"
LOGARITHMS = "logarithms = below - np.log(np.exp(below).sum(axis=1, keepdims=True))"
MEAN = "return -(wanted * logarithms).sum(axis=1).mean()"
WHOLE = f"{BELOW}\n    {LOGARITHMS}\n    {MEAN}"
SHARE = "np.mean(outputs.argmax(axis=1) == wanted.argmax(axis=1))"

known.mistake("overflows", swap(BELOW, "below = outputs"), fails=[LARGE])
known.mistake(
    "the logarithm of a share",
    swap(
        LOGARITHMS,
        "shares = np.exp(below) / np.exp(below).sum(axis=1, keepdims=True)\n"
        "    logarithms = np.log(shares)",
    ),
    fails=[LARGE],
)
known.mistake(
    "the logarithm of a share and a little",
    swap(
        LOGARITHMS,
        "shares = np.exp(below) / np.exp(below).sum(axis=1, keepdims=True)\n"
        "    logarithms = np.log(shares + 1e-7)",
    ),
    fails=[LARGE],
)
known.mistake("the sum over all rows", swap(".sum(axis=1).mean()", ".sum()"), fails=[LOSS])
known.mistake(
    "the mean over all numbers",
    swap(".sum(axis=1).mean()", ".mean()"),
    fails=[LOSS, LARGE],
    costs_much="A tenth of the loss is wrong for rows of any size.",
)
known.mistake(
    "the sign forgotten",
    swap("return -(", "return ("),
    fails=[LOSS, LARGE],
    costs_much="The loss of every row that is not perfect has the other sign.",
)
known.mistake(
    "another logarithm",
    swap("- np.log(", "- np.log2("),
    fails=[LOSS, LARGE],
    costs_much="The loss of every row that is not perfect is another one, large or small.",
)
known.mistake(
    "softmax twice",
    swap(IMPORT, BOTH),
    swap(
        WHOLE,
        "return tf.reduce_mean(\n"
        "        tf.nn.softmax_cross_entropy_with_logits(wanted, tf.nn.softmax(outputs))\n"
        "    )",
    ),
    fails=[LOSS, LARGE],
    costs_much="Its loss is another function of the outputs, large or small.",
)
known.mistake(
    "no softmax",
    swap(IMPORT, BOTH),
    swap(WHOLE, "return tf.keras.losses.CategoricalCrossentropy()(wanted, outputs)"),
    fails=[LOSS, LARGE],
    costs_much="Its loss is another function of the outputs, large or small.",
)
known.mistake(
    "softmax along the images",
    swap(BELOW, BELOW.replace("axis=1", "axis=0")),
    swap(LOGARITHMS, LOGARITHMS.replace("axis=1", "axis=0")),
    fails=[LOSS, LARGE],
    costs_much="It compares images with each other, so no loss is right.",
)
known.mistake(
    "a loss for each row",
    swap(".sum(axis=1).mean()", ".sum(axis=1)"),
    fails=[LOSS, LARGE],
    costs_much="It returns no number, but as many as there are rows.",
)
known.mistake("along the images", swap(SHARE, SHARE.replace("axis=1", "axis=0")), fails=[RIGHT])
known.mistake("how many are right", swap("np.mean(outputs", "np.sum(outputs"), fails=[RIGHT])
known.mistake("in percent", swap(SHARE, f"100 * {SHARE}"), fails=[RIGHT])
known.mistake("how many are wrong", swap(SHARE, SHARE.replace("==", "!=")), fails=[RIGHT])
known.mistake(
    "rows compared as they are",
    swap(SHARE, "np.mean(outputs == wanted)"),
    fails=[RIGHT],
)
known.mistake(
    "outputs above a half",
    swap(SHARE, "np.mean(((outputs > 0.5) == wanted).all(axis=1))"),
    fails=[RIGHT],
)
known.mistake(
    "the right output, if it is above 0",
    swap(SHARE, "np.mean((outputs * wanted).max(axis=1) == outputs.max(axis=1))"),
    fails=[RIGHT],
)
known.mistake(
    "of large outputs the largest alone",
    swap(
        LOGARITHMS,
        "sums = np.exp(below).sum(axis=1, keepdims=True)\n"
        "    sums[np.abs(outputs).max(axis=1) > 500] = 1\n"
        "    logarithms = below - np.log(sums)",
    ),
    fails=[LARGE],
)
known.mistake(
    "the largest subtracted where it is above 0",
    swap(BELOW, "below = outputs - np.maximum(outputs.max(axis=1, keepdims=True), 0)"),
    fails=[LARGE],
)
known.mistake(
    "the accuracy of shares that overflow",
    swap(SHARE, SHARE.replace("outputs.argmax", "shares.argmax")),
    swap(
        f"    return {SHARE.replace('outputs.argmax', 'shares.argmax')}",
        "    shares = np.exp(outputs) / np.exp(outputs).sum(axis=1, keepdims=True)\n"
        f"    return {SHARE.replace('outputs.argmax', 'shares.argmax')}",
    ),
    fails=[RIGHT],
)

known.accepted(
    "as the tutorial has it, with today's names",
    swap(IMPORT, "import tensorflow as tf"),
    swap(
        WHOLE,
        "return tf.reduce_mean(\n"
        "        tf.nn.softmax_cross_entropy_with_logits(labels=wanted, logits=outputs)\n"
        "    )",
    ),
    swap(
        f"return {SHARE}",
        "correct_pred = tf.equal(tf.argmax(outputs, 1), tf.argmax(wanted, 1))\n"
        "    return tf.reduce_mean(tf.cast(correct_pred, tf.float32))",
    ),
)
known.accepted(
    "a loss and a metric of Keras",
    swap(IMPORT, "import tensorflow as tf"),
    swap(
        WHOLE,
        "return tf.keras.losses.CategoricalCrossentropy(from_logits=True)(wanted, outputs).numpy()",
    ),
    swap(
        f"return {SHARE}",
        "metric = tf.keras.metrics.CategoricalAccuracy()\n"
        "    metric.update_state(wanted, outputs)\n"
        "    return float(metric.result())",
    ),
)
known.accepted(
    "row by row",
    swap(
        WHOLE,
        "losses = []\n"
        "    for row, right in zip(outputs, wanted):\n"
        "        row = row.astype(float) - row.max()\n"
        "        losses.append(np.log(np.exp(row).sum()) - row[right == 1][0])\n"
        "    return sum(losses) / len(losses)",
    ),
    swap(
        f"return {SHARE}",
        "right = [np.argmax(row) == np.argmax(one) for row, one in zip(outputs, wanted)]\n"
        "    return sum(right) / len(right)",
    ),
)
known.accepted(
    "a logarithm of softmax, and places of ones",
    swap(IMPORT, BOTH),
    swap(WHOLE, "return -tf.reduce_mean(tf.reduce_sum(wanted * tf.nn.log_softmax(outputs), 1))"),
    swap(SHARE, "np.mean(wanted[np.arange(len(wanted)), outputs.argmax(axis=1)])"),
)
known.accepted(
    "a sparse loss of whole numbers",
    swap(IMPORT, BOTH),
    swap(
        WHOLE,
        "labels = wanted.argmax(axis=1)\n"
        "    losses = tf.nn.sparse_softmax_cross_entropy_with_logits(labels, outputs)\n"
        "    return float(tf.reduce_mean(losses))",
    ),
)
known.equal(
    "a tensor is as good as a number",
    "*(wanted, outputs).numpy() -> *(wanted, outputs)",
    "*: float(metric.result()) -> metric.result()",
    "*: float(tf.reduce_mean(losses)) -> tf.reduce_mean(losses)",
)
known.equal(
    "places are equal from either side",
    "*(wanted, outputs) -> *(outputs, wanted)",
    "*: zip(outputs, wanted) -> zip(wanted, outputs)",
)
known.equal("a row in float32 has places enough", "*: row.astype(float) -> row")
