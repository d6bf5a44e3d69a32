# verdict: full
# why: long explanations, checks of shapes and an extra text cell around a plain solution
# %% [markdown]
# ## My solution
# `predict` wants a *stack*. A stack of one picture is still a stack, so I slice (`[:1]`) and do not
# index (`[0]`), which would lose the first axis.

# %%
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,).

    Parameters
    ----------
    model : a trained Keras model; it is only asked, never trained.
    images : array of shape (count, 28, 28).

    Returns
    -------
    array of shape (10,), in the order of the classes.
    """
    stack_of_one = images[:1]
    assert stack_of_one.shape[0] == 1, "there must be at least one image"
    table = model.predict(stack_of_one, verbose=0)
    assert table.shape == (1, 10), table.shape
    return table[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`.

    The class is the *place* of the largest probability and not the probability itself.
    """
    probabilities_of_first = class_probabilities(model, images)
    place = np.argmax(probabilities_of_first)
    return int(place)


# %% [markdown]
# The network says 9, and the label says 9 as well. It is rather sure about it.
