# verdict: full
# why: predicts the whole stack and takes row 0; looks for the largest one with a loop in place of argmax
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    all_predictions = model.predict(images)
    first_row = all_predictions[0]
    return first_row


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    probabilities = class_probabilities(model, images)
    best_class = 0
    best_probability = probabilities[0]
    for number, probability in enumerate(probabilities):
        if probability > best_probability:
            best_class = number
            best_probability = probability
    return best_class
