# verdict: full
# why: exponential decay schedule
import tensorflow as tf
import pandas as pd

def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    model = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(128, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax")])
    schedule = tf.keras.optimizers.schedules.ExponentialDecay(0.001, decay_steps=1000, decay_rate=0.95, staircase=True)
    model.compile(optimizer=tf.keras.optimizers.Adam(schedule), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model.fit(train_images, train_labels, epochs=30, verbose=0,
                     validation_data=(validation_images, validation_labels))

def best_epoch(history):
    return int(pd.Series(history["val_loss"]).idxmin()) + 1

def is_overfitting(history):
    df = pd.DataFrame(history)
    best = df["val_loss"].idxmin()
    last = df.iloc[-1]
    return last["val_loss"] - df["val_loss"][best] > 0.1 and last["loss"] < df["loss"][best]
