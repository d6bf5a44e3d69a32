# verdict: full
# why: predicts the whole stack and finds the largest with Python's max and a key; the prompt asks only for the first image's answer


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    everything = model.predict(images, batch_size=256, verbose=0)
    return everything[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    chances = class_probabilities(model, images)
    return max(range(len(chances)), key=lambda number: chances[number])
