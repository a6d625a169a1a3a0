"""Zipped: books and office documents, which are archives of XML."""
