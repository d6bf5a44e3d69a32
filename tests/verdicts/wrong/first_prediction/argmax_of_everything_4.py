# verdict: less
# breaks: "both are about the **first** image of the stack only"
# keeps: class_probabilities is right; predicted_class is right when the stack has a single image
# why: thought that argmax of what predict returns gives the class of the first image
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    predictions = model.predict(images, verbose=0)
    return predictions[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    predictions = model.predict(images, verbose=0)
    return int(np.argmax(predictions))
