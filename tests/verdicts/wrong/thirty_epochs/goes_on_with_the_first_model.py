# verdict: less
# fails: one_training_of_thirty_epochs
# passes: best_epoch_has_the_lowest_validation_loss, first_of_equals_is_best, overfitting_is_told_from_learning, overfitting_is_told_from_failing
# breaks: "builds a new network": trains the introduction's `model` further, which has learned already and learns more with every call
# keeps: 30 epochs in one fit with validation; best_epoch and is_overfitting are right
# why: "thirty epochs instead of five" sounded like the same model for longer
import numpy as np


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    return model.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


def best_epoch(history):
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    best = best_epoch(history) - 1
    higher = history["val_loss"][-1] - history["val_loss"][best]
    lower = history["loss"][-1] < history["loss"][best]
    return bool(higher > 0.1 and lower)
