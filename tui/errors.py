"""The errors a person can do something about, each with one clear sentence.

ReaderError
├── UnreadableArticle   a file that cannot be shown as an article
├── BadSettings         a settings file with a mistake in it
├── AnalysisFailed      the worker process could not analyse an article
└── NotesUnavailable    the notes cannot be read or written just now
"""


class ReaderError(Exception):
    """Its text is one sentence that names the file and says what to do."""


class UnreadableArticle(ReaderError):
    """The file is missing, empty, binary or not readable."""


class BadSettings(ReaderError):
    """The settings file has a mistake; the sentence names the key and the line."""


class AnalysisFailed(ReaderError):
    """The worker died or the analysis raised; the article stays readable."""


class NotesUnavailable(ReaderError):
    """A full disk, a read-only folder, a newer file format: nothing was written, nothing was lost."""
