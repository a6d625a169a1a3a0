"""What fills the terminal: reader, shelf, notes, help, and the small questions between them."""
