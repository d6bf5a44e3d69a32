# verdict: less
# fails: labels_are_left_alone
# passes: trains_with_five_outputs, counts_outputs, counts_outputs_despite_gaps, counts_outputs_of_lists
# breaks: "calls fit with all the images and labels as they are": the labels are made one-hot, and the error is about shapes instead of the label out of range
# keeps: outputs_needed is right; an exception object is returned, though another one
# why: learned elsewhere that classes must be one-hot before training
import numpy as np
import tensorflow as tf
from tensorflow.keras.utils import to_categorical


def error_with_five_outputs(images, labels):
    y = to_categorical(labels, num_classes=10)
    clf = tf.keras.Sequential()
    clf.add(tf.keras.layers.Flatten())
    clf.add(tf.keras.layers.Dense(64, activation="relu"))
    clf.add(tf.keras.layers.Dense(5, activation="softmax"))
    clf.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        clf.fit(images, y, epochs=1, verbose=0)
    except Exception as e:
        return e


def outputs_needed(labels):
    return int(np.max(np.array(labels))) + 1
