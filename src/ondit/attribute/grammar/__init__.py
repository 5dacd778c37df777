"""What the parse shows: trees, and the candidates that constructions of English offer."""
