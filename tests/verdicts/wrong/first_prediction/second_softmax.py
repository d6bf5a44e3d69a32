# verdict: less
# fails: probabilities_belong_to_the_first_image
# passes: class_is_a_plain_index, class_is_the_models_choice, model_is_left_alone
# breaks: "returns its ten probabilities": what comes back is a softmax of the probabilities, all near 0.1
# keeps: predicted_class is right, and the shape is (10,)
# why: copied the habit of the TensorFlow tutorials, whose models end in logits
import numpy as np
import tensorflow as tf


def class_probabilities(model, images):
    logits = model.predict(images[:1], verbose=0)
    return tf.nn.softmax(logits[0]).numpy()


def predicted_class(model, images):
    return int(np.argmax(model.predict(images[:1], verbose=0)[0]))
