# verdict: full
# why: a dataclass that is turned into a dictionary, pure Python numbers, a Counter in place of np.unique

# %%
from collections import Counter
from dataclasses import asdict, dataclass


@dataclass
class DataDescription:
    count: int
    shape: tuple
    classes: int
    smallest: int
    largest: int


# %%
def describe(images, labels):
    """Return a dictionary: "count", "shape", "classes", "smallest" and "largest"."""
    count, *sides = images.shape
    ordered = sorted(images.ravel().tolist())  # slow, but one look gives both ends
    return asdict(
        DataDescription(
            count=count,
            shape=tuple(sides),
            classes=len(Counter(labels.tolist())),
            smallest=ordered[0],
            largest=ordered[-1],
        )
    )
