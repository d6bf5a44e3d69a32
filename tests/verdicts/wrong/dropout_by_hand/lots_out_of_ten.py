# verdict: less
# breaks: "The chance to be kept is `keep`, **for each value by itself**"
# keeps: shape, division by keep, the generator, keep=1, values untouched; right for 0.1, 0.2, ... 1
# why: drew lots with the numbers 0 to 9, so a chance of 0.25 becomes 0.3 and one of 0.95 becomes 1
import numpy as np


def dropout(values, keep, generator):
    # with keep=0.5 the lots 0, 1, 2, 3, 4 win
    lots = generator.integers(0, 10, size=values.shape)
    wins = lots < keep * 10
    return np.where(wins, values / keep, 0.0)
