# verdict: full
# why: predicts the whole stack and keeps the first row; a loop finds the largest; an unused plotting helper besides

# %%
%matplotlib inline

# %%
def bars_of_first(model, images):
    plt.bar(range(10), class_probabilities(model, images))
    plt.xticks(range(10), CLASS_NAMES, rotation=90)
    plt.show()


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    everything = model.predict(images)
    return everything[0, :]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    best, highest = 0, -1.0
    for number, probability in enumerate(class_probabilities(model, images)):
        if probability > highest:
            best, highest = number, probability
    return best


# %%
bars_of_first(model, test_images[:20])
