"""Known answers of `three_sets`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

ORDER = "np.random.permutation(len(images))"
CUTS = "[validation_count, validation_count + test_count]"
SPLIT = f"validation, test, training = np.split(order, {CUTS})"
SIZES, ONCE, PAIRS, MIXED = (
    "sizes_are_right",
    "nothing_twice_nothing_lost",
    "pairs_stay_together",
    "classes_are_mixed",
)

known.mistake("not mixed", swap(ORDER, "np.arange(len(images))"), fails=[MIXED])
known.mistake(
    "mixed behind the cuts",
    swap(ORDER, "np.arange(len(images))"),
    swap(
        "    return (",
        "    for part in (validation, test, training):\n"
        "        np.random.shuffle(part)\n"
        "    return (",
    ),
    fails=[MIXED],
)
known.mistake(
    "only the training set mixed",
    swap(ORDER, "np.arange(len(images))"),
    swap(
        "    return (",
        "    training = np.random.permutation(training)\n    return (",
    ),
    fails=[MIXED],
)
known.mistake(
    "the training set keeps what the others get",
    swap("    return (", "    training = order\n    return ("),
    fails=[SIZES, ONCE],
    costs_much="With what it learnt from in the other two sets, nothing is tested at all.",
)
known.mistake(
    "the validation images are in the training set, too",
    swap("images[training], labels[training]", "images[joined], labels[joined]"),
    swap(
        "    return (",
        "    joined = np.concatenate([training, validation])\n    return (",
    ),
    fails=[SIZES, ONCE],
    costs_much="What it learnt from is looked at as if it were new.",
)
known.mistake(
    "the same images for validation and test",
    swap(SPLIT, f"{SPLIT}\n    test = np.resize(validation, test_count)"),
    fails=[ONCE],
)
known.mistake(
    "the counts in the other order",
    swap(CUTS, "[test_count, validation_count + test_count]"),
    fails=[SIZES],
)
known.mistake(
    "the sets in another order",
    swap("validation, test, training", "training, validation, test"),
    fails=[SIZES],
)
known.mistake(
    "one lost at each border",
    swap(
        SPLIT,
        "end = validation_count + test_count\n"
        "    validation, test, training = order[:validation_count], "
        "order[validation_count + 1 : end + 1], order[end + 2 :]",
    ),
    fails=[SIZES, ONCE],
    costs_much="Sizes are wrong, and images are lost.",
)
known.mistake(
    "the test set drawn from all images again",
    swap(SPLIT, f"{SPLIT}\n    test = np.random.choice(len(images), test_count, replace=False)"),
    fails=[ONCE],
)
known.mistake(
    "the test set drawn with replacement",
    swap(SPLIT, f"{SPLIT}\n    test = np.random.choice(test, len(test))"),
    fails=[ONCE],
)
known.mistake(
    "images and labels mixed apart",
    swap(ORDER, f"{ORDER}\n    labels = np.random.permutation(labels)"),
    fails=[PAIRS],
)
known.mistake(
    "labels left as they were",
    swap("labels[training]", "labels[: len(training)]"),
    swap("labels[validation]", "labels[: len(validation)]"),
    swap("labels[test]", "labels[: len(test)]"),
    fails=[PAIRS],
)
known.mistake(
    "images alone",
    swap("(images[training], labels[training])", "images[training]"),
    swap("(images[validation], labels[validation])", "images[validation]"),
    swap("(images[test], labels[test])", "images[test]"),
    fails=[SIZES, ONCE, PAIRS, MIXED],
    costs_much="Without labels there is nothing to learn and nothing to test.",
)
known.mistake(
    "one tuple of six",
    swap("(images[training], labels[training])", "images[training], labels[training]"),
    swap("(images[validation], labels[validation])", "images[validation], labels[validation]"),
    swap("(images[test], labels[test])", "images[test], labels[test]"),
    fails=[SIZES, ONCE, PAIRS, MIXED],
    costs_much="It does not return the three pairs, so nobody knows what is what.",
)
known.mistake(
    "pixels divided on the way",
    swap(ORDER, f"{ORDER}\n    images = images / 255.0"),
    fails=[ONCE, PAIRS, MIXED],
    costs_much="None of the images that it returns is one of those that it was given.",
)
known.mistake(
    "a tenth for validation, whatever is asked for",
    swap(SPLIT, f"validation_count = len(images) // 10\n    {SPLIT}"),
    fails=[SIZES],
)
known.mistake(
    "all pictures that are in no other set",
    swap(
        "    return (",
        "    taken = {images[one].tobytes() for one in (*validation, *test)}\n"
        "    training = [one for one in training if images[one].tobytes() not in taken]\n"
        "    return (",
    ),
    fails=[SIZES, ONCE],
    costs_much="Pictures are lost, and so the training set is too small.",
)
known.mistake(
    "an axis lost where a set has one image",
    swap("images[validation]", "np.squeeze(images[validation])"),
    fails=[SIZES, ONCE, PAIRS],
    costs_much="A single image without its axis is no set of images.",
)
known.mistake(
    "dealt out like cards",
    swap(ORDER, "np.argsort(np.arange(len(images)) % 10, kind='stable')"),
    fails=[MIXED],
)

known.accepted(
    "a generator with a seed, and slices",
    swap(ORDER, "np.random.default_rng(3).permutation(len(images))"),
    swap(
        SPLIT,
        "validation, rest = order[:validation_count], order[validation_count:]\n"
        "    test, training = rest[:test_count], rest[test_count:]",
    ),
)
known.accepted(
    "places mixed by TensorFlow",
    swap("import numpy as np", "import numpy as np\nimport tensorflow as tf"),
    swap(ORDER, "tf.random.shuffle(tf.range(len(images))).numpy()"),
)
known.accepted(
    "tensors, and lists for pairs",
    swap("import numpy as np", "import numpy as np\nimport tensorflow as tf"),
    swap(
        "(images[training], labels[training])",
        "[tf.gather(images, training), tf.gather(labels, training)]",
    ),
)
known.accepted(
    "each class in turn",
    swap(
        ORDER,
        "np.argsort([np.sum(labels[:n] == labels[n]) for n in range(len(labels))])",
    ),
)
known.accepted(
    "one list of pairs, mixed by Python",
    swap("import numpy as np", "import random\n\nimport numpy as np"),
    swap(ORDER, "list(range(len(images)))\n    random.shuffle(order)"),
)
known.accepted(
    "mixed in place, with the same state for both",
    swap(
        ORDER,
        "np.arange(len(images))\n"
        "    for array in (images, labels):\n"
        "        np.random.seed(len(labels))\n"
        "        np.random.shuffle(array)",
    ),
)
known.accepted(
    "a function of scikit-learn, twice",
    swap(
        "import numpy as np",
        "import numpy as np\nfrom sklearn.model_selection import train_test_split",
    ),
    swap(
        f"order = {ORDER}\n    {SPLIT}",
        (
            "rest, test = train_test_split(np.arange(len(images)), test_size=test_count)\n"
            "    training, validation = train_test_split(rest, test_size=validation_count)"
        ),
    ),
)
known.equal(
    "any order will do",
    "*default_rng(3) -> *default_rng(*)",
    "*(images, labels) -> (labels, images)",
)
known.equal("a tensor of places is as good", "*tf.range(len(images))).numpy() -> *")
