# verdict: less
# breaks: "`image` is one image, a NumPy array without a batch's axis, already scaled as the model wants it"; "first the class that the model finds most probable"
# keeps: images with pixels from 0 to 1; the argument stays as it is
# why: divides by 255 whatever has pixels above 1; a model with a Rescaling layer, or one trained on pixels up to 255 or on standardised ones, gets nearly black images
import numpy as np


def predict_one(model, image):
    if image.max() > 1:
        image = image / 255.0
    row = model.predict(image[np.newaxis], verbose=0)[0]
    label = row.argmax()
    return int(label), float(row[label])
