# verdict: full
# why: takes chunks of batches from an iterator until it is empty, so the rest needs no case of its own; joins the images before it counts
from itertools import islice

import numpy as np


def accuracies(batches, every):
    reports = []
    queue = iter(batches)
    while chunk := list(islice(queue, every)):
        answers = np.concatenate([outputs.argmax(axis=1) for outputs, _ in chunk])
        truth = np.concatenate([labels for _, labels in chunk])
        reports.append(float((answers == truth).mean()))
    return reports
