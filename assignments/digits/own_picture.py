# %% [markdown]
"""
A network that reads digits should read yours. Draw one in any paint program, save it, and the only
thing between your file and the answer is this: what the network is shown must look **like the
images that it learnt from**.

Write two functions. `path` is the path of a picture in a file, as a text: a **square** PNG of
28 x 28 pixels or larger, with dark ink on white paper.

`read_picture(path)` returns an array of the shape `(784,)`, the 28 x 28 pixels line by line:

- as numbers between 0 and 1, with **paper 0 and black ink 1**, which is the other way round than
  in the file;
- a picture may be grey, in colours, of a palette of colours, or of black and white alone. A colour
  becomes the grey that Pillow's `convert("L")` makes of it;
- a larger picture is scaled down to 28 x 28; by which filter is up to you;
- where a picture is **transparent**, by an alpha channel or by one colour of its palette, it is
  paper, whatever colour is stored there. A pixel is transparent or it is not, and nothing between.

`read_digit(model, path)` reads that picture with a trained Keras model, and returns its answer. The
model takes rows of 784 such numbers and has ten outputs; the answer is the digit whose output is
the **largest**, as a single whole number from 0 to 9: `2`, not `[2]`.
"""

# %%
import numpy as np
from PIL import Image


def read_picture(path):
    """Return the picture as 784 numbers between 0 and 1, paper 0 and black ink 1."""
    raise NotImplementedError


def read_digit(model, path):
    """Return the digit that the model reads in the picture."""
    raise NotImplementedError


# %%
# Try it: once your functions are written, remove the "# " below and run this cell. It draws a 4 on
# transparent paper and saves it; put the name of your own picture in its place. Then let a model
# read it, such as `shallow` from the beginning of this notebook.
# picture = Image.new("RGBA", (280, 280), (0, 0, 0, 0))
# pen = ImageDraw.Draw(picture)
# pen.line([(170, 60), (70, 160), (210, 160)], fill=(0, 0, 90, 255), width=26)
# pen.line([(170, 60), (170, 240)], fill=(0, 0, 90, 255), width=26)
# picture.save("my_digit.png")
# plt.imshow(read_picture("my_digit.png").reshape(28, 28), cmap="gray", vmin=0, vmax=1)
# plt.title(f"read as {read_digit(shallow, 'my_digit.png')}")
# plt.show()
