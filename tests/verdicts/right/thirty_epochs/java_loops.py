# verdict: full
# why: explicit loops and flags as in Java; the strict comparison keeps the first of equal losses
import tensorflow as tf

EPOCHS = 30
MARGIN = 0.1


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    network = tf.keras.Sequential()
    network.add(tf.keras.layers.Flatten())
    network.add(tf.keras.layers.Dense(256, activation="relu"))
    network.add(tf.keras.layers.Dense(10, activation="softmax"))
    network.compile(optimizer="rmsprop", loss="sparse_categorical_crossentropy")
    validation = (validation_images, validation_labels)
    result = network.fit(
        x=train_images, y=train_labels, epochs=EPOCHS, validation_data=validation, verbose=0
    )
    return result


def best_epoch(history):
    valLoss = history["val_loss"]
    bestIndex = 0
    for i in range(len(valLoss)):
        if valLoss[i] < valLoss[bestIndex]:
            bestIndex = i
    return bestIndex + 1


def is_overfitting(history):
    overfitting = False
    bestIndex = best_epoch(history) - 1
    lastIndex = len(history["val_loss"]) - 1
    if history["val_loss"][lastIndex] > history["val_loss"][bestIndex] + MARGIN:
        if history["loss"][lastIndex] < history["loss"][bestIndex]:
            overfitting = True
    return overfitting
