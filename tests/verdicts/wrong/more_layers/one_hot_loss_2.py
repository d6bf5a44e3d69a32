# verdict: less
# breaks: output "of the kind that the loss expects" and training with "the labels 0 to 9"; categorical_crossentropy wants one-hot labels, so fit raises
# keeps: new and compiled, two hidden layers with ReLU, ten softmax outputs, the metric
# why: the older tutorial used to_categorical on the labels and this loss with it
from tensorflow.keras import Sequential
from tensorflow.keras.layers import Dense, Dropout, Flatten


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    model = Sequential()
    model.add(Flatten(input_shape=(28, 28)))
    model.add(Dense(512, activation='relu'))
    model.add(Dropout(0.2))
    model.add(Dense(512, activation='relu'))
    model.add(Dropout(0.2))
    model.add(Dense(10, activation='softmax'))
    model.compile(loss='categorical_crossentropy',
                  optimizer='adam',
                  metrics=['accuracy'])
    return model
