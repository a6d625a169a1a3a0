"""All templates of ordinary pages."""

from tests.text.pages import oddities, papers, systems

SITES = (
    systems.wordpress,
    systems.blocks_theme,
    systems.drupal,
    systems.ghost,
    systems.blogger,
    systems.medium,
    systems.amp,
    systems.print_view,
    papers.broadcaster,
    papers.daily,
    papers.agency,
    papers.cooperative,
    papers.local_paper,
    papers.tabloid,
    papers.cable,
    papers.public_radio,
    papers.release,
    oddities.several,
    oddities.microdata,
    oddities.hashed,
    oddities.table_layout,
    oddities.embeds,
    oddities.tooltips,
    oddities.commented,
    oddities.german,
    oddities.divs,
    oddities.gallery,
)
