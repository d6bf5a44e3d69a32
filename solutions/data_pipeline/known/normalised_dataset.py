"""Known answers of `normalised_dataset`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

SCALED = "tf.cast(images, tf.float32) / 255"
MAP = "dataset.map(normalize)"
VALUES, FLOATS, LABELS, BATCHES, DATASET = (
    "values_lie_between_0_and_1",
    "numbers_are_float32",
    "labels_stay",
    "works_on_batches_too",
    "stays_a_dataset",
)

known.mistake(
    "divided without decimals",
    swap(SCALED, "tf.cast(images // 255, tf.float32)"),
    fails=[VALUES, BATCHES],
)
known.mistake("divided by 256", swap("255", "256"), fails=[VALUES])
known.mistake(
    "divided by the brightest pixel",
    swap("/ 255", "/ tf.reduce_max(tf.cast(images, tf.float32))"),
    fails=[VALUES],
)
known.mistake(
    "not divided",
    swap(" / 255", ""),
    fails=[VALUES, BATCHES, DATASET],
    costs_much="Nothing is normalised.",
)
known.mistake(
    "not divided where no pixel is above 1",
    swap("/ 255", "/ tf.where(tf.reduce_max(images) > 1, 255.0, 1.0)"),
    fails=[VALUES],
)
known.mistake(
    "a table without 255",
    swap(SCALED, "tf.gather(tf.range(255.0) / 255, tf.cast(images, tf.int32))"),
    fails=[VALUES, FLOATS, LABELS, BATCHES, DATASET],
    costs_much="Where a pixel is 255 it returns nothing at all.",
)
known.mistake(
    "a batch of one taken for an image",
    swap(SCALED, f"tf.squeeze({SCALED})[..., None]"),
    fails=[BATCHES, DATASET],
)
known.mistake("divided twice", swap("/ 255", "/ 255 / 255"), fails=[VALUES])
known.mistake(
    "whole numbers again at the end",
    swap(SCALED, f"tf.cast({SCALED}, tf.uint8)"),
    fails=[VALUES, FLOATS, BATCHES],
)
known.mistake("double precision", swap("float32", "float64"), fails=[FLOATS])
known.mistake(
    "a number without a cast",
    swap(SCALED, "images / 255.0"),
    fails=[VALUES, FLOATS, LABELS, BATCHES, DATASET],
    costs_much="TensorFlow refuses to divide whole numbers by one with decimals.",
)
known.mistake("labels divided, too", swap("/ 255, labels", "/ 255, labels / 255"), fails=[LABELS])
known.mistake(
    "labels with decimals",
    swap("/ 255, labels", "/ 255, tf.cast(labels, tf.float32)"),
    fails=[LABELS],
)
known.mistake(
    "one-hot labels",
    swap("/ 255, labels", "/ 255, tf.one_hot(labels, 10)"),
    fails=[LABELS, BATCHES],
)
known.mistake(
    "images alone",
    swap("/ 255, labels", "/ 255"),
    fails=[VALUES, FLOATS, LABELS, BATCHES, DATASET],
    costs_much="Pairs without labels are none, in all that it is asked for.",
)
known.mistake(
    "in the other order",
    swap(f"return {SCALED}, labels", f"return labels, {SCALED}"),
    fails=[VALUES, FLOATS, LABELS, BATCHES, DATASET],
    costs_much="Images are taken for labels, and labels for images.",
)
known.mistake(
    "single images alone",
    swap(SCALED, f"tf.reshape({SCALED}, (28, 28, 1))"),
    fails=[BATCHES, DATASET],
)
known.mistake(
    "always a batch",
    swap(SCALED, f"tf.reshape({SCALED}, (-1, 28, 28, 1))"),
    fails=[VALUES, FLOATS, DATASET],
    costs_much="No single image keeps its shape.",
)
known.mistake(
    "the channel axis lost",
    swap(SCALED, f"({SCALED})[..., 0]"),
    fails=[VALUES, FLOATS, BATCHES, DATASET],
    costs_much="No image keeps its shape.",
)
known.mistake(
    "NumPy's way in a pipeline",
    swap(SCALED, 'images.numpy().astype("float32") / 255'),
    fails=[DATASET],
)
known.mistake("the old dataset returned", swap(MAP, "dataset"), fails=[DATASET])
known.mistake(
    "the new dataset thrown away",
    swap(f"return {MAP}", f"{MAP}\n    return dataset"),
    fails=[DATASET],
)
known.mistake(
    "double precision in the dataset alone",
    swap(
        MAP,
        "dataset.map(lambda images, labels: (tf.cast(images, tf.float64) / 255, labels))",
    ),
    fails=[DATASET],
)
known.mistake("mapped twice", swap(MAP, f"{MAP}.map(normalize)"), fails=[DATASET])
known.mistake("shuffled", swap(MAP, f"{MAP}.shuffle(100)"), fails=[DATASET])
known.mistake("batched", swap(MAP, f"{MAP}.batch(1)"), fails=[DATASET])
known.mistake("repeated", swap(MAP, f"{MAP}.repeat()"), fails=[DATASET])
known.mistake("the first elements", swap(MAP, f"{MAP}.take(3)"), fails=[DATASET])
known.mistake("a list of all elements", swap(MAP, f"list({MAP})"), fails=[DATASET])
known.mistake(
    "the function called with the dataset",
    swap(MAP, "normalize(dataset, None)"),
    fails=[DATASET],
)

known.accepted(
    "a function of TensorFlow, in single steps",
    swap(
        f"return {SCALED}, labels",
        "images = tf.image.convert_image_dtype(images, tf.float32)\n    return images, labels",
    ),
    swap(MAP, "dataset.map(normalize, num_parallel_calls=tf.data.AUTOTUNE).cache().prefetch(1)"),
)
known.accepted(
    "divided without a cast",
    swap(SCALED, "images / 255"),
    swap(MAP, "dataset.map(lambda images, labels: normalize(images, labels))"),
)
known.accepted(
    "as the lesson writes it",
    swap(
        f"return {SCALED}, labels",
        "images = tf.cast(images, tf.float32)\n    images /= 255\n    return images, labels",
    ),
)
known.accepted(
    "a layer of Keras, and a list",
    swap("def normalize(", "scale = tf.keras.layers.Rescaling(1 / 255)\n\n\ndef normalize("),
    swap(f"return {SCALED}, labels", "return [scale(images), labels]"),
    swap(MAP, "dataset.map(lambda images, labels: (scale(images), labels))"),
)
known.accepted(
    "a generator of its own",
    swap(
        MAP,
        "tf.data.Dataset.from_generator(\n"
        "        lambda: (normalize(*element) for element in dataset),\n"
        "        output_signature=(\n"
        "            tf.TensorSpec(None, tf.float32), tf.TensorSpec(None, tf.int64)\n"
        "        ),\n"
        "    )",
    ),
)
known.accepted(
    "labels of another whole type",
    swap("/ 255, labels", "* (1 / 255), tf.cast(labels, tf.int32)"),
)
known.mistake(
    "batches cut anew",
    swap(
        f"return {MAP}",
        "shape = dataset.element_spec[0].shape\n"
        "    if shape.rank == 3:\n"
        f"        return {MAP}\n"
        "    size = len(next(iter(dataset))[0])\n"
        "    return dataset.unbatch().map(normalize).batch(size)",
    ),
    fails=[DATASET],
)
known.mistake(
    "elements as they are ready",
    swap(
        MAP,
        "dataset.map(\n"
        "        normalize, num_parallel_calls=tf.data.AUTOTUNE, deterministic=False\n"
        "    )",
    ),
    fails=[DATASET],
)
known.mistake(
    "an option that gives up the order",
    swap(
        f"return {MAP}",
        "options = tf.data.Options()\n"
        "    options.deterministic = False\n"
        f"    return {MAP}.with_options(options)",
    ),
    fails=[DATASET],
)
known.accepted(
    "several at a time, in order",
    swap(
        MAP,
        "dataset.map(\n"
        "        normalize, num_parallel_calls=tf.data.AUTOTUNE, deterministic=True\n"
        "    )",
    ),
)
known.equal(
    "how fast a dataset is read is up to the student",
    "*: *, num_parallel_calls=tf.data.AUTOTUNE) -> *dataset.map(normalize)*",
    "*.prefetch(1) -> *.prefetch(2)",
)
known.equal(
    "TensorFlow makes decimals of bytes that are divided, and of an output without a type",
    "normalize: images = tf.cast(images, tf.float32) -> pass",
    "*: tf.TensorSpec(None, tf.float32) -> tf.TensorSpec(None)",
)
