"""What keys do in the text: moving, searching, selecting, copying, following links."""
