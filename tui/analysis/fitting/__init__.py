"""Annotated corpora become the fitted models in resources/; never imported by the reader."""
