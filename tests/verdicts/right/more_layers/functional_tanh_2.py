# verdict: full
# why: functional style, tanh instead of ReLU and narrow layers; the prompt asks only for an activation function and gives the widths as an example
import tensorflow as tf
from tensorflow.keras import Input, Model
from tensorflow.keras.layers import Dense, Flatten


def build_deeper_model():
    pixels = Input((28, 28), name="pixels")
    h = Flatten()(pixels)
    h = Dense(120, activation="tanh", name="first")(h)
    h = Dense(60, activation="tanh", name="second")(h)
    answer = Dense(10, activation="softmax", name="answer")(h)
    net = Model(inputs=pixels, outputs=answer, name="tanh_net")
    net.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return net
