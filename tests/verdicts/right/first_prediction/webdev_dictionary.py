# verdict: full
# why: sorts a dictionary class -> probability; odd, yet the first key is the class with the largest probability
def class_probabilities(model, images):
    response = model.predict(images[:1], verbose=0)
    payload = response[0]
    return payload


def predicted_class(model, images):
    scores = {k: float(v) for k, v in enumerate(class_probabilities(model, images))}
    ranking = sorted(scores, key=lambda k: -scores[k])
    return ranking[0]


# %%
# CLASS_NAMES[predicted_class(model, test_images)]
