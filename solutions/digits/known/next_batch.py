"""Known answers of `next_batch`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

SIZE, PAIRS, ONCE, MIXED, STAY = (
    "batches_have_the_size",
    "pairs_stay_together",
    "each_row_once_a_round",
    "order_is_mixed",
    "arrays_stay",
)
BEGIN = "self.coming = np.zeros(0, int)"
ORDER = "order = self.generator.permutation(len(self.images))"
REMEMBER = "self.images = images\n        self.labels = labels"
FILL = (
    "while len(self.coming) < size:\n"
    f"            {ORDER}\n"
    "            self.coming = np.concatenate([self.coming, order])\n"
)
TAKE = "places = self.coming[:size]\n        self.coming = self.coming[size:]"
RETURN = "return self.images[places], self.labels[places]"

known.mistake(
    "rows drawn at random each time",
    swap(f"        {FILL}", ""),
    swap(TAKE, "places = self.generator.integers(0, len(self.images), size)"),
    fails=[ONCE],
)
known.mistake(
    "pairs by image, of which only the last is kept",
    swap(
        REMEMBER,
        "pairs = {image.tobytes(): place for place, image in enumerate(images)}\n"
        "        self.images = images[[*pairs.values()]]\n"
        "        self.labels = labels[[*pairs.values()]]",
    ),
    fails=[ONCE],
)
known.mistake("never mixed", swap(ORDER, "order = np.arange(len(self.images))"), fails=[MIXED])
known.mistake(
    "batches of no rows",
    swap(RETURN, "return self.images[:0], self.labels[:0]"),
    fails=[SIZE, PAIRS, ONCE, MIXED, STAY],
    costs_much="Where no rows come, there is nothing to look at.",
)
known.mistake(
    "mixed once, for all rounds",
    swap(BEGIN, f"{BEGIN}\n        self.order = self.generator.permutation(len(images))"),
    swap(ORDER, "order = self.order"),
    fails=[MIXED],
)
known.mistake(
    "the same seed for each round",
    swap(ORDER, "order = np.random.default_rng(0).permutation(len(self.images))"),
    fails=[MIXED],
)
known.mistake(
    "one order for all rounds of a batch",
    swap(
        FILL,
        "rounds = -(-max(size - len(self.coming), 0) // len(self.images))\n"
        f"        {ORDER}\n"
        "        self.coming = np.concatenate([self.coming, np.tile(order, rounds)])\n",
    ),
    fails=[MIXED],
)
known.mistake(
    "two orders that take turns",
    swap(
        BEGIN,
        f"{BEGIN}\n"
        "        self.orders = [self.generator.permutation(len(images)) for _ in range(2)]",
    ),
    swap(ORDER, "self.orders.reverse()\n            order = self.orders[0]"),
    fails=[MIXED],
)
known.mistake(
    "ten rows mixed at a time",
    swap(
        ORDER,
        "places = np.arange(len(self.images))\n"
        "            order = np.lexsort((self.generator.random(len(places)), places // 10))",
    ),
    fails=[MIXED],
)
known.mistake(
    "backwards",
    swap(ORDER, "order = np.arange(len(self.images))[::-1]"),
    fails=[MIXED],
)
known.mistake(
    "what is left of a round is dropped",
    swap(
        FILL, FILL.replace("while", "if").replace("np.concatenate([self.coming, order])", "order")
    ),
    fails=[SIZE, ONCE],
)
known.mistake(
    "a short batch at the end of a round",
    swap("while len(self.coming) < size:", "if not len(self.coming):"),
    fails=[SIZE],
)
known.mistake(
    "one round at most is added",
    swap("while len(self.coming) < size:", "if len(self.coming) < size:"),
    fails=[SIZE],
)
known.mistake(
    "the next round before the rest of this one",
    swap("[self.coming, order]", "[order, self.coming]"),
    fails=[ONCE],
)
known.mistake(
    "images and labels mixed apart",
    swap(RETURN, "return self.images[places], self.labels[self.generator.permutation(places)]"),
    fails=[PAIRS],
)
known.mistake(
    "labels as they are",
    swap(RETURN, "return self.images[places], self.labels[:size]"),
    fails=[SIZE, PAIRS],
)
known.mistake(
    "images alone",
    swap(RETURN, "return self.images[places]"),
    fails=[SIZE, PAIRS, ONCE, MIXED, STAY],
    costs_much="It returns no pair, so nothing is known of its labels.",
)
known.mistake(
    "mixes the arrays that it was given",
    swap(
        BEGIN,
        f"{BEGIN}\n"
        "        order = self.generator.permutation(len(images))\n"
        "        images[:], labels[:] = images[order], labels[order]",
    ),
    fails=[STAY],
)
known.mistake(
    "what comes is remembered for all objects",
    swap("    def __init__", "    coming = np.zeros(0, int)\n\n    def __init__"),
    swap(f"        {BEGIN}\n", ""),
    swap("while len(self.coming)", "while len(Batches.coming)"),
    swap(
        "self.coming = np.concatenate([self.coming, order])",
        "Batches.coming = np.concatenate([Batches.coming, order])",
    ),
    swap(TAKE, "places = Batches.coming[:size]\n        Batches.coming = Batches.coming[size:]"),
    fails=[STAY],
)
known.mistake(
    "a round begins with each call",
    swap(TAKE, "places = self.coming[:size]\n        self.coming = self.coming[:0]"),
    fails=[ONCE],
)

known.accepted(
    "a position in a mixed order, filled up row by row",
    swap(BEGIN, "self.order, self.position = np.zeros(0, int), 0"),
    swap(
        FILL + f"        {TAKE}\n",
        "places = []\n"
        "        for _ in range(size):\n"
        "            if self.position == len(self.order):\n"
        "                self.order = np.random.permutation(len(self.images))\n"
        "                self.position = 0\n"
        "            places.append(self.order[self.position])\n"
        "            self.position += 1\n",
    ),
)
known.accepted(
    "a generator that yields places for ever",
    swap(BEGIN, "self.coming = self.places()"),
    swap(
        "    def next_batch(self, size):",
        "    def places(self):\n"
        '        """Places of rows, round after round."""\n'
        "        while True:\n"
        "            yield from self.generator.permutation(len(self.images)).tolist()\n\n"
        "    def next_batch(self, size):",
    ),
    swap(FILL + f"        {TAKE}", "places = [next(self.coming) for _ in range(size)]"),
)
known.accepted(
    "a data set of TensorFlow, shuffled and repeated, row by row",
    swap("import numpy as np", "import numpy as np\nimport tensorflow as tf"),
    swap(
        BEGIN,
        "rows = tf.data.Dataset.from_tensor_slices((images, labels))\n"
        "        self.rows = iter(rows.shuffle(len(images)).repeat())",
    ),
    swap(
        FILL + f"        {TAKE}\n        {RETURN}",
        "pairs = [next(self.rows) for _ in range(size)]\n"
        "        images, labels = zip(*pairs)\n"
        "        return tf.stack(images).numpy(), tf.stack(labels).numpy()",
    ),
)
known.accepted(
    "copies of the arrays, mixed in place with one seed",
    swap(REMEMBER, "self.images, self.labels = images.copy(), labels.copy()"),
    swap(
        ORDER,
        "order = np.arange(len(self.images))\n            self.generator.shuffle(order)",
    ),
)
known.accepted(
    "lists, and Python's own generator",
    swap("import numpy as np", "import random\n\nimport numpy as np"),
    swap(BEGIN, "self.coming = []"),
    swap(ORDER, "order = list(range(len(self.images)))\n            random.shuffle(order)"),
    swap("np.concatenate([self.coming, order])", "self.coming + order"),
)
known.equal("nothing is left of no round", "*: zeros(0, int) -> ones(0, int)")
known.equal(
    "a round may be mixed before it is needed",
    "*: len(self.coming) < size -> len(self.coming) <= size",
)
known.equal("places are as good in an array as in a list", "*.tolist() -> *(len(self.images))")
known.equal("a tensor is as good as an array", "*: tf.stack(*).numpy() -> tf.stack(*)")
known.equal(
    "nobody changes the arrays that were passed in",
    "*: images.copy() -> images",
    "*: labels.copy() -> labels",
)
