"""Weighing: what is found for a query of several words, by how much is said of each word, in labels and in texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from samsprak.search.query import Query

# A rare word tells more than common ones, of which every label has some: weights count to this power.
RARITY = 2
# What is said of each word anywhere counts so much, and how near the nearest label is as a whole the rest.
SAID = 0.5
# A label's words that were not asked for take so much away; what texts alone say has no label that is met.
UNASKED, WITHOUT_LABEL = 0.3, 0.8


class Weigher:
    """Weighs concepts against one query; words of labels, and then of texts, that say the same do not add up."""

    def __init__(self, query: Query) -> None:
        self._places = query.telling
        weights = [query.words[place].weight ** RARITY for place in self._places]
        self._weights = [weight / sum(weights) for weight in weights]

    def score(
        self, near: float, labels: Mapping[int, float], texts: Sequence[float], met: float = WITHOUT_LABEL
    ) -> float:
        """Return what a concept is worth, from 0 to about 1.

        `near` is what its best label or its texts are worth as a whole, `met` the share of that label's words that are
        met; `labels` and `texts` say what each word is worth in them, by its place, or by its number among those that
        are no function words.
        """
        said = [max(labels.get(place, 0.0), text) for place, text in zip(self._places, texts, strict=True)]
        share = sum(weight * worth for weight, worth in zip(self._weights, said, strict=True))
        return (1 - SAID) * near + SAID * share * (1 - UNASKED * (1 - met))
