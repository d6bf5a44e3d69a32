# verdict: less
# fails: overfitting_is_told_from_learning
# passes: one_training_of_thirty_epochs, validates_on_the_images_held_back, returns_the_history, training_loss_falls, best_epoch_has_the_lowest_validation_loss, first_of_equals_is_best, overfitting_is_told_from_failing
# breaks: "more than 0.1 higher": tests for ten per cent higher, a factor of 1.1
# keeps: train_thirty_epochs and best_epoch are right; is_overfitting in clear cases
# why: read 0.1 as a share, since the accuracies in this notebook are shares
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    clf = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(128, activation='relu'),
        tf.keras.layers.Dense(10, activation='softmax'),
    ])
    clf.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
    history = clf.fit(train_images, train_labels, epochs=30,
                      validation_data=(validation_images, validation_labels))
    return history


def best_epoch(history):
    return int(np.argmin(history['val_loss']) + 1)


def is_overfitting(history):
    i = best_epoch(history) - 1
    val_up = history['val_loss'][-1] > 1.1 * history['val_loss'][i]
    train_down = history['loss'][-1] < history['loss'][i]
    return bool(val_up and train_down)
