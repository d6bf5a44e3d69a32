# verdict: full
# why: calls the model instead of model.predict and answers with a NumPy uint8; the prompt asks for the model's answer, and "one of NumPy's will do"
# %%
import numpy as np
import tensorflow as tf


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    only_first = tf.cast(images[:1], tf.float32)
    answer = model(only_first, training=False)
    return answer.numpy().reshape(10)


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return np.uint8(np.argmax(class_probabilities(model, images)))


# %%
print(np.uint8(3) + 1)  # a number can be small, too
