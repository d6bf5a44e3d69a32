"""Known answers of `squared_error`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

SQUARES = "tf.square(outputs - wanted)"
LOSS = "tf.reduce_mean(tf.reduce_sum(squares, axis=1))"
VALUES = ["one_image_is_right", "batch_is_a_mean_over_images"]

known.mistake("a mean over everything", swap(LOSS, "tf.reduce_mean(squares)"), fails=VALUES)
known.mistake(
    "a mean over the outputs of each image",
    swap(LOSS, "tf.reduce_mean(tf.reduce_mean(squares, axis=1))"),
    fails=VALUES,
)
known.mistake(
    "a part of the gradient stopped",
    swap(LOSS, f"3 * {LOSS} - tf.stop_gradient(2 * {LOSS})"),
    fails=["slope_can_be_taken"],
)
known.mistake("half of it", swap(LOSS, f"{LOSS} / 2"), fails=VALUES)
known.mistake(
    "no mean", swap(LOSS, "tf.reduce_sum(squares)"), fails=["batch_is_a_mean_over_images"]
)
known.mistake("always 32 images", swap(LOSS, "tf.reduce_sum(squares) / 32"), fails=VALUES)
known.mistake("always ten outputs", swap(LOSS, "tf.reduce_mean(squares) * 10"), fails=VALUES)
known.mistake(
    "divided by the outputs in place of the images",
    swap(LOSS, "tf.reduce_sum(squares) / outputs.shape[1]"),
    fails=VALUES,
)
known.mistake(
    "a mean over all but the last image",
    swap(LOSS, "tf.reduce_mean(tf.reduce_sum(squares, axis=1)[: max(1, len(squares) - 1)])"),
    fails=["batch_is_a_mean_over_images", "slope_can_be_taken"],
    costs_much="Its loss leaves an image out, and so does the slope of that.",
)
known.mistake(
    "a number for each image",
    swap(LOSS, "tf.reduce_sum(squares, axis=1)"),
    fails=[*VALUES, "slope_can_be_taken", "zero_when_right"],
    costs_much="It returns no single number, and every check asks for one.",
)
known.mistake(
    "a mean along the images alone",
    swap(LOSS, "tf.reduce_mean(squares, axis=0)"),
    fails=[*VALUES, "slope_can_be_taken", "zero_when_right"],
    costs_much="It returns no single number, and every check asks for one.",
)
known.mistake(
    "absolute differences",
    swap(SQUARES, "tf.abs(outputs - wanted)"),
    fails=[*VALUES, "slope_can_be_taken"],
    costs_much="Not even the slope of absolute differences is that of squares.",
)
known.mistake(
    "differences as they are",
    swap(SQUARES, "outputs - wanted"),
    fails=[*VALUES, "slope_can_be_taken", "zero_when_right"],
    costs_much="Nothing is squared, so neither the loss nor its slope is that of squares.",
)
known.mistake(
    "the square of the sum",
    swap(LOSS, "tf.reduce_mean(tf.square(tf.reduce_sum(outputs - wanted, axis=1)))"),
    fails=[*VALUES, "slope_can_be_taken", "zero_when_right"],
    costs_much="Sums are squared in place of differences.",
)
known.mistake(
    "the square of the mean image",
    swap(LOSS, "tf.reduce_sum(tf.square(tf.reduce_mean(outputs - wanted, axis=0)))"),
    fails=["batch_is_a_mean_over_images", "slope_can_be_taken", "zero_when_right"],
    costs_much="The mean is taken before the square, so that errors cancel.",
)
known.mistake("the root of it", swap(LOSS, f"tf.sqrt({LOSS})"), fails=VALUES)
known.mistake(
    "the fourth power",
    swap(SQUARES, "tf.square(tf.square(outputs - wanted))"),
    fails=[*VALUES, "slope_can_be_taken"],
    costs_much="What is not squared has another slope than squares.",
)
known.mistake(
    "shares of softmax first",
    swap(SQUARES, "tf.square(tf.nn.softmax(outputs) - wanted)"),
    fails=[*VALUES, "slope_can_be_taken", "zero_when_right"],
    costs_much="The loss is that of other outputs.",
)
known.mistake(
    "multiplied out",
    swap(SQUARES, "outputs**2 - 2 * outputs * wanted + wanted**2"),
    fails=["zero_when_right"],
)
known.mistake(
    "squares by logarithms, which have no slope at 0",
    swap(SQUARES, "tf.exp(2 * tf.math.log(tf.abs(outputs - wanted)))"),
    fails=["slope_can_be_taken"],
)
known.mistake("a little more than 0", swap(LOSS, f"{LOSS} + 1e-4"), fails=["zero_when_right"])
known.mistake("a plain number", swap(LOSS, f"float({LOSS})"), fails=["slope_can_be_taken"])
known.mistake(
    "NumPy on the way",
    swap("tf.square(outputs - wanted)", "(outputs.numpy() - wanted.numpy()) ** 2"),
    fails=["slope_can_be_taken"],
)
known.mistake(
    "stopped on the way",
    swap(SQUARES, "tf.square(tf.stop_gradient(outputs) - wanted)"),
    fails=["slope_can_be_taken"],
)
known.mistake(
    "downhill is uphill",
    swap(LOSS, f"-{LOSS}"),
    fails=[*VALUES, "slope_can_be_taken", "zero_when_right"],
    costs_much="The sign of the loss turns all that follows from it.",
)
known.mistake(
    "an axis of one squeezed away",
    swap(SQUARES, "tf.square(tf.squeeze(outputs - wanted))"),
    swap("axis=1", "axis=-1"),
    fails=["batch_is_a_mean_over_images"],
)

known.accepted(
    "divided by the number of images", swap(LOSS, "tf.reduce_sum(squares) / outputs.shape[0]")
)
known.accepted(
    "in float64",
    swap(
        SQUARES,
        "tf.cast(outputs, tf.float64) - tf.cast(wanted, tf.float64)\n    squares = squares**2",
    ),
)
known.accepted(
    "Keras's mean, times the outputs",
    swap(
        f"squares = {SQUARES}\n    return {LOSS}",
        "means = tf.keras.losses.MeanSquaredError()(wanted, outputs)\n"
        "    return means * outputs.shape[1]",
    ),
)
known.accepted(
    "half a norm, doubled",
    swap(LOSS, "2 * tf.nn.l2_loss(outputs - wanted) / tf.cast(tf.shape(outputs)[0], tf.float32)"),
)
known.accepted(
    "a compiled function",
    swap("def batch_loss", "@tf.function\ndef batch_loss"),
    swap(SQUARES, "tf.math.squared_difference(wanted, outputs)"),
)
known.accepted(
    "image by image",
    swap(LOSS, "sum(tf.reduce_sum(row) for row in squares) / len(squares)"),
)
known.accepted(
    "operations of Keras",
    swap(LOSS, "tf.keras.ops.mean(tf.keras.ops.sum(squares, axis=-1))"),
)
known.equal(
    "squares are the same from either side",
    "*MeanSquaredError()(wanted, outputs) -> MeanSquaredError()(outputs, wanted)",
    "*squared_difference(wanted, outputs) -> *squared_difference(outputs, wanted)",
)
known.equal("the last axis of two is axis 1", "batch_loss: axis=-1 -> axis=1")
