# verdict: full
# why: a tf.data pipeline (all images, the last small batch too), returns the dictionary; best epoch by min over numbers
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    train = tf.data.Dataset.from_tensor_slices((train_images, train_labels))
    train = train.shuffle(len(train_images)).batch(50)
    held_back = tf.data.Dataset.from_tensor_slices((validation_images, validation_labels))
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(96, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    history = network.fit(train, validation_data=held_back.batch(50), epochs=30, verbose=0)
    return history.history


def best_epoch(history):
    losses = history["val_loss"]
    return 1 + min(range(len(losses)), key=lambda place: losses[place])


def is_overfitting(history):
    best = best_epoch(history) - 1
    if history["loss"][-1] >= history["loss"][best]:
        return False
    return bool(history["val_loss"][-1] - history["val_loss"][best] > 0.1)
