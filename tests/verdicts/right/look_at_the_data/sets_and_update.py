# verdict: full
# why: builds the dictionary bit by bit, with a Python set and reductions over images one at a time; a stack with a single image works alike
import numpy as np


def describe(images, labels):
    """Return a dictionary: "count", "shape", "classes", "smallest" and "largest"."""
    facts = {"count": 0, "smallest": None, "largest": None}
    for image in images:
        facts["count"] += 1
        low, high = image.min(), image.max()
        if facts["smallest"] is None or low < facts["smallest"]:
            facts["smallest"] = low
        if facts["largest"] is None or high > facts["largest"]:
            facts["largest"] = high
        facts["shape"] = image.shape
    facts |= {"classes": len({int(label) for label in labels})}
    return facts
