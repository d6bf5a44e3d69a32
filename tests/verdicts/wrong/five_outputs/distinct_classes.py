# verdict: less
# fails: counts_outputs_despite_gaps
# passes: trains_with_five_outputs, labels_are_left_alone, training_raises_the_error, error_is_returned, counts_outputs_of_lists
# breaks: "some classes may be missing": counts the classes that occur instead of going up to the largest label
# keeps: error_with_five_outputs is right; outputs_needed is right where no class is missing
# why: "one output for each class" became "as many as there are different labels"
import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    model5 = tf.keras.models.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(64, activation='relu'),
        tf.keras.layers.Dense(5, activation='softmax'),
    ])
    model5.compile(optimizer='adam',
                   loss='sparse_categorical_crossentropy',
                   metrics=['accuracy'])
    try:
        model5.fit(images, labels, epochs=5)
    except Exception as err:
        return err


def outputs_needed(labels):
    return np.unique(labels).size
