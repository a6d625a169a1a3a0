"""A letter of another alphabet becomes the key that it is typed with: what that key types on an American keyboard.

Terminals send characters, not keys. Where a keyboard types no Latin letters the commands would be out of reach; so a
character that is no command stands for its place on the keyboard. A row is what the keys of QWERTY type, in its order.
A character that lies in two places counts for the layout that is named first.
"""

QWERTY = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
SHIFTED = '~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>'
LAYOUTS = {  # a space where nothing is typed, or where a Latin letter or a sign is
    "Russian": "ёйцукенгшщзхъфывапролджэячсмитьбю",
    "Ukrainian": "'йцукенгшщзхїфівапролджєячсмитьбю",
    "Belarusian": "ёйцукенгшўзх'фывапролджэячсмітьбю",
    "Greek": " ;ςερτυθιοπ[]ασδφγηξκλ΄'ζχψωβνμ  ",
    "Hebrew": "  'קראטוןםפ  שדגכעיחלךף זסבהנמצתץ",
    "Arabic": "ذضصثقفغعهخحجدشسيبلاتنمكطئءؤر ىةوز",
    "Persian": " ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو ",
}
# Arabic has one key for two letters; terminals send them one after the other, which are other keys already.


def _places() -> dict[str, str]:
    places: dict[str, str] = {}
    for layout in LAYOUTS.values():
        for character, key, shifted in zip(layout, QWERTY, SHIFTED, strict=True):
            if not character.isascii():
                places.setdefault(character, key)
                capital = character.upper()
                if capital != character and capital.lower() == character:
                    places.setdefault(capital, shifted)
    return places


PLACES = _places()


def at_place(key: str) -> str:
    """What the place of a key types on an American keyboard, modifiers and all; "" where that is not known."""
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    place = PLACES.get(last, "")
    return "+".join([*modifiers, place]) if place else ""
