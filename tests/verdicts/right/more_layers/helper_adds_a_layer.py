# verdict: full
# why: own helper adds one hidden layer to a model that it gets; first a shallow network, then the second layer, then the output
from tensorflow.keras.layers import Dense, Flatten
from tensorflow.keras.models import Sequential


def add_one_hidden_layer(some_model, how_many_neurons):
    new_layer = Dense(how_many_neurons, activation="relu")
    some_model.add(new_layer)
    return some_model


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    m = Sequential()
    m.add(Flatten())
    m = add_one_hidden_layer(m, 512)
    m = add_one_hidden_layer(m, 256)
    m.add(Dense(10, activation="softmax"))
    number_of_layers = len(m.layers)
    print("the model has", number_of_layers, "layers, two of them hidden")
    m.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    return m
