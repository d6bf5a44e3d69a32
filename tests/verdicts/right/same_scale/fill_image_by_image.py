# verdict: full
# why: fills a new array of zeros image by image in a loop; slow but the same numbers
import numpy as np


def scale(train_images, test_images):
    """Return both arrays with each pixel divided by 255; leave the arguments as they are."""
    scaled_train = np.zeros(train_images.shape, dtype=float)
    for i in range(len(train_images)):
        scaled_train[i] = np.true_divide(train_images[i], 255)

    scaled_test = np.zeros(test_images.shape, dtype=float)
    for i in range(len(test_images)):
        scaled_test[i] = np.true_divide(test_images[i], 255)

    return (scaled_train, scaled_test)
