# verdict: less
# breaks: "Batches may be of different sizes, and each image counts once."
# keeps: reports after each `every` batches, the rest, the reset; right if all batches have one size
# why: took the share of each batch and then the mean of these shares
import numpy as np


def accuracies(batches, every):
    shares = [np.mean(np.argmax(outputs, axis=1) == labels) for outputs, labels in batches]
    result = []
    for i in range(0, len(shares), every):
        result.append(float(np.mean(shares[i : i + every])))
    return result
