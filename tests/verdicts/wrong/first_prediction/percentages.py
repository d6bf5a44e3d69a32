# verdict: less
# fails: probabilities_are_ten_shares
# passes: class_is_a_plain_index, class_is_the_models_choice, model_is_left_alone
# breaks: class_probabilities must return the ten probabilities the model gives; it returns percentages, which add up to 100
# keeps: predicted_class is right
# why: percent and share confused, the numbers looked nicer times 100
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    answer = model.predict(images, verbose=0)
    percentages = np.zeros(10)
    for k in range(10):
        percentages[k] = answer[0][k] * 100
        print(k, round(percentages[k], 1), "%")
    return percentages


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    percentages = class_probabilities(model, images)
    best = 0
    for k in range(10):
        if percentages[k] > percentages[best]:
            best = k
    return best
