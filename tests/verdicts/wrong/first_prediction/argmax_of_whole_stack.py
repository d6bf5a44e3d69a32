# verdict: less
# breaks: predicted_class is about the first image only; here it is the place of the largest number in the whole stack's answer, often above 9
# keeps: class_probabilities is right; predicted_class is right for a stack of one image
# why: forgot that np.argmax without an axis counts through all rows
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    predictions = model.predict(images)
    return predictions[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    predictions = model.predict(images)
    return int(np.argmax(predictions))
