# verdict: less
# fails: probabilities_belong_to_the_first_image
# passes: class_is_a_plain_index, class_is_the_models_choice, model_is_left_alone
# breaks: "returns its ten probabilities": a second softmax on top of the model's own flattens them
# keeps: predicted_class (softmax keeps the order), and the shape (10,)
# why: used to models with from_logits=True, so added tf.nn.softmax by habit
import numpy as np
import tensorflow as tf


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    logits = model.predict(images[:1], verbose=0)
    return tf.nn.softmax(logits, axis=-1).numpy()[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(np.argmax(class_probabilities(model, images)))
