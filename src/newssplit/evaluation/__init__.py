"""How good a split is: annotated issues, the figures of a prediction against its gold."""
