# verdict: full
# why: a class serves as a namespace of static methods; the functions asked for are one-liners that call it

# %%
import numpy as np
import tensorflow as tf


class FiveOutputs:
    """Everything of this exercise, so that its names do not clash with the others."""

    COUNT = 5

    @staticmethod
    def network():
        flat = tf.keras.layers.Flatten()
        hidden = tf.keras.layers.Dense(64, "relu")
        output = tf.keras.layers.Dense(FiveOutputs.COUNT, "softmax")
        return tf.keras.Sequential([flat, hidden, output])

    @classmethod
    def attempt(cls, images, labels):
        model = cls.network()
        model.compile("adam", "sparse_categorical_crossentropy")
        try:
            model.fit(images, labels)
        except Exception as problem:
            return problem

    @staticmethod
    def needed(labels):
        return int(np.asarray(labels).max()) + 1


# %%
def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    return FiveOutputs.attempt(images, labels)


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return FiveOutputs.needed(labels)


# %%
if __name__ == "__main__":
    print(error_with_five_outputs(train_images[:500], train_labels[:500]))
    print(outputs_needed([0, 1, 1, 0]), "should be 2")
