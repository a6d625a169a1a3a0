"""Templates in the manner of more papers, stations and agencies."""

from tests.text.pages.marking import body, esc, links, long_day, own_data, page
from tests.text.pages.stories import Story


def metropolitan(story: Story) -> str:
    """Credits behind captions, a line of print, a correction, hashed classes."""
    inside = f"""<div id="app"><main id="site-content"><div><article id="story" class="css-1vxca1d"><header
class="css-1ut2x9k"><h1
class="css-rsa88z" data-testid="headline">{
        esc(story.title)
    }</h1><p id="article-summary" class="css-w6ymp8">Officials say that
nobody is to blame.</p></header><div class="css-79elbk"><figure class="css-1ef8w8q"><img src="a"><figcaption
class="css-1g9ic6e"><span class="css-jevhma">{
        esc(story.caption)
    }</span><span class="css-1u46b97"><span class="css-1ly73wi">
Credit...</span><span>Ida Mell for The Metropolitan</span></span></figcaption></figure></div><div class="css-18e8msd"><p
class="css-1nuqvr">By <span itemprop="name">{esc(story.authors[0])}</span></p><ul class="css-1w5cs23"><li><time
datetime="{story.day}T14:20:00-04:00">{
        long_day(story.day)
    }</time></li></ul></div><section name="articleBody" class="css-1r7ky0e">
{
        body(
            story,
            {5: '<div class="css-kxzuz"><p>Thank you for your patience while we verify access.</p></div>'},
            '<p class="css-at9mc1 evys1bk0">',
        )
    }</section><div class="bottom-of-article"><div class="css-1ubp8k9"><p>{esc(story.authors[0])} has been
a reporter at The Metropolitan since 2009. More about {
        esc(story.authors[0])
    }</p></div><div class="css-vdv0al">A version of this
article appears in print on {story.day:%b}. {story.day.day}, {
        story.day.year
    }, Section A, Page 4 of the edition with the headline:
{esc(story.title)}. Order Reprints | Today’s Paper | Subscribe</div></div></article></div></main></div>"""
    return page(
        f'<title>{esc(story.title)} - The Metropolitan</title><meta property="og:title" content="{esc(story.title)}">'
        + own_data(story),
        inside,
    )


def cable_right(story: Story) -> str:
    """Teasers in capitals as linked paragraphs, video boxes, an application."""
    inside = f"""<main class="main-content"><article class="article-wrap has-video"><header class="article-header"><div
class="author-byline"><span>By <a href="/p">{
        esc(story.authors[0])
    }</a></span> <span class="article-source">Fog News</span></div>
<h1 class="headline">{esc(story.title)}</h1><h2 class="sub-headline speakable">Nobody knew, officials say</h2><div
class="article-date">Published <time>{
        long_day(story.day)
    } 2:20pm EDT</time></div></header><div class="article-content"><div
class="article-body"><div class="featured featured-video"><h4 class="title"><a href="/v">Fog News Flash top headlines
for May 4</a>
</h4><p>Fog News Flash top headlines are here. Check out what's clicking on Fognews.example.</p></div>
{
        body(
            story,
            {
                2: '<p><a href="/x"><strong>MAYOR PROMISES NEW LAMPS BEFORE THE FIRST SNOW</strong></a></p>',
                5: '<p><strong><u><a href="/a">CLICK HERE TO GET THE FOG NEWS APP</a></u></strong></p>',
            },
        )
    }<p><i>Fog News' Hans Olm and Cable Press
contributed to this report.</i></p></div></div></article></main>"""
    return page(
        f'<title>{esc(story.title)} | Fog News</title><meta name="dc.date" content="{story.day}">' + own_data(story),
        inside,
    )


def local_station(story: Story) -> str:
    """A television station: staff, posted and updated times, a video, rights at the end."""
    inside = f"""<div class="ArticlePage-main"><div class="ArticlePage-breadcrumbs"><a href="/n">News</a></div><h1
class="ArticlePage-headline">{esc(story.title)}</h1><div class="Figure"><img src="a"><div
class="Figure-credit">KXYZ</div><div
class="Figure-caption">{esc(story.caption)}</div></div><div class="ArticlePage-byline">By:
{esc(story.authors[0])}</div><div
class="ArticlePage-datePublished">Posted at 2:20 PM, {long_day(story.day)}</div><div
class="ArticlePage-dateModified">and last updated
6:02 PM, {long_day(story.day)}</div><div class="ArticlePage-articleBody"><div class="RichTextArticleBody-body">
{body(story, {4: "<p><b>WATCH: Drone film</b></p>", 7: '<p>ALSO READ: <a href="/k">Choir finds hall</a></p>'})}
<p>Copyright {story.day.year} KXYZ Media Inc. All rights reserved. This material may not be published, broadcast,
rewritten, or
redistributed.</p></div></div><div class="SignUp"><h3>Sign up for the Breaking News Newsletter and receive up to date
information.</h3></div></div>"""
    return page(
        f'<title>{esc(story.title)}</title><meta property="og:site_name" content="KXYZ">'
        f'<meta property="article:published_time" content="{story.day}T14:20:00-0400">',
        inside,
    )


def state_agency(story: Story) -> str:
    """The head in one line with the source and the editor; pictures with captions as paragraphs."""
    inside = f"""<div class="main"><div class="Btitle">{esc(story.title)}</div><div class="wzzy"><i
class="source">Source: Sinwa</i>|
<i class="time">{story.day} 14:20:11</i>|<i class="editor">Editor: olm</i></div><div id="content" class="content"><p
align="center"><img
src="a"></p><p align="center"><font color="navy">{esc(story.caption)} (Sinwa/Ida
Mell)</font></p>{body(story)}<p>Enditem</p><p
class="Vad">KEY WORDS: roads, county</p></div><div class="explore"><h3>Explore
Sinwanet</h3><ul>{links("World", "Sports")}</ul></div>
</div>"""
    return page(f"<title>{esc(story.title)} - Sinwa | English.news.example</title>", inside)


def startup_news(story: Story) -> str:
    """A blog on firms: image credits, embedded related posts, a box for tips, an event."""
    related = """<div class="embed breakout"><blockquote class="wp-embedded-content"><p><a href="/x">Ferry firm raises
a round</a></p>
</blockquote></div>"""
    inside = f"""<div class="article-container"><article class="article"><header class="article__header"><h1
class="article__title">
{esc(story.title)}</h1><div class="article__byline"><a href="/a">{esc(story.authors[0])}</a> <span>@someone</span> /
2:20 PM GMT+2 •
{long_day(story.day)}</div></header><div class="article__featured-image"><p>Image Credits: Ida Mell under a CC BY 2.0
license.</p></div>
<div class="article-content">{body(story, {3: related})}<p class="callout">Got a tip? Send it to tips@startup.example
or by Signal.</p>
<div class="event"><p>Join 10,000 founders at Disrupt Sard, October 27 to 29. Save up to $300 before
Friday.</p></div></div></article>
</div>"""
    return page(
        f'<title>{esc(story.title)} | StartUp Sard</title><meta property="og:site_name" content="StartUp Sard">'
        + own_data(story),
        inside,
    )


def evening(story: Story) -> str:
    """A British tabloid site: read-more boxes, "Sign up", a show-more button, captions with (Image: ...)."""
    letter = """<div class="inline-newsletter"><p>Get all the big headlines straight to your inbox for free</p><p>We
have
more newsletters</p></div>"""
    more = f"""<aside class="read-more-links"><h4>Read More</h4><p>Related Articles</p><ul>
{links("Baker speaks of lorries", "Lamp lit again")}</ul></aside>"""
    inside = f"""<main><article class="article-main"><h1>{esc(story.title)}</h1><p class="sub-title">Everybody in the
town is
talking of it</p><div class="article-information"><div class="author"><span class="author-label">By</span><a
href="/a">{esc(story.authors[0])}</a></div><ul class="time-info"><li><span class="time-container">15:20, {story.day.day}
{story.day:%b %Y}</span></li></ul></div><div class="article-body" itemprop="articleBody"><figure><img
src="a"><figcaption><span
class="caption">{esc(story.caption)}</span> <span class="credit">(Image: Evening Sard)</span></figcaption></figure>
{body(story, {2: letter, 4: more})}
<p><b>Do you know the baker? Email newsdesk@evening.example</b></p></div><div
class="sharebar"><button>Comments</button></div>
<div class="most-read"><h3>Most
Read</h3><ol>{links("Rain until Friday", "Town hall clock stops")}</ol></div></article></main>"""
    return page(
        f'<title>{esc(story.title)} - Evening Sard</title><meta property="og:title" content="{esc(story.title)}">'
        f'<meta property="article:published_time" content="{story.day}T14:20:00Z"><meta name="author" '
        f'content="{esc(story.authors[0])}">',
        inside,
    )


def hill(story: Story) -> str:
    """A site of politics: byline with a date in figures, tags, a trending list within the text's container."""
    inside = f"""<section id="content"><div class="content-wrapper"><h1 class="title">{esc(story.title)}</h1><span
class="submitted-by">By {esc(story.authors[0])} - {story.day:%m/%d/%y} 02:20 PM EDT <span>1,204</span></span><div
class="field-items"><div class="field-item even"><div class="rollover-block"><span
class="rollover-people-block">{body(story)}</span></div>
<div class="tags-block">Tags <a href="/1">Roads</a> <a href="/2">Corvane</a></div><div class="btn-grp"><a
href="/c">View the
discussion thread.</a></div><p>The Mound 1625 K Street, NW Suite 900 Washington DC 20006 | 202-555-0100
tel</p></div></div></div></section>"""
    return page(
        f'<title>{esc(story.title)} | TheMound</title><meta property="og:site_name" content="TheMound">'
        f'<meta name="dcterms.date" content="{story.day}T14:20-04:00">',
        inside,
    )


def bare_blog(story: Story) -> str:
    """Nothing is called anything: a heading, paragraphs, a line of links, a bio in italics."""
    inside = f"""<h1>{esc(story.title)}</h1><p>{esc(story.authors[0])}, {story.day.day}
{story.day:%B %Y}</p>{body(story)}<hr><p><i>
{esc(story.authors[0])} writes from Pellow. Her book on bridges came out in 2015.</i></p><p><a href="/1">Older: The
last cooper</a> ·
<a href="/2">All letters</a></p><p>Photos: Ida Mell</p>"""
    return page(f"<title>{esc(story.title)}</title>", inside, "")
