# verdict: full
# why: plain Python without NumPy or a metric: a list of True and False since the last report, and index(max())
class HitMeter:
    def __init__(self):
        self.hits = []

    def add(self, outputs, labels):
        for row, label in zip(outputs.tolist(), labels.tolist()):
            self.hits.append(row.index(max(row)) == label)

    def read_and_reset(self):
        share = sum(self.hits) / len(self.hits)
        self.hits = []
        return share


def accuracies(batches, every):
    """Return the share of right images of each `every` batches, and of those left at the end."""
    meter = HitMeter()
    reports = []
    position = 0
    while position < len(batches):
        outputs, labels = batches[position]
        meter.add(outputs, labels)
        position += 1
        if position % every == 0 or position == len(batches):
            reports.append(meter.read_and_reset())
    return reports
