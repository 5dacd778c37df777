"""The outlets table: the data files and their indexes."""
