# verdict: less
# breaks: "They must work for any model and any images": the predictions are remembered for each model, so other images with the same model get the old answer
# keeps: both functions in the first call for a model
# why: predict is slow, so the student predicts once a model and keeps the result
# %%
import numpy as np

seen_predictions = {}


def predictions_of(model, images):
    # predict only once, it takes long
    if id(model) not in seen_predictions:
        seen_predictions[id(model)] = model.predict(images, verbose=0)
    return seen_predictions[id(model)]


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return predictions_of(model, images)[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(np.argmax(predictions_of(model, images)[0]))
