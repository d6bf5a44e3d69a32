# verdict: less
# breaks: "They must work for any model": computes relu and softmax from layers[1] and layers[2], so a model with other layers gives a wrong answer or a crash
# keeps: both functions for a model built as in the introduction
# why: wanted to do the network's sum by hand and had only the introduction's model in mind
import numpy as np


def forward_by_hand(model, image):
    hidden_weights, hidden_bias = model.layers[1].get_weights()
    output_weights, output_bias = model.layers[2].get_weights()
    flat = np.asarray(image, dtype="float32").reshape(-1)
    hidden = np.maximum(flat @ hidden_weights + hidden_bias, 0)
    values = hidden @ output_weights + output_bias
    powers = np.exp(values - values.max())
    return powers / powers.sum()


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return forward_by_hand(model, images[0])


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(np.argmax(forward_by_hand(model, images[0])))
