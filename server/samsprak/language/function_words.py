"""Function words: words that a question is built with, and that say little of what it asks for."""

from __future__ import annotations

from samsprak.language.folding import fold
from samsprak.language.tags import primary

_SWEDISH = """
    alla allt än är att av bara bli blir då de dem den denna deras dess det detta dig din du efter eller en er ett
    får få finns för från gör göra ha han har hon hos hur i in inom jag kan kunde kunna man med medan mellan
    mig mot när någon något några nu och också om på sådan sedan ska skall skulle som till under upp ut vad var vara
    varit varför vars vem vi via vid vilka vilken vilket vill åt skillnad skillnaden heter kallas menas
    betyder begrepp term
"""
_ENGLISH = """
    a about an and any are as at be by can do does for from has have how i if in into is it its mean means my of
    on or our should so than that the their them there these they this those to was we what when where which who whose
    why will with would you difference between called term concept
"""
_LISTS = {"sv": _SWEDISH, "en": _ENGLISH}
FUNCTION_WORDS = {lang: frozenset(fold(word) for word in text.split()) for lang, text in _LISTS.items()}


def is_function_word(folded: str, lang: str) -> bool:
    """Tell whether a folded word is a function word in a language."""
    return folded in FUNCTION_WORDS.get(primary(lang), ())
