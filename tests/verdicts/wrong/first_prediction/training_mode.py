# verdict: less
# breaks: "must work for any model" and "Use the model as it is": calls the model in training mode, so Dropout throws neurons away at random and BatchNormalization uses the batch's statistics and changes its own
# keeps: both functions for models of Flatten and Dense layers only
# why: thought training=True means "use what it learned in training"
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    first = np.asarray(images[:1], dtype="float32")
    return model(first, training=True).numpy()[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(class_probabilities(model, images).argmax())
