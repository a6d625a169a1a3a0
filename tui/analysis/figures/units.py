"""Signs and words beside a number become its unit: currencies before it or behind it, measures behind it, rates."""

import re
from functools import cache
from typing import NamedTuple


class Unit(NamedTuple):
    """A row: the unit in the singular, how it is written, and an example of its own."""

    name: str
    words: str  # in any case, "|" between; a plural with "s" needs no place here
    example: str  # of which it is the unit
    signs: str = ""  # in their own case, blanks between; a blank inside is "_"


# Their signs stand before the number or behind it.
CURRENCIES: tuple[Unit, ...] = (
    Unit("dollar", "dollar|us dollar|u.s. dollar|american dollar|buck|greenback", "It cost $5.", "$ US$ U.S.$ $US USD"),
    Unit("Australian dollar", "australian dollar|aussie dollar", "It cost A$5.", "A$ AU$ $A $AU AUD"),
    Unit("Canadian dollar", "canadian dollar", "It cost C$5.", "C$ CA$ CDN$ $C CAD"),
    Unit("Hong Kong dollar", "hong kong dollar", "It cost HK$5.", "HK$ HKD"),
    Unit("Singapore dollar", "singapore dollar", "It cost S$5.", "S$ SGD"),
    Unit("New Zealand dollar", "new zealand dollar|kiwi dollar", "It cost NZ$5.", "NZ$ $NZ NZD"),
    Unit("Taiwan dollar", "taiwan dollar", "It cost NT$5.", "NT$ TWD"),
    Unit("real", "reais|brazilian real", "It cost R$5.", "R$ BRL"),
    Unit("euro", "euro", "It cost 5 euros.", "€ EUR"),
    Unit("pound", "pound sterling|british pound|quid", "It cost £5.", "£ GB£ GBP PS"),  # PS: £ in plain ASCII
    Unit("yen", "yen|japanese yen", "It cost ¥500.", "¥ JPY Y="),
    Unit("Chinese yuan", "yuan|chinese yuan|renminbi", "It cost 500 yuan.", "CNY RMB"),
    Unit("Indian rupee", "rupee|indian rupee", "It cost Rs 500.", "₹ Rs Rs. INR"),
    Unit("franc", "franc|french franc", "It cost 500 francs."),
    Unit("Swiss franc", "swiss franc", "It cost CHF 5.", "CHF SFr SFr."),
    Unit("ringgit", "ringgit", "It cost RM5.", "RM MYR"),
    Unit("shekel", "shekel|new israeli shekel|israeli shekel", "It cost 500 shekels.", "₪ NIS ILS"),
    Unit("rouble", "rouble|ruble", "It cost 500 roubles.", "₽ RUB"),
    Unit("won", "south korean won|korean won", "It cost ₩500.", "₩ KRW"),
    Unit("naira", "naira", "It cost ₦500.", "₦ NGN"),
    Unit("South African rand", "rand|south african rand", "It cost 500 rand.", "ZAR"),
    Unit("lira", "lira|turkish lira|lire", "It cost 500 lira.", "₺ TRY"),
    Unit("peso", "peso|mexican peso|philippine peso", "It cost 500 pesos.", "₱ MXN PHP"),
    Unit("krona", "krona|kronor|swedish krona", "It cost 500 kronor.", "SEK"),
    Unit("krone", "krone|kroner|danish krone|norwegian krone|danish crown", "It cost 500 kroner.", "DKK NOK"),
    Unit("zloty", "zloty|zlotys", "It cost 500 zloty.", "PLN"),
    Unit("forint", "forint", "It cost 500 forints.", "HUF"),
    Unit("dirham", "dirham", "It cost 500 dirhams.", "AED Dh Dhs"),
    Unit("riyal", "riyal|rial", "It cost 500 riyals.", "SAR"),
    Unit("dinar", "dinar", "It cost 500 dinars.", "KWD"),
    Unit("shilling", "shilling|kenyan shilling", "It cost 500 shillings.", "KES Ksh Ksh."),
    Unit("baht", "baht", "It cost 500 baht.", "THB"),
    Unit("rupiah", "rupiah", "It cost 500 rupiah.", "IDR Rp"),
    Unit("taka", "taka", "It cost 500 taka.", "BDT Tk"),
    Unit("hryvnia", "hryvnia", "It cost 500 hryvnias.", "₴ UAH"),
    Unit("kuna", "kuna|croatian kuna", "It cost 50 kuna."),
)  # fmt: skip
MEASURES: tuple[Unit, ...] = (
    Unit("cent", "cent", "It cost 50 cents.", "¢"),
    Unit("penny", "penny|pence|pennies", "It cost 50 pence.", "p"),
    Unit("bitcoin", "bitcoin", "It cost 5 bitcoins.", "BTC"),
    Unit("percentage point", "percentage point|percent point", "It fell by two percentage points."),
    Unit("basis point", "basis point", "It fell by 20 basis points.", "bps bp"),
    Unit("percent", "percent|per cent|pct|percentage", "It fell by five per cent.", "% pc"),
    Unit("point", "point", "It fell by 20 points.", "pts"),
    Unit("Celsius", "degrees celsius|degree celsius|degrees centigrade|degrees c|celsius|centigrade",
         "It was 20 degrees Celsius.", "°C ºC °_C degC deg_C"),
    Unit("Fahrenheit", "degrees fahrenheit|degree fahrenheit|degrees f|fahrenheit",
         "It was 70 degrees Fahrenheit.", "°F ºF °_F degF deg_F"),
    Unit("degree", "degree", "It turned 90 degrees.", "°"),
    Unit("mile per hour", "miles an hour|miles per hour|mile per hour", "It blew at 50 mph.",
         "mph MPH m.p.h. m.p.h"),
    Unit("kilometre per hour", "kilometres per hour|kilometers per hour|kilometres an hour|kilometers an hour",
         "It drove at 50 km/h.", "km/h kph kmh kmph KPH"),
    Unit("mile per gallon", "miles per gallon|mile per gallon|miles to the gallon", "It gets 30 mpg.", "mpg MPG"),
    Unit("revolution per minute", "revolutions per minute", "It turned at 300 rpm.", "RPM rpm"),
    Unit("square kilometre", "square kilometre|square kilometer", "It burnt 20 square kilometres.",
         "sq_km km2 km² sq._km"),
    Unit("square metre", "square metre|square meter|sq metre|sq meter", "It has 20 square metres.",
         "sq_m m2 m² sqm sq._m"),
    Unit("square mile", "square mile|sq mile", "It burnt 20 square miles.", "sq_mi"),
    Unit("square foot", "square foot|square feet|sq feet", "It has 20 square feet.", "sq_ft sqft ft2 ft² sq._ft"),
    Unit("cubic metre", "cubic metre|cubic meter", "It holds 20 cubic metres.", "m3 m³"),
    Unit("cubic foot", "cubic foot|cubic feet", "It holds 20 cubic feet.", "cu_ft"),
    Unit("nautical mile", "nautical mile", "It lay 20 nautical miles off."),
    Unit("mile", "mile", "It lay 20 miles off.", "mi"),
    Unit("yard", "yard", "It lay 20 yards off.", "yd yds"),
    Unit("foot", "foot|feet", "It is 20 feet long.", "ft"),
    Unit("inch", "inch|inches", "It is 20 inches long.", "″"),
    Unit("kilometre", "kilometre|kilometer", "It lay 20 km off.", "km kms KM"),
    Unit("centimetre", "centimetre|centimeter", "It is 20 cm long.", "cm"),
    Unit("millimetre", "millimetre|millimeter", "It is 20 mm long.", "mm"),
    Unit("micrometre", "micrometre|micrometer|micron", "It is 20 microns long.", "μm µm"),
    Unit("nanometre", "nanometre|nanometer", "It is 20 nm long.", "nm"),
    Unit("metre", "metre|meter", "It is 20 metres long.", "m"),
    Unit("light-year", "light-year|light year", "It is 20 light-years away."),
    Unit("hectare", "hectare", "It burnt 20 hectares.", "ha"),
    Unit("acre", "acre", "It burnt 20 acres."),
    Unit("kilogram", "kilogram|kilogramme|kilo", "It weighs 20 kg.", "kg kgs KG"),
    Unit("milligram", "milligram", "It weighs 20 mg.", "mg"),
    Unit("gram", "gram|gramme", "It weighs 20 grams.", "g"),
    Unit("ounce", "ounce|fluid ounce", "It weighs 20 ounces.", "oz"),
    Unit("gigaton", "gigaton|gigatonne", "It lost 20 gigatonnes."),
    Unit("megaton", "megaton|megatonne", "It released 20 megatonnes."),
    Unit("kiloton", "kiloton|kilotonne", "It released 20 kilotons."),
    Unit("tonne", "tonne|ton|metric ton|metric tonne", "It weighs 20 tonnes."),
    Unit("pound", "pound", "It weighs 20 lb.", "lb lbs lbs."),
    Unit("litre", "litre|liter", "It holds 20 litres.", "l L"),
    Unit("millilitre", "millilitre|milliliter", "It holds 20 ml.", "ml mL"),
    Unit("gallon", "gallon", "It holds 20 gallons."),
    Unit("pint", "pint", "It holds 20 pints."),
    Unit("quart", "quart", "It holds 20 quarts."),
    Unit("barrel per day", "barrels per day|barrels a day", "It pumps 20 bpd.", "bpd b/d"),
    Unit("barrel of oil", "barrels of oil", "It holds 20 barrels of oil."),
    Unit("barrel", "barrel", "It holds 20 barrels.", "bbl"),
    Unit("million British thermal units", "million british thermal units", "It gave 20 mmBTU.", "mmBTU MMBtu mmBtu"),
    Unit("horsepower", "horsepower|brake horsepower", "It gives 200 horsepower.", "hp HP bhp PS"),
    Unit("newton metre", "newton metre|newton meter|newton-metre|newton-meter", "It gives 200 Nm.", "Nm"),
    Unit("foot pound-force", "foot-pound|foot pound|pound-feet|pound feet", "It gives 200 lb-ft.",
         "lb-ft lb_ft ft-lb lb·ft"),
    Unit("kilopound per square inch", "kilopounds per square inch", "It bore 9 ksi.", "ksi"),
    Unit("pound per square inch", "pounds per square inch", "It bore 9 psi.", "psi"),
    Unit("watt", "watt", "It draws 20 watts.", "W"),
    Unit("kilowatt hour", "kilowatt hour|kilowatt-hour", "It draws 20 kWh.", "kWh KWh kwh"),
    Unit("megawatt hour", "megawatt hour|megawatt-hour", "It gives 20 MWh.", "MWh"),
    Unit("kilowatt", "kilowatt", "It draws 20 kW.", "kW KW kw"),
    Unit("megawatt", "megawatt", "It gives 20 MW.", "MW"),
    Unit("gigawatt", "gigawatt", "It gives 20 GW.", "GW"),
    Unit("volt", "volt", "It has 20 volts.", "V"),
    Unit("hertz", "hertz", "It hums at 50 Hz.", "Hz"),
    Unit("kilohertz", "kilohertz", "It sends at 20 kHz.", "kHz"),
    Unit("megahertz", "megahertz", "It sends at 20 MHz.", "MHz"),
    Unit("gigahertz", "gigahertz", "It runs at 2 GHz.", "GHz"),
    Unit("decibel", "decibel", "It roars at 90 decibels.", "dB"),
    Unit("kilobyte", "kilobyte", "It has 20 kB.", "kB KB"),
    Unit("megabyte", "megabyte", "It has 20 MB.", "MB"),
    Unit("gigabyte", "gigabyte", "It has 20 GB.", "GB"),
    Unit("terabyte", "terabyte", "It has 20 TB.", "TB"),
    Unit("megapixel", "megapixel", "It has 20 megapixels.", "MP"),
    Unit("calorie", "calorie", "It has 200 calories.", "kcal"),
    Unit("ppb", "parts per billion", "It has 4 ppb.", "ppb"),
    Unit("ppm", "parts per million", "It has 4 ppm.", "ppm"),
    Unit("knot", "knot", "It blew at 20 knots.", "kt kts"),
    Unit("point per game", "points per game", "She scores 20 ppg.", "ppg"),
    Unit("rebound per game", "rebounds per game", "She takes 20 rebounds per game.", "rpg"),
    Unit("assist per game", "assists per game", "She gives 20 apg.", "apg"),
    Unit("year", "year|years of age|years old|year old|year-old", "It took two years.", "yr yrs y.o."),
    Unit("month", "month", "It took two months."),
    Unit("week", "week", "It took two weeks."),
    Unit("day", "day", "It took two days."),
    Unit("hour", "hour", "It took two hours.", "h hr hrs"),
    Unit("minute", "minute", "It took two minutes.", "min mins"),
    Unit("second", "second", "It took two seconds.", "sec secs"),
    Unit("decade", "decade", "It took two decades."),
    Unit("century", "century|centuries", "It took two centuries."),
    Unit("time", "time", "It rang two times."),
)  # fmt: skip
UNITS = CURRENCIES + MEASURES
# "50 km a day" is a rate; "two men a house" is none.
EACH_WORDS = (
    "second minute hour day night week month quarter year decade century barrel share head person tonne ton gallon "
    "litre liter pound ounce kilo kilogram game season pop piece ticket bottle bushel acre dose child student unit"
)
EACH = frozenset(EACH_WORDS.split())
RATE = re.compile(
    r"\s?(?:-?\bper[\s-]((?:(?:square|sq\.?|cubic)\s)?[A-Za-z]{1,20})\b|/\s?((?:sq\s)?[A-Za-z]{1,9})\b"
    r"|(?:\b|-)an?[\s-]([a-z]{3,9})\b(?!\s(?:ago|earlier|before|later|after)\b)|(?:every|each)\s([a-z]{3,9})\b)"
)
BEFORE = re.compile(
    r"(?<![\w$£€])(?:(?:US|U\.S\.|[A-Z]{1,3})?\s?[$£€¥₹₦₽₩₪₺₱₴]\s?(?:US|AU?|C|NZ)?|[A-Z]{2,3}|Rs\.?|Tk|Rp|Dhs?|Ksh\.?|Y=)\s?$"
)
SIGN = re.compile(r"[$£€¥₹₦₽₩₪₺₱₴]")
PIECE = re.compile(r"[^\W_]+|[^\w\s]|[^\S\n]")
WIDEST = 34  # characters of a unit


class Measured(NamedTuple):
    """A unit, and where its words begin (before a number) or end (behind it)."""

    name: str
    place: int


@cache
def _signs() -> dict[str, str]:
    return {sign.replace("_", " "): unit.name for unit in reversed(UNITS) for sign in unit.signs.split()}


@cache
def _words() -> dict[str, str]:
    return {words: unit.name for unit in reversed(UNITS) for words in unit.words.split("|") if words}


@cache
def _currencies() -> dict[str, str]:
    return {sign: unit.name for unit in CURRENCIES for sign in unit.signs.split()}


def named(words: str) -> str:
    """The unit that is written so; "" where it is none."""
    if (name := _signs().get(words)) is not None:
        return name
    known, lower = _words(), words.lower()
    return known.get(lower) or (known.get(lower[:-1], "") if lower.endswith("s") else "")


def unit_before(text: str, start: int, least: int) -> Measured | None:
    """The currency whose sign or code stands right before a number, but not before `least`."""
    first = max(least, start - 9)
    match = BEFORE.search(text[first:start])
    if match is None:
        return None
    sign = "".join(match.group().split())
    if (name := _currencies().get(sign)) is not None:
        return Measured(name, first + match.start())
    bare = SIGN.search(text, first, start)
    return Measured(_currencies()[bare.group()], bare.start()) if bare else None


def unit_behind(text: str, end: int) -> Measured | None:
    """The unit right behind a number: the longest that is known."""
    start = end + (text[end : end + 1] in (" ", "-", "\xa0", "\n", "\u202f"))
    found = None
    for piece in PIECE.finditer(text, start, start + WIDEST):
        place = piece.end()
        if text[place : place + 1].isalnum() and text[place - 1 : place].isalnum():
            continue
        if name := named(text[start:place]):
            found = Measured(name, place)
    return found


def rate_behind(text: str, end: int) -> Measured | None:
    """ "per day", "a share": what is counted by, of a unit that ends here."""
    match = RATE.match(text, end, end + WIDEST)
    if match is None:
        return None
    word = next(filter(None, match.groups()))
    if match.lastindex in (3, 4) and word not in EACH:
        return None
    return Measured(named(word) or word.lower(), match.end())
