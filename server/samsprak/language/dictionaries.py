"""Dictionaries: the base forms of words by language, from simplemma.

As it is shipped, the Swedish one is read in half a second, and a look-up takes 8 µs. As a trie it is there at once, and
a look-up takes 0.6 µs; but to make the trie takes two seconds. So it is made once and kept in the user's cache. Where
nothing can be kept there, the dictionary is read as it is shipped.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import simplemma
from platformdirs import user_cache_path
from simplemma.strategies import StreamDictionaryFactory, TrieDictionaryFactory

# Each is got when the first word of its language comes.
LANGUAGES = frozenset(("da", "de", "en", "fi", "nb", "nn", "sv"))

log = logging.getLogger(__name__)


@lru_cache(maxsize=16384)
def base_form(word: str, lang: str) -> str:
    """Return the base form of a word in lower case, or nothing where the dictionary of its language lacks it."""
    # To a trie a null ends the word.
    if lang not in LANGUAGES or "\0" in word:
        return ""
    found = dictionary(lang)
    # German nouns are in the dictionary as they are written.
    return found.get(word) or (found.get(word.capitalize()) if lang == "de" else "") or ""


@cache
def dictionary(lang: str) -> Mapping[str, str]:
    """Return the base forms of a language by their forms."""
    try:
        return _kept(lang, user_cache_path("samsprak", appauthor=False) / f"simplemma-{simplemma.__version__}")
    except (OSError, RuntimeError) as error:
        # No room or no right to write there; or nobody's home, which platformdirs tells by the second.
        log.info("%s is read as it is shipped: %s", lang, error)
        return StreamDictionaryFactory().get_dictionary(lang)


def _kept(lang: str, folder: Path) -> Mapping[str, str]:
    """Return a dictionary as a trie, made now if it is not there. Raises `OSError` where it cannot be kept."""
    if not (folder / f"{lang}.dic").exists():
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder) as making:
            TrieDictionaryFactory(disk_cache_dir=making).get_dictionary(lang)
            # Others see it whole or not at all; who makes it at the same time makes the same.
            (Path(making) / f"{lang}.dic").replace(folder / f"{lang}.dic")
    return TrieDictionaryFactory(disk_cache_dir=str(folder)).get_dictionary(lang)
