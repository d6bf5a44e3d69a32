# verdict: full
# why: collects columns like a data frame and turns them into rows at the end; time from datetime
from datetime import datetime

import tensorflow as tf


def build_model(neurons):
    """One hidden layer."""
    clf = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(units=neurons, activation='relu'),
        tf.keras.layers.Dense(units=10, activation='softmax'),
    ])
    clf.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
    return clf


def compare_widths(widths, images, labels):
    columns = {'loss': [], 'accuracy': [], 'parameters': [], 'seconds': []}
    for w in widths:
        clf = build_model(w)
        t = datetime.now()
        fitted = clf.fit(images, labels, epochs=3, verbose=0)
        columns['seconds'].append((datetime.now() - t).total_seconds())
        columns['loss'].append(fitted.history['loss'][-1])
        columns['accuracy'].append(fitted.history['accuracy'][-1])
        columns['parameters'].append(clf.count_params())
    rows = zip(*columns.values())
    return {w: dict(zip(columns, row)) for w, row in zip(widths, rows)}
