"""The mutation operators: how a part of a program is changed as by a slip.

Each takes a program and one of its parts, and yields the changes that it knows for it. Beside the
usual operators for any Python they know what beginners mix up in Keras.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from autograder.proofs.program import DEFINITIONS, Change, Program, Span

Operator = Callable[[Program, ast.AST], Iterator[Change]]

# What is written in the place of a text, where networks are described and their logs are read.
TEXTS: Mapping[str, tuple[str, ...]] = {
    "relu": ("linear", "sigmoid"),
    "softmax": ("sigmoid", "linear"),
    "sigmoid": ("relu",),
    "tanh": ("linear",),
    "adam": ("sgd", "rmsprop"),
    "sgd": ("adam",),
    "sparse_categorical_crossentropy": ("categorical_crossentropy", "mse"),
    "categorical_crossentropy": ("sparse_categorical_crossentropy", "mse"),
    "accuracy": ("val_accuracy", "loss"),
    "acc": ("accuracy",),
    "loss": ("val_loss", "accuracy"),
    "val_loss": ("loss", "val_accuracy"),
    "val_accuracy": ("accuracy", "val_loss"),
}
# What is written in the place of a name.
NAMES: Mapping[str, tuple[str, ...]] = {
    "argmax": ("argmin", "max"),
    "argmin": ("argmax", "min"),
    "max": ("min", "len"),
    "min": ("max",),
    "any": ("all",),
    "all": ("any",),
    "sum": ("max",),
    "mean": ("sum",),
    "zeros": ("ones",),
    "ones": ("zeros",),
    "ceil": ("floor",),
    "floor": ("ceil",),
    "sorted": ("list",),
    "fit": ("evaluate",),
    "on_epoch_end": ("on_epoch_begin", "on_train_batch_end", "on_test_end"),
    "on_train_begin": ("on_epoch_begin",),
    "Flatten": ("GlobalAveragePooling1D", "GlobalMaxPooling1D"),
    "Adam": ("SGD",),
    "AdamW": ("SGD",),
    "SGD": ("Adam",),
    "SparseCategoricalCrossentropy": ("MeanSquaredError",),
    "ReLU": ("Softmax",),
    "Softmax": ("ReLU",),
    "ValueError": ("KeyError",),
    "InvalidArgumentError": ("NotFoundError",),
    "Exception": ("KeyError",),
}
COMPARISONS: Mapping[type[ast.cmpop], tuple[str, ...]] = {
    ast.Lt: ("<=", ">"),
    ast.LtE: ("<", ">"),
    ast.Gt: (">=", "<"),
    ast.GtE: (">", "<"),
    ast.Eq: ("!=",),
    ast.NotEq: ("==",),
    ast.Is: ("is not",),
    ast.IsNot: ("is",),
    ast.In: ("not in",),
    ast.NotIn: ("in",),
}
ARITHMETIC: Mapping[type[ast.operator], str] = {
    ast.Add: "-",
    ast.Sub: "+",
    ast.Mult: "/",
    ast.Div: "*",
    ast.FloorDiv: "/",
    ast.Mod: "//",
    ast.Pow: "*",
}
CONVERSIONS = {"int", "float", "bool", "list", "tuple", "dict", "str", "set", "abs", "round"}
CONVERTING = {"copy", "numpy", "item", "tolist", "astype", "reshape", "ravel", "flatten", "squeeze"}
FEW = 8  # from here on a number is also doubled and halved
SIGN = re.compile(r"not\s+in|is\s+not|is|in|[<>=!]+|[-+*/%]+=?")


def number(program: Program, node: ast.AST) -> Iterator[Change]:
    """One more, one less, twice, half; True and False."""
    if not isinstance(node, ast.Constant):
        return
    value = node.value
    if isinstance(value, bool):
        yield program.put(node, str(not value))
    elif isinstance(value, int):
        more = [value * 2, value // 2] if value >= FEW else []
        fewer = [value - 1] if value > 0 else []
        for other in (*fewer, value + 1, *more):
            yield program.put(node, str(other))
    elif isinstance(value, float):
        yield program.put(node, str(value * 2))
        yield program.put(node, str(value / 2))
        if value.is_integer():
            yield program.put(node, str(value + 1))


def text(program: Program, node: ast.AST) -> Iterator[Change]:
    """Another activation, optimiser, loss or series; other words that name something, misspelt."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        words = node.value
        misspelt = (words[:-1],) if words.isidentifier() and len(words) > 1 else ()
        for other in TEXTS.get(words, misspelt):
            yield program.put(node, f'"{other}"')


def name(program: Program, node: ast.AST) -> Iterator[Change]:
    """The function, layer, hook or exception that it is taken for."""
    if isinstance(node, ast.Name | ast.Attribute):
        _start, end = program.span(node)
        own = node.id if isinstance(node, ast.Name) else node.attr
        start = end - len(own.encode())
    elif isinstance(node, ast.FunctionDef):
        own, begin = node.name, program.span(node)[0]
        start = begin + program.text(node).index(own)
        end = start + len(own)
    else:
        return
    for other in NAMES.get(own, ()):
        yield Change(start, end, other)


def parameter(program: Program, node: ast.AST) -> Iterator[Change]:
    """The other of two arguments whose names share a word, as train_images and train_labels do."""
    if not isinstance(node, ast.Name) or not isinstance(node.ctx, ast.Load):
        return
    for around in program.ancestors(node):
        if isinstance(around, ast.FunctionDef):
            own = [each.arg for each in around.args.args]
            words = set(node.id.split("_"))
            if node.id in own and len(words) > 1:
                for other in own:
                    if other != node.id and words & set(other.split("_")):
                        yield program.put(node, other)
            return


def argument(program: Program, node: ast.AST) -> Iterator[Change]:
    """One argument of a call less; two in the other order; a conversion less."""
    if not isinstance(node, ast.Call):
        return
    given = sorted(program.span(each) for each in (*node.args, *node.keywords))
    for place in range(len(given)):
        yield program.drop(given, place)
    for first, second in pairwise(node.args):
        yield program.swap(program.span(first), program.span(second))
    function = node.func
    if isinstance(function, ast.Name) and function.id in CONVERSIONS and len(given) == 1:
        yield program.put(node, program.text(node.args[0]))
    if isinstance(function, ast.Attribute) and function.attr in CONVERTING:
        yield program.put(node, program.text(function.value))


def element(program: Program, node: ast.AST) -> Iterator[Change]:
    """One layer, or other element of a list or dictionary, less; two in the other order."""
    if isinstance(node, ast.Dict):
        pairs = [
            (program.span(key), program.span(value))
            for key, value in zip(node.keys, node.values, strict=True)
            if key is not None
        ]
        items: list[Span] = [(key[0], value[1]) for key, value in pairs]
        swapped = [value for _key, value in pairs]
    elif isinstance(node, ast.List | ast.Tuple | ast.Set) and not _is_target(node):
        items = swapped = [program.span(each) for each in node.elts]
    else:
        return
    for place in range(len(items)):
        yield program.drop(items, place)
    for first, second in pairwise(swapped):
        yield program.swap(first, second)


def statement(program: Program, node: ast.AST) -> Iterator[Change]:
    """A statement that is not there; a function that returns nothing."""
    if isinstance(node, ast.Return):
        if node.value is not None and program.text(node.value) != "None":
            yield program.put(node, "return None")
    elif isinstance(node, ast.Break | ast.Continue):
        yield program.put(node, "break" if isinstance(node, ast.Continue) else "continue")
    elif _may_be_missing(program, node):
        yield program.put(node, "pass")


def condition(program: Program, node: ast.AST) -> Iterator[Change]:
    """A condition that is the opposite, is always true, or is a part of itself."""
    if isinstance(node, ast.If | ast.IfExp):
        yield program.put(node.test, f"not ({program.text(node.test)})")
        yield program.put(node.test, "True")
    elif isinstance(node, ast.BoolOp):
        parts = [_grouped(program, each) for each in node.values]
        signs = (" and ", " or ") if isinstance(node.op, ast.And) else (" or ", " and ")
        yield program.put(node, signs[1].join(parts))
        for place in range(len(parts)):
            yield program.put(node, signs[0].join(parts[:place] + parts[place + 1 :]))
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
        yield program.put(node, program.text(node.operand))
    elif isinstance(node, ast.comprehension):
        for test in node.ifs:
            yield program.put(test, f"not ({program.text(test)})")
            yield program.put(test, "True")


def comparison(program: Program, node: ast.AST) -> Iterator[Change]:
    """Another sign between two values."""
    if isinstance(node, ast.Compare):
        values = [node.left, *node.comparators]
        for first, operator, second in zip(values, node.ops, node.comparators, strict=False):
            start, end = program.span(first)[1], program.span(second)[0]
            for sign in COMPARISONS[type(operator)]:
                between = SIGN.sub(sign, program.between(start, end), count=1)
                yield Change(start, end, between)


def arithmetic(program: Program, node: ast.AST) -> Iterator[Change]:
    """Another sign between two numbers, or only the first of them."""
    if isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in ARITHMETIC:
        left, right = (
            (node.left, node.right) if isinstance(node, ast.BinOp) else (node.target, node.value)
        )
        start, end = program.span(left)[1], program.span(right)[0]
        sign = ARITHMETIC[type(node.op)] + ("=" if isinstance(node, ast.AugAssign) else "")
        yield Change(start, end, SIGN.sub(sign, program.between(start, end), count=1))
        if isinstance(node, ast.BinOp):
            yield program.put(node, program.text(left))


def subscript(program: Program, node: ast.AST) -> Iterator[Change]:
    """All of a series in the place of a part of it; the first in the place of the last."""
    if not isinstance(node, ast.Subscript) or not isinstance(node.ctx, ast.Load):
        return
    yield program.put(node, program.text(node.value))
    index = node.slice
    if isinstance(index, ast.Slice):
        for bound in (index.lower, index.upper):
            if bound is not None and None not in (index.lower, index.upper):
                yield program.put(bound, "")
    elif isinstance(index, ast.UnaryOp):
        yield program.put(index, "0")
    elif isinstance(index, ast.Constant) and index.value == 0:
        yield program.put(index, "-1")


def attribute(program: Program, node: ast.AST) -> Iterator[Change]:
    """A thing in the place of what belongs to it, as in `self.stop_training`."""
    if not isinstance(node, ast.Attribute) or _imported(program, node):
        return
    above = program.parent(node)
    is_called = isinstance(above, ast.Call) and above.func is node
    if not is_called and isinstance(node.ctx, ast.Load):
        yield program.put(node, program.text(node.value))


def loop(program: Program, node: ast.AST) -> Iterator[Change]:
    """A loop that misses its first or its last turn."""
    if isinstance(node, ast.For | ast.comprehension):
        for part in ("[1:]", "[:-1]"):
            yield program.put(node.iter, f"list({program.text(node.iter)}){part}")


OPERATORS: Mapping[str, Operator] = {
    each.__name__: each
    for each in (
        number,
        text,
        name,
        parameter,
        argument,
        element,
        statement,
        condition,
        comparison,
        arithmetic,
        subscript,
        attribute,
        loop,
    )
}


def _is_target(node: ast.List | ast.Tuple | ast.Set) -> bool:
    return isinstance(getattr(node, "ctx", None), ast.Store)


def _may_be_missing(program: Program, node: ast.AST) -> bool:
    """Whether Python does not fail at once where a statement is missing."""
    if isinstance(node, ast.Assign):
        return any(not isinstance(target, ast.Name) for target in node.targets) or any(
            _is_bound_before(program, node, target.id)
            for target in node.targets
            if isinstance(target, ast.Name)
        )
    if isinstance(node, DEFINITIONS):
        return isinstance(program.parent(node), ast.ClassDef)
    return isinstance(
        node, ast.Expr | ast.AugAssign | ast.If | ast.For | ast.While | ast.Raise | ast.Delete
    )


def _is_bound_before(program: Program, node: ast.Assign, own: str) -> bool:
    """Whether a name has another value before it is assigned."""
    for around in program.ancestors(node):
        if isinstance(around, ast.FunctionDef):
            return any(
                (isinstance(each, ast.arg) and each.arg == own)
                or (
                    isinstance(each, ast.Name)
                    and isinstance(each.ctx, ast.Store)
                    and each.id == own
                    and each.lineno < node.lineno
                )
                for each in ast.walk(around)
            )
    return False


def _imported(program: Program, node: ast.Attribute) -> bool:
    """Whether it lies in an imported module, as `tf.keras.layers` does."""
    inner: ast.AST = node
    while isinstance(inner, ast.Attribute):
        inner = inner.value
    if not isinstance(inner, ast.Name):
        return False
    return any(
        (alias.asname or alias.name.partition(".")[0]) == inner.id
        for each in ast.walk(program.tree)
        if isinstance(each, ast.Import | ast.ImportFrom)
        for alias in each.names
    )


def _grouped(program: Program, node: ast.AST) -> str:
    """The text of a condition, such that it can be a part of another."""
    is_loose = isinstance(node, ast.BoolOp | ast.IfExp | ast.Lambda | ast.NamedExpr)
    return f"({program.text(node)})" if is_loose else program.text(node)
