# verdict: full
# why: a decorator at top level fills a dictionary, and the functions asked for look their work up in it

# %%
import numpy as np

QUESTIONS = {}


def question(name):
    """Note a function under a name, so that I can ask for it later."""

    def note(function):
        QUESTIONS[name] = function
        return function

    return note


# %%
@question("probabilities")
def ask_probabilities(model, images):
    return model.predict(np.expand_dims(images[0], axis=0), verbose=0)[0]


@question("class")
def ask_class(model, images):
    ranking = np.argsort(QUESTIONS["probabilities"](model, images))
    return int(ranking[-1])


# %%
def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return QUESTIONS["probabilities"](model, images)


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return QUESTIONS["class"](model, images)


# %%
for name in QUESTIONS:
    print(name, QUESTIONS[name](model, test_images))
