"""Lines of the document, pasted as they are: they work, or the message says what to change.

The document is of 2019: `docs/sources.md`.
"""

from __future__ import annotations

import pytest

from autograder.supervision.runner import Runner
from tests.pasted import assert_works_or_leads_on

pytestmark = pytest.mark.slow

IMPORTS = """
from __future__ import absolute_import, division, print_function, unicode_literals

import tensorflow as tf
from tensorflow import keras
import numpy as np
import matplotlib.pyplot as plt
print(tf.__version__)
"""
DESCRIBE = """
def describe(images, labels):
    return {"count": len(labels), "shape": images[0].shape, "classes": len(set(labels)),
            "smallest": images.min(), "largest": images.max()}
"""
SCALE = """
def scale(train_images, test_images):
    train_images = train_images / 255.0

    test_images = test_images / 255.0
    return train_images, test_images
"""
TRAIN = """
def train_and_test(train_images, train_labels, test_images, test_labels):
    model = keras.Sequential([
        keras.layers.Flatten(input_shape=(28, 28)),
        keras.layers.Dense(128, activation=tf.nn.relu),
        keras.layers.Dense(10, activation=tf.nn.softmax)
    ])
    model.compile(optimizer='adam',
                  loss='sparse_categorical_crossentropy',
                  metrics=['accuracy'])
    history = model.fit(train_images, train_labels, epochs=5)
    test_loss, test_acc = model.evaluate(test_images, test_labels)
    print('Test accuracy:', test_acc)
    train_acc = history.history['accuracy'][-1]
    return model, {"train_accuracy": train_acc, "test_accuracy": test_acc,
                   "test_loss": test_loss, "gap": train_acc - test_acc}
"""
PICTURE = """
def plot_image(i, predictions_array, true_label, img, class_names):
  predictions_array, true_label, img = predictions_array[i], true_label[i], img[i]
  plt.grid(False)
  plt.xticks([])
  plt.yticks([])

  plt.imshow(img, cmap=plt.cm.binary)

  predicted_label = np.argmax(predictions_array)
  if predicted_label == true_label:
    color = 'blue'
  else:
    color = 'red'

  plt.xlabel("{} {:2.0f}% ({})".format(class_names[predicted_label],
                                100*np.max(predictions_array),
                                class_names[true_label]),
                                color=color)
"""
BARS = """
def plot_value_array(i, predictions_array, true_label):
  predictions_array, true_label = predictions_array[i], true_label[i]
  plt.grid(False)
  plt.xticks([])
  plt.yticks([])
  thisplot = plt.bar(range(10), predictions_array, color="#777777")
  plt.ylim([0, 1])
  predicted_label = np.argmax(predictions_array)

  thisplot[predicted_label].set_color('red')
  thisplot[true_label].set_color('blue')
"""
DRAW = """
def plot_prediction(image, probabilities, true_label, class_names):
    i = 0
    predictions, test_labels, test_images = [probabilities], [true_label], [image]
    plt.figure(figsize=(6,3))
    plt.subplot(1,2,1)
    plot_image(i, predictions, test_labels, test_images, class_names)
    plt.subplot(1,2,2)
    plot_value_array(i, predictions,  test_labels)
    plt.show()
"""
CAPTION = """
def caption(predictions_array, true_label, class_names):
  predicted_label = np.argmax(predictions_array)
  return "{} {:2.0f}% ({})".format(class_names[predicted_label],
                                100*np.max(predictions_array),
                                class_names[true_label])

def caption_colour(predictions_array, true_label):
  predicted_label = np.argmax(predictions_array)
  if predicted_label == true_label:
    color = 'blue'
  else:
    color = 'red'
  return color
"""
ONE = """
def predict_one(model, img):
    img = (np.expand_dims(img,0))
    predictions_single = model.predict(img)
    prediction_result = np.argmax(predictions_single[0])
    return prediction_result, predictions_single[0][prediction_result]
"""
# What is pasted, and what the sentence must name; nothing where it works as it is.
PASTED = {
    "the first cell": ("look_at_the_data", DESCRIBE, ()),
    "scaling": ("same_scale", SCALE, ()),
    "scaling without a function": (
        "same_scale",
        "train_images = train_images / 255.0\n\ntest_images = test_images / 255.0\n",
        ("scale",),
    ),
    "network, training and test": ("train_and_test", TRAIN, ()),
    "accuracy and loss in the order of the printed line": (
        "train_and_test",
        TRAIN.replace("test_loss, test_acc =", "test_acc, test_loss ="),
        ("evaluate",),
    ),
    "the function for pictures": ("read_a_prediction", CAPTION, ()),
    "the functions for pictures and bars, joined": (
        "draw_the_prediction",
        PICTURE + BARS + DRAW.replace("plt.show()", "return plt.gcf()"),
        (),
    ),
    "a figure shown": ("draw_the_prediction", PICTURE + BARS + DRAW, ("plt.show()",)),
    "the function for pictures alone": (
        "draw_the_prediction",
        PICTURE + DRAW.replace("plt.show()", "return plt.gcf()"),
        ("plot_value_array",),
    ),
    "one image as a batch": ("one_image", ONE, ()),
    "one image without a batch": (
        "one_image",
        ONE.replace("np.expand_dims(img,0)", "img"),
        ("stack of one",),
    ),
}


@pytest.mark.parametrize("name", PASTED)
def test_what_is_pasted_works_or_leads_on(name: str, shared_runner: Runner) -> None:
    """Full marks, or a first failure whose words name what to change."""
    assert_works_or_leads_on("basic_classification", IMPORTS, PASTED[name], shared_runner)
