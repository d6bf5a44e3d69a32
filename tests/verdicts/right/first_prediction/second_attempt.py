# verdict: full
# why: a first attempt and a failing try cell stay in the notebook; the later definitions replace them and are right

# %%
import numpy as np


def class_probabilities(model, images):
    """First attempt: one image only."""
    return model.predict(images[0])


def predicted_class(model, images):
    return class_probabilities(model, images).argmax()


# %%
# this one gives an error, something about 784
class_probabilities(model, test_images)

# %% [markdown]
# predict wants a stack even for one image. `images[0:1]` keeps the first axis!

# %%
print(test_images[0].shape, test_images[0:1].shape)

# %%
def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    answer = model.predict(images[0:1])
    return answer[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(class_probabilities(model, images).argmax())


# %%
predicted_class(model, test_images)

# %%
print(CLASS_NAMES[predicted_class(model, test_images)], "/", CLASS_NAMES[test_labels[0]])
