# verdict: less
# breaks: "They must work for any model and any images": predicted_class looks at the notebook's test_images and not at its argument
# keeps: class_probabilities; predicted_class when it is called with test_images
# why: copied a line of an experiment into the function and did not replace the name
# %%
import numpy as np

# %%
# experiment
# answers = model.predict(test_images, verbose=0)
# print(answers[0], np.argmax(answers[0]))


# %%
def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    answers = model.predict(images, verbose=0)
    return answers[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    answers = model.predict(test_images, verbose=0)
    return int(np.argmax(answers[0]))
