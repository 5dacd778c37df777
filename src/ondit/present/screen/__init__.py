"""What the pages on the screen show: records in, views out."""
