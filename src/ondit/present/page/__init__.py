"""One self-contained HTML page: the report of a trace, with its graph drawn."""
