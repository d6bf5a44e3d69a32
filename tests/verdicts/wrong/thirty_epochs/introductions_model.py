# verdict: less
# fails: one_training_of_thirty_epochs
# passes: validates_on_the_images_held_back, returns_the_history, best_epoch_has_the_lowest_validation_loss, first_of_equals_is_best, overfitting_is_told_from_learning, overfitting_is_told_from_failing
# why: trains the introduction's model on, which is not new
import numpy as np


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    return model.fit(train_images, train_labels, epochs=30, validation_data=(validation_images, validation_labels), verbose=0)


def best_epoch(history):
    return int(np.argmin(history['val_loss'])) + 1


def is_overfitting(history):
    best = best_epoch(history) - 1
    return history['val_loss'][-1] - history['val_loss'][best] > 0.1 and history['loss'][-1] < history['loss'][best]
