# verdict: full
# why: keeps the probabilities in a global that is written anew on each call; ugly, but correct for any model and images
import numpy as np

probabilities_of_first = None


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    global probabilities_of_first
    only_first = np.array([images[0]])
    answers = model.predict(only_first, verbose=0)
    probabilities_of_first = answers[0]
    return probabilities_of_first


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    class_probabilities(model, images)  # fills the global
    largest = max(probabilities_of_first)
    for number in range(10):
        if probabilities_of_first[number] == largest:
            return number
