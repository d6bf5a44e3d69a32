# verdict: full
# why: one permutation is split at two places by np.split, the validation's and the test's places first; the pairs are put in the order that the prompt asks
# %%
import numpy as np


def three_sets(images, labels, validation_count, test_count):
    """Return (images, labels) of a training, a validation and a test set."""
    mixed = np.random.permutation(len(images))
    validation, test, training = np.split(
        mixed, [validation_count, validation_count + test_count]
    )
    return tuple((images[places], labels[places]) for places in (training, validation, test))


# %%
for some_images, some_labels in three_sets(train_images[:100], train_labels[:100], 20, 30):
    print(some_images.shape, np.unique(some_labels))
