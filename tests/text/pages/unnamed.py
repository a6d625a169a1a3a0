"""Pages whose parts have no names, as page, as Markdown clipping and as plain text: what is foreign shows by its form.

A line of a template is a sign and words: "=" the article's own, "+" foreign; then "p" a paragraph, "h" a heading, "a" a
link by itself, "l" an item that is a link, "i" an item. {body} is the article."""

import html
from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from tests.text.pages.stories import Story
from tests.text.pages.unnamed_sites import DIGEST, EVENING, GAZETTE, PORTAL, RADIO, SOCIAL, STREAM, WEEKLY


class Piece(NamedTuple):
    """A block of a page."""

    own: bool
    form: str
    words: str


TEMPLATES = {
    "evening": EVENING,
    "stream": STREAM,
    "digest": DIGEST,
    "portal": PORTAL,
    "weekly": WEEKLY,
    "social": SOCIAL,
    "gazette": GAZETTE,
    "radio": RADIO,
    "harbour": """
+p Opinion
{half}
+p Advertising
{rest}
+p Filed under: Roads
+p Sent in error? Tell the editor.
+p Other pieces by this writer
+l The Slow Death of the Toll
+l Nine Lorries and a Funeral
+p Keep the presses running
+p We are owned by our readers. Chip in a crown a week.
+p © Harbour Mail 2021
""",
    "tribune": """
{half}
+p [Related: Council meets behind closed doors]
+p ALSO: Tolls to rise in June
{rest}
+p Our picks for you
+p Bridges of the North, Ranked by Height
+p Meet the Woman Who Paints Lamps
+p What a Ferryman Eats for Breakfast
+p Get Tribune Mornings
+p Five stories before your coffee cools, free, each weekday.
+p Email
+p Submit
+p Manage preferences | Do not sell my data
""",
    "forum": """
{body}
+p Discussion (18)
+p Sort by: newest
+p ElmFerry_Dad
+p May 5, 2021 at 9:14 am
+p The county never listens. Same thing happened with the school roof, and who paid? We did.
+p Reply
+p Nora
+p May 5, 2021 at 10:02 am
+p @ElmFerry_Dad agreed!!
+p Reply
+p View all 18 comments
""",
    "blog": """
{body}
+p Posted in County, Roads | Tagged bridge, works | 4 Replies
+p Post navigation
+p ← Lamps again
+p Dust in Pellow →
+p Search for:
+p Archives
+l May 2021
+l April 2021
+l March 2021
+p Blogroll
+l Tolls and Towers
+l The Ferry Log
+p Proudly powered by WordPress
""",
    "wire": """
+p 1 of 4
{half}
+p ___
+p Follow more of our coverage of county works: https://wire.example/works
{rest}
+p ___
+p Quill reported from Corvane. Marsh contributed from Pellow.
+p ADVERTISEMENT
+p Most Recent
+p Judge frees man after nine years
+p Storm takes roof off school
+p Ferry strike enters third day
""",
    "video": """
+p Now Playing: Bridge shut
+p Up Next
+p Lorries in the village
{body}
+p Report a correction or typo
+p Copyright © 2021 Valley News Station. All Rights Reserved.
+p Watch Live
+p ON NOW
+p Top Stories
+p 2 hurt as van leaves road
+p Updated 14 minutes ago
+p Teen wins chess cup
+p 1 hour ago
+p Lights out in Elm Ferry
+p 3 hours ago
""",
    "mag": """
{half}
+p Newsletter
+p Sign up for The Long Read
+p One great story, once a week. Unsubscribe at any time.
{rest}
+p Anna Quill is a staff writer.
+p Illustration by Bo Ek
+p Explore more in Bridges, Money and Dust
+p Thank you for reading The Corvane Monthly.
+p If you liked this, you’ll love our podcast
+p Latest Articles
+p Inside the Lamp Wars
+p By Leo Marsh
+p The Quiet Toll-Keeper
+p By Ruth Abanov
""",
    "social2": """
{half}
+p Corvane Police
+p @corvanepolice
+p ·
+p Follow
+p The bridge is shut. Please go round by Pellow.
+p 11:02 AM · May 4, 2021
+p 214
+p Retweets
+p 1,020
+p Likes
{rest}
+p 👍 Like
+p 💬 Comment
+p ↗ Share
+p People are also reading
+p Farmer finds bell in field
+p County to count its crows
""",
    "metro": """
+p SUBSCRIBERS ONLY
{half}
+p Promoted
+p These Shoes Are Made for Toll Keepers
+p SlipperHaus
{rest}
+p Originally Published: May 4, 2021 at 6:12 p.m.
+p More in Transportation
+p School buses to skip Pellow this fall
+p May 3, 2021
+p Marlow ferry adds a late boat
+p May 1, 2021
+p Mayor wants a tunnel
+p April 29, 2021
+p Metro Herald
+p Work With Us
+p Privacy Policy
+p Do Not Sell My Info
""",
    "substackish": """
{body}
+p If this was forwarded to you, join us here.
+p Type your email...
+p Subscribe
+p ❤ 41
+p ↻ 6
+p Share
+p Discussion about this post
+p Comments
+p Restacks
+p Lena Fors
+p May 4
+p Beautiful piece. My grandfather built that toll house.
+p Like (3)
+p Reply
+p Ready for more?
+p © 2021 Anna Quill
+p Start writing
""",
    "bbcish": """
+p Published
+p 4 May 2021
{half}
+p Image caption, Lorries on the road to Pellow
+p You may also be interested in:
+p The town that moved its church
+p Why are lamps yellow?
{rest}
+p Related Topics
+p Corvane
+p Bridges
+p More on this story
+p Ferry cancelled for third day
+p 3 May 2021
+p Bridge lamps cost double
+p 12 March 2021
+p Top Stories
+p Judge frees man after nine years
+p Storm takes roof off school
+p The BBX is not responsible for the content of external sites.
""",
    "aggregator": """
{half}
+p Swipe up for more stories
{rest}
+p Source: Valley Wire
+p Trending in Roads
+p #1 Lorry counts cows
+p #2 Cow counts lorries
+p Save 20% on your first road atlas
+p Shop the atlas
+p Was this helpful?
+p Yes
+p No
+p Back to all news
""",
    "nl": """
+p View in browser
{body}
+p Forward this to a friend
+p You are receiving this because you signed up at corvane.example.
+p Update your preferences
+p Unsubscribe
+p Corvane Letters, Quay Street 4, 10011 Corvane
""",
    "fbpost": """
{half}
+p Facebook post by Pellow Bakery
+p We counted 340 lorries before noon. #dust #pellow
+p Allow Facebook content?
+p Accept and continue
{rest}
+p Story by Anna Quill
+p Photos by Bo Ek
+p Share this article:
+p Facebook
+p X
+p Reddit
+p Want more? Try one of these
+p A Night at the Toll House
+p What the River Took
""",
    "dpa": """
{body}
+p (Corvane Press)
+p © cp-infocom, cp:210504-99-45621/3
+p Also interesting
+p Lamps: What the new rules mean
+p Dust: How Pellow copes
+p Weather
+p Corvane 14° cloudy
+p Stock market
+p CVX 5,231.12 +0.4%
""",
}
_FORMS = {"## ": "h", "> ": "q", "- ": "i"}


def pieces(template: str, story: Story) -> Iterator[Piece]:
    """The blocks of a template with this article in it."""
    body = [Piece(True, _FORMS.get(line[:2] + line[2:3], _FORMS.get(line[:2], "p")), line) for line in story.body]
    body = [piece._replace(words=piece.words.lstrip("#>- ")) for piece in body]
    middle = len(body) // 2
    parts = {"{body}": body, "{half}": body[:middle], "{rest}": body[middle:]}
    yield Piece(True, "t", story.title)
    yield Piece(True, "p", f"By {' and '.join(story.authors)}, {story.day:%d %B %Y}")
    for line in template.strip().splitlines():
        if line in parts:
            yield from parts[line]
        else:
            words = line[3:].replace("{day}", f"{story.day + timedelta(1):%B %d, %Y}")
            yield Piece(line[0] == "=", line[1], words)


def as_page(template: str, story: Story) -> str:
    """A page in which everything is a div with a name that says nothing."""
    lines: list[str] = []
    for number, piece in enumerate(pieces(template, story)):
        words = html.escape(piece.words, quote=False)
        if piece.form in "al":
            words = f'<a href="/a/{number}">{words}</a>'
        tag = {"t": "h1", "h": "h2", "q": "blockquote", "l": "li", "i": "li"}.get(piece.form, "p")
        lines.append(f'<div class="x{number % 7}k"><{tag} class="c-{number * 37 % 101}">{words}</{tag}></div>')
    head = f'<title>{story.title}</title><meta property="article:published_time" content="{story.day}">'
    return f"<html><head>{head}</head><body><div>{''.join(lines)}</div></body></html>"


def as_markdown(template: str, story: Story) -> str:
    """What a clipper makes of it."""
    signs = {"t": "# ", "h": "## ", "q": "> ", "l": "- ", "i": "- "}
    lines = [
        signs.get(piece.form, "") + (f"[{piece.words}](https://x.example/{n})" if piece.form in "al" else piece.words)
        for n, piece in enumerate(pieces(template, story))
    ]
    return f"---\ntitle: {story.title}\nsource: https://x.example/1\n---\n\n" + "\n\n".join(lines) + "\n"


def as_plain(template: str, story: Story) -> str:
    """What is copied out of a browser."""
    return "\n\n".join(piece.words for piece in pieces(template, story)) + "\n"
