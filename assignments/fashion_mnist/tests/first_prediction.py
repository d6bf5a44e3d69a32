"""What `grader.check("first_prediction")` asks; made by `autograder build`, not to be edited."""

OK_FORMAT = False

from otter.test_files import test_case

from autograder.notebooks.api import Checked

name = "first_prediction"
checked = Checked(name)


@test_case(name='`class_probabilities` returns an array of ten numbers from 0 to 1 that add up to 1', points=3)
def probabilities_are_ten_shares(env):
    checked.demand("probabilities_are_ten_shares", env)


@test_case(name='They are what the model given says about the first image', points=2)
def probabilities_belong_to_the_first_image(env):
    checked.demand("probabilities_belong_to_the_first_image", env)


@test_case(name='`predicted_class` returns a whole number from 0 to 9', points=2)
def class_is_a_plain_index(env):
    checked.demand("class_is_a_plain_index", env)


@test_case(name='It is the class the model finds most probable, for other models and images too', points=4)
def class_is_the_models_choice(env):
    checked.demand("class_is_the_models_choice", env)


@test_case(name='Asking for a prediction does not train the model', points=1)
def model_is_left_alone(env):
    checked.demand("model_is_left_alone", env)
