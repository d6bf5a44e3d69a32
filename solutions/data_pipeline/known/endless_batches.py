"""Known answers of `endless_batches`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

CHAIN = "dataset.repeat().shuffle(count).batch(batch_size)"
STEPS = "math.ceil(count / batch_size)"
ENDLESS, FULL, MIXED, PAIRS, LOST, UP = (
    "never_ends",
    "batches_are_full",
    "order_is_mixed",
    "pairs_stay_together",
    "nothing_is_lost",
    "steps_round_up",
)
TENSORFLOW = swap("import math", "import math\n\nimport tensorflow as tf")
NO_BATCHES = "Where no batches come, there is nothing to look at."

known.mistake(
    "no repeat",
    swap(CHAIN, "dataset.shuffle(count).batch(batch_size)"),
    fails=[ENDLESS, FULL],
)
known.mistake(
    "repeated five times",
    swap("repeat()", "repeat(5)"),
    fails=[ENDLESS, FULL],
)
known.mistake("repeated a thousand times", swap("repeat()", "repeat(1000)"), fails=[ENDLESS])
known.mistake(
    "repeat behind batch",
    swap(CHAIN, "dataset.shuffle(count).batch(batch_size).repeat()"),
    fails=[FULL],
)
known.mistake(
    "batches of nothing",
    swap(CHAIN, f"{CHAIN}.map(lambda images, labels: (images[:0], labels[:0]))"),
    fails=[ENDLESS, FULL, MIXED, PAIRS, LOST],
    costs_much=NO_BATCHES,
)
known.mistake("not mixed", swap(".shuffle(count)", ""), fails=[MIXED])
known.mistake(
    "two orders that take turns",
    swap(
        CHAIN,
        "(\n"
        "        dataset.shuffle(count, seed=1, reshuffle_each_iteration=False)\n"
        "        .concatenate(dataset.shuffle(count, seed=2, reshuffle_each_iteration=False))\n"
        "        .repeat()\n"
        "        .batch(batch_size)\n"
        "    )",
    ),
    fails=[MIXED],
)
known.mistake("a buffer of one", swap("shuffle(count)", "shuffle(1)"), fails=[MIXED])
known.mistake(
    "a buffer as large as a batch", swap("shuffle(count)", "shuffle(batch_size)"), fails=[MIXED]
)
known.mistake(
    "mixed once for all",
    swap(
        CHAIN,
        "dataset.shuffle(count, reshuffle_each_iteration=False).repeat().batch(batch_size)",
    ),
    fails=[MIXED],
)
known.mistake(
    "mixed, stored and repeated",
    swap(CHAIN, "dataset.shuffle(count).cache().repeat().batch(batch_size)"),
    fails=[MIXED],
)
known.mistake(
    "whole batches mixed",
    swap(CHAIN, "dataset.repeat().batch(batch_size).shuffle(count)"),
    fails=[MIXED],
)
known.mistake(
    "images and labels mixed apart",
    TENSORFLOW,
    swap(
        CHAIN,
        "tf.data.Dataset.zip(\n"
        "        dataset.map(lambda image, label: image).repeat().shuffle(count),\n"
        "        dataset.map(lambda image, label: label).repeat().shuffle(count),\n"
        "    ).batch(batch_size)",
    ),
    fails=[PAIRS],
)
known.mistake("the last pair left out", swap("dataset.", "dataset.take(count - 1)."), fails=[LOST])
known.mistake(
    "what fills no batch left out",
    swap("dataset.", "dataset.take(count // batch_size * batch_size)."),
    fails=[LOST],
)
known.mistake(
    "no batches",
    swap(".batch(batch_size)", ""),
    fails=[ENDLESS, FULL, MIXED, PAIRS, LOST],
    costs_much=NO_BATCHES,
)
known.mistake(
    "batches of 32, whatever is asked for", swap("batch(batch_size)", "batch(32)"), fails=[FULL]
)
known.mistake(
    "an element of the dataset in place of the dataset",
    swap(CHAIN, f"next(iter({CHAIN}))"),
    fails=[ENDLESS, FULL, MIXED, PAIRS, LOST],
    costs_much=NO_BATCHES,
)
known.mistake(
    "what the methods make thrown away",
    swap(
        f"return {CHAIN}",
        "dataset.repeat()\n    dataset.shuffle(count)\n    dataset.batch(batch_size)\n"
        "    return dataset",
    ),
    fails=[ENDLESS, FULL, MIXED, PAIRS, LOST],
    costs_much=NO_BATCHES,
)
known.mistake("rounded down", swap(STEPS, "count // batch_size"), fails=[UP])
known.mistake("rounded to the nearest", swap(STEPS, "round(count / batch_size)"), fails=[UP])
known.mistake("always one more", swap(STEPS, "count // batch_size + 1"), fails=[UP])
known.mistake("not rounded", swap(STEPS, "count / batch_size"), fails=[UP])
known.mistake("the steps of the lesson", swap(STEPS, "1875"), fails=[UP])
known.mistake(
    "whole rounds divided",
    swap(STEPS, "math.ceil(count // batch_size)"),
    fails=[UP],
)
known.mistake(
    "a buffer that lacks a place", swap("shuffle(count)", "shuffle(count - 1)"), fails=[MIXED]
)
known.mistake("nearly one added", swap(STEPS, "int(count / batch_size + 0.99)"), fails=[UP])
known.mistake("a buffer of a half", swap("shuffle(count)", "shuffle(count // 2)"), fails=[MIXED])
known.mistake("a buffer of ten thousand", swap("shuffle(count)", "shuffle(10000)"), fails=[MIXED])
known.mistake("a buffer of a thousand", swap("shuffle(count)", "shuffle(1000)"), fails=[MIXED])

known.accepted(
    "shuffle in front, and prefetch",
    TENSORFLOW,
    swap(CHAIN, "dataset.shuffle(count).repeat().batch(batch_size).prefetch(tf.data.AUTOTUNE)"),
    swap(STEPS, "-(-count // batch_size)"),
)
known.accepted(
    "each round without its rest",
    swap(CHAIN, "dataset.shuffle(count).batch(batch_size, drop_remainder=True).repeat()"),
    swap(STEPS, "(count + batch_size - 1) // batch_size"),
)
known.accepted(
    "a seed, and a cache in front",
    swap(CHAIN, "dataset.cache().repeat().shuffle(count, seed=5).batch(batch_size)"),
    swap("import math", "import numpy as np"),
    swap(STEPS, "int(np.ceil(count / batch_size))"),
)
known.accepted(
    "a larger buffer, step by step",
    swap(
        f"return {CHAIN}",
        "dataset = dataset.repeat()\n    dataset = dataset.shuffle(60000)\n"
        "    return dataset.batch(batch_size)",
    ),
    swap(
        f"return {STEPS}",
        "steps, rest = divmod(count, batch_size)\n    return steps + (1 if rest else 0)",
    ),
)
known.accepted(
    "an order that begins anew with the same seed",
    TENSORFLOW,
    swap(
        f"return {CHAIN}",
        "images, labels = next(iter(dataset.batch(count)))\n\n"
        "    def places():\n"
        "        generator = np.random.default_rng(3)\n"
        "        while True:\n"
        "            yield from generator.permutation(count)\n\n"
        "    places = tf.data.Dataset.from_generator(\n"
        "        places, output_signature=tf.TensorSpec((), tf.int64)\n"
        "    )\n"
        "    return places.map(lambda place: (images[place], labels[place])).batch(batch_size)",
    ),
    swap("import tensorflow", "import numpy as np\nimport tensorflow"),
)
known.accepted(
    "a generator of its own",
    swap("import math", "import math\n\nimport numpy as np\nimport tensorflow as tf"),
    swap(
        f"return {CHAIN}",
        "images, labels = map(np.array, zip(*dataset.as_numpy_iterator()))\n\n"
        "    def batches():\n"
        "        left = np.zeros(0, int)\n"
        "        while True:\n"
        "            left = np.concatenate([left, np.random.permutation(count)])\n"
        "            while len(left) >= batch_size:\n"
        "                places, left = left[:batch_size], left[batch_size:]\n"
        "                yield images[places], labels[places]\n\n"
        "    return tf.data.Dataset.from_generator(\n"
        "        batches,\n"
        "        output_signature=(\n"
        "            tf.TensorSpec(None, images.dtype), tf.TensorSpec(None, labels.dtype)\n"
        "        ),\n"
        "    )",
    ),
)

known.equal(
    "the order and the size of a buffer are up to the student, as long as all pairs fit into it",
    "*shuffle(count, seed=5) -> *shuffle(count)",
    "*seed=5 -> seed=*",
    "*shuffle(60000) -> *shuffle(*000)",
)
known.equal(
    "numbers are the same in another type, and TensorFlow takes an array for its type",
    "*TensorSpec(None, images.dtype) -> *",
    "*TensorSpec(None, labels.dtype) -> tf.TensorSpec(None, labels)",
)
