# verdict: less
# breaks: "the smallest and the largest pixel of **all** images together" ("a NumPy array of whole numbers"; "with other pixels")
# keeps: everything while some pixel is at most 255
# why: starts the search for the smallest pixel at 255, so 16-bit images whose pixels are from 300 to 4000 are said to have 255 as the smallest
import numpy as np


def describe(images, labels):
    smallest, largest = 255, 0
    for image in images:
        smallest = min(smallest, int(image.min()))
        largest = max(largest, int(image.max()))
    count, height, width = images.shape
    return {
        "count": count,
        "shape": (height, width),
        "classes": len(set(labels.tolist())),
        "smallest": smallest,
        "largest": largest,
    }
