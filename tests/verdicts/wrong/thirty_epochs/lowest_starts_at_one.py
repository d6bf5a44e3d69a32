# verdict: less
# breaks: best_epoch must find the lowest validation loss of any dictionary; where all are 1.0 or more it returns 0
# keeps: train_thirty_epochs; the other two while a validation loss is below 1
# why: started the search at 1.0, since the losses seen were smaller
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return model.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
    )


def best_epoch(history):
    best, lowest = 0, 1.0
    for number, loss in enumerate(history["val_loss"], start=1):
        if loss < lowest:
            best, lowest = number, loss
    return best


def is_overfitting(history):
    at = best_epoch(history) - 1
    more = history["val_loss"][-1] - history["val_loss"][at]
    return bool(more > 0.1 and history["loss"][-1] < history["loss"][at])
