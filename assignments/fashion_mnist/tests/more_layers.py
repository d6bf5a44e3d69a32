"""What `grader.check("more_layers")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "more_layers"
checked = Checked(name)


@test_case(name='Each model is new, with at least two hidden `Dense` layers between `Flatten` and output', points=3)
def has_two_hidden_layers(env):
    checked.demand("has_two_hidden_layers", env)


@test_case(name='Every hidden layer has an activation function, such as ReLU', points=2)
def hidden_layers_have_activations(env):
    checked.demand("hidden_layers_have_activations", env)


@test_case(name='The last layer has ten outputs, of the kind that the loss expects', points=3)
def output_fits_the_loss(env):
    checked.demand("output_fits_the_loss", env)


@test_case(name="The model is compiled with Keras's metric accuracy", points=1)
def reports_accuracy(env):
    checked.demand("reports_accuracy", env)


@test_case(name='After a short training it classifies images that it never saw', points=3, success_message='The grader also checks this with images that you have not seen.')
def classifies_unseen_images(env):
    checked.demand("classifies_unseen_images", env)
