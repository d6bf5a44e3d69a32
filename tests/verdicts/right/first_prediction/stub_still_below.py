# verdict: full
# why: a copy of the stub was left below the answer: nobody means to lose an answer so, and a note says what to delete

# %%
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(images[:1], verbose=0)[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(class_probabilities(model, images).argmax())


# %%
print(class_probabilities(model, test_images).round(3))
print(predicted_class(model, test_images), "and the label says", test_labels[0])

# %%
import numpy as np


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    raise NotImplementedError


# %%
# Try it: once your functions are written, remove the "# " below and run this cell.
# print(class_probabilities(model, test_images).round(3))
# print(predicted_class(model, test_images), "and the label says", test_labels[0])
