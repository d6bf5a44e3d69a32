# verdict: less
# fails: class_is_a_plain_index
# passes: probabilities_are_ten_shares, probabilities_belong_to_the_first_image, model_is_left_alone
# breaks: predicted_class must return "a plain whole number from 0 to 9"; this returns the name of the class
# keeps: class_probabilities is right
# why: thought that the answer of the network is "Ankle boot"
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(images[:1], verbose=0)[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    names = ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat",
             "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"]
    index = int(np.argmax(class_probabilities(model, images)))
    return names[index]
