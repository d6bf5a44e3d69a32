"""Lines of the document, pasted as they are: they work, or the message says what to change.

The document is of TensorFlow 1: `docs/sources.md`.
"""

from __future__ import annotations

import pytest

from autograder.supervision.runner import Runner
from tests.pasted import assert_works_or_leads_on

pytestmark = pytest.mark.slow

IMPORTS = """
import tensorflow as tf
import numpy as np
from PIL import Image
"""
READER = """
from tensorflow.examples.tutorials.mnist import input_data
mnist = input_data.read_data_sets("MNIST_data/", one_hot=True) # y labels are oh-encoded

class Batches:
    def __init__(self, images, labels):
        self.train = mnist.train

    def next_batch(self, size):
        return self.train.next_batch(size)
"""
CONSTANTS = """
n_input = 784 # input layer (28x28 pixels)
n_hidden1 = 512 # 1st hidden layer
n_hidden2 = 256 # 2nd hidden layer
n_hidden3 = 128 # 3rd hidden layer
n_output = 10 # output layer (0-9 digits)
learning_rate = 1e-4
n_iterations = 1000
batch_size = 128
dropout = 0.5
"""
GRAPH = """
def build_model(hidden=(512, 256, 128), dropout=0.5, learning_rate=1e-4):
    X = tf.placeholder("float", [None, n_input])
    Y = tf.placeholder("float", [None, n_output])
    keep_prob = tf.placeholder(tf.float32)
"""
WEIGHTS = """
def build_model(hidden=(512, 256, 128), dropout=0.5, learning_rate=1e-4):
    weights = {
    'w1': tf.Variable(tf.truncated_normal([n_input, n_hidden1], stddev=0.1)),
    'w2': tf.Variable(tf.truncated_normal([n_hidden1, n_hidden2], stddev=0.1)),
    }
"""
TODAY = """
def build_model(hidden=(n_hidden1, n_hidden2, n_hidden3), dropout=dropout,
                learning_rate=learning_rate):
    X = layer = tf.keras.Input((n_input,))
    for units in hidden:
        layer = tf.keras.layers.Dense(units, activation="relu")(layer)
    layer_drop = tf.keras.layers.Dropout(dropout)(layer)
    output_layer = tf.keras.layers.Dense(n_output)(layer_drop)
    model = tf.keras.Model(X, output_layer)
    model.compile(tf.keras.optimizers.Adam(learning_rate),
                  tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    return model
"""
LINEAR = TODAY.replace(', activation="relu"', "")
UNUSED = TODAY.replace("(layer_drop)", "(layer)")
OPTIMISER = TODAY.replace("tf.keras.optimizers.Adam", "tf.train.AdamOptimizer")
BY_KEEP_PROB = """
def dropout(layer_3, keep_prob, generator):
    layer_drop = tf.nn.dropout(layer_3, keep_prob)
    return layer_drop
"""
LOOP = """
def epochs_for(iterations, count, batch_size):
    return -(-iterations // -(-count // batch_size))

def train(model, images, labels, iterations, batch_size):
    init = tf.global_variables_initializer()
    sess = tf.Session()
    sess.run(init)
    # train on mini batches
    for i in range(iterations):
        batch_x, batch_y = mnist.train.next_batch(batch_size)
        sess.run(train_step, feed_dict={X: batch_x, Y: batch_y, keep_prob:dropout})
        # print loss and accuracy (per minibatch)
        if i%100==0:
            minibatch_loss, minibatch_accuracy = sess.run(
                [cross_entropy, accuracy], feed_dict={X: batch_x, Y: batch_y, keep_prob:1.0})
"""
SESSION = LOOP.replace("    init = tf.global_variables_initializer()\n", "").replace(
    "    sess.run(init)\n", ""
)
# As it is copied: the lines of the loop's body begin where the loop does.
FLAT = LOOP.replace("        ", "    ")
JUDGED = """
def cross_entropy(output_layer, Y):
    cross_entropy = tf.reduce_mean(
        tf.nn.softmax_cross_entropy_with_logits(labels=Y, logits=output_layer))
    return cross_entropy

def accuracy(output_layer, Y):
    correct_pred = tf.equal(tf.argmax(output_layer, 1), tf.argmax(Y, 1))
    accuracy = tf.reduce_mean(tf.cast(correct_pred, tf.float32))
    return accuracy
"""
PICTURE = """
def read_picture(path):
    img = np.invert(Image.open(path).convert('L').resize((28, 28))).ravel()
    return img

def read_digit(model, path):
    img = read_picture(path)
    prediction = np.argmax(model.predict(np.array([img])), 1)
    print ("Prediction for test image:", np.squeeze(prediction))
    return np.squeeze(prediction)
"""
SCALED = PICTURE.replace("return img", "return img / 255")
PAPER = SCALED.replace(
    "    img = np.invert(Image.open(path).convert('L')",
    "    img = Image.open(path).convert('RGBA')\n"
    "    paper = Image.new('RGBA', img.size, 'white')\n"
    "    img = np.invert(Image.alpha_composite(paper, img).convert('L')",
)
# What is pasted, and what the sentence must name; nothing where it works as it is.
PASTED = {
    "the data set's reader": ("next_batch", READER, ("tf.keras.datasets",)),
    "the constants, and today's network": ("deep_network", CONSTANTS + TODAY, ()),
    "placeholders": ("deep_network", CONSTANTS + GRAPH, ("tf.placeholder", "computes at once")),
    "weights": ("deep_network", CONSTANTS + WEIGHTS, ("tf.random.truncated_normal",)),
    "layers without an activation": ("deep_network", CONSTANTS + LINEAR, ("relu",)),
    "a dropout that nothing takes": (
        "deep_network",
        CONSTANTS + UNUSED,
        ("must be computed from what it returns",),
    ),
    "the optimiser": ("deep_network", CONSTANTS + OPTIMISER, ("tf.keras.optimizers.Adam",)),
    "dropout by its old argument": (
        "dropout_by_hand",
        BY_KEEP_PROB.replace("keep_prob)\n", "keep_prob=keep_prob)\n"),
        ("`rate`, the share that is dropped",),
    ),
    "dropout by the share that is kept": (
        "dropout_by_hand",
        BY_KEEP_PROB,
        ("share to be left out",),
    ),
    "the initialiser": (
        "thousand_iterations",
        LOOP,
        ("tf.global_variables_initializer", "computes at once"),
    ),
    "the session and the loop": (
        "thousand_iterations",
        SESSION,
        ("tf.Session", "computes at once"),
    ),
    "the loop without its indentation": ("thousand_iterations", FLAT, ("loses its indentation",)),
    "loss and accuracy": ("judge_the_answers", JUDGED, ()),
    "a name of the text": (
        "judge_the_answers",
        JUDGED.replace("tf.argmax(output_layer", "tf.arg_max(output_layer"),
        ("tf.argmax",),
    ),
    "one's own picture": ("own_picture", PICTURE, ("by 255",)),
    "one's own picture, scaled": ("own_picture", SCALED, ("transparent",)),
    "one's own picture, scaled and on paper": ("own_picture", PAPER, ()),
    "the prediction of a session": (
        "own_picture",
        PAPER.replace(
            "np.argmax(model.predict(np.array([img])), 1)",
            "sess.run(tf.argmax(output_layer,1), feed_dict={X: [img]})",
        ),
        ("sess",),
    ),
}


@pytest.mark.parametrize("name", PASTED)
def test_what_is_pasted_works_or_leads_on(name: str, shared_runner: Runner) -> None:
    """Full marks, or a first failure whose words name what to change."""
    assert_works_or_leads_on("digits", IMPORTS, PASTED[name], shared_runner)
