# verdict: less
# breaks: "then **that** class's probability" of "a trained Keras model whose ten outputs are probabilities"
# keeps: the class is always right; the probability is right if the last layer is a Dense layer with Keras' softmax.
# why: the student looks whether the last layer has softmax as its activation, and otherwise applies it. A model that
#      ends with a layer Softmax() (or Activation("softmax") of another name) has probabilities as well, and they are
#      squashed once more: 0.99 becomes about 0.23.
# fails: gives_its_probability
# passes: takes_a_single_image, gives_the_class, image_stays
# %%
import numpy as np
import tensorflow as tf


def predict_one(model, image):
    """Return the most probable class of one image, and its probability."""
    row = model.predict(image[None], verbose=0)[0]
    last = model.layers[-1]
    is_softmax_dense = (
        isinstance(last, tf.keras.layers.Dense)
        and last.activation is tf.keras.activations.softmax
    )
    if not is_softmax_dense:
        # these are logits: make probabilities of them
        row = tf.nn.softmax(row).numpy()
    return int(np.argmax(row)), float(np.max(row))
