# verdict: less
# breaks: "They must work for any model and any images"; both look at the notebook's test_images, whatever images they get
# keeps: right for the first test image of the notebook; shape and kind of the answers are right
# why: moved cells that worked at top level into the functions and did not rename the images
# %%
import numpy as np

first = test_images[:1]
predictions = model.predict(first, verbose=0)
print(predictions.shape, predictions[0].round(3))


# %%
def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    predictions = model.predict(first, verbose=0)
    return predictions[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return class_probabilities(model, images).argmax()


# %%
print(predicted_class(model, test_images), "and the label says", test_labels[0])
