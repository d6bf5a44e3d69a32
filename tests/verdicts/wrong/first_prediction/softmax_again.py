# verdict: less
# breaks: "class_probabilities returns its ten probabilities": a second softmax over probabilities makes them nearly equal (about 0.09 and 0.23)
# keeps: predicted_class is right; the array has shape (10,) and adds up to 1
# why: believed that predict gives raw values, as in the tutorials that use from_logits
import numpy as np
import tensorflow as tf


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    outputs = model.predict(images[:1], verbose=0)
    return tf.nn.softmax(outputs, axis=-1).numpy()[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return np.argmax(class_probabilities(model, images))
