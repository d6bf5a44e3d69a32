# verdict: full
# why: copies the ten numbers one by one and finds the largest in a hand-written loop; the prompt asks only for the values
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    all_answers = model.predict(images)
    first_answer = all_answers[0]
    result = np.zeros(10)
    for i in range(10):
        result[i] = first_answer[i]
    return result


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    numbers = class_probabilities(model, images)
    best_class = 0
    best_number = numbers[0]
    for i in range(1, 10):
        if numbers[i] > best_number:
            best_number = numbers[i]
            best_class = i
    return best_class
