# verdict: less
# breaks: "After each `every` of them, report" and "If batches are left at the end that were in no report, report these in the same way."
# keeps: shares, sizes and the reset; right for each list whose last batch occurs in it only once
# why: the student recognises the end by "batch is batches[-1]"; if the same pair is in the list several times each of its places counts as the end, and reports come too early
# fails: reports_the_rest
# passes: counts_right_answers, starts_again, weighs_by_images
# %%
import numpy as np


def accuracies(batches, every):
    """Return the share of right images of each `every` batches, and of those left at the end."""
    reports = []
    waiting = []
    for number, batch in enumerate(batches):
        outputs, labels = batch
        waiting.append(np.argmax(outputs, axis=1) == labels)
        if (number + 1) % every == 0 or batch is batches[-1]:
            reports.append(float(np.concatenate(waiting).mean()))
            waiting = []
    return reports
