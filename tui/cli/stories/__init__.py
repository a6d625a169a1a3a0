"""What `dateline story` needs beside its arguments: many articles at once, and where articles come from."""
