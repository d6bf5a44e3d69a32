# verdict: full
# why: draws for each value one of two factors, 0 or 1/keep, with generator.choice and its p; each value by itself, all chance from the generator
import numpy as np


def dropout(values, keep, generator):
    factors = generator.choice([0.0, 1.0 / keep], size=values.shape, p=[1.0 - keep, keep])
    # a product is a new array, values stays as it is
    return values * factors
