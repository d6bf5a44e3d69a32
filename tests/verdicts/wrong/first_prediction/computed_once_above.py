# verdict: less
# fails: probabilities_belong_to_the_first_image, class_is_the_models_choice
# breaks: "They must work for any model and any images": both answer from a table made once from the introduction's model
# keeps: shapes and types of the answers are right; correct only for the introduction's own model and test images
# why: computed everything in a set-up cell, to be fast, and forgot the arguments

# %%
import numpy as np

all_probabilities = model.predict(test_images, verbose=0)
all_answers = np.argmax(all_probabilities, axis=1)

# %%
def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return all_probabilities[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(all_answers[0])


# %%
print(class_probabilities(model, test_images).round(3))
print(predicted_class(model, test_images), "and the label says", test_labels[0])
