# verdict: less
# fails: probabilities_are_ten_shares, probabilities_belong_to_the_first_image, class_is_a_plain_index, class_is_the_models_choice
# breaks: both functions crash: `predict` takes images[0] of shape (28, 28) for 28 images of 28 pixels, and no probabilities are returned
# keeps: nothing
# why: indexed with [0] before predict, and lost the axis that counts the images
import numpy as np


def class_probabilities(model, images):
    image = images[0]
    return model.predict(image)


def predicted_class(model, images):
    return np.argmax(class_probabilities(model, images))
