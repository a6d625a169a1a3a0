"""A letter becomes an Article: a newsletter as the page that it is, a plain one as its lines."""

import re
from dataclasses import replace

from tui.text.apart.file import File
from tui.text.article import Article, Block, Furniture, Published
from tui.text.blocks.builder import Builder
from tui.text.formats.built import built_article
from tui.text.formats.letters.message import body_of, day_of, field, parsed, sender
from tui.text.formats.markup import read_markup
from tui.text.formats.plain import plain_article
from tui.text.head.published import stated
from tui.text.opened import Opened

_FOOT = re.compile(  # what newsletters say about themselves
    r"(?:(?:view|read|open|see) (?:this|it|the)?.{0,40}\b(?:browser|online|web)|.{0,60}\bunsubscribe\b.{0,80}"
    r"|(?:update|manage|change) (?:your )?(?:preferences|subscription).{0,60}|you (?:are|were) receiving this .{0,200}"
    r"|(?:was this (?:e-?mail|letter) )?forwarded (?:to you|this e-?mail).{0,80}|©.{0,120}|copyright ©?.{0,120})",
    re.I | re.S,
)


def mail_opened(data: bytes, file: File) -> Opened:
    """The letter. Raises UnreadableArticle."""
    article = letter(data, file.source, file.name)
    return Opened(article.title, article)


def letter(data: bytes, source: str, name: str) -> Article:
    """The letter that these bytes are. Raises UnreadableArticle."""
    message = parsed(data, name)
    body = body_of(message, name)
    day = day_of(message)
    published = stated(day, "Date") if day is not None else Published()
    author, publisher = sender(message), _list_name(field(message, "List-Id"))
    if body.is_page:
        builder = Builder()
        title = read_markup(body.text, builder)
        article = built_article(
            builder, source, field(message, "Subject") or title, author, publisher, published=published
        )
    else:
        plain = plain_article(body.text, source, field(message, "Subject"), published)
        article = replace(plain, byline=author or plain.byline, publisher=publisher or plain.publisher)
    archived = re.search(r"<?(https?://[^\s<>]{1,500})", field(message, "Archived-At"))
    return replace(
        article,
        url=archived[1] if archived else article.url,
        blocks=tuple(_folded(article.text, block) for block in article.blocks),
        notices=(*article.notices, *_not_shown(body.files)),
    )


def _list_name(field: str) -> str:
    return field.partition("<")[0].strip(' "')


def _folded(text: str, block: Block) -> Block:
    """What a newsletter says about itself is no part of it."""
    length = block.span.end - block.span.start
    if block.furniture is None and 0 < length < 300 and _FOOT.fullmatch(text[block.span.start : block.span.end]):
        return replace(block, furniture=Furniture.INTERFACE)
    return block


def _not_shown(files: tuple[str, ...]) -> tuple[str, ...]:
    if not files:
        return ()
    more = f" and {len(files) - 3} more" if len(files) > 3 else ""
    return (f"With the letter came what is not shown here: {', '.join(files[:3])}{more}.",)
