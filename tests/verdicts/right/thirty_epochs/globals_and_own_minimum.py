# verdict: full
# why: limits in global constants, an own function for the minimum and a search for its first place
import tensorflow as tf

HOW_MANY_EPOCHS = 30
HOW_MUCH_HIGHER = 0.1


def my_minimum(numbers):
    smallest = numbers[0]
    for number in numbers:
        if number < smallest:
            smallest = number
    return smallest


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    print("training images  ", len(train_images))
    print("validation images", len(validation_images))
    network = tf.keras.models.Sequential()
    network.add(tf.keras.layers.Input((28, 28)))
    network.add(tf.keras.layers.Flatten())
    network.add(tf.keras.layers.Dense(80, activation="sigmoid"))
    network.add(tf.keras.layers.Dense(10, activation="softmax"))
    network.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    the_history = network.fit(
        train_images,
        train_labels,
        32,
        HOW_MANY_EPOCHS,
        validation_data=(validation_images, validation_labels),
    )
    return the_history


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    smallest = my_minimum(history["val_loss"])
    for i in range(len(history["val_loss"])):
        if history["val_loss"][i] == smallest:
            return i + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    smallest = my_minimum(history["val_loss"])
    index_of_best = best_epoch(history) - 1
    validation_rose = history["val_loss"][-1] - smallest > HOW_MUCH_HIGHER
    training_fell = history["loss"][-1] < history["loss"][index_of_best]
    if not validation_rose:
        return False
    if not training_fell:
        return False
    return True
