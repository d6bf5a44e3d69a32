# verdict: less
# fails: first_of_equals_is_best
# passes: one_training_of_thirty_epochs, validates_on_the_images_held_back, returns_the_history, training_loss_falls, best_epoch_has_the_lowest_validation_loss, overfitting_is_told_from_learning, overfitting_is_told_from_failing
# breaks: "of equally low ones the first counts": <= lets a later epoch of the same loss win
# keeps: train_thirty_epochs is right; best_epoch and is_overfitting are right where there are no ties
# why: wrote <= in the search for the minimum
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    nn = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    nn.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return nn.fit(
        train_images,
        train_labels,
        validation_data=(validation_images, validation_labels),
        epochs=30,
        verbose=0,
    )


def best_epoch(history):
    best, lowest = 1, history["val_loss"][0]
    for epoch, loss in enumerate(history["val_loss"], start=1):
        if loss <= lowest:
            best, lowest = epoch, loss
    return best


def is_overfitting(history):
    k = best_epoch(history) - 1
    if history["val_loss"][-1] > history["val_loss"][k] + 0.1:
        return history["loss"][-1] < history["loss"][k]
    return False
