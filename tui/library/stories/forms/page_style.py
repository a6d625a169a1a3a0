"""How the page of a chronicle looks: by day, in the dark, on paper. Text has a contrast of at least 7 to 1."""

STYLE = """
:root { --ground: #fdfcf9; --text: #1c1b19; --faint: #4c4a45; --line: #c9c5bb; --link: #0b4a8f; --mark: #7a2e0e;
  --focus: #0b4a8f; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #17181b; --text: #eceae4; --faint: #bdbab2; --line: #4a4b50; --link: #9cc7ff; --mark: #ffb38a;
    --focus: #9cc7ff; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1rem 3rem; background: var(--ground); color: var(--text);
  font: 1.0625rem/1.55 Georgia, "Times New Roman", serif; overflow-wrap: anywhere; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .3rem; }
header p, .who, .by, .tellers, table, footer { font-family: system-ui, sans-serif; font-size: .9rem; }
header p, .who, .by, .about { color: var(--faint); }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; padding-bottom: .2rem; border-bottom: 1px solid var(--line); }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, .row:focus-visible, main:focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; }
main:focus { outline: none; }
.skip { position: absolute; left: -99rem; }
.skip:focus { position: static; }
.row { margin: 0 0 1.1rem; padding-left: .8rem; border-left: 3px solid var(--line); }
.what { margin: 0; }
.who, .by { margin: .2rem 0 0; }
.tellers { margin: .1rem 0 0; padding: 0; list-style: none; }
.tellers li { display: inline; }
.tellers li + li::before { content: " \\00b7  "; }
.tellers em, .doubt, caption { color: var(--mark); font-style: normal; font-weight: 600; }
table { margin: .5rem 0 0; border-collapse: collapse; }
caption { text-align: left; padding-bottom: .15rem; }
th, td { text-align: left; vertical-align: top; padding: .15rem .9rem .15rem 0; border-top: 1px solid var(--line); }
footer { margin-top: 2.5rem; }
footer li { margin-bottom: .3rem; }
@media print {
  :root { --ground: #fff; --text: #000; --faint: #333; --line: #999; --link: #000; --mark: #000; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  header p, .who, .by, .tellers, table, footer { font-size: 9pt; }
  .skip { display: none; }
  .row { break-inside: avoid; }
  h2 { break-after: avoid; }
  footer a[href^="http"]::after { content: " (" attr(href) ")"; }
}
"""
