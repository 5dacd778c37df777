"""The pages, one thin file each: a request in, records from the rooms below, a template out."""
