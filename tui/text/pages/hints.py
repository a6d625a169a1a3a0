"""The names that pages give to their parts say which of them are not the article: a row is a reason, words, an example.

The names are those of classes, ids and roles, cut into words: "wp-caption-text" and "wpCaptionText" are the same.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from tui.text.article import Furniture


class Hint(NamedTuple):
    """An element with a name that matches is furniture for `reason`, with all that stands in it."""

    reason: Furniture
    pattern: str
    example: str


HINTS = (
    Hint(
        Furniture.POST,
        r"(?:twitter|tweet|instagram|facebook|fb|tiktok|bluesky|mastodon) ?(?:tweet|media|post|embed|card)",
        "twitter-tweet",
    ),
    Hint(Furniture.TEASER, r"related(?! image)|relatedposts|recirc\w*|recommend(?:ed|ations?)", "jp-relatedposts"),
    Hint(
        Furniture.TEASER,
        r"(?:read|see|more|next|also|up|watch|keep) (?:more|also|next|on|from|in|reading|stories|articles?|news"
        r"|links?|posts?)",
        "gh-read-more",
    ),
    Hint(
        Furniture.TEASER,
        r"(?:rich|inline|article|story|recommended|promo) (?:links?|promo|teasers?)|links block|teasers?",
        "element-rich-link",
    ),
    Hint(
        Furniture.TEASER,
        r"(?:most|top) (?:read|popular|viewed|shared|stories|news)|trending|latest (?:news|stories|posts)",
        "most-popular",
    ),
    Hint(
        Furniture.TEASER,
        r"(?:next|prev(?:ious)?) (?:article|post|story)|post navigation|nav (?:links|previous|next)",
        "next-article",
    ),
    Hint(
        Furniture.TEASER,
        r"outbrain|taboola|sponsored(?: content)?|promo(?:ted|tion|box)?|teaserimage|storybox|infobox links",
        "taboola-below",
    ),
    Hint(
        Furniture.CAPTION,
        r"(?:wp |image |photo |img |figure |media |picture |js )?(?:captions?|cutline|legend)(?: \w+)?(?! block)",
        "wp-caption-text",
    ),
    Hint(
        Furniture.CAPTION,
        r"(?:image|photo|img|picture|media)(?:caption|desc|description|title| desc| description)",
        "img-desc",
    ),
    Hint(Furniture.CREDIT, r"(?:photo ?|image ?)?(?:credits?|photographer|copyright|copyrights)", "photo-credit"),
    Hint(
        Furniture.CREDIT,
        r"by ?lines?|dek byline|authors?(?: \w+)?|(?:post|entry|article|story) authors?|contributors?"
        r"|bio(?:graphy)?|about the author",
        "author-bio",
    ),
    Hint(
        Furniture.CREDIT,
        r"(?:post|entry|article|artikel|story|page) ?(?:meta|info|infos|details|date|byline)|metadata|meta(?:bar)?"
        r"|date ?block",
        "entry-meta",
    ),
    Hint(
        Furniture.CREDIT,
        r"(?:date ?)?time ?stamp|date ?line|pub ?date|date(?: ?(?:published|modified|posted|created|display))?"
        r"|(?:published|posted|updated)(?: (?:on|at|date|time))?|update time|last updated|submitted",
        "article-timestamp",
    ),
    Hint(Furniture.CREDIT, r"attribution(?: \w+)?|reading time|read time|min read|trust ?badge", "reading-time"),
    Hint(
        Furniture.INTERFACE,
        r"(?:social |article |post )?(?:shar(?:e|es|ing|edaddy)|social)(?: (?:links?|bar|buttons?|tools?|this"
        r"|icons?|media|count))?",
        "share-buttons",
    ),
    Hint(
        Furniture.INTERFACE,
        r"news ?letters?(?: \w+)?|sign ?up(?: \w+)?|subscri(?:be|ption|bers?)(?: \w+)*|mailing list|optin",
        "newsletter-signup",
    ),
    Hint(
        Furniture.INTERFACE,
        r"cookies?(?: \w+)?|consent|gdpr|privacy|disclaimer|dialog|modal|pop ?up|toast|overlay",
        "cookie-banner",
    ),
    Hint(
        Furniture.INTERFACE,
        r"tags?(?: (?:list|links|cloud|items?))?|tagged|topics?(?: \w+)?|keywords|categor(?:y|ies)|cat links"
        r"|labels?|kicker|eyebrow|amp tags",
        "tags-links",
    ),
    Hint(
        Furniture.INTERFACE,
        r"bread ?crumbs?|nav(?:igation|bar)?|menu|tool(?:s|bar|box)|pagination|pager|site (?:header|footer)|skip link",
        "breadcrumbs",
    ),
    Hint(
        Furniture.INTERFACE,
        r"comments?(?: \w+)?|commentlist|disqus(?: thread)?|respond|reply title|replies|reader comments",
        "comments-area",
    ),
    Hint(
        Furniture.INTERFACE,
        r"ads?|advert\w*|ad (?:slot|unit|container|wrapper|label)|sponsor(?:ed)?|commercial|dfp|google auto placed",
        "ad-slot",
    ),
    Hint(
        Furniture.INTERFACE,
        r"donat(?:e|ion)s?|membership|paywall(?: \w+)?|regwall|meter(?:ed)?|contributions? (?:epic|banner)"
        r"|call to action|cta|banner|feedback|report (?:an )?error",
        "donate-box",
    ),
    Hint(
        Furniture.INTERFACE,
        r"video (?:player|js)|(?:jw|media|audio) ?player|(?:toggle|hide) caption|poll|quiz|slide ?show"
        r"|button(?: wrapper| primary)?|btn|widgets?(?: area)?",
        "video-player",
    ),
)
_TAGS = {
    "figcaption": Furniture.CAPTION,
    "time": Furniture.CREDIT,
    "address": Furniture.CREDIT,
    "nav": Furniture.INTERFACE,
    "form": Furniture.INTERFACE,
    "button": Furniture.INTERFACE,
    "dialog": Furniture.INTERFACE,
    "aside": Furniture.TEASER,
    "footer": Furniture.INTERFACE,
}
_NAMED = ("class", "id", "role", "rel", "itemprop", "data-component", "data-testid", "data-module", "data-type")
_STATES = r"(?<!\S)(?:has|is|no|with|without)[-_][\w-]+"  # what an element looks like, not what it is
_PREFIXES = r"(?<!\S)(?:js|wp-block|wp-site|elementor|mol|gh|el|pg|zn|[a-z])[-_]{1,2}(?=[a-z])"
_LONGEST_NAMES = 400  # characters of the names of one element that are looked at
_MOST_WORDS = 5  # of one name: "article-body-with-related-links-and-newsletter" wraps all of them


def hint_of(tag: str, attributes: dict[str, str]) -> Furniture | None:
    """The reason for which an element is not the article, by its tag and what it is called."""
    names = " ".join(attributes[key] for key in _NAMED if attributes.get(key))
    return (named_so(names[:_LONGEST_NAMES]) if names else None) or _TAGS.get(tag)


@lru_cache(maxsize=4096)
def named_so(names: str) -> Furniture | None:
    """The reason that names tell: each is looked at by itself, and counts where its beginning or its end matches."""
    for name in re.sub(_PREFIXES, "", re.sub(_STATES, " ", names)).split():
        words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).lower()
        words = " ".join(re.findall(r"[a-z]+", words))
        if not words or words.count(" ") >= _MOST_WORDS:
            continue
        for reason, pattern in _PATTERNS:
            if pattern.search(words):
                return reason
    return None


_PATTERNS = tuple(
    (
        reason,
        re.compile(
            rf"(?:^|^.* )(?:{'|'.join(hint.pattern for hint in HINTS if hint.reason is reason)})(?: (?:\w+))?$"
            rf"|^(?:{'|'.join(hint.pattern for hint in HINTS if hint.reason is reason)})\b"
        ),
    )
    for reason in dict.fromkeys(hint.reason for hint in HINTS)
)
