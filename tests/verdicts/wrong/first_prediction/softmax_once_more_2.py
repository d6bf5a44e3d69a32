# verdict: less
# breaks: class_probabilities must return the model's ten probabilities; a second softmax makes them almost equal numbers
# keeps: predicted_class is right (the largest stays the largest), the shape is right
# why: the tutorial adds a Softmax layer to make a "probability_model", but its network gives logits and this one gives probabilities
import numpy as np
import tensorflow as tf


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    probability_model = tf.keras.Sequential([model,
                                             tf.keras.layers.Softmax()])
    predictions = probability_model.predict(images[:1])
    return predictions[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return np.argmax(model.predict(images[:1])[0])
