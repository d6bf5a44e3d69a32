# verdict: less
# breaks: "as an array of shape (10,)": class_probabilities returns a Python list, which has no shape
# keeps: the ten values are right; predicted_class
# why: turned everything into plain Python, because predicted_class had to be plain


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(images[:1], verbose=0)[0].tolist()


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    probabilities = class_probabilities(model, images)
    return probabilities.index(max(probabilities))
