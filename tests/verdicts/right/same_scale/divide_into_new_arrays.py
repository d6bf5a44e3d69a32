# verdict: full
# why: divides into freshly made arrays with `out=`, and returns a list of the two; the arguments are only read
import numpy as np


def scale(train_images, test_images):
    """Return both arrays with each pixel divided by 255; leave the arguments as they are."""
    results = []
    for images in (train_images, test_images):
        fresh = np.empty(images.shape, dtype=np.float64)
        np.divide(images, 255, out=fresh)
        results.append(fresh)
    return results


# %%
some = np.array([[[0, 100], [50, 200]]], dtype="uint8")
scaled, also_scaled = scale(some, some)
assert some.dtype == "uint8" and some.max() == 200, "the original must not change"
