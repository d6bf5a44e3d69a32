# verdict: less
# breaks: "The chance to be kept is `keep`, **for each value by itself**, whatever happens to the others"
# keeps: shape, division, keep=1, the generator, the argument
# why: always keeps exactly the wanted number of values, at places by chance; of ten values with keep=0.5 there are always five left, and a single value with keep=0.4 is always lost
import numpy as np


def dropout(values, keep, generator):
    kept_count = round(keep * values.size)
    mask = np.zeros(values.size)
    mask[generator.permutation(values.size)[:kept_count]] = 1
    return values * mask.reshape(values.shape) / keep
