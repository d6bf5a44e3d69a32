# verdict: less
# breaks: "The chance to be kept is `keep`, **for each value by itself**"
# keeps: all chances in tenths; shape, division, the generator, the argument
# why: throws a die with ten sides for each value; with keep=0.25 the sides 0, 1 and 2 are below 2.5, so 30 % are kept, with keep=0.75 80 %
import numpy as np


def dropout(values, keep, generator):
    throws = generator.integers(0, 10, size=values.shape)
    return np.where(throws < 10 * keep, values / keep, 0.0)
