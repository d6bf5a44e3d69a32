"""Proofs that checks tell right work from wrong, and that their thresholds are safe."""
