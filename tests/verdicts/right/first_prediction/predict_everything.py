# verdict: full
# why: predicts the whole stack and keeps the first row, wasteful but correct; sorts instead of argmax
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    all_probabilities = model.predict(images)
    return all_probabilities[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    order = np.argsort(-class_probabilities(model, images), kind="stable")
    return order[0].item()


# %%
print(class_probabilities(model, test_images[:100]).round(3))
print(predicted_class(model, test_images[:100]), "and the label says", test_labels[0])
