# verdict: full
# why: uses `predict_on_batch`, which returns an array at once, with an axis added by hand
import numpy as np
import tensorflow as tf


def class_probabilities(model, images):
    # predict() builds a whole data pipeline for one image; predict_on_batch does not.
    batch = np.expand_dims(np.asarray(images[0]), axis=0)
    return np.asarray(model.predict_on_batch(batch)).reshape(10)


def predicted_class(model, images):
    return int(tf.math.argmax(class_probabilities(model, images)))
