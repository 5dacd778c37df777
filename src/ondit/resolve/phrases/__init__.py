"""What a source phrase says of itself."""
