"""How likely a row is right, by what rows of its kind were when people judged them."""
