# verdict: less
# fails: probabilities_belong_to_the_first_image
# passes: class_is_a_plain_index, class_is_the_models_choice, model_is_left_alone
# breaks: "They must work for any model and any images": class_probabilities ignores its images and asks about the global test_images
# keeps: predicted_class is right
# why: wrong variable, test_images was copied from the introduction
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    probabilities = model.predict(test_images[:10], verbose=0)
    first = probabilities[0]
    print(first)
    return first


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    probabilities = model.predict(images[:10], verbose=0)
    first = probabilities[0]
    return int(first.argmax())
