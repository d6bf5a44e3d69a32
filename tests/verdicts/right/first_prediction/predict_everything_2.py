# verdict: full
# why: wasteful but right: predicts the whole stack and takes the first row; .item() makes a plain int
# %%
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(images)[0, :]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return model.predict(images).argmax(axis=1)[0].item()


# %%
print(class_probabilities(model, test_images).round(3))
print(predicted_class(model, test_images), "and the label says", test_labels[0])
