# mypy: ignore-errors
"""Starts TensorFlow's own servers, which listen on the network from C++.

It prints TOOK for each that was started.
Verdict: first_prediction: finished or crashed or timed out, at most 12 points
"""

import numpy as np
import tensorflow as tf


def attack():
    ways = {
        "tf.distribute.Server": lambda: tf.distribute.Server.create_local_server(),
        "tf.data.experimental.service": lambda: tf.data.experimental.service.DispatchServer(),
    }
    for name, way in ways.items():
        print("TRIED", name, flush=True)
        try:
            way()
        except Exception as error:
            print("refused", type(error).__name__, flush=True)
        else:
            print("TOOK", name, flush=True)


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images, found=attack()):
    return int(np.argmax(class_probabilities(model, images)))
