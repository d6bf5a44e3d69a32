# verdict: less
# fails: one_by_one
# passes: keeps_about_the_share, kept_values_grow, nothing_happens_in_testing, draws_from_the_generator, values_stay
# breaks: "The chance to be kept is `keep`, **for each value by itself**, whatever happens to the others."
# keeps: one and two axes are right in every way; with three or more, shape, share, division and generator are right.
#        But all sheets of a stack lose the same places, so those values are not dropped each by itself.
# why: the student thinks of (images, neurons) and draws for the last two axes; broadcasting hides it.
# %%
import numpy as np


def dropout(values, keep, generator):
    """Return the values, each kept with the chance `keep` and divided by it, or else 0."""
    # rows and columns of the layer
    coins = generator.random(values.shape[-2:])
    factor = np.where(coins < keep, 1.0 / keep, 0.0)
    return values * factor
