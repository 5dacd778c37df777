"""The constructions of reporting on the surface: what an anchor ties to what, sentence by sentence."""
