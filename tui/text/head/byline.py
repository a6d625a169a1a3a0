"""A byline becomes the names in it, without what papers write after them: titles, papers, places, days, addresses."""

import re

_BY = re.compile(
    r"^(?:(?:submitted|written|story|report|reported|posted|published|article|words|text|review|photos?) )?by[: ]\s*",
    re.I,
)
_ADDRESS = re.compile(r"\S+@\S+\.\w+|https?://\S+|(?:^|(?<=\s))@\w+")
_DAY = re.compile(
    r"[\s,|•·–—-]*\b(?:(?:on|updated|published|posted|last updated|first published|modified)\b:?\s*)?"
    r"(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?,?\s+)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun"
    r"|jul|aug"
    r"|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2}:\d\d).*$",
    re.I,
)
_SAID = re.compile(
    r"[\s,|•·–—-]+(?:updated|published|posted|last updated|first published|follow|read more|view all|see all)\b.*$",
    re.I,
)
_OFFICE = re.compile(  # what somebody is, from there on
    r"[\s,|•·–—(-]+(?:(?:the|our|an?|senior|chief|deputy|associate|assistant|staff|special|guest|contributing"
    r"|freelance|political"
    r"|economics?|business|health|science|education|environment|foreign|diplomatic|home|social|defen[cs]e|security"
    r"|legal|arts"
    r"|sports?|technology|transport|world|national|international|local|city|metro|news|crime|consumer|personal"
    r"|finance|culture"
    r"|religion|royal|media|digital|investigations?|features|video|data|travel|food|regional|state|general"
    r"|washington|europe"
    r"|africa|asia|middle east|lead|junior|multimedia)[\s-]+){0,4}"
    r"(?:writers?|reporters?|correspondents?|editors?|columnists?|journalists?|contributors?|producers?|critics?"
    r"|bureau(?: chief)?"
    r"|photographers?|analysts?|fellows?|author|specialist|team leader|intern)\b.*$",
    re.I,
)
_OUTLET = re.compile(  # the paper after the names
    r"\s*(?:[,|•·–—]| - |\()\s*(?:(?:for|of|at|with)\s+)?(?:the\s+)?(?=[A-Z])[^,|•·–—]{0,40}?\b"
    r"(?:Press|News\w*|Times|Post|Service|Reuters|AFP|AP|CNN|BBC|NPR|VOA|UPI|Agency|Tribune|Herald|Gazette|Journal"
    r"|Guardian"
    r"|Telegraph|Chronicle|Courier|Observer|Express|Mail|Network|Magazine|Online|Staff|Bureau|Media|TV|Radio|dpa"
    r"|Bloomberg)\b.*$"
)
_LETTERS = re.compile(r",\s*[A-Z]{2,6}$")  # the paper by its first letters
_FOR = re.compile(
    r"\s+(?:for|in|at|from)\s+(?:the\s+)?(?-i:[A-Z][\w.&’'-]+)(?:\s+(?-i:[A-Z0-9][\w.&’'-]*)|\s+(?:of|and|the"
    r"|on)){0,5}.*$",
    re.I,
)
_HANDLE = re.compile(r"\s*(?:[|•·]|\s[-–—]\s).*$")
_LONGEST = 200


def byline_of(words: str, site: str = "") -> str:
    """The names in a byline, as they are written there; "" where it holds none but an address or the site's."""
    words = _BY.sub("", " ".join(words[:_LONGEST].split()).strip(" ,|•·–—-"))
    words = _ADDRESS.sub(" ", words)
    for pattern in (_DAY, _SAID, _OUTLET, _OFFICE, _LETTERS, _FOR, _HANDLE):
        shorter = pattern.sub("", words).strip(" ,;|•·–—-(")
        if len(shorter) > 2:
            words = shorter
    if site:
        shorter = re.sub(rf"[\s,|•·–—(-]+(?:the\s+)?{re.escape(site.strip())}\W*$", "", words, flags=re.I)
        words = shorter if len(shorter) > 2 else words
    words = " ".join(words.split()).strip(" ,;|•·–—-(")
    return _in_letters(words)


def _in_letters(words: str) -> str:
    """Names that are wholly written in capitals, with small letters."""
    if words.isupper() and len(words) > 5 and " " in words:
        return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), words).replace(" And ", " and ")
    return words
