"""Weights with their cards: the loader that verifies them, and the scorers that read them. Knows no news."""

from ondit.trained.forest import Forest, Trees
from ondit.trained.linear import Linear, place_of
from ondit.trained.weights import Card, Weights, installed_weights, load_weights

__all__ = ["Card", "Forest", "Linear", "Trees", "Weights", "installed_weights", "load_weights", "place_of"]
