"""Known answers of `look_at_the_data`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

SHAPE = "images.shape[1:]"
CLASSES = "len(np.unique(labels))"
ALL = [
    "counts_the_images",
    "gives_the_shape_of_one",
    "counts_the_classes",
    "finds_the_range",
]

known.mistake("sixty thousand", swap("len(images)", "60000"), fails=["counts_the_images"])
known.mistake(
    "pixels in place of images", swap("len(images)", "images.size"), fails=["counts_the_images"]
)
known.mistake(
    "the lines of one image", swap("len(images)", "len(images[0])"), fails=["counts_the_images"]
)
known.mistake("28 by 28", swap(SHAPE, "(28, 28)"), fails=["gives_the_shape_of_one"])
known.mistake("of the whole stack", swap(SHAPE, "images.shape"), fails=["gives_the_shape_of_one"])
known.mistake("of one line", swap(SHAPE, "images[0][0].shape"), fails=["gives_the_shape_of_one"])
known.mistake(
    "the width before the height",
    swap(SHAPE, "images.shape[:0:-1]"),
    fails=["gives_the_shape_of_one"],
)
known.mistake(
    "the first two lengths", swap(SHAPE, "images.shape[:2]"), fails=["gives_the_shape_of_one"]
)
known.mistake("ten classes", swap(CLASSES, "10"), fails=["counts_the_classes"])
known.mistake(
    "up to the largest label", swap(CLASSES, "int(labels.max()) + 1"), fails=["counts_the_classes"]
)
known.mistake("a class an image", swap(CLASSES, "len(labels)"), fails=["counts_the_classes"])
known.mistake(
    "the labels themselves", swap(CLASSES, "np.unique(labels)"), fails=["counts_the_classes"]
)
known.mistake(
    "the range of the first image",
    swap("images.min()", "images[0].min()"),
    swap("images.max()", "images[0].max()"),
    fails=["finds_the_range"],
)
known.mistake(
    "0 and 255",
    swap("images.min()", "0"),
    swap("images.max()", "255"),
    fails=["finds_the_range"],
)
known.mistake(
    "scaled pixels",
    swap("images.min()", "images.min() / 255"),
    swap("images.max()", "images.max() / 255"),
    fails=["finds_the_range"],
)
known.mistake(
    "the range of the labels",
    swap("images.min()", "labels.min()"),
    swap("images.max()", "labels.max()"),
    fails=["finds_the_range"],
)
known.mistake("a capital letter", swap('"count":', '"Count":'), fails=["counts_the_images"])
known.mistake(
    "printed in place of returned",
    swap("return {", "print({"),
    swap("images.max(),\n    }", "images.max(),\n    })"),
    fails=ALL,
    costs_much="It returns nothing, so nothing can be found in it.",
)
known.mistake(
    "a list of the values",
    swap("return {", "return list({"),
    swap("images.max(),\n    }", "images.max(),\n    }.values())"),
    fails=ALL,
    costs_much="It is asked for a dictionary, and what is what is nowhere in a list.",
)
known.mistake(
    "pixels taken for bytes",
    swap("images.min()", "min(255, images.min())"),
    swap("images.max()", "min(255, images.max())"),
    fails=["finds_the_range"],
)
known.mistake(
    "ten classes looked for",
    swap("len(np.unique(labels))", "sum(np.any(labels == one) for one in range(10))"),
    fails=["counts_the_classes"],
)

known.accepted(
    "a set, plain numbers and a list",
    swap("len(images)", "images.shape[0]"),
    swap(SHAPE, "list(images.shape[1:])"),
    swap(CLASSES, "len(set(labels))"),
    swap("images.min()", "int(np.min(images))"),
    swap("images.max()", "float(np.max(images))"),
)
known.accepted(
    "loops of Python",
    swap("images.min()", "min(pixel for image in images for line in image for pixel in line)"),
    swap("images.max()", "max(map(max, images.reshape(len(images), -1)))"),
)
known.accepted(
    "of the first image and of the labels",
    swap("len(images)", "len(labels)"),
    swap(SHAPE, "images[0].shape"),
    swap(CLASSES, "np.count_nonzero(np.bincount(labels))"),
)
known.accepted("more entries", swap('"count":', '"type": images.dtype, "count":'))
known.accepted(
    "TensorFlow",
    swap("import numpy as np", "import numpy as np\nimport tensorflow as tf"),
    swap("images.min()", "tf.reduce_min(images)"),
    swap("images.max()", "tf.reduce_max(images).numpy()"),
    swap(SHAPE, "np.array(images[0].shape)"),
    swap(CLASSES, "len(tf.unique(labels)[0])"),
)

known.equal(
    "numbers may be of NumPy's or TensorFlow's types",
    "*: int(min(images)) -> min(images)",
    "*: tf.reduce_max(images).numpy() -> tf.reduce_max(images)",
)
known.equal("all images have the same shape", "*: images[0] -> images[-1]")
known.equal("of all pixels, rows of any length are as good", "*reshape(-1, len(images))")
known.equal(
    "further entries are free",
    '*: "type": images.dtype -> nothing',
    '*: "type" -> "typ"',
    "*: images.dtype -> images",
)
