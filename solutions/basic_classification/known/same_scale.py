"""Known answers of `same_scale`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

NUMPY = swap("def scale", "import numpy as np\n\n\ndef scale")
TENSORFLOW = swap("def scale", "import tensorflow as tf\n\n\ndef scale")

RETURN = "return train_images / 255.0, test_images / 255.0"
TRAINING, TEST, STAY = "training_images_are_scaled", "test_images_alike", "arguments_stay"

known.mistake("the test images forgotten", swap("test_images / 255.0", "test_images"), fails=[TEST])
known.mistake(
    "only the test images",
    swap("return train_images / 255.0", "return train_images"),
    fails=[TRAINING, STAY],
    costs_much="Without a scaled array nobody can say that scaling changes nothing else.",
)
known.mistake(
    "each by its own largest",
    swap(RETURN, "return train_images / train_images.max(), test_images / test_images.max()"),
    fails=[TRAINING, TEST],
    costs_much="Neither of both is scaled as it is asked for, and they are not scaled alike.",
)
known.mistake(
    "both by the largest of the training images",
    swap(RETURN, "most = train_images.max()\n    return train_images / most, test_images / most"),
    fails=[TRAINING],
)
known.mistake(
    "divided by 256",
    swap(RETURN, RETURN.replace("255.0", "256.0")),
    fails=[TRAINING],
)
known.mistake(
    "divided without decimals",
    swap(RETURN, RETURN.replace("/", "//")),
    fails=[TRAINING, TEST],
    costs_much="Nothing of either picture is left.",
)
known.mistake(
    "the test images scaled twice",
    swap("test_images / 255.0", "test_images / 255.0 / 255.0"),
    fails=[TEST],
)
known.mistake(
    "both scaled twice",
    swap(RETURN, "return train_images / 255.0 / 255.0, test_images / 255.0 / 255.0"),
    fails=[TRAINING, TEST],
    costs_much="So small are both that a network would learn nothing of them.",
)
known.mistake(
    "the training set in the place of the test set",
    swap("test_images / 255.0", "train_images / 255.0"),
    fails=[TEST],
)
known.mistake(
    "in the other order",
    swap(RETURN, "return test_images / 255.0, train_images / 255.0"),
    fails=[TRAINING, TEST, STAY],
    costs_much="Each array is in the place of the other one.",
)
known.mistake(
    "mean 0 and deviation 1",
    swap(
        RETURN,
        "mean, deviation = train_images.mean(), train_images.std()\n"
        "    return (train_images - mean) / deviation, (test_images - mean) / deviation",
    ),
    fails=[TRAINING, TEST],
    costs_much="It is another scaling than the one asked for, of both.",
)
known.mistake(
    "in place, where the array allows it",
    NUMPY,
    swap(
        RETURN,
        'train_images = np.asarray(train_images, "float32")\n'
        '    test_images = np.asarray(test_images, "float32")\n'
        "    train_images /= 255.0\n"
        "    test_images /= 255.0\n"
        "    return train_images, test_images",
    ),
    fails=[STAY],
)
known.mistake(
    "what was passed in is written over",
    swap(
        RETURN,
        "train_scaled, test_scaled = train_images / 255.0, test_images / 255.0\n"
        "    train_images[:], test_images[:] = train_scaled, test_scaled\n"
        "    return train_scaled, test_scaled",
    ),
    fails=[STAY],
)
known.mistake(
    "nothing is scaled",
    swap(RETURN, "return train_images, test_images"),
    fails=[TRAINING, TEST, STAY],
    costs_much="Nothing of what is asked for happens.",
)
known.mistake(
    "one of both returned",
    swap(RETURN, "return train_images / 255.0"),
    fails=[TRAINING, TEST, STAY],
    costs_much="It does not return what it makes of the test images.",
)
known.mistake(
    "rounded to a hundredth",
    swap(RETURN, "return (train_images / 255).round(2), (test_images / 255).round(2)"),
    fails=[TRAINING, TEST],
    costs_much="It rounds all pixels of both.",
)

known.accepted("a list of both", swap(RETURN, "return [train_images / 255, test_images / 255]"))
known.accepted(
    "times 1 / 255, in single precision",
    NUMPY,
    swap(
        RETURN,
        "factor = np.float32(1 / 255)\n"
        '    return train_images.astype("float32") * factor, np.multiply(test_images, factor)',
    ),
)
known.accepted(
    "a function of its own, and copies in place",
    swap(
        "def scale",
        "def divided(images):\n    copy = images.astype(float)\n"
        "    copy /= 255\n    return copy\n\n\ndef scale",
    ),
    swap(RETURN, "return divided(train_images), divided(test_images)"),
)
known.accepted(
    "tensors",
    TENSORFLOW,
    swap(RETURN, "return tf.cast(train_images, tf.float32) / 255, tf.divide(test_images, 255)"),
)
known.accepted(
    "a layer of Keras",
    TENSORFLOW,
    swap(
        RETURN,
        "layer = tf.keras.layers.Rescaling(1 / 255)\n"
        "    return layer(train_images), layer(test_images).numpy()",
    ),
)
known.accepted(
    "rounded to three places",
    NUMPY,
    swap(RETURN, "return (train_images / 255).round(3), np.divide(test_images, 255).round(3)"),
)
known.mistake(
    "only images with a pixel above 1",
    swap(
        RETURN,
        "return tuple(\n"
        "        images / (255.0 if images.max() > 1 else 1.0)\n"
        "        for images in (train_images, test_images)\n"
        "    )",
    ),
    fails=[TEST],
)

known.equal("tensors are as good as arrays", "*layer(test_images).numpy() -> layer(test_images)")
known.equal("more decimals are better ones", "*.round(3) -> *.round(4)")
