"""What is to be known about articles is found aside: which files are new, what they say, what is named in them."""
