"""Feeds: lists of articles in RSS, RDF, Atom and JSON."""
