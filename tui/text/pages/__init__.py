"""What a saved web page is made of: its tree, what its parts are marked as, its titles and bylines."""
