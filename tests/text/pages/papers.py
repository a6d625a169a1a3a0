"""Templates in the manner of newspapers, broadcasters and agencies."""

from tests.text.pages.marking import body, esc, links, long_day, own_data, page
from tests.text.pages.stories import Story


def broadcaster(story: Story) -> str:
    """Hashed classes and data-component, "Image source", topics and related links."""
    figure = f"""<figure><div class="ssrcss-x"><picture><img src="a"></picture><span class="ssrcss-1
visually-hidden">Image
source, </span><span class="ssrcss-2">Getty Images</span></div><figcaption class="ssrcss-3"><span
class="visually-hidden">Image
caption, </span>{esc(story.caption)}</figcaption></figure>"""
    listed = f"""<div data-component="unordered-list-block"><ul>{
        links("Why bridges crack", "The man who counts lorries")
    }</ul></div>"""
    text = body(
        story, {3: listed}, '<div data-component="text-block" class="ssrcss-9"><p class="ssrcss-8">', "</p></div>"
    )
    inside = f"""<header><nav>{links("Home", "News", "Weather")}</nav></header><main id="main-content"><article
class="ssrcss-0">
<header><h1 id="main-heading">{esc(story.title)}</h1></header><div data-component="byline-block"><div>By
{esc(story.authors[0])}
</div><div>Tavora News, Pellow</div></div><div><span>Published</span><time datetime="{story.day}T15:01:22.000Z">
{story.day.day} {story.day:%B %Y}</time></div><div data-component="image-block">{figure}</div>{text}
<div data-component="topic-list"><h2>Related Topics</h2><ul>{links("Roads", "Tavora")}</ul></div>
<section data-component="links-block"><h2>More on this
story</h2><ul>{links("A bridge and its lamps")}</ul></section></article>
<section aria-label="Top Stories"><h2>Top
Stories</h2><ul>{links("Storm reaches the coast", "King opens parliament")}</ul></section>
</main>"""
    return page(f"<title>{esc(story.title)} - TBC News</title>" + own_data(story), inside)


def daily(story: Story) -> str:
    """Asides to other articles within the text, a credit below the caption, topics, a call for support."""
    rich = """<aside data-component="rich-link" class="element-rich-link"><div class="rich-link__header"><a href="/x">
<span>Mayor promises new lamps by spring</span></a></div><a class="rich-link__read-more" href="/x">Read
more</a></aside>"""
    promo = """<figure class="element-embed"><iframe srcdoc="x"></iframe></figure><p><strong>Sign up to First Post,
our free
daily newsletter – every weekday at 7am</strong></p>"""
    inside = f"""<div id="bannerandheader"><a href="/">The Daily Sard</a></div><main><article class="content--article">
<div class="content__labels"><a href="/w">World news</a></div><h1 class="content__headline">{esc(story.title)}</h1>
<div class="content__standfirst"><p>Officials say that nobody could have known, and that all will be well</p></div>
<figure class="media-primary"><img src="a"><figcaption class="caption">{esc(story.caption)} Photograph: Ida Mell/The
Daily Sard</figcaption></figure><p class="byline">{esc(story.authors[0])} in Port Vale</p>
<p class="content__dateline">{story.day:%a} {story.day.day} {story.day:%b %Y} 15.01 BST</p>
<div class="content__article-body" itemprop="articleBody">{body(story, {2: rich, 6: promo})}</div>
<div class="submeta"><div>Topics</div><ul class="submeta__links">{links("Roads", "Sard islands")}</ul></div></article>
<div class="contributions__epic"><h2>Since you’re here ...</h2><p>… we have a small favour to ask. More people than
ever read
and support our independent journalism, and we never hide it behind a wall.</p></div></main>"""
    title = f"{esc(story.title)} | World news | The Daily Sard"
    return page(
        f'<title>{title}</title><meta property="og:title" content="{esc(story.title)}"><meta property="og:site_name" '
        f'content="the Daily Sard"><meta property="article:published_time" content="{story.day}T14:01:00.000Z">'
        f'<meta name="author" content="{esc(story.authors[0])}">',
        inside,
    )


def agency(story: Story) -> str:
    """Credits and trust lines at the end, a slide show, a call to sign up."""
    inside = f"""<div class="StandardArticle_container"><div class="ArticleHeader_container"><div
class="ArticleHeader_channel">
<a href="/w">World News</a></div><div class="ArticleHeader_date">{long_day(story.day)} / 3:41 PM / Updated 2 hours
ago</div>
<h1 class="ArticleHeader_headline">{esc(story.title)}</h1></div><div
class="BylineBar_byline">{esc(", ".join(story.authors))}</div>
<p class="BylineBar_reading-time">3 Min Read</p><div
class="StandardArticleBody_body">{body(story, {4: "<p>Slideshow (5 Images)</p>"})}
<div class="Attribution_container"><div class="Attribution_attribution"><p class="Attribution_content">Reporting by
{esc(story.authors[0])}; Additional reporting by Hans Olm in Lenn; Editing by May Toft</p></div></div>
<p>Our Standards: The Merton Trust Principles.</p></div></div><div class="TrustBadge">Our Standards</div>"""
    return page(
        f'<title>{esc(story.title)} - Merton</title><meta property="og:title" content="{esc(story.title)}">'
        f'<meta property="og:article:published_time" content="{story.day}T15:41:10+0000">'
        '<meta property="og:site_name" content="U.S.">',
        inside,
    )


def cooperative(story: Story) -> str:
    """A wire story of the 2020s: a hub of links within, three lines, credits, coverage, rights."""
    hub = f"""<div class="HTMLModuleEnhancement"><div class="Enhancement-item"><p><b>MORE ON ROADS</b></p><ul>
{links("Lorry drivers ask for a new map", "What a bearing does")}</ul></div></div>"""
    inside = f"""<div class="Page-content"><h1 class="Page-headline">{esc(story.title)}</h1><figure
class="Figure"><img src="a">
<figcaption class="Figure-caption"><p>{esc(story.caption)} (Cable Press/Ida Mell)</p></figcaption></figure>
<div class="Page-byline">BY <a class="Link" href="/a">{esc(story.authors[0].upper())}</a></div><div
class="Page-dateModified">
Updated 5:02 PM GMT, {long_day(story.day)}</div><div class="RichTextStoryBody RichTextBody">{body(story, {5: hub})}
<p>___</p><p>Cable Press writer Hans Olm in Lenn contributed to this report.</p><p>___</p><p>Follow Cable Press'
coverage of
roads at <a href="/h">https://cp.example/roads</a></p></div></div><div class="Page-footer">Copyright {story.day.year}
Cable
Press. All rights reserved.</div>"""
    return page(
        f"<title>{esc(story.title)} | Cable News</title>" + own_data(story, dateModified=f"{story.day}T17:02:00Z"),
        inside,
    )


def local_paper(story: Story) -> str:
    """Teasers as bold paragraphs, captions in spans, what the writer covers in italics at the end."""
    inside = f"""<div class="asset-double-wide"><h1 class="asset-headline">{
        esc(story.title)
    }</h1><div class="asset-metabar">
<span class="asset-metabar-author">{
        esc(story.authors[0])
    }, Elm Ferry Tribune</span><span class="asset-metabar-time">Published
3:04 p.m. CT {story.day:%b}. {story.day.day}, {story.day.year} | Updated 6:10 p.m. CT {story.day:%b}. {story.day.day},
{
        story.day.year
    }</span></div><div class="article-print-body"><div class="photo"><img src="a"><p class="image-credit-wrap"><span
class="js-caption">{esc(story.caption)}</span><span class="credit">(Photo: Ida Mell/Tribune)</span></p></div>
{
        body(
            story,
            {
                3: '<p class="p-text"><strong>More: </strong><a href="/m">County buys four new snow ploughs</a></p>',
                6: '<p class="p-text"><a href="/v"><strong>RELATED: How the toll house was saved</strong></a></p>',
            },
            '<p class="p-text">',
        )
    }
<p class="p-text"><em>{esc(story.authors[0])} covers education and roads for the Tribune. Reach her at 555-0142 or
aquill@tribune.example. Follow her on Twitter: @aquill.</em></p><p class="p-text"><em>Your subscription makes work
like this
possible. </em><a href="/s"><em>Subscribe today.</em></a></p></div><div class="article-read-more">Read or Share this
story:
https://tribune.example/2a</div></div>"""
    return page(
        f'<title>{esc(story.title)}</title><meta property="og:title" content="{esc(story.title)}"><meta property='
        f'"og:site_name" content="Elm Ferry Tribune">' + own_data(story, datePublished=f"{story.day}T15:04:00-05:00"),
        inside,
    )


def tabloid(story: Story) -> str:
    """Points above the text, a count of shares, a box within, "scroll down", captions between paragraphs."""
    box = f"""<div class="art-ins mol-factbox"><h3>RELATED
ARTICLES</h3><ul>{links("My life with a lorry", "Baker counts them all")}</ul>
</div>"""
    pic = f"""<div class="mol-img-group"><img src="b"><p class="imageCaption">{esc(story.second_caption)}</p></div>"""
    inside = f"""<div id="js-article-text"><h1>{
        esc(story.title)
    }</h1><ul class="mol-bullets-with-font"><li><strong>Officials say
that there was no other way</strong></li><li><strong>Baker tells of windows that shake</strong></li></ul>
<p class="author-section byline-plain">By <a href="/a" class="author" rel="nofollow">{
        esc(story.authors[0])
    } For Sardonline</a></p>
<p class="byline-section"><span class="article-timestamp-published">Published: 15:01 BST, {story.day.day} {
        story.day:%B %Y}</span>
 | <span class="article-timestamp-updated">Updated: 18:22 BST, {story.day.day} {story.day:%B %Y}</span></p>
<div class="share"><span>340</span> shares</div><div itemprop="articleBody">{
        body(
            story,
            {2: pic, 4: box, 7: '<p class="mol-para-with-font">Scroll down for video</p>'},
            '<p class="mol-para-with-font">',
        )
    }</div>
<p>Share or comment on this article: {
        esc(story.title)
    }</p></div><div id="reader-comments"><p>Harry, Tavora: Somebody will
have to pay for this, and I know who.</p></div>"""
    title = f"{esc(story.title)} | Sard Mail Online"
    return page(
        f'<title>{title}</title><meta property="og:title" content="{esc(story.title)}">'
        f'<meta property="article:published_time" content="{story.day}T15:01:00+0100">',
        inside,
    )


def cable(story: Story) -> str:
    """Paragraphs are divs; an editor's note, teasers in capitals, a credit at the end."""
    inside = f"""<article class="pg-rail-tall"><h1 class="pg-headline">{esc(story.title)}</h1><div class="metadata"><p
class="metadata__byline"><span class="metadata__byline__author">By <a href="/a">{
        esc(story.authors[0])
    }</a>, MNN</span></p>
<p class="update-time">Updated 2201 GMT (0601 HKT) {
        long_day(story.day)
    }</p></div><section id="body-text" class="zn-body-text">
<div class="el__storyelement--standard"><div class="zn-body__paragraph speakable"><cite>(MNN)</cite></div></div>
{
        body(
            story,
            {
                4: '<div class="zn-body__paragraph"><h3>READ: A choir that lost its hall</h3></div>',
                6: '<div class="embed"><div class="teaserimage"><h4><a href="/x">River lamps</a></h4></div></div>',
            },
            '<div class="zn-body__paragraph">',
            "</div>",
        )
    }<div class="zn-body__paragraph zn-body__footer">MNN’s Hans Olm and May Toft
contributed to this report.</div></section></article>"""
    return page(
        f'<title>{esc(story.title)} - MNN</title><meta property="og:title" content="{esc(story.title)}"><meta '
        f'name="pubdate" content="{story.day}T18:00:00Z"><meta name="author" content="{esc(story.authors[0])}, MNN">',
        inside,
    )


def public_radio(story: Story) -> str:
    """Captions that can be hidden, enlarged and credited; a transcript of nothing."""
    inside = f"""<main id="mainContent"><article class="story"><div class="storytitle"><h1>{esc(story.title)}</h1></div>
<div id="storybyline"><p class="byline__name byline__name--block"><a rel="author"
href="/a">{esc(story.authors[0])}</a></p></div>
<div class="dateblock"><time datetime="{story.day}T14:58:00-04:00"><span class="date">{long_day(story.day)}</span><span
class="time">2:58 PM ET</span></time></div><div id="storytext" class="storytext storylocation linkLocation">
<div class="bucketwrap image large"><div class="credit-caption"><div class="caption-wrap"><div
class="caption"><p>{esc(story.caption)}
<b class="credit">Ida Mell/Sard Radio</b> <b class="hide-caption"><b>hide caption</b></b></p></div><b
class="toggle-caption">
<b>toggle caption</b></b></div><span class="credit">Ida Mell/Sard Radio</span></div></div>{body(story)}
<p><em>Hans Olm produced this story for radio. It was edited by May Toft.</em></p></div></article></main>"""
    return page(
        f'<title>{esc(story.title)} : Sard Radio</title><meta property="og:title" content="{esc(story.title)}">'
        f'<meta property="og:site_name" content="Sard Radio.org"><meta name="date" content="{story.day}">',
        inside,
    )


def release(story: Story) -> str:
    """A press release: source, contact, related links."""
    text = body(story)
    inside = f"""<main><article class="news-release"><header><h1>{esc(story.title)}</h1><p class="mb-no"><span>News
provided by</span>
</p><a href="/n"><strong>County of Tavora</strong></a><p class="mb-no">{story.day:%b} {story.day.day:02},
{story.day.year}, 09:15
ET</p></header><section class="release-body">{text}<p>SOURCE County of Tavora</p><p>For further information:
press@tavora.example,
555-0199</p></section><div class="related-links"><h3>Related Links</h3><p><a
href="https://t.example">https://tavora.example</a></p>
</div></article><aside><h4>Also from this source</h4><div class="card"><a href="/o"><p>County opens third
library</p></a></div>
</aside></main>"""
    return page(
        f'<title>{esc(story.title)}</title><meta property="og:title" content="{esc(story.title)}">'
        f'<meta name="date" content="{story.day}T09:15:00-04:00">',
        inside,
    )
