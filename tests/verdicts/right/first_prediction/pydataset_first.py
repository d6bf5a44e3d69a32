# verdict: full
# why: feeds predict with an own PyDataset of a single batch; the way to the model is free
import numpy as np
import tensorflow as tf


class SingleImage(tf.keras.utils.PyDataset):
    def __init__(self, image, **kwargs):
        super().__init__(**kwargs)
        self.image = image

    def __len__(self):
        return 1

    def __getitem__(self, index):
        return (self.image[np.newaxis].astype("float32"),)


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(SingleImage(np.asarray(images)[0]), verbose=0)[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    label, _ = max(enumerate(class_probabilities(model, images)), key=lambda pair: pair[1])
    return label
