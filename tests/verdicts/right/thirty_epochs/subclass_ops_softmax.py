# verdict: full
# why: subclass ops softmax
import numpy as np
import keras
from keras import ops

class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.flatten = keras.layers.Flatten()
        self.hidden = keras.layers.Dense(128)
        self.final = keras.layers.Dense(10)
    def call(self, x):
        return ops.softmax(self.final(ops.relu(self.hidden(self.flatten(x)))))

def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    net = Net()
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net.fit(train_images, train_labels, epochs=30, verbose=0, validation_data=(validation_images, validation_labels))

def best_epoch(history):
    return int(np.argmin(history["val_loss"])) + 1

def is_overfitting(history):
    b = best_epoch(history) - 1
    return history["val_loss"][-1] - history["val_loss"][b] > 0.1 and history["loss"][-1] < history["loss"][b]
