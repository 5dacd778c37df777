"""A provenance graph on paper: where nodes stand, how lines run, what is written beside them."""
