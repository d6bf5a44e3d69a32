"""First experiments with a small network on Fashion-MNIST."""
