# verdict: less
# breaks: "among all images since the last report, and of these only": the meter is never reset
# keeps: the first report, the number of reports, batches left at the end
# why: the reset after the report is forgotten
import numpy as np


def accuracies(batches, every):
    """Return the share of right images of each `every` batches, and of those left at the end."""
    right, seen = 0, 0
    reports = []
    for i in range(len(batches)):
        outputs, labels = batches[i]
        right += (outputs.argmax(axis=1) == labels).sum()
        seen += labels.shape[0]
        if (i + 1) % every == 0:
            reports.append(right / seen)
    if len(batches) % every != 0:
        reports.append(right / seen)
    return reports
