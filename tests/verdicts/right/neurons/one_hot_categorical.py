# verdict: full
# why: labels as zeros and ones, with the loss that belongs to them
import time
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Flatten, Dense
from tensorflow.keras.utils import to_categorical

def build_model(neurons):
    model = Sequential([
        Flatten(input_shape=(28, 28)),
        Dense(neurons, activation='relu'),
        Dense(10, activation='softmax'),
    ])
    model.compile(optimizer='adam', loss='categorical_crossentropy', metrics=['accuracy'])
    return model

def compare_widths(widths, images, labels):
    results = {}
    targets = to_categorical(labels, num_classes=10)
    for width in widths:
        model = build_model(width)
        begin = time.time()
        history = model.fit(images, targets, epochs=3)
        end = time.time()
        results[width] = {
            'loss': history.history['loss'][-1],
            'accuracy': history.history['accuracy'][-1],
            'parameters': model.count_params(),
            'seconds': end - begin,
        }
    return results
