"""Templates in the manner of publishing systems: WordPress, Drupal, Ghost, Blogger, Medium, AMP, print views."""

from tests.text.pages.marking import body, esc, linked, links, long_day, own_data, page
from tests.text.pages.stories import Story


def wordpress(story: Story) -> str:
    """A theme of the 2010s with the sharing and related plug-ins, captions, tags and comments."""
    site = "Harbour Gazette"
    caption = (
        f'<div id="attachment_4" class="wp-caption alignnone"><img src="a.jpg"><p id="caption-attachment-4" '
        f'class="wp-caption-text">{esc(story.caption)} (Photo by Ida Mell)</p></div>'
    )
    inside = f"""<div id="page" class="hfeed site"><header id="masthead"><p class="site-title"><a
href="/">{site}</a></p>
<nav class="main-navigation"><ul>{links("News", "Sport", "Opinion")}</ul></nav></header>
<div id="content" class="site-content"><article id="post-77" class="post-77 post type-post status-publish hentry">
<header class="entry-header"><h1 class="entry-title">{esc(story.title)}</h1><div class="entry-meta">
<span class="posted-on">Posted on <a href="/x"><time class="entry-date published" datetime="{story.day}T08:00:00+00:00">
{long_day(story.day)}</time></a></span><span class="byline"> by <span class="author vcard"><a class="url fn n"
href="/a">
{esc(story.authors[0])}</a></span></span></div></header>
<div
class="entry-content">{caption}{body(story, {4: '<p><b>READ MORE: <a href="/r">Toll house now a museum</a></b></p>'})}
<p><em>Sign up for our weekly letter <a href="/n">here</a>.</em></p>
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a href="#">Twitter</a></li>
<li><a href="#">Facebook</a></li></ul></div><div id="jp-relatedposts" class="jp-relatedposts"><h3><em>Related</em></h3>
<p><a href="/1">Council to meet on Friday</a></p></div></div>
<footer class="entry-footer"><span class="cat-links">Posted in <a href="/c">News</a></span><span
class="tags-links">Tagged
<a href="/t">roads</a>, <a href="/t2">county</a></span></footer></article>
<div id="comments" class="comments-area"><h2 class="comments-title">2 thoughts on “{esc(story.title)}”</h2>
<ol class="comment-list"><li class="comment"><p>Harry says: They should have seen this coming for years and years.</p>
</li><li class="comment"><p>Well said, Harry. My cousin told the county so in 2011 and nobody wrote back.</p></li></ol>
<h3 id="reply-title">Leave a Reply</h3></div></div>
<aside class="widget-area"><h2>Recent
Posts</h2><ul>{links("Lamp fund grows", "Choir sings on Sunday")}</ul></aside></div>
<footer class="site-footer">© 2021 {site}. Proudly powered by WordPress</footer>"""
    return page(
        f'<title>{esc(story.title)} | {site}</title><meta property="og:title" content="{esc(story.title)} | {site}">'
        f'<meta property="og:site_name" content="{site}">',
        inside,
    )


def blocks_theme(story: Story) -> str:
    """A block theme with linked data in a graph, a sign-up box within, a box on the author, a line of rights."""
    site = "The Lenn Observer"
    graph = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": site, "url": "https://lenn.example/"},
            {"@type": "Person", "@id": "#p", "name": story.authors[0], "description": "Staff"},
            {
                "@type": "Article",
                "headline": story.title,
                "datePublished": f"{story.day}T09:00:00+00:00",
                "author": {"@id": "#p", "name": story.authors[0]},
            },
        ],
    }
    box = (
        '<div class="wp-block-group has-background"><h3>Stay in the know</h3><p>Get the best of the Observer in your '
        'inbox every morning.</p><form><input type="email"><button>Sign me up</button></form></div>'
    )
    inside = f"""<div class="wp-site-blocks"><main class="wp-block-group"><h1
class="wp-block-post-title">{esc(story.title)}</h1>
<div class="wp-block-post-author"><p class="wp-block-post-author__name">{esc(", ".join(story.authors))}</p></div>
<div class="wp-block-post-date"><time datetime="{story.day}">{long_day(story.day)}</time></div>
<figure class="wp-block-image"><img src="a.jpg"><figcaption>{esc(story.caption)} <em>Credit: Ida
Mell</em></figcaption></figure>
<div class="entry-content wp-block-post-content">{body(story, {3: box})}
<p class="has-small-font-size"><em>{esc(story.authors[0])} is a reporter at {site} and writes about the valley. Write
to her at
news@lenn.example.</em></p><p>© {story.day.year} {site}. All rights reserved. No part may be reproduced without
permission.</p></div>
<div class="author-box"><h4>About the author</h4><p>{esc(story.authors[0])} joined the Observer in 2011 after ten
years at a
magazine for gardeners. She lives in Lenn with two cats.</p></div></main></div>"""
    title = f"{esc(story.title)} - {site}"
    return page(f'<title>{title}</title><meta property="og:title" content="{title}">{linked(graph)}', inside)


def drupal(story: Story) -> str:
    """Fields and views: submitted line, topics, related view."""
    site = "Tavora Public Radio"
    inside = f"""<div class="region region-header"><a href="/">{site}</a></div><main role="main"><div
class="region-content">
<h1 class="page-header">{esc(story.title)}</h1><article class="node node--type-article node--view-mode-full">
<div class="node__submitted">Submitted by {esc(story.authors[0])} on {story.day:%A}, {story.day:%m/%d/%Y} - 14:05</div>
<div class="field field--name-field-image"><img src="a.jpg"><blockquote
class="image-field-caption"><p>{esc(story.caption)}</p>
</blockquote></div><div class="field field--name-body field--type-text-with-summary">{body(story)}
<p>Support for this series comes from the Pellow Foundation and from listeners like you.</p></div>
<div class="field field--name-field-tags"><div class="field__label">Topics</div><div class="field__items">
<div class="field__item"><a href="/t/1">Roads</a></div><div class="field__item"><a
href="/t/2">County</a></div></div></div>
</article><div class="views-element-container block-views-blockrelated"><h2>More in News</h2>
<div class="views-row"><h3><a href="/1">Lamp fund passes a million</a></h3><p>The fund that began with a jar in a
bakery now
pays for every lamp on the river.</p></div><div class="views-row"><h3><a href="/2">A choir without a hall</a></h3>
<p>For the third time in two years, the singers of Pellow have to move.</p></div></div></div></main>"""
    return page(
        f'<title>{esc(story.title)} | {site}</title><meta name="dcterms.date" content="{story.day}T14:05:00">', inside
    )


def ghost(story: Story) -> str:
    """A letter of one writer: buttons to subscribe and share within and below."""
    site = "Slow Valley"
    button = (
        '<div class="subscription-widget-wrap"><p>Slow Valley is a reader-supported publication. To receive new posts '
        'and support my work, consider becoming a free or paid subscriber.</p><a href="/s">Subscribe</a></div>'
    )
    inside = f"""<div class="gh-viewport"><main><article class="gh-article post"><header class="gh-article-header">
<h1 class="gh-article-title">{esc(story.title)}</h1><p class="gh-article-excerpt">A letter from the valley</p>
<div class="gh-article-meta"><h4 class="gh-author-name">{esc(story.authors[0])}</h4><time datetime="{story.day}">
{long_day(story.day)}</time> • 4 min read</div></header><section class="gh-content">{body(story, {2: button})}
<p class="button-wrapper"><a class="button primary" href="/share">Share</a></p>
<p>Thanks for reading Slow Valley! Subscribe for free to receive new posts.</p></section></article>
<section class="gh-read-more"><h2>Read next</h2><article class="gh-card"><a href="/1"><h3>The last cooper</h3>
<p>He makes eleven barrels a year, and sells nine.</p></a></article></section></main></div>"""
    return page(
        f'<title>{esc(story.title)}</title><meta property="og:site_name" content="{site}">'
        f'<meta property="article:published_time" content="{story.day}T06:00:00.000Z">'
        f'<meta name="author" content="{esc(story.authors[0])}">',
        inside,
    )


def blogger(story: Story) -> str:
    """Paragraphs are made of line ends; the foot says who posted when, with labels."""
    site = "Notes from Pellow"
    words = "<br /><br />".join(esc(line.removeprefix("## ").removeprefix("> ")) for line in story.body)
    inside = f"""<div class="content-outer"><h1 class="title">{site}</h1><div class="date-outer"><h2
class="date-header">
<span>{story.day:%A, %B} {story.day.day}, {story.day.year}</span></h2><div class="post hentry"><h3 class="post-title
entry-title">
{esc(story.title)}</h3><div class="post-body entry-content">{words}</div>
<div class="post-footer"><span class="post-author vcard">Posted by <span
class="fn">{esc(story.authors[0])}</span></span> at
<abbr class="published" title="{story.day}T10:15:00+01:00">10:15 AM</abbr><span class="post-labels">Labels: <a
href="/l">roads</a>
</span></div></div></div><div id="comments"><h4>1 comment:</h4><p class="comment-body">A fine piece, thank you for
it.</p></div></div>"""
    return page(f"<title>{site}: {esc(story.title)}</title>", inside)


def medium(story: Story) -> str:
    """Hashed classes, a line of claps and minutes, a call to follow."""
    inside = f"""<div id="root"><div class="a b c"><div class="n p"><article><div class="l"><section><div class="ab ac
ae">
<h1 id="4f2a" class="pw-post-title hx">{esc(story.title)}</h1><div class="ab q"><a href="/@w"
rel="author">{esc(story.authors[0])}</a>
<p class="be b">Follow</p></div><div class="ab r"><span>4 min read</span><span>·</span><span>{story.day:%b}
{story.day.day},
{story.day.year}</span></div><div class="h k"><p class="be b bf">--</p><p class="be b bf">12</p><p class="be
b">Listen</p>
<p class="be b">Share</p></div><figure class="mm mn"><img src="a.jpg"><figcaption
class="mq">{esc(story.caption)}</figcaption></figure>
{body(story, p='<p class="pw-post-body-paragraph nq nr">')}
<p class="pw-post-body-paragraph nq nr"><em>If you liked this, follow me on </em><a href="/@w"><em>Medium</em></a><em>
and
</em><a href="/t"><em>Twitter</em></a><em>.</em></p></div></section></div></article></div></div></div>"""
    site = "Valley Letters"
    return page(
        f"<title>{esc(story.title)} | by {esc(story.authors[0])} | {site} | Medium</title>"
        f'<meta property="og:title" content="{esc(story.title)}"><meta property="og:site_name" content="Medium">'
        f'<meta property="article:published_time" content="{story.day}T12:00:00.000Z">',
        inside,
    )


def amp(story: Story) -> str:
    """The page for telephones: a hidden menu, advertisements, a teaser as a paragraph of its own."""
    inside = f"""<amp-sidebar id="menu" layout="nodisplay"><ul>{links("Home", "Markets")}</ul></amp-sidebar>
<amp-ad width="300" height="250"></amp-ad><header class="site">Port Vale Post</header><main role="main"><article>
<h1>{esc(story.title)}</h1><p class="byline">By {esc(story.authors[0])} | Updated: {story.day:%d %b %Y}, 11:02 AM
IST</p>
<figure><amp-img src="a.jpg" alt="x"></amp-img><figcaption>{esc(story.caption)} (File photo)</figcaption></figure>
{body(story, {3: '<p><strong>Also Read | </strong><a href="/r">Ferry timetable to change in June</a></p>'})}
<p>Click here to join our channel (@portvalepost) and stay updated with the latest headlines</p>
<div class="amp-tags"><span>TAGS</span><a href="/t">roads</a><a href="/t">courts</a></div></article></main>"""
    return page(
        f'<title>{esc(story.title)} - Port Vale Post</title><link rel="canonical" href="https://pvp.example/b">'
        + own_data(story, publisher={"@type": "Organization", "name": "Port Vale Post"}),
        inside,
        'amp lang="en"',
    )


def print_view(story: Story) -> str:
    """Tables, fonts and line ends: a page for the printer of the 2000s."""
    words = "<br><br>\n".join(esc(line.removeprefix("## ").removeprefix("> ")) for line in story.body)
    inside = f"""<table width="600" border="0"><tr><td><img src="logo.gif"></td></tr><tr><td><font size="1">Return to
<a href="/x">regular page</a> | <a href="javascript:print()">Print this page</a></font></td></tr><tr><td>
<font size="5"><b>{esc(story.title)}</b></font><br><font size="2">By {esc(" and ".join(story.authors))}, Valley Times
Staff
Writer<br>{long_day(story.day)}</font><br><br><font face="serif">{words}</font><br><br><font size="1">This article is
located at:
http://www.valleytimes.example/news/0012.html<br>Copyright {story.day.year} Valley Times Company. All rights
reserved.</font>
</td></tr></table>"""
    return page(f"<title>Valley Times: {esc(story.title)}</title>", inside, "")
