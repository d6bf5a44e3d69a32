# verdict: full
# why: builds a stack of one picture by hand and searches with a while loop; only the first image matters, so nothing is lost
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    picture = images[0]
    stack = np.zeros((1, 28, 28))
    stack[0] = picture
    answer = model.predict(stack, verbose=0)  # shape (1, 10)
    answer = answer.reshape(10)
    return answer


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    picture = images[0]
    stack = np.zeros((1, 28, 28))
    stack[0] = picture
    answer = model.predict(stack, verbose=0)
    answer = answer.reshape(10)
    biggest = max(answer)
    place = 0
    while answer[place] < biggest:
        place = place + 1
    return place
