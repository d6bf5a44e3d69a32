"""Mistake: trains a batch before it predicts.

Fails: model_is_left_alone
"""

import numpy as np


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images):
    answer = int(np.argmax(class_probabilities(model, images)))
    model.train_on_batch(images[:1], np.array([answer]))
    return answer
