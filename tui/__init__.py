"""A file becomes an article, an article an analysis, and both stand on the screen beside your notes.

text/      1. A file becomes an Article.
analysis/  2. An Article becomes an Analysis: names, times, a timeline (in a worker process).
library/   3. Which articles there are, and what is already known about them.
notes/     3. What the person wrote; it must never be lost.
ui/        4. All of it on the screen.
"""

__version__ = "0.1.0"
