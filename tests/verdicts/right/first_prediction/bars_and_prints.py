# verdict: full
# why: plots and prints on every call and uses plt and CLASS_NAMES of the introduction; the notebook allows plots, the values are right
# %%
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    print("shape of the images:", images.shape)
    prediction = model.predict(images, verbose=1)
    print("shape of the prediction:", prediction.shape)
    probs = prediction[0]
    print("probabilities of the first image:", probs)
    plt.figure(figsize=(6, 2))
    plt.bar(range(10), probs)
    plt.xticks(range(10), CLASS_NAMES, rotation=90)
    plt.title("first image")
    plt.show()
    plt.close()
    return probs


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    probs = class_probabilities(model, images)
    answer = list(probs).index(max(probs))
    print("The network says", answer, "which is", CLASS_NAMES[answer])
    return answer


# %%
print(class_probabilities(model, test_images[:20]).round(3))
print(predicted_class(model, test_images[:20]), "and the label says", test_labels[0])
