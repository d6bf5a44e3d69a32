# verdict: less
# fails: probabilities_belong_to_the_first_image
# passes: class_is_a_plain_index, class_is_the_models_choice, model_is_left_alone
# breaks: "its ten probabilities": softmax over the probabilities gives other numbers, all near 0.1, than the model gave
# keeps: predicted_class is right, since the order stays the same
# why: PyTorch habit: outputs are logits there, so one always adds a softmax
import numpy as np
import tensorflow as tf


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    logits = model.predict(images[:1], verbose=0)
    probs = tf.nn.softmax(logits, axis=1)
    return probs.numpy()[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(np.argmax(class_probabilities(model, images)))
