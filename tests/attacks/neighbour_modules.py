# mypy: ignore-errors
"""Changes modules, settings and the random state of a process that is shared with nobody.

Success would be another grade for its neighbour.
Verdict: first_prediction: finished, 12 points
"""

import contextlib
import gc
import os
import random
import sys

import keras
import numpy as np
import tensorflow as tf


def attack():
    print("TRIED to change Python", flush=True)
    keras.backend.set_floatx("float16")
    keras.backend.set_floatx("float32")
    tf.config.set_soft_device_placement(False)
    os.environ["KERAS_BACKEND"] = os.environ["ATTACK_LEFT"] = "attack_left"
    os.umask(0o777)
    with contextlib.suppress(OSError):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with contextlib.suppress(OSError):
        os.nice(5)
    random.seed(0)
    sys.path.insert(0, "/attack_left")
    sys.modules["attack_left"] = sys
    gc.disable()


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images, found=attack()):
    return int(np.argmax(class_probabilities(model, images)))
