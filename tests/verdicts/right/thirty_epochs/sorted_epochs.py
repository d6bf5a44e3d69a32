# verdict: full
# why: the best epoch by a stable sort of the numbers, which leaves the dictionary as it is; is_overfitting with two questions in a row
# %%
import tensorflow as tf


def network_for_long_training():
    layers = [tf.keras.layers.Flatten(), tf.keras.layers.Dense(100), tf.keras.layers.ReLU()]
    layers.append(tf.keras.layers.Dense(10, activation="softmax"))
    network = tf.keras.Sequential(layers)
    network.compile("nadam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return network


# %%
def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    options = {"epochs": 30, "verbose": 2, "shuffle": True}
    options["validation_data"] = (validation_images, validation_labels)
    return network_for_long_training().fit(train_images, train_labels, **options)


# %%
def best_epoch(history):
    numbers = range(1, len(history["val_loss"]) + 1)
    in_order = sorted(numbers, key=lambda number: history["val_loss"][number - 1])
    return in_order[0]


# %%
def is_overfitting(history):
    best = best_epoch(history) - 1
    worse_on_validation = history["val_loss"][-1] - history["val_loss"][best] > 0.1
    better_on_training = history["loss"][-1] < history["loss"][best]
    if worse_on_validation and better_on_training:
        return True
    return False
