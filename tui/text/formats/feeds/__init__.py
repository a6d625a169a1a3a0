"""Feeds: lists of articles in RSS, RDF and Atom."""
