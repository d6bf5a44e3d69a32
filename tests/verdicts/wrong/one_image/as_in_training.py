# verdict: less
# breaks: "first the class that the model finds most probable ... then **that** class's probability" (of a trained
#         model: with dropout still switched on, the answer is another one in each call).
# keeps: right, and always the same, for models of Flatten, Dense and Conv2D layers; int and float; the image stays.
# why: the call was copied from a training loop, with training=True. A model with a Dropout (or BatchNormalization)
#      layer then leaves out neurons by chance, and its answer is not what the model says.
# fails: gives_its_probability
# passes: takes_a_single_image, image_stays
# %%
import numpy as np
import tensorflow as tf


def predict_one(model, image):
    """Return the most probable class of one image, and its probability."""
    batch = tf.convert_to_tensor(image[np.newaxis, ...], dtype=tf.float32)
    # calling the model is faster than predict for a single image
    answer = model(batch, training=True).numpy()[0]
    number = int(answer.argmax())
    return number, float(answer[number])
