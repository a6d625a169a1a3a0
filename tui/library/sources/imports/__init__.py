"""What other readers have kept: their lists, articles and highlights, as their own exports hold them."""
