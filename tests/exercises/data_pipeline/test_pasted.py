"""Lines of the document, pasted as its copies have them: they work, or the message leads on.

The document is of 2019 and for TensorFlow 1; its copies have cells whose lines were joined:
`docs/sources.md`.
"""

from __future__ import annotations

import pytest

from autograder.supervision.runner import Runner
from tests.pasted import assert_works_or_leads_on

pytestmark = pytest.mark.slow

IMPORTS = """
from __future__ import absolute_import, division, print_function, unicode_literals
import math
import numpy as np
import matplotlib.pyplot as plt
import tensorflow as tf
print(tf.__version__)
"""
NORMALIZE = """
def normalize(images, labels):
  images = tf.cast(images, tf.float32)
  images /= 255
  return images, labels
"""
MAPPED = """
def normalize_dataset(dataset):
  return dataset.map(normalize)
"""
ONE_LINE = (
    "def normalize(images, labels):   images = tf.cast(images, tf.float32)   images /= 255"
    "   return images, labels\n"
)
BATCHES = """
def training_batches(train_dataset, num_train_examples, BATCH_SIZE):
  train_dataset = train_dataset.repeat().shuffle(num_train_examples).batch(BATCH_SIZE)
  return train_dataset
"""
STEPS = """
def steps_per_epoch(num_train_examples, BATCH_SIZE):
  return math.ceil(num_train_examples/BATCH_SIZE)
"""
METADATA = """
def steps_per_epoch(count, BATCH_SIZE):
  num_train_examples = metadata.splits['train'].num_examples
  return math.ceil(num_train_examples/BATCH_SIZE)
"""
LOAD = """
def training_batches(dataset, count, batch_size):
  import tensorflow_datasets as tfds
  dataset, metadata = tfds.load('fashion_mnist', as_supervised=True, with_info=True)
  return dataset['train'].repeat().shuffle(count).batch(batch_size)
"""
MODEL = """
def experiment(images, labels, epochs=5, neurons=(128,), scaled=True):
  tf.logging.set_verbosity(tf.logging.ERROR)
  images = images / 255.0 if scaled else images
  model = tf.keras.Sequential([
      tf.keras.layers.Flatten(input_shape=(28, 28, 1)),
      *[tf.keras.layers.Dense(width, activation=tf.nn.relu) for width in neurons],
      tf.keras.layers.Dense(10, activation=tf.nn.softmax)
  ])
  model.compile(optimizer='adam',
                loss='sparse_categorical_crossentropy',
                metrics=['accuracy'])
  history = model.fit(images[..., None], labels, epochs=epochs)
  return history.history
"""
LOGGING = "  tf.logging.set_verbosity(tf.logging.ERROR)\n"
EAGER = "  tf.enable_eager_execution()\n"
PROGRESS = "  import tqdm.auto\n  tqdm.tqdm = tqdm.auto.tqdm\n"
PIPELINE = """  BATCH_SIZE = 32
  train_dataset = tf.data.Dataset.from_tensor_slices((images[..., None], labels))
  train_dataset = train_dataset.repeat().shuffle(len(images)).batch(BATCH_SIZE)
  history = model.fit(train_dataset, epochs=epochs, steps_per_epoch=math.ceil(len(images)/32))
"""
FIT = "  history = model.fit(images[..., None], labels, epochs=epochs)\n"
ACC = "  print(history.history['acc'])\n"
FUNCTIONS = """
def relu(values):
  return tf.nn.relu(values)

def softmax(values):
  return tf.nn.softmax(values)
"""
SETS = """
def three_sets(images, labels, validation_count, test_count):
  dataset = tf.data.Dataset.from_tensor_slices((images, labels))
  train_dataset, test_dataset = dataset['train'], dataset['test']
  return train_dataset, train_dataset, test_dataset
"""
THERMOMETER = """
def train_thermometer(celsius, fahrenheit):
  model = tf.keras.Sequential([
      tf.keras.layers.Dense(units=1, input_shape=[1])
  ])
  model.compile(loss='mean_squared_error', optimizer=tf.keras.optimizers.Adam(0.1))
  model.fit(celsius, fahrenheit, epochs=500, verbose=False)
  return model

def read_thermometer(model, degrees):
  return model.predict(np.array([degrees]))[0][0]

def kind_of_task(answers):
  sums = np.sum(answers, axis=1)
  is_shares = answers.shape[1] > 1 and np.min(answers) >= 0 and np.allclose(sums, 1, atol=1e-3)
  return "classification" if is_shares else "regression"
"""
# What is pasted, and what the sentence must name; nothing where it works as it is.
PASTED = {
    "normalising": ("normalised_dataset", NORMALIZE + MAPPED, ()),
    "normalising in one line": (
        "normalised_dataset",
        ONE_LINE + MAPPED,
        ("line breaks",),
    ),
    "the comment at the lost line break": (
        "normalised_dataset",
        NORMALIZE + "# метод map применяет функцию нормализации " + MAPPED.replace("\n", " "),
        ("normalize_dataset",),
    ),
    "repeat, shuffle, batch": ("endless_batches", BATCHES + STEPS, ()),
    "examples counted by metadata": ("endless_batches", BATCHES + METADATA, ("metadata",)),
    "data by `tensorflow_datasets`": (
        "endless_batches",
        LOAD + STEPS,
        ("tensorflow_datasets", "dataset"),
    ),
    "installing a package": (
        "endless_batches",
        "!pip install -U tensorflow_datasets\n" + BATCHES + STEPS,
        (),
    ),
    "functions of TensorFlow": ("relu_and_softmax", FUNCTIONS, ()),
    "the two sets of a dictionary": ("three_sets", SETS, ("dataset",)),
    "the network": ("experiment", MODEL.replace(LOGGING, ""), ()),
    "the lesson's pipeline": (
        "experiment",
        MODEL.replace(LOGGING, "").replace(FIT, PIPELINE),
        (),
    ),
    "old logging": ("experiment", MODEL, ("tf.get_logger",)),
    "eager execution": (
        "experiment",
        MODEL.replace(LOGGING, EAGER),
        ("computes at once",),
    ),
    "a progress bar": ("experiment", MODEL.replace(LOGGING, PROGRESS), ()),
    "an accuracy called acc": (
        "experiment",
        MODEL.replace(LOGGING, "").replace("  return", ACC + "  return"),
        ("accuracy",),
    ),
    "the lesson before": ("thermometer", THERMOMETER, ()),
    "a neuron without its input": (
        "thermometer",
        THERMOMETER.replace(", input_shape=[1]", ""),
        ("Input((1,))",),
    ),
}


@pytest.mark.parametrize("name", PASTED)
def test_what_is_pasted_works_or_leads_on(name: str, shared_runner: Runner) -> None:
    """Full marks, or a first failure whose words name what to change."""
    assert_works_or_leads_on("data_pipeline", IMPORTS, PASTED[name], shared_runner)
