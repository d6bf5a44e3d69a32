"""The exceptions that students meet: the words by which each is known, in the order of trial."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """The message for exceptions of a class whose text matches a pattern.

    Its values are the groups of the pattern, `a`, `b` and `c`, and as `kind_a` and so on what type
    each of them names.
    """

    name: str
    exception: str
    pattern: str = ""


# The first that matches counts.
RULES = (
    Rule("no_call", "NotImplementedError", r"does not have a `call"),
    Rule("not_written", "NotImplementedError", r"\A\s*\Z"),
    Rule("eager_only", "NotImplementedError", r"numpy\(\) is only available when eager"),
    Rule("exit", "SystemExit"),
    Rule("interrupt", "KeyboardInterrupt"),
    Rule("memory", "MemoryError"),
    Rule("recursion", "RecursionError"),
    Rule("stop_iteration", "StopIteration"),
    Rule("assertion_text", "AssertionError", "(.+)"),
    Rule("assertion", "AssertionError"),
    Rule("no_value_here", "UnboundLocalError", r"local variable '(\w+)'"),
    Rule("no_value_here", "NameError", r"free variable '(\w+)'"),
    Rule("constant_misspelt", "NameError", r"name '(true|false|none|null)' is not defined"),
    Rule("argument_as_name", "NameError", "name '(activation|activition)' is not defined"),
    Rule("name_to_import", "NameError", "name '(np|tf|plt|keras|layers|time|math|pd)' is not"),
    Rule("name", "NameError", r"name '(\w+)' is not defined"),
    Rule("attribute_of_none", "AttributeError", r"'(NoneType)' object has no attribute '(\w+)'"),
    Rule("history_of_dictionary", "AttributeError", "'(dict)' object has no attribute 'history'"),
    Rule(
        "history_before_fit",
        "AttributeError",
        "'(Sequential|Functional|Model)' object has no attribute 'history'",
    ),
    Rule(
        "array_attribute_of_list",
        "AttributeError",
        r"'(list)' object has no attribute '(max|min|sum|mean|shape|astype|reshape|argmax|argmin)'",
    ),
    Rule("no_callback", "AttributeError", "has no attribute 'set_model'"),
    Rule("attribute_of_tensor", "AttributeError", r"Tensor'? object has no attribute '(\w+)'"),
    Rule(
        "attribute_of_function",
        "AttributeError",
        r"'(builtin_function_or_method|method|function)' object has no attribute '(\w+)'",
    ),
    Rule(
        "attribute_of_module",
        "AttributeError",
        r"module '(?:\w+\.)*(\w+)' has no attribute '(\w+)'",
    ),
    Rule("attribute_of_class", "AttributeError", r"type object '(\w+)' has no attribute '(\w+)'"),
    Rule("attribute", "AttributeError", r"'(?:\w+\.)*(\w+)' object has no attribute '(\w+)'"),
    Rule("no_setter", "AttributeError", r"property '(\w+)' of .* has no setter"),
    Rule("key_of_validation", "KeyError", r"'(val_\w+)'"),
    Rule("key_of_accuracy", "KeyError", "'(acc|accuracy)'"),
    Rule("key", "KeyError", "'?([^']+)'?"),
    Rule("axis", "AxisError", r"axis (-?\d+) is out of bounds for array of dimension (\d+)"),
    Rule(
        "index_of_empty",
        "IndexError",
        r"index (-?\d+) is out of bounds for axis \d+ with size 0\b",
    ),
    Rule(
        "index_of_next",
        "IndexError",
        r"index (\d+) is out of bounds for axis \d+ with size (\1)\b",
    ),
    Rule(
        "index_of",
        "IndexError",
        r"index (-?\d+) is out of bounds for axis \d+ with size (\d+)",
    ),
    Rule(
        "too_many_indices",
        "IndexError",
        r"too many indices for array: array is (\d+)-dimensional, but (\d+) were indexed",
    ),
    Rule("index", "IndexError", "index out of range|out of bounds"),
    Rule("index_no_number", "IndexError", "are valid indices|must be of integer"),
    Rule("pop_of_empty", "IndexError", "pop from (?:an )?empty"),
    Rule(
        "no_such_argument",
        "TypeError",
        r"(\w+)(?:\.__init__)?\(\) got an unexpected keyword argument '(\w+)'",
    ),
    Rule(
        "argument_twice",
        "TypeError",
        r"(\w+)(?:\.__init__)?\(\) got multiple values for argument '(\w+)'",
    ),
    Rule("model_of_outputs", "TypeError", r"Layer\.__init__\(\) takes 1 positional"),
    Rule(
        "too_many_arguments",
        "TypeError",
        r"(\w+)(?:\.__init__)?\(\) takes .* positional arguments? but .* given",
    ),
    Rule("no_arguments", "TypeError", r"(\w+)\(\) takes no (?:keyword )?arguments"),
    Rule("callback_not_made", "TypeError", r"set_(?:model|params)\(\) missing"),
    Rule(
        "missing_argument",
        "TypeError",
        r"(\w+|<lambda>)(?:\.__init__)?\(\) missing .* required .*arguments?: (.*)",
    ),
    Rule("none", "TypeError", r"'(NoneType)' object|\b(NoneType)\b|\bnot None\b"),
    Rule("brackets_after_history", "TypeError", "'(History)' object is not subscriptable"),
    Rule(
        "brackets_after_function",
        "TypeError",
        "'(builtin_function_or_method|method|function|type)' object is not subscriptable",
    ),
    Rule("axes_of_one", "TypeError", r"'(Axes|AxesSubplot)' object is not subscriptable"),
    Rule("brackets", "TypeError", r"'(?:\w+\.)*(\w+)' object is not subscriptable"),
    Rule("no_change_of", "TypeError", r"'(?:\w+\.)*(\w+)' object does not support item assignment"),
    Rule("module_called", "TypeError", r"'(module)' object is not callable"),
    Rule("not_callable", "TypeError", r"'(?:\w+\.)*(\w+)' object is not callable"),
    Rule("not_several", "TypeError", r"'(?:\w+\.)*(\w+)' object is not iterable"),
    Rule("not_several", "TypeError", r"cannot unpack non-iterable (?:\w+\.)*(\w+) object"),
    Rule("no_length", "TypeError", r"object of type '(?:\w+\.)*(\w+)' has no len"),
    Rule("text_for_number", "TypeError", "'(str)' object cannot be interpreted as an integer"),
    Rule(
        "decimal_for_whole",
        "TypeError",
        r"'(float)' object cannot be interpreted as an integer|can't multiply .* type '(float)'",
    ),
    Rule(
        "operator_on_function",
        "TypeError",
        r"unsupported operand type\(s\) for (\S+): .*(?:method|function)",
    ),
    Rule(
        "operator",
        "TypeError",
        r"unsupported operand type\(s\) for (\S+): '(?:\w+\.)*(\w+)' and '(?:\w+\.)*(\w+)'",
    ),
    Rule("operator_before", "TypeError", r"bad operand type for unary (\S+): '(?:\w+\.)*(\w+)'"),
    Rule("list_plus", "TypeError", r'can only concatenate (list) \(not "(\w+)"\) to list'),
    Rule("text_plus", "TypeError", r'can only concatenate (str) \(not "(\w+)"\) to str'),
    Rule(
        "list_index", "TypeError", r"(?:list|tuple) indices must be integers or slices, not (\w+)"
    ),
    Rule("text_index", "TypeError", r"string ind\w+ must be integers"),
    Rule(
        "comparison",
        "TypeError",
        r"'(\S+)' not supported between instances of '(?:\w+\.)*(\w+)' and '(?:\w+\.)*(\w+)'",
    ),
    Rule("unhashable", "TypeError", r"unhashable type: '(?:\w+\.)*(\w+)'"),
    Rule(
        "one_number",
        "TypeError",
        r"only (?:length-1|0-dimensional|integer scalar) arrays can be converted",
    ),
    Rule(
        "number_from",
        "TypeError",
        r"(int|float)\(\) argument must be .*, not '(?:\w+\.)*(\w+)'",
    ),
    Rule("format", "TypeError", r"unsupported format string passed to (?:\w+\.)*(\w+)\.__format__"),
    Rule("format_with_percent", "TypeError", "arguments? (?:converted|required|for format string)"),
    Rule("no_data_package", "ModuleNotFoundError", r"No module named '(tensorflow_datasets)"),
    Rule("no_package", "ModuleNotFoundError", r"No module named '(\S+)'"),
    Rule("no_name_in_package", "ImportError", r"cannot import name '(\w+)' from '(\S+)'"),
    Rule("division", "ZeroDivisionError"),
    Rule("no_file", "FileNotFoundError", "'(.*)'"),
    Rule("no_download", "URLError"),
    Rule("no_download", "ConnectionError"),
    Rule("no_download", "Exception", r"URL fetch failure|urlopen error"),
    Rule("permission", "PermissionError"),
    Rule("syntax", "SyntaxError", "(.*)"),
    Rule("empty_input", "ValueError", r"invalid literal for int\(\) with base 10: ''"),
    Rule(
        "number_in_text",
        "ValueError",
        r"(?:invalid literal for int\(\) with base 10|could not convert string to float): '(.*)'",
    ),
    Rule("unpacking", "ValueError", "(not enough|too many) values to unpack"),
    Rule("condition_on_array", "ValueError", "truth value of an array"),
    Rule("condition_on_tensor", "Exception", r"symbolic `?(?:tf\.)?\w*[Tt]ensor`? as a Python"),
    Rule(
        "symbolic",
        "Exception",
        r"KerasTensor is symbolic|KerasTensor cannot be used as input to a TensorFlow function",
    ),
    Rule(
        "empty",
        "ValueError",
        r"(?:arg|argument|iterable) is (?:an )?empty|zero-size array|empty seq",
    ),
    Rule("not_in_list", "ValueError", r"is not in list|x not in list"),
    Rule(
        "shapes",
        "ValueError",
        r"operands could not be broadcast together with shapes (\([\d, ]*\)) (\([\d, ]*\))",
    ),
    Rule("reshape", "ValueError", r"cannot reshape array of size (\d+) into shape (\([\d, -]*\))"),
    Rule("uneven", "ValueError", "inhomogeneous shape|array element with a sequence"),
    Rule("decimals_in_whole_numbers", "TypeError", "Cannot cast ufunc"),
    Rule(
        "optimizer_of_another_model",
        "ValueError",
        "optimizer can only be called for the variables it was originally built with",
    ),
    # Widths that come of images are about what the first layer gets.
    Rule(
        "layer_of_another_model",
        "ValueError",
        r"layer ['\"]([\w/]+)['\"] is incompatible with the layer: expected axis -1 of input shape"
        r" to have value (?!28\b|784\b)(\d+), but received input with shape"
        r" \((?:None|\d+), (?!28\b|784\b)(\d+)\)",
    ),
    Rule("super_init", "RuntimeError", r"forgot to call `?super\(\)\.__init__"),
    Rule("super_init", "AttributeError", r"super\(\)\.__init__\(\)"),
)
# Of a name that is not there, and may be in a cell that cannot be read.
MISSING_NAMES = ("exception.name", "exception.name_to_import")
# What was None, by a clue to it.
NONES = ("function", "method", "argument", "attribute", "variable")

# What Keras and TensorFlow say is quoted: the words by which a next step is found.
QUOTED = (
    ("class_not_made", r"Could not interpret \w+ identifier: [A-Z]\w+$"),
    ("unknown_identifier", r"Could not interpret \w+(?: function)? identifier"),
    ("unknown_argument", r"Unrecognized keyword arguments|not recognized: \{"),
    ("not_compiled", r"You must call `compile\(\)`"),
    ("no_loss", "No loss to compute"),
    ("loss_weights", "`loss_weights`|dtype='string' is not a valid dtype"),
    ("metrics_no_list", "`metrics` argument to be a list"),
    ("none_as_data", "None values not supported|Attempt to convert a value \\(None\\)"),
    (
        "loss_takes_whole_numbers",
        r"`target\.ndim - 1`.*target\.shape=\((?:None|\d+), \d\d+\)",
    ),
    ("rows_in_outputs", r"`target\.ndim - 1`"),
    (
        "not_stacked",
        "Shapes of all inputs must match|input arrays must have the same shape|non-rectangular",
    ),
    ("shapes_of_tensors", r"(?:ncompatible|Dimensions must be equal|broadcastable).* \[Op\]"),
    ("no_gradients", "No gradients provided"),
    ("types_mixed", r"must have the same dtype, got tf\.u?int"),
    ("lengths_as_arguments", "Cannot interpret '.*' as a data type"),
    ("dtypes", r"expected to be an? \w+ tensor but is|cannot compute \w+ as input"),
    ("shapes_to_join", r"must have same number of dimensions|must match exactly"),
    (
        "loss_and_labels",
        r"same rank \(ndim\)|have the same shape|Incompatible shapes|Dimensions must be equal"
        r"|up until the last dimension|must be broadcastable",
    ),
    ("label_without_output", "outside the valid range"),
    ("units", "invalid value for `units`|`units`.*positive integer"),
    ("layer_not_called", r"Only instances of `?keras\.Layer|Expected an object of type `Layer`"),
    ("shape_no_tuple", "Cannot convert '.*' to a shape"),
    ("one_image", r"incompatible shape \(\d+, 28\)"),
    ("one_row", r"Expected shape \(None, \d+\), but input has incompatible shape \(\d+,\)"),
    ("no_channels", "expected (?:min_)?ndim=4"),
    ("no_rows", "expected (?:min_)?ndim=3"),
    ("no_row_for_each", "expected min_ndim=2, found ndim=1"),
    (
        "too_small_for_window",
        "zero or negative|empty output|Negative dimension size|resulted in an empty",
    ),
    ("input_declared", r"Expected shape \(None, (\d+)\), but .* shape \(\w+, 28, 28\)"),
    (
        "input_shape",
        "nvalid input shape|incompatible with the layer|expected axis|Expected shape",
    ),
    ("input_shape_twice", "already been configured to use input shape"),
    ("number_as_argument", r"keyword argument: (?:-?\d[\d.]*|True|False)(?: \(of type|$)"),
    ("layer_input_missing", "Inputs to a layer should be tensors|Only input tensors may be passed"),
    ("reshape_of_batch", r"Input to reshape is a tensor with \d+ values"),
    ("reshape_size", "total size of the tensor must be unchanged|Cannot reshape a tensor"),
    ("cardinality", "cardinality is ambiguous"),
    ("list_for_array", "Unrecognized data type"),
    (
        "labels_as_text",
        "Invalid dtype: str|Cast string to|Unsupported numpy type|could not convert string",
    ),
    ("not_connected", "is not connected to `inputs`"),
    ("layers_no_list", "Expected `trainable` to be a boolean"),
    ("one_of_these", r"must be .*one of|[Ee]xpected .*one of|Expected values are"),
    ("number_wanted", r"should be (?:a )?float|must be an? (?:int|float|number)"),
    ("names_of_layers", "should have unique names"),
    ("rate", "`rate`"),
    ("split", "validation_split"),
    ("no_layers", "has no layers"),
    ("not_built", "isn't built|has never been called|not yet been built|no defined|must be built"),
)
# What labels of the wrong form lead to.
OF_LABELS = frozenset(["loss_and_labels", "loss_takes_whole_numbers", "rows_in_outputs"])
# The words for a form of labels, by the clue to it.
FORMS_OF_LABELS = {"rows": "labels.rows", "classes": "labels.classes"}
# The rules whose step is the name that is meant, where one is near.
OF_A_NAME = frozenset(
    [
        "name",
        "name_to_import",
        "attribute",
        "attribute_of_class",
        "attribute_of_module",
        "attribute_of_function",
        "array_attribute_of_list",
        "no_such_argument",
        "no_name_in_package",
        "no_package",
        "unknown_identifier",
        "unknown_argument",
    ]
)
# The rules whose step is another one where the student's line called what raised.
OF_ARGUMENTS = frozenset(
    [
        "operator",
        "comparison",
        "attribute",
        "brackets",
        "not_callable",
        "no_length",
        "text_plus",
        "list_plus",
        "unhashable",
        "index",
    ]
)
# Packages that students import most: one of them may be meant.
PACKAGES = ("keras", "matplotlib", "numpy", "pandas", "seaborn", "sklearn", "tensorflow", "tqdm")
# What an exception misses, written as the table of old names writes it.
MISSING = (
    ("AttributeError", r"module '([\w.]+)' has no attribute '(\w+)'", "{0}.{1}"),
    ("AttributeError", r"'(?:\w+\.)*\w+' object has no attribute '(\w+)'", ".{0}"),
    ("AttributeError", r"type object '\w+' has no attribute '(\w+)'", ".{0}"),
    ("AttributeError", r"^`(np\.\w+)` was removed", "{0}"),
    ("ImportError", r"^`([\w.]+)` is not supported in Keras 3", "{0}"),
    ("ImportError", r"cannot import name '(\w+)' from '([\w.]+)'", "{1}.{0}"),
    ("ModuleNotFoundError", r"No module named '([\w.]+)'", "{0}"),
    ("KeyError", r"^'?(\w+)'?$", "['{0}']"),
    ("TypeError", r"unexpected keyword argument '(\w+)'", "{0}="),
    ("Exception", r"(?:Unrecognized keyword arguments|not recognized)[^{]*\{'(\w+)'", "{0}="),
)
