# verdict: less
# breaks: "Batches may be of different sizes, and each image counts once": averages the shares of the batches
# keeps: right where all batches are of one size; number of reports, reset, the rest at the end
# why: a mean of means is taken for the mean
import numpy as np


def accuracies(batches, every):
    """Return the share of right images of each `every` batches, and of those left at the end."""
    reports = []
    shares = []
    for outputs, labels in batches:
        shares.append(np.mean(np.argmax(outputs, axis=1) == labels))
        if len(shares) == every:
            reports.append(np.mean(shares))
            shares = []
    if shares:
        reports.append(np.mean(shares))
    return reports
