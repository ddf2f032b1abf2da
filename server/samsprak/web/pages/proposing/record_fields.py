"""The fields of a term record."""

from __future__ import annotations

from samsprak.errors import N_
from samsprak.web.pages.proposing.fields import SENDER, Field, Kind, Section

WORDS = Section(
    N_("The words"),
    (
        Field(
            "term_sv",
            Kind.LINE,
            N_("Term"),
            N_("The word that should be used, as you would look it up in a dictionary: one word, in the singular."),
            "fältarbete",
            "sv",
        ),
        Field(
            "also_sv",
            Kind.LINES,
            N_("Other words for the same thing"),
            N_("Synonyms, older names and inflected forms as the sources print them. One on each line."),
            "uppsökande arbete",
            "sv",
        ),
        Field(
            "term_en",
            Kind.LINE,
            N_("Term in English"),
            N_("Only if there is an established one."),
            "field work",
            "en",
            further=True,
        ),
        Field(
            "also_en",
            Kind.LINES,
            N_("Other words in English"),
            N_("One on each line."),
            lang="en",
            further=True,
        ),
        Field(
            "not_sv",
            Kind.LINES,
            N_("Words to avoid"),
            N_("Only words that a source advises against; name that source below. One on each line."),
            lang="sv",
            further=True,
        ),
    ),
)
MEANING = Section(
    N_("What it is"),
    (
        Field(
            "definition_sv",
            Kind.TEXT,
            N_("Definition"),
            N_(
                "First what kind of thing it is, then what sets it apart and can be observed. One phrase: begin with a "
                "small letter, without “en” or “ett”, no full stop, and not with the term itself."
            ),
            "gruppverksamhet där deltagarna är barn eller unga",
            "sv",
        ),
        Field(
            "scope_sv",
            Kind.TEXT,
            N_("When the term is used, and when another"),
            N_(
                "Name the neighbour that it is easily mistaken for. Then decide a borderline case: one that people "
                "would disagree about."
            ),
            "Använd … när …; använd … när …. Gränsfall: …",
            "sv",
            rows=6,
        ),
        Field(
            "inside_sv",
            Kind.LINES,
            N_("Example just inside the limit"),
            N_("A case that is one of these, but only just. Nobody who can be recognised. One on each line."),
            "tre samtal som en förälder bokar efter en avslutad kurs",
            "sv",
        ),
        Field(
            "outside_sv",
            Kind.LINES,
            N_("Example just outside the limit"),
            N_("A case that is like it but is something else. One on each line."),
            "samma föräldrar går en kurs med åtta bestämda träffar",
            "sv",
        ),
        Field(
            "definition_en",
            Kind.TEXT,
            N_("Definition in English"),
            lang="en",
            further=True,
        ),
        Field(
            "history_sv",
            Kind.LINES,
            N_("Earlier use"),
            N_("What was right before, when it changed and why. One note on each line."),
            lang="sv",
            further=True,
        ),
    ),
)
PLACE = Section(
    N_("Where it belongs"),
    (
        Field(
            "broader",
            Kind.BROADER,
            N_("Broader concept"),
            N_(
                "Say it aloud: “X is a kind of Y.” Write the name of Y. If no sentence is true, leave this empty and "
                "use “Compare with”."
            ),
        ),
        Field(
            "facet",
            Kind.FACET,
            N_("Facet"),
            N_("Which question the concept answers. Each concept stands in one facet."),
        ),
        Field(
            "related",
            Kind.CONCEPTS,
            N_("Compare with"),
            N_("Concepts that go together with it or are mistaken for it, elsewhere in the system."),
        ),
    ),
)
SOURCES = Section(
    N_("Where you have read it"),
    (
        Field(
            "source",
            Kind.SOURCES,
            N_("Source"),
            N_(
                "Choose among the sources that are here already, or give a web address. Something else, such as a "
                "report on paper, you describe under “More, if you know it” below."
            ),
        ),
        Field(
            "place",
            Kind.LINE,
            N_("Where in the source"),
            N_("The page or section. It is written last in “When the term is used, and when another”."),
            N_("section 3.2, p. 14"),
        ),
        Field(
            "title",
            Kind.LINE,
            N_("New source: title"),
            N_("If the source is not in the list, describe it here."),
            further=True,
        ),
        Field(
            "publisher",
            Kind.LINE,
            N_("New source: publisher"),
            N_("The authority, municipality or organisation."),
            further=True,
        ),
        Field("year", Kind.LINE, N_("New source: year"), N_("Four digits."), further=True),
        Field("page", Kind.LINE, N_("New source: web address"), further=True),
    ),
)
OF_RECORD = (WORDS, MEANING, PLACE, SOURCES, SENDER)
