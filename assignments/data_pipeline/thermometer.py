# %% [markdown]
"""
Not every answer is a class. How warm is 15 °C in degrees Fahrenheit? The answer is a number, and
the way to it is a straight line, `f = 1.8 * c + 32`. One neuron computes just that: a weight times
its input, plus a bias. From seven pairs it can find both by itself. Write three functions.

- `train_thermometer(celsius, targets)` gets two NumPy arrays of shape `(count,)`: temperatures in
  degrees Celsius, and the same temperatures on another scale, to which a straight line leads.
  Build, compile and train a **new** Keras model with `fit`, and return it.
    - It has **one `Dense` layer with one neuron**, without an activation, and no other layer but
      perhaps an `Input`. It takes one number for each temperature: an input of the shape
      `(count, 1)`.
    - Its loss measures **how far a number is off**: the mean squared error, or the mean absolute
      error (Huber's loss and log-cosh, which lie between these two, will do as well).
    - Optimiser and number of epochs are up to you, as long as the model learns the scale: for
      temperatures from -40 to 100 °C its answers are off by **at most 5 degrees on the mean**.
      `Adam` with a learning rate of 0.1 needs some 500 epochs. The neuron has to learn its numbers
      from the pairs: the grader gives your function seven pairs of other scales than Fahrenheit,
      too, on which 0 °C is between 20 and 40 degrees.
- `read_thermometer(model, celsius)` gets such a model and one number, a temperature in degrees
  Celsius. Return **what the model answers**, as a single number (`float`), without an array or a
  list around it.
- `kind_of_task(answers)` says which kind of task a model was made for. `answers` is what a model's
  `predict` returned: a NumPy array of shape `(count, n)`, a row of `n` numbers for each example.
  Return `"classification"` if **each row is a probability distribution**: two or more numbers, none
  of them below 0, with the sum 1 (to within 0.001). Return `"regression"` otherwise.
"""

# %%
import numpy as np
import tensorflow as tf


def train_thermometer(celsius, targets):
    """Return a model of one neuron, trained to turn degrees Celsius into another scale."""
    raise NotImplementedError


def read_thermometer(model, celsius):
    """Return the model's answer to one temperature, as one number."""
    raise NotImplementedError


def kind_of_task(answers):
    """Return "classification" or "regression", by what a model answers."""
    raise NotImplementedError


# %%
# Try it: once your functions are written, remove the "# " below and run this cell.
# degrees = np.array([-40.0, -10, 0, 8, 15, 22, 38])
# thermometer = train_thermometer(degrees, 1.8 * degrees + 32)
# print(read_thermometer(thermometer, 100.0), "should be near 212")
# print(kind_of_task(np.array([[0.1, 0.9], [0.7, 0.3]])), kind_of_task(np.array([[31.2], [58.9]])))
