# verdict: less
# fails: probabilities_belong_to_the_first_image, class_is_the_models_choice
# passes: class_is_a_plain_index, model_is_left_alone
# breaks: "They must work for any model and any images": the functions look at test_images whatever they are given
# keeps: right only where the images happen to be test_images
# why: wrote the functions from a cell that had worked with test_images and forgot to rename
import numpy as np


def class_probabilities(model, images):
    predictions = model.predict(test_images[:1], verbose=0)
    return predictions[0]


def predicted_class(model, images):
    predictions = model.predict(test_images[:1], verbose=0)
    return int(np.argmax(predictions[0]))
