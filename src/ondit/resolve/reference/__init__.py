"""Which figure of the article a phrase comes back to."""
