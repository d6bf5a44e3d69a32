# verdict: full
# why: predict_on_batch and a walrus; predict_on_batch gives the same ten numbers as predict
import logging

import numpy as np

log = logging.getLogger("first_prediction")


def class_probabilities(model, images):
    """One row of softmax output, for the first image only."""
    (row,) = model.predict_on_batch(np.asarray(images[:1]))
    return row


def predicted_class(model, images):
    """Class number with the highest probability."""
    if (largest := (row := class_probabilities(model, images)).max()) < 0.5:
        log.info("the network is not sure: %.2f", largest)
    return int(row.argmax())
