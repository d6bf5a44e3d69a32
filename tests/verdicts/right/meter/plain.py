# verdict: full
# why: the plainest solution: two counters that are reset after each report
import numpy as np


def accuracies(batches, every):
    """Return the share of right images of each `every` batches, and of those left at the end."""
    reports = []
    right = 0
    seen = 0
    for number, (outputs, labels) in enumerate(batches, start=1):
        right += np.sum(np.argmax(outputs, axis=1) == labels)
        seen += len(labels)
        if number % every == 0:
            reports.append(right / seen)
            right = 0
            seen = 0
    if seen > 0:
        reports.append(right / seen)
    return reports
