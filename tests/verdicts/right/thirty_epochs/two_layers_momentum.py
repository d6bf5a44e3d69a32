# verdict: full
# why: a functional network with logits, SGD with momentum and large batches; pure Python in the other two
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    inputs = tf.keras.Input(shape=(28, 28))
    x = tf.keras.layers.Flatten()(inputs)
    x = tf.keras.layers.Dense(128, activation="relu")(x)
    x = tf.keras.layers.Dense(64, activation="relu")(x)
    model = tf.keras.Model(inputs, tf.keras.layers.Dense(10)(x))
    model.compile(
        optimizer=tf.keras.optimizers.SGD(learning_rate=0.02, momentum=0.9),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    validation = (validation_images, validation_labels)
    return model.fit(
        x=train_images, y=train_labels, batch_size=64, epochs=30, validation_data=validation
    )


def best_epoch(history):
    lowest, best = None, None
    for epoch, loss in enumerate(history["val_loss"], start=1):
        if lowest is None or loss < lowest:
            lowest, best = loss, epoch
    return best


def is_overfitting(history):
    pairs = list(zip(history["val_loss"], history["loss"]))
    val_then, loss_then = pairs[best_epoch(history) - 1]
    val_now, loss_now = pairs[-1]
    return bool(val_now - val_then > 0.1 and loss_now < loss_then)
