# verdict: less
# breaks: "They must work for any model and any images": predicted_class looks for a probability above 0.5 and crashes with IndexError where the model is less sure than that
# keeps: class_probabilities; predicted_class for confident predictions
# why: thought that the winner of ten probabilities always has more than half
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(images[:1], verbose=0)[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    probabilities = class_probabilities(model, images)
    likely = np.where(probabilities > 0.5)[0]
    return int(likely[0])
