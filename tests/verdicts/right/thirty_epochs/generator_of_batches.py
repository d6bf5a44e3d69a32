# verdict: full
# why: own generator of batches, with steps_per_epoch
import numpy as np
import tensorflow as tf

def batches(images, labels, size):
    while True:
        order = np.random.permutation(len(images))
        for start in range(0, len(images), size):
            rows = order[start:start + size]
            yield images[rows], labels[rows]

def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    model = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(128, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model.fit(batches(train_images, train_labels, 32), epochs=30, verbose=0,
                     steps_per_epoch=-(-len(train_images) // 32),
                     validation_data=(validation_images, validation_labels))

def best_epoch(history):
    return int(np.argmin(history["val_loss"])) + 1

def is_overfitting(history):
    b = best_epoch(history) - 1
    return history["val_loss"][-1] - history["val_loss"][b] > 0.1 and history["loss"][-1] < history["loss"][b]
