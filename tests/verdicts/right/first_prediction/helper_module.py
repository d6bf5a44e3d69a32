# verdict: full
# why: the work is done by a module that an earlier cell writes with %%writefile; the prompt leaves helpers free

# %% [markdown]
# I put the shared part in a file of its own, so that I can use it in the other notebook too.

# %%
%%writefile prediction_helpers.py
import numpy as np


def only_the_first(images):
    """A stack with just one image in it: predict wants a stack."""
    return images[:1]


def answer_row(model, images):
    """The ten numbers for the first image."""
    rows = model.predict(only_the_first(images), verbose=0)
    return np.asarray(rows)[0]

# %%
import numpy as np
import prediction_helpers


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return prediction_helpers.answer_row(model, images)


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(np.argmax(prediction_helpers.answer_row(model, images)))


# %%
print(class_probabilities(model, test_images).round(3))
print(predicted_class(model, test_images), "and the label says", test_labels[0])
