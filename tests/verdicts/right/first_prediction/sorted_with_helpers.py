# verdict: full
# why: several cells, a helper that ranks the classes with sorted, and a picture of its own; range gives plain integers
# %%
import matplotlib.pyplot as plt
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return np.array(model.predict(images[:1], verbose=0)).reshape(10)


# %%
def rank_classes(probabilities):
    """All class numbers, most likely first."""
    return sorted(range(len(probabilities)), key=lambda k: -probabilities[k])


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return rank_classes(class_probabilities(model, images))[0]


# %% [markdown]
"""
I rank all ten classes, so I can also look at the second guess of the network.
"""

# %%
first, second, *_ = rank_classes(class_probabilities(model, test_images))
print(f"first guess {CLASS_NAMES[first]}, second guess {CLASS_NAMES[second]}")
plt.bar(range(10), class_probabilities(model, test_images))
plt.show()
