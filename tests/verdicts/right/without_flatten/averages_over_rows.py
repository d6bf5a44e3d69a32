# verdict: full
# why: repaired without flattening: two dense layers on the rows, averaged over the 28 rows before the output, which gives ten probabilities for each image
import tensorflow as tf

Dense = tf.keras.layers.Dense


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    model = tf.keras.models.Sequential([Dense(64, "relu"), Dense(10, "softmax")])
    model.compile("rmsprop", "sparse_categorical_crossentropy")
    error = None
    try:
        model.fit(x=images, y=labels)
    except (ValueError, tf.errors.InvalidArgumentError) as problem:
        error = problem
    finally:
        print("caught:", type(error).__name__)
    return error


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    rows = tf.keras.Input((28, 28))
    columns = tf.keras.layers.Permute((2, 1))(rows)
    seen = [
        tf.keras.layers.GlobalAveragePooling1D()(Dense(64, "relu")(Dense(64, "relu")(view)))
        for view in (rows, columns)
    ]
    joined = tf.keras.layers.concatenate(seen)
    answers = Dense(10, "softmax")(joined)
    repaired = tf.keras.Model(rows, answers)
    repaired.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return repaired
