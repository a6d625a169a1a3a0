"""A title as pages and clippings give it becomes the headline: the site's name before or after it goes."""

import re
from collections.abc import Iterable, Sequence

_BETWEEN = re.compile(r"\s+(?:[|»«•·/]{1,2}|::?|[-–—]{1,2})\s+|\s*\|\s*|(?<=\w)(?:»|«)\s+")
_COLON = re.compile(r":\s+")
_SIGNS = re.compile(r"[\W_]+|^the |^www")
_SITE = re.compile(  # words that names of sites end or begin with
    r"\b(?:news|times|post|press|herald|tribune|gazette|journal|chronicle|observer|telegraph|guardian|courier|mail|sun"
    r"|daily|weekly|magazine|today|online|radio|tv|television|network|blog|review|reporter|monitor|mirror|express|star"
    r"|record|standard|independent|examiner|inquirer|sentinel|dispatch|globe|world|wire|media|zeitung|journal|\w+\.\w{2,3})\b",
    re.I,
)
_LONGEST_SITE, _MOST_WORDS = 40, 6  # of a site's name that is known by nothing but its place


def bare_title(title: str, sites: Iterable[str] = (), headings: Sequence[str] = ()) -> str:
    """The headline in `title`. `sites` are names and addresses of the site as far as they are known, `headings` those
    of the page: what stands alone as a heading is the headline."""
    title = " ".join(title.split())
    if not title:
        return title
    names = {name for site in sites for name in _names(site)}
    if (heading := _heading(title, headings, names)) is not None:
        return heading
    first, _, rest = title.partition(": ")
    if rest and _key(first) in names:
        return rest.strip()
    parts = _parts(title)
    while len(parts) > 1 and (found := _without(parts, names, f"| {parts[-1]}" in title)):
        parts = found
    return _joined(title, parts) or title


def _heading(title: str, headings: Sequence[str], names: set[str]) -> str | None:
    """The longest heading that is the title, or stands in it between a beginning, an end, and what parts a title."""
    found = ""
    for heading in (" ".join(heading.split()) for heading in headings):
        if len(heading.split()) < 2 or len(heading) <= len(found) or _key(heading) in names:
            continue
        at = title.casefold().find(heading.casefold())
        if at < 0:
            continue
        before, after = title[:at], title[at + len(heading) :]
        if (not before or _ends(before)) and (not after or _begins(after)):
            found = heading
    return found or None


def _ends(before: str) -> bool:
    return bool(re.search(r"(?:\s[|»•·:-–—]+|:)\s*$", before))


def _begins(after: str) -> bool:
    return bool(re.match(r"\s*(?:\s[|»«•·:–—-]|\||:)", after))


def _parts(title: str) -> list[str]:
    return [part for part in _BETWEEN.split(title) if part.strip()]


def _joined(title: str, parts: Sequence[str]) -> str:
    """The piece of the title from its first part that is left to its last."""
    start = title.find(parts[0])
    end = title.find(parts[-1], start if len(parts) == 1 else start + len(parts[0])) + len(parts[-1])
    return title[start:end].strip()


def _without(parts: list[str], names: set[str], barred: bool) -> list[str] | None:
    """The parts without the last or the first, where that names the site or a section of it."""
    if names and _key(parts[-1]) in names:
        return parts[:-1]
    if names and _key(parts[0]) in names:
        return parts[1:]
    last, rest = parts[-1], " ".join(parts[:-1])
    words = last.split()
    short = len(last) <= _LONGEST_SITE and len(words) <= _MOST_WORDS and len(rest.split()) >= max(3, len(words))
    if short and _is_name(last) and (_SITE.search(last) or barred):
        return parts[:-1]
    first, rest = parts[0], " ".join(parts[1:])
    words = first.split()
    if len(words) <= _MOST_WORDS and len(rest.split()) > len(words) + 2 and _SITE.search(first) and _is_name(first):
        return parts[1:]
    return None


def _is_name(words: str) -> bool:
    """Whether all its longer words begin with a capital or it is an address."""
    return all(not word[0].islower() for word in words.split() if len(word) > 3) or bool(
        re.fullmatch(r"[\w-]+\.[a-z]{2,3}", words)
    )


def _names(site: str) -> Iterable[str]:
    """The keys under which a name or an address of a site may stand in a title."""
    site = site.strip()
    if match := re.match(r"(?:https?://)?(?:www\d?\.|m\.|amp\.)?([\w-]+(?:\.[\w-]+)+)", site):
        host = match[1]
        yield _key(host)
        for label in host.split(".")[:-1]:
            if len(label) > 3:
                yield _key(label)
    if key := _key(site.removeprefix("@")):
        yield key


def _key(words: str) -> str:
    return _SIGNS.sub("", re.sub(r"^(?:the|www)[ .]", "", words.strip().casefold()))
