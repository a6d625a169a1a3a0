"""Lines that are not the article: a rule is a row of a reason, a pattern, and its own example.

Marks are drawn dim and folded and are never a reason to delete, so a rule is here only if it is hardly ever wrong on a
paragraph of an article.
"""

from tui.text.blocks.rules.credits import CREDITS
from tui.text.blocks.rules.languages import LANGUAGES
from tui.text.blocks.rules.offers import OFFERS
from tui.text.blocks.rules.others import OTHERS
from tui.text.blocks.rules.pictures import PICTURES
from tui.text.blocks.rules.sites import SITES

RULES = (*OFFERS, *CREDITS, *PICTURES, *OTHERS, *SITES, *LANGUAGES)
