"""How well Ondit reads: gold of our own, scorers, floors. Not part of the installed package."""
