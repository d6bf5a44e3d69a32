# verdict: less
# fails: model_is_left_alone
# breaks: "Use the model as it is; do not train it again": it fits on the notebook's training data before predicting
# keeps: shape of the probabilities and type of the answer
# why: wanted to be sure that the model is trained
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    model.fit(train_images[:1000], train_labels[:1000], epochs=1, verbose=0)
    return model.predict(images[:1], verbose=0)[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(np.argmax(class_probabilities(model, images)))
