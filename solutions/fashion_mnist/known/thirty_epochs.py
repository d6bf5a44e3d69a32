"""Known answers of `thirty_epochs`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

known.mistake(
    "ten epochs",
    swap("=30", "=10"),
    fails=["one_training_of_thirty_epochs"],
)
known.mistake(
    "validates on the training images",
    swap("(validation_images, validation_labels)", "(train_images, train_labels)"),
    fails=["validates_on_the_images_held_back"],
)
known.mistake(
    "splits the training images",
    swap("validation_data=(validation_images, validation_labels)", "validation_split=0.2"),
    fails=["validates_on_the_images_held_back"],
)
known.mistake(
    "returns the model",
    swap("verbose=0,\n    )", "verbose=0,\n    ).model"),
    fails=["returns_the_history"],
)
known.mistake(
    "a learning rate far too small",
    swap('optimizer="adam"', "optimizer=tf.keras.optimizers.Adam(1e-7)"),
    fails=["training_loss_falls"],
)
known.mistake(
    "argmax",
    swap("np.argmin", "np.argmax"),
    fails=["best_epoch_has_the_lowest_validation_loss", "overfitting_is_told_from_learning"],
)
known.mistake(
    "the best training loss instead",
    swap('int(np.argmin(history["val_loss"])) + 1', 'int(np.argmin(history["loss"])) + 1'),
    swap("best_epoch(history) - 1", 'int(np.argmin(history["val_loss"]))'),
    fails=["best_epoch_has_the_lowest_validation_loss"],
)
known.mistake(
    "counts from 0",
    swap('int(np.argmin(history["val_loss"])) + 1', 'int(np.argmin(history["val_loss"]))'),
    swap("best_epoch(history) - 1", "best_epoch(history)"),
    fails=["best_epoch_has_the_lowest_validation_loss"],
)
known.mistake(
    "the last of equals",
    swap(
        'int(np.argmin(history["val_loss"])) + 1',
        'len(history["val_loss"]) - int(np.argmin(history["val_loss"][::-1]))',
    ),
    fails=["first_of_equals_is_best"],
)
known.mistake(
    "always over-fitting",
    swap("return rise > 0.1 and fall > 0", "return True"),
    fails=["overfitting_is_told_from_learning"],
)
known.mistake(
    "only one loss looked at",
    swap("return rise > 0.1 and fall > 0", "return rise > 0.1"),
    fails=["overfitting_is_told_from_failing"],
)
