# verdict: full
# why: SGD with momentum, type hints, min over range with key (first of equals), a walrus
import tensorflow as tf

L = tf.keras.layers


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    held_back = (validation_images, validation_labels)
    net = tf.keras.Sequential([L.Flatten(), L.Dense(100, activation="relu"), L.Dense(10, activation="softmax")])
    net.compile(
        optimizer=tf.keras.optimizers.SGD(learning_rate=0.03, momentum=0.9),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
        metrics=["accuracy"],
    )
    return net.fit(train_images, train_labels, validation_data=held_back, epochs=30, verbose=0)


def best_epoch(history: dict) -> int:
    """Number, from 1, of the epoch where the validation loss is lowest."""
    val_loss = history["val_loss"]
    return 1 + min(range(len(val_loss)), key=val_loss.__getitem__)


def is_overfitting(history: dict) -> bool:
    """True if validation loss rose by more than 0.1 since the best epoch while loss fell."""
    at_best = (best := best_epoch(history)) - 1
    print(f"best epoch {best} of {len(history['val_loss'])}")
    rise = history["val_loss"][-1] - history["val_loss"][at_best]
    fall = history["loss"][at_best] - history["loss"][-1]
    return rise > 0.1 and fall > 0
