"""Known answers of `one_hot_rows`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

ROWS = "images.reshape(len(images), -1) / 255.0"
HOT = "np.eye(depth)[labels]"

known.mistake("784 in any case", swap("-1", "784"), fails=["rows_have_the_shape"])
known.mistake(
    "28 lines of 28 pixels in any case",
    swap("len(images), -1", "-1, 28 * 28"),
    fails=["rows_have_the_shape"],
)
known.mistake(
    "numbers as they lie in memory",
    swap(ROWS, 'images.reshape((len(images), -1), order="A") / 255.0'),
    fails=["rows_keep_the_order"],
)
known.mistake("one row for all", swap("len(images), -1", "1, -1"), fails=["rows_have_the_shape"])
known.mistake(
    "bytes in place of numbers",
    swap(ROWS, "np.array([np.frombuffer(one.tobytes(), np.uint8) for one in images]) / 255.0"),
    fails=["rows_have_the_shape"],
)
known.mistake(
    "the rows lie down",
    swap(ROWS, f"({ROWS}).T"),
    fails=["rows_have_the_shape", "rows_keep_the_order"],
)
known.mistake(
    "only the first image",
    swap(ROWS, "images[0].reshape(1, -1) / 255.0"),
    fails=["rows_have_the_shape"],
)
known.mistake(
    "a single image loses its axis",
    swap(ROWS, f"np.squeeze({ROWS})"),
    fails=["rows_have_the_shape"],
)
known.mistake(
    "squares as they were",
    swap(ROWS, "images / 255.0"),
    fails=["rows_have_the_shape", "rows_keep_the_order"],
)
known.mistake(
    "pixels of all images mixed",
    swap(ROWS, "images.reshape(-1, len(images)).T / 255.0"),
    fails=["rows_keep_the_order"],
)
known.mistake("column by column", swap("-1)", '-1, order="F")'), fails=["rows_keep_the_order"])
known.mistake(
    "the picture turned before",
    swap("images.reshape", "images.transpose(0, 2, 1).reshape"),
    fails=["rows_keep_the_order"],
)
known.mistake("not divided", swap(" / 255.0", ""), fails=["rows_keep_the_order"])
known.mistake("divided by 256", swap("255.0", "256.0"), fails=["rows_keep_the_order"])
known.mistake(
    "divided by the largest", swap("255.0", "images.max()"), fails=["rows_keep_the_order"]
)
known.mistake("divided twice", swap("255.0", "255.0 / 255.0"), fails=["rows_keep_the_order"])
known.mistake(
    "divided without a remainder", swap(" / 255.0", " // 255"), fails=["rows_keep_the_order"]
)
known.mistake("white and black exchanged", swap(ROWS, f"1 - {ROWS}"), fails=["rows_keep_the_order"])
known.mistake(
    "rounded to a hundredth", swap(ROWS, f"({ROWS}).round(2)"), fails=["rows_keep_the_order"]
)
known.mistake(
    "ten classes in any case", swap("np.eye(depth)", "np.eye(10)"), fails=["depth_is_obeyed"]
)
known.mistake(
    "as many as occur",
    swap("np.eye(depth)", "np.eye(int(labels.max()) + 1)"),
    fails=["depth_is_obeyed"],
)
known.mistake(
    "one class too few",
    swap(HOT, "np.eye(depth)[labels][:, :-1]"),
    fails=["one_place_is_set", "depth_is_obeyed"],
)
known.mistake(
    "counted from 1", swap("[labels]", "[labels.astype(int) - 1]"), fails=["one_place_is_set"]
)
known.mistake(
    "from the other end", swap(HOT, "np.eye(depth)[::-1][labels]"), fails=["one_place_is_set"]
)
known.mistake("ones and a zero", swap(HOT, "1 - np.eye(depth)[labels]"), fails=["one_place_is_set"])
known.mistake(
    "the label in its place", swap(HOT, f"{HOT} * labels[:, None]"), fails=["one_place_is_set"]
)
known.mistake(
    "ones up to the label", swap("np.eye(depth)", "np.tri(depth)"), fails=["one_place_is_set"]
)
known.mistake(
    "the rows of classes in place of labels",
    swap(HOT, "np.eye(depth)[:, labels]"),
    fails=["one_place_is_set", "depth_is_obeyed"],
)
known.mistake(
    "only of the first label",
    swap("[labels]", "[labels[0]]"),
    fails=["one_place_is_set", "depth_is_obeyed"],
)
known.mistake(
    "divided only where something is brighter than 1",
    swap(ROWS, f"{ROWS} if images.max() > 1 else images.reshape(len(images), -1)"),
    fails=["rows_keep_the_order"],
)
known.mistake(
    "places in the labels' own type, which is too small for them",
    swap(
        f"return {HOT}",
        "flat = np.zeros(len(labels) * depth)\n"
        "    starts = np.arange(0, len(flat), depth).astype(labels.dtype)\n"
        "    flat[starts + labels] = 1\n"
        "    return flat.reshape(len(labels), depth)",
    ),
    fails=["one_place_is_set"],
)

known.accepted(
    "TensorFlow for both",
    swap("import numpy as np", "import tensorflow as tf"),
    swap(ROWS, "tf.reshape(tf.cast(images, tf.float32) / 255.0, (len(images), -1))"),
    swap(HOT, "tf.one_hot(labels, depth=depth)"),
)
known.accepted(
    "Keras for both",
    swap("import numpy as np", "import tensorflow as tf"),
    swap(ROWS, "tf.keras.layers.Flatten()(images / 255)"),
    swap(HOT, "tf.keras.utils.to_categorical(labels, depth)"),
)
known.accepted(
    "loops and lists",
    swap(ROWS, "[[pixel / 255 for line in image for pixel in line] for image in images.tolist()]"),
    swap(HOT, "[[int(place == label) for place in range(depth)] for label in labels]"),
)
known.accepted(
    "a list of rows",
    swap(ROWS, "[image.ravel() / 255 for image in images]"),
    swap(HOT, "list(np.eye(depth)[labels])"),
)
known.accepted(
    "zeros that are filled, and float32",
    swap(
        ROWS, "np.float32(images.reshape(images.shape[0], images.shape[1] * images.shape[2]) / 255)"
    ),
    swap(
        f"return {HOT}",
        "table = np.zeros((labels.size, depth), dtype=int)\n"
        "    table[np.arange(labels.size), labels] = 1\n    return table",
    ),
)
known.accepted("compared with all places", swap(HOT, "labels[:, None] == np.arange(depth)"))
known.equal(
    "any negative length is the one that is left", "*reshape(len(images), -1) -> *(len(images), -2)"
)
known.equal(
    "lists and arrays are the same numbers, True is 1",
    "to_rows: images.tolist() -> images",
    "one_hot: int(place == label) -> place == label",
    "one_hot: list(*) -> eye(depth)[labels]",
)
