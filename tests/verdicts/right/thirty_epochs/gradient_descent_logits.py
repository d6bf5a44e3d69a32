# verdict: full
# why: plain gradient descent, logits with the matching loss and dropout; the best epoch by a stable sort
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    model_30 = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(64, activation='relu'),
        tf.keras.layers.Dropout(0.1),
        tf.keras.layers.Dense(10),
    ])
    model_30.compile(
        optimizer=tf.keras.optimizers.SGD(learning_rate=0.1),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=['accuracy'],
    )
    history_30 = model_30.fit(train_images, train_labels, epochs=30, verbose=0,
                              validation_data=(validation_images, validation_labels))
    return dict(history_30.history)


def best_epoch(history):
    v = history['val_loss']
    order = sorted(range(len(v)), key=v.__getitem__)  # stable: ties keep their order
    return order[0] + 1


def is_overfitting(history):
    i = best_epoch(history) - 1
    v, t = history['val_loss'], history['loss']
    return bool(v[-1] > v[i] + 0.1) and bool(t[-1] < t[i])
