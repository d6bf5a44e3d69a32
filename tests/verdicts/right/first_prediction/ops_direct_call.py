# verdict: full
# why: calls the model directly (no predict) and works with keras.ops; the prompt only wants the model's answer
import keras
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    answer = model(keras.ops.convert_to_tensor(images[:1]), training=False)
    return keras.ops.convert_to_numpy(keras.ops.reshape(answer, (-1,)))


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    answer = model(keras.ops.convert_to_tensor(images[:1]), training=False)
    return keras.ops.convert_to_numpy(keras.ops.argmax(answer[0])).item()
