# verdict: full
# why: functions reached through a dictionary that a decorator fills; the largest probability is found by recursion, no argmax anywhere
# %%
import numpy as np

TOOLS = {}


def tool(function):
    TOOLS[function.__name__] = function
    return function


# %%
@tool
def ask(network, picture):
    picture = np.expand_dims(picture, 0)
    return np.asarray(network(picture, training=False))[0]


@tool
def place_of_largest(numbers, start=0):
    if start == len(numbers) - 1:
        return start
    rest = TOOLS["place_of_largest"](numbers, start + 1)
    return start if numbers[start] >= numbers[rest] else rest


# %%
def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return TOOLS["ask"](model, images[0])


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return TOOLS["place_of_largest"](class_probabilities(model, images))
