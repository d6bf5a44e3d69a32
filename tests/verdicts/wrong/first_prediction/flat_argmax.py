# verdict: less
# fails: class_is_the_models_choice
# passes: probabilities_are_ten_shares, probabilities_belong_to_the_first_image, model_is_left_alone
# breaks: predicted_class is "about the first image of the stack only" and returns "a plain whole number from 0 to 9"; with many images the argmax over the whole table may be any number
# keeps: class_probabilities is right
# why: forgot that predict answers for every image, and took the argmax of the whole table
import numpy as np


def class_probabilities(model, images):
    return model.predict(images)[0]


def predicted_class(model, images):
    return int(np.argmax(model.predict(images)))
