# verdict: less
# breaks: the ten probabilities that the model gives, "use the model as it is": with training=True dropout stays active (and batch normalisation uses and updates the batch), so a model with such layers gives other, changing numbers
# keeps: both functions for models of Flatten and Dense only; the shapes and types
# why: took training=True to mean "the trained model"
# %%
import numpy as np
import tensorflow as tf


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    first = tf.convert_to_tensor(images[:1], dtype=tf.float32)
    # training=True: the network has been trained already
    return model(first, training=True).numpy()[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(np.argmax(class_probabilities(model, images)))
