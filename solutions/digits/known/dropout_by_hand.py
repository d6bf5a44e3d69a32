"""Known answers of `dropout_by_hand`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

SHARE, GROW, ALONE, TESTING, GENERATOR, STAY = (
    "keeps_about_the_share",
    "kept_values_grow",
    "one_by_one",
    "nothing_happens_in_testing",
    "draws_from_the_generator",
    "values_stay",
)
DRAW = "is_kept = generator.random(values.shape) < keep"
RETURN = "return np.where(is_kept, values / keep, 0.0)"

known.mistake(
    "the share that is left out",
    swap("< keep", "> keep"),
    fails=[SHARE, TESTING],
)
known.mistake(
    "a half, whatever is asked for",
    swap("< keep", "< 0.5"),
    fails=[SHARE, TESTING],
)
known.mistake("kept as they are", swap("values / keep", "values"), fails=[GROW])
known.mistake(
    "divided by what is left out",
    swap("values / keep", "values / max(1 - keep, 0.1)"),
    fails=[GROW, TESTING],
)
known.mistake("multiplied", swap("values / keep", "values * keep"), fails=[GROW])
known.mistake("ones in place of values", swap("values / keep", "1 / keep"), fails=[GROW, TESTING])
known.mistake(
    "whole columns",
    swap("random(values.shape)", "random(values.shape[-1])"),
    fails=[ALONE],
)
known.mistake(
    "whole rows",
    swap("random(values.shape)", "random((len(values),) + (1,) * (values.ndim - 1))"),
    fails=[ALONE],
)
known.mistake(
    "one draw for two values that are side by side",
    swap(
        "generator.random(values.shape)",
        "generator.random(-(-values.size // 2)).repeat(2)[: values.size].reshape(values.shape)",
    ),
    fails=[ALONE],
)
known.mistake(
    "the same draws for both halves of each row",
    swap(
        "generator.random(values.shape)",
        "np.resize(generator.random((len(values), values.size // len(values) // 2)).T,"
        " values.T.shape).T",
    ),
    fails=[ALONE],
)
known.mistake(
    "as many as the share says, to the last one",
    swap(
        DRAW,
        "places = generator.permutation(values.size)[: round(keep * values.size)]\n"
        "    is_kept = np.zeros(values.size, bool)\n"
        "    is_kept[places] = True\n"
        "    is_kept = is_kept.reshape(values.shape)",
    ),
    fails=[ALONE],
)
known.mistake(
    "nothing returned in testing",
    swap(
        f"    {DRAW}\n    {RETURN}",
        f"    if keep < 1:\n        {DRAW}\n        {RETURN}",
    ),
    fails=[TESTING],
)
known.mistake(
    "noise in place of zeros",
    swap(RETURN, "return np.where(is_kept, values / keep, generator.normal(0, 0.1, values.shape))"),
    fails=[SHARE, GROW],
)
known.mistake(
    "NumPy's own chance",
    swap("generator.random(values.shape)", "np.random.random(values.shape)"),
    fails=[GENERATOR],
)
known.mistake(
    "a generator of its own",
    swap(f"    {DRAW}", f"    generator = np.random.default_rng(0)\n    {DRAW}"),
    fails=[GENERATOR],
)
known.mistake(
    "changed in place",
    swap(RETURN, "values[~is_kept] = 0\n    values /= keep\n    return values"),
    fails=[STAY],
)
known.mistake(
    "handed back in testing",
    swap(f"    {DRAW}", f"    if keep == 1:\n        return values\n    {DRAW}"),
    fails=[STAY],
)
known.mistake(
    "the same draws for all tables of a stack",
    swap("random(values.shape)", "random(values.shape[-2:])"),
    fails=[ALONE],
)
known.mistake(
    "TensorFlow's dropout",
    swap("import numpy as np", "import tensorflow as tf"),
    swap(f"    {DRAW}\n", ""),
    swap(RETURN, "return tf.nn.dropout(values, rate=1 - keep).numpy()"),
    fails=[GENERATOR],
)
known.mistake(
    "a chance in whole percents",
    swap(DRAW, "is_kept = generator.integers(0, 100, values.shape) < round(100 * keep)"),
    fails=[SHARE],
)

known.accepted("a mask of zeros and ones", swap(RETURN, "return values * is_kept / keep"))
known.accepted(
    "a coin of NumPy's for each value",
    swap(DRAW, "is_kept = generator.binomial(1, keep, size=values.shape)"),
    swap(RETURN, "return values * is_kept / keep"),
)
known.accepted(
    "factors that are chosen",
    swap(DRAW, "factors = generator.choice([0, 1 / keep], p=[1 - keep, keep], size=values.shape)"),
    swap(RETURN, "return factors * values"),
)
known.accepted(
    "a copy with zeros, and testing by itself",
    swap(
        f"    {DRAW}\n    {RETURN}",
        "    if keep == 1:\n        return values.copy()\n"
        "    result = values.copy()\n"
        "    result[generator.uniform(0, 1, size=values.shape) >= keep] = 0\n"
        "    return result / keep",
    ),
)
known.accepted(
    "value by value, in a list",
    swap(
        f"    {DRAW}\n    {RETURN}",
        "    flat = [v / keep if generator.random() < keep else 0.0 for v in values.ravel()]\n"
        "    return np.array(flat, dtype=values.dtype).reshape(values.shape)",
    ),
)
known.accepted(
    "multiplied in TensorFlow",
    swap("import numpy as np", "import tensorflow as tf"),
    swap(RETURN, "return tf.where(is_kept, values / keep, tf.zeros_like(values))"),
)
known.equal(
    "no chance is exactly a number", "*generator.random(*) < keep -> *generator.random(*) <= keep"
)
known.equal(
    "with a chance of 1 all are kept anyway",
    "dropout: keep == 1 -> keep == 2",
)
known.equal("uniform numbers end at 1 by default", "*uniform(0, 1, size=* -> *uniform(0, size=*")
