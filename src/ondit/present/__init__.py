"""Records become what a person or another program reads."""
