# verdict: less
# breaks: "They must work for any model and any images": images above 1 are divided by 255 before a model that wants them as they are
# keeps: right for images that lie between 0 and 1
# why: wanted to be helpful with raw images, and so does not give the model what the caller gave
import numpy as np


def class_probabilities(model, images):
    images = np.asarray(images, dtype="float32")
    if images.max() > 1:
        images = images / 255.0
    return model.predict(images[:1], verbose=0)[0]


def predicted_class(model, images):
    return int(class_probabilities(model, images).argmax())
