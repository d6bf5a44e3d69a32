# verdict: full
# why: a decorator of the student's own cuts the stack to its first image and hands the functions a vector; signatures stay as given
# %%
import functools

import numpy as np


def about_the_first_image(function):
    @functools.wraps(function)
    def wrapper(model, images):
        answers = model.predict_on_batch(np.asarray(images)[:1])
        return function(model, np.ravel(answers))

    return wrapper


# %%
@about_the_first_image
def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return images  # the decorator has already put the answers in their place


@about_the_first_image
def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    best = 0
    for candidate in range(1, 10):
        if images[candidate] > images[best]:
            best = candidate
    return best


# %%
print(class_probabilities(model, test_images).round(3))
print(predicted_class(model, test_images), "and the label says", test_labels[0])
