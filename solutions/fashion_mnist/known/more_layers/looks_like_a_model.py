"""Mistake: an object that only looks like a model.

Costs much: there is no model to look at.

Fails: has_two_hidden_layers, hidden_layers_have_activations, output_fits_the_loss,
    reports_accuracy, classifies_unseen_images
"""


class Layer:
    units, activation = 512, "relu"


class Model:
    layers = [Layer(), Layer(), Layer()]

    def fit(self, images, labels, **_):
        return {"loss": [0.1] * 3, "accuracy": [1.0] * 3}


def build_deeper_model():
    return Model()
