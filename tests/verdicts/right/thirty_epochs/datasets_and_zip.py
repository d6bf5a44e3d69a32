# verdict: full
# why: training and validation come as tf.data datasets; the epochs are numbered by enumerate from 1 and the pairs (training, validation) zipped
import tensorflow as tf


def batches(images, labels, mix):
    data = tf.data.Dataset.from_tensor_slices((images, labels))
    if mix:
        data = data.shuffle(len(labels))
    return data.batch(64)


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    model = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(100, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model.fit(
        batches(train_images, train_labels, True),
        epochs=30,
        validation_data=batches(validation_images, validation_labels, False),
        verbose=0,
    )


def best_epoch(history):
    number, _ = min(enumerate(history["val_loss"], start=1), key=lambda pair: pair[1])
    return number


def is_overfitting(history):
    epochs = list(zip(history["loss"], history["val_loss"]))
    best_loss, best_val = epochs[best_epoch(history) - 1]
    last_loss, last_val = epochs[-1]
    return bool(last_val - best_val > 0.1 and last_loss < best_loss)
