"""Templates of odd pages: hidden words, embedded posts, several articles in one, hashed classes, other languages."""

from tests.text.pages.marking import body, esc, linked, links, long_day, own_data, page
from tests.text.pages.stories import Story


def several(story: Story) -> str:
    """Linked data of three articles, the page's own last; the next article follows below."""
    others = [
        {"@type": "NewsArticle", "headline": "Harbour crane to be painted", "datePublished": "2014-02-02T10:00:00Z"},
        {"@type": "BreadcrumbList", "itemListElement": []},
        {"@type": "Organization", "name": "Coast Weekly", "foundingDate": "1911-03-01"},
    ]
    inside = f"""<div class="infinite"><article class="article-main"><h1>{esc(story.title)}</h1><div class="art-date">
{long_day(story.day)}</div>{body(story)}<p><a href="/t">#roads</a> <a href="/t">#county</a></p></article>
<div class="next-article"><h2><a href="/n">Harbour crane to be painted</a></h2><p>The crane that has stood on the
north quay since
1958 will be painted blue, the port said, after a vote in which eleven people took part.</p></div></div>"""
    return page(
        f"<title>{esc(story.title)} :: Coast Weekly</title>" + "".join(map(linked, others)) + own_data(story), inside
    )


def microdata(story: Story) -> str:
    """Everything is said with itemprop; the text's container has no telling class."""
    authors = "".join(
        f'<span itemprop="author"><span itemprop="name">{esc(name)}</span></span> ' for name in story.authors
    )
    inside = f"""<div itemscope itemtype="https://schema.org/NewsArticle"><h1
itemprop="headline">{esc(story.title)}</h1>
<meta itemprop="datePublished" content="{story.day}T12:00:00+02:00"><div class="x1">{authors}</div><div class="x2"
itemprop="articleBody">{body(story)}<div class="x9"><p>Found a mistake? Select it and press Ctrl+Enter.</p></div></div>
<div itemprop="publisher" itemscope><meta itemprop="name" content="Kvartal"></div></div>
<div class="x3"><h4>Latest
news</h4><ul>{links("Rain until Friday", "Trams stand still", "Baker of the year")}</ul></div>"""
    return page(f"<title>{esc(story.title)} – Kvartal</title>", inside)


def hashed(story: Story) -> str:
    """A page of a framework: hashed classes, a cookie notice first, a sheet that only opens on a click."""
    inside = f"""<div id="__next"><div class="css-1k2" role="dialog"><p>We and our 214 partners store and access
information on
your device. You can change your mind at any time.</p><button>Accept all</button></div><div class="css-9ab"><div
class="css-3f">
<h1 class="css-77">{esc(story.title)}</h1><div
class="css-a1"><span>{esc(story.authors[0])}</span><span>{long_day(story.day)}</span></div>
<div
class="css-b4">{body(story, {5: '<div class="css-p9"><span>Advertisement</span></div>'}, '<p class="css-c7">')}</div>
<div class="css-zz" hidden><p>Thanks for signing up! Please look into your inbox to confirm it.</p></div>
<div class="css-d0" style="display: none"><p>You have reached your limit of free articles this
month.</p></div></div></div></div>"""
    return page(
        f'<title>{esc(story.title)} | Verge of Sard</title><meta property="og:site_name" content="Verge of Sard">'
        + own_data(story),
        inside,
    )


def table_layout(story: Story) -> str:
    """A page of the early 2010s: tables within tables, a box of links in the text's own cell."""
    box = f"""<table align="right" class="storybox"><tr><td><b>Also in the News</b></td></tr><tr><td><ul>
{links("Lamp fund grows", "Third boat for Sard")}</ul></td></tr></table>"""
    inside = f"""<table width="980"><tr><td colspan="2"><a href="/">Home</a> | <a href="/s">Sport</a></td></tr><tr><td
class="story">
<h2 class="storyhead">{esc(story.title)}</h2><p class="storydate">{story.day:%d-%b-%Y} 10:22</p><p class="storyby">By
{esc(story.authors[0])}, Valley Bureau</p>{body(story, {1: box})}<p class="tools"><a href="/e">E-mail</a> | <a
href="/p">Print</a> |
<a href="/c">Comments (3)</a></p></td><td class="side"><ul>{links("Weather", "Lottery")}</ul></td></tr></table>"""
    return page(f"<title>Valley Bureau News - {esc(story.title)}</title>", inside, "")


def embeds(story: Story) -> str:
    """Posts of social networks within the text, a poll, a video that plays nowhere."""
    tweet = """<blockquote class="twitter-tweet"><p lang="en" dir="ltr">Please keep clear of the place and follow
the signs. <a href="https://t.example/x">pic.twitter.example/3x</a></p>&mdash; Tavora County (@tavora) <a
href="https://twitter.example/s/1">May 4, 2021</a></blockquote>"""
    insta = """<blockquote class="instagram-media"><div><p>View this post on Instagram</p><p>A post shared by
Mira Sand (@mirabread)</p></div></blockquote>"""
    video = '<div class="video-player"><p>Video player requires JavaScript enabled in your browser.</p></div>'
    inside = f"""<main><article><h1>{esc(story.title)}</h1><p class="dek">By {esc(" and ".join(story.authors))} •
{long_day(story.day)}</p>
{body(story, {2: tweet, 5: insta, 7: video})}<p>What do you think? Let us know in the comments
below.</p></article></main>"""
    return page(f"<title>{esc(story.title)} » Port Side</title>" + own_data(story), inside)


def tooltips(story: Story) -> str:
    """Hidden cards beside names, words for screen readers, text for the print."""
    words = body(story).replace(
        "Tuesday",
        'Tuesday<span class="rollover" style="display:none"><b>Calendar</b> Fair opens. Market closes in 2031.</span>',
        1,
    )
    inside = f"""<main><article><h1>{esc(story.title)}</h1><p class="sr-only">Open picture in a lightbox</p>{words}
<p class="visually-hidden">End of article</p><div aria-hidden="true"><p>Swipe left for the next
article</p></div></article></main>"""
    return page(f"<title>{esc(story.title)} | Sard Science</title>" + own_data(story), inside)


def commented(story: Story) -> str:
    """A short article over long comments of readers."""
    said = "".join(
        f'<div class="c-post"><p class="c-author">reader{number}</p><p>I drove there for {number} years and always '
        f"heard it creak, whatever they say now. My father said so in 1987, when it was repaired last, and was right "
        f"about most things.</p><p>Reply</p></div>"
        for number in range(3, 15)
    )
    inside = f"""<div class="wrap"><div class="article"><h1>{esc(story.title)}</h1><p
class="date">{long_day(story.day)}</p>
{body(story)}</div><section class="comments" id="comments"><h3>12 comments</h3>{said}</section></div>"""
    return page(f"<title>{esc(story.title)} - Pellow Local</title>" + own_data(story), inside)


def german(story: Story) -> str:
    """A site in German around the text: teasers, share line, rights."""
    inside = f"""<article><header><span class="kicker">Verkehr</span><h1>{esc(story.title)}</h1></header><div
class="artikel-info">
Von {esc(story.authors[0])} - Aktualisiert am {story.day:%d.%m.%Y}-15:04</div><figure><img
src="a"><figcaption>{esc(story.caption)}
<span>Bild: dpa</span></figcaption></figure><div
class="artikel-text">{body(story, {4: '<p><b>Lesen Sie auch:</b> <a href="/x">Der Mann, der Laster zählt</a></p>'})}
<p>Mehr zum Thema</p><ul>{links("Brücken in Not", "Was ein Lager trägt")}</ul><p>Quelle: dpa</p></div></article>"""
    return page(f"<title>{esc(story.title)} - Sarder Zeitung</title>" + own_data(story), inside, 'lang="de"')


def divs(story: Story) -> str:
    """No paragraph is marked as one: each is a div among divs, and a teaser is one of them."""
    text = body(
        story,
        {4: '<div class="r"><a href="/x">You might also like: The baker who counts lorries</a></div>'},
        "<div>",
        "</div>",
    )
    inside = f"""<div class="w"><div class="h"><a href="/">Inland Echo</a></div><div class="m"><div
class="t">{esc(story.title)}</div>
<div class="d">{long_day(story.day)}, 10:40 | {esc(story.authors[0])}</div><div class="b">{text}</div><div
class="f">Copyright ©
{story.day.year} Inland Echo. Reproduction without written consent is forbidden.</div></div></div>"""
    return page(f"<title>Inland Echo | {esc(story.title)}</title>", inside)


def gallery(story: Story) -> str:
    """Pictures with captions and credits between the paragraphs, in no figure."""
    first = f'<p class="img-desc">{esc(story.caption)} | Ida Mell / AFP / Getty Images</p>'
    second = f'<div class="media"><img src="b"><small>{esc(story.second_caption)}<br>Ida Mell/Cable Press</small></div>'
    inside = f"""<main class="c"><h1>{esc(story.title)}</h1><div class="post-info">{long_day(story.day)} by
<a href="/a">{esc(story.authors[0])}</a> in <a href="/n">News</a></div><div
class="post-content">{body(story, {1: first, 5: second})}
<hr><p><a href="/1">← Previous: Lamp fund grows</a></p><p><a href="/2">Next: A choir without a hall
→</a></p></div></main>"""
    return page(f"<title>{esc(story.title)} — Picture Post Sard</title>" + own_data(story), inside)
