# verdict: less
# breaks: "Use the model as it is; do not train it again"; class_probabilities trains one more epoch first, which changes the model
# keeps: shape and kind of both answers; predicted_class, called on its own, is right
# why: thought that a model must be fitted in the same function before it can predict
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    model.fit(train_images[:1000], train_labels[:1000], epochs=1, verbose=0)
    probs = model.predict(images[:1], verbose=0)
    return probs[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    probs = model.predict(images[:1], verbose=0)
    return int(np.argmax(probs[0]))
