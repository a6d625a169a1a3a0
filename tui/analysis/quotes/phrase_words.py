"""The closed classes of words by which speakers and what they said are told apart."""

from tui.analysis.events.clause_words import words


def _of(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


DETERMINERS = words("determiner")
AUXILIARIES = words("auxiliary") | words("modal") | _of("'s 've 'd 'll to not")
PREPOSITIONS = words("preposition") | _of("after before during since despite as through among within")
PRONOUNS = _of("he she it they we i you who one some many others everyone nobody")
RELATIVES = _of("who which that")
JOINTS = _of("and but or")
ADVERBS = _of(
    "also then later once now still even often never always already again just only recently earlier ever soon first "
    "further long perhaps thus instead today yesterday himself herself itself themselves both all have"
)
DAYS = _of(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight earlier later last this next "
    "january february march april may june july august september october november december"
)
DASHES = _of("— – ― --")
PUNCTUATION = frozenset(',;:.!?()[]"“”…') | DASHES
STOPS = (words("subordinate") - {"as"}) | _of("that than so yet then where what how why if")  # no phrase goes over them
WHEN_OR_WHERE = _of(  # behind a cue: "said in Berlin", "told them to the end"
    "in on at during via to after before through from by of for with as about later last this earlier when while"
)
PLURAL = _of(  # before the plain form of a verb, which is not its noun there: "they claim"
    "i we you they who people many some others and , also still now both police"
)
ALSO_NOUNS = _of(  # forms of cues that are nouns as often
    "claims reports notes states comments answers posts tweets shouts cries whispers texts fears hopes plans offers "
    "demands orders supports attacks praises labels references replies promises pledges threats doubts shows finds "
    "estimates projects rules calls questions opposes details forecasts highlights blasts warning saying finding "
    "feeling meaning hearing reading writing posting attack report claim"
)
SPEAKING = _of(  # what speaks without a name: "the study claims"
    "report study survey poll ad advertisement campaign letter article paper newspaper editorial memo complaint "
    "lawsuit suit bill spokesman spokeswoman spokesperson official minister president senator candidate analysis "
    "statement book document filing website site slide chart video film company group source agency union court judge "
    "lawyer professor economist author expert nominee"
)
