# verdict: less
# fails: overfitting_is_told_from_failing
# passes: one_training_of_thirty_epochs, validates_on_the_images_held_back, returns_the_history, training_loss_falls, best_epoch_has_the_lowest_validation_loss, first_of_equals_is_best
# breaks: "while the training loss is lower ... When both losses are higher, the network fits nothing too well": looks at the validation loss alone
# keeps: train_thirty_epochs and best_epoch are right; is_overfitting where the training loss does fall
# why: stopped reading the sentence at "more than 0.1 higher"
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    history = network.fit(
        train_images,
        train_labels,
        epochs=30,
        batch_size=100,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )
    return history.history


def best_epoch(history):
    series = list(history["val_loss"])
    return series.index(min(series)) + 1


def is_overfitting(history):
    return bool(history["val_loss"][-1] - min(history["val_loss"]) > 0.1)
