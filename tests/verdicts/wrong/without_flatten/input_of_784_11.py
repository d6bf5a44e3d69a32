# verdict: less
# breaks: "The network that is to fail must get the square images: ... no `Input` of 784"; declares 784 inputs, so another error appears
# keeps: build_repaired_model is right; an exception is caught and returned
# why: an older tutorial begins its network with input_shape=(784,)
from tensorflow.keras.layers import Dense, Flatten
from tensorflow.keras.models import Sequential


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    net = Sequential()
    net.add(Dense(64, activation='relu', input_shape=(784,)))
    net.add(Dense(10, activation='softmax'))
    net.compile(loss='sparse_categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
    try:
        net.fit(images, labels, epochs=1, verbose=0)
    except Exception as e:
        return e


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    net = Sequential()
    net.add(Flatten(input_shape=(28, 28)))
    net.add(Dense(64, activation='relu'))
    net.add(Dense(10, activation='softmax'))
    net.compile(loss='sparse_categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
    return net
