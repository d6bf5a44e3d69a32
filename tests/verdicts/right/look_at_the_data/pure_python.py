# verdict: full
# why: nearly without NumPy: a set for the classes and one pass over all pixels for both extremes, started with the first pixel.
# %%
def describe(images, labels):
    """Return a dictionary: "count", "shape", "classes", "smallest" and "largest"."""
    count, height, width = images.shape
    pixels = iter(images.ravel().tolist())
    low = high = next(pixels)
    for pixel in pixels:
        if pixel < low:
            low = pixel
        elif pixel > high:
            high = pixel
    return dict(
        count=count,
        shape=(height, width),
        classes=len(set(labels.tolist())),
        smallest=low,
        largest=high,
    )
