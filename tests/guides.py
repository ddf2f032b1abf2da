"""A small guide, written as Turtle, for the tests of reading and of pages; and a walk through the real one."""

from __future__ import annotations

from collections.abc import Iterator

from samsprak.vocabulary.guide import Answer, Guide, Question

SMALL_GUIDE = """
    @prefix g: <https://example.org/v/path/> .
    @prefix guide: <https://w3id.org/samsprak/guide#> .
    ex:s a skos:ConceptScheme ; dcterms:title "prov"@sv ; vann:preferredNamespaceUri "https://example.org/v/" .
    ex:talk a skos:Concept ; skos:prefLabel "samtal"@sv, "talk"@en ; skos:inScheme ex:s .
    ex:group a skos:Concept ; skos:prefLabel "grupp"@sv, "group"@en ; skos:inScheme ex:s .
    ex:early a skos:Concept ; skos:prefLabel "tidig"@sv, "early"@en ; skos:inScheme ex:s .
    ex:what a skos:Collection ; skos:prefLabel "innehåll"@sv, "content"@en ; skos:member ex:talk, ex:group .
    ex:when a skos:Collection ; skos:prefLabel "tidpunkt"@sv, "timing"@en ; skos:member ex:early .
    ex:report a dcterms:BibliographicResource ; dcterms:title "En rapport"@sv .
    ex:path a guide:Guide ; dcterms:title "Vad?"@sv, "What?"@en ; dcterms:description "Svara."@sv, "Answer."@en ;
        guide:first g:q1 ; guide:groups ( ex:when ex:what ) .
    g:q1 a guide:Question ; rdfs:label "Talar de?"@sv, "Do they talk?"@en ; rdfs:comment "Hjälp."@sv, "Help."@en ;
        guide:answers ( g:yes g:no ) .
    g:yes a guide:Answer ; rdfs:label "Ja"@sv, "Yes"@en ; guide:leadsTo g:q2 ; guide:suggests g:s1, g:s2 .
    g:no a guide:Answer ; rdfs:label "Nej"@sv, "No"@en ; rdfs:comment "Inte alls."@sv, "Not at all."@en ;
        guide:leadsTo g:q3 ; dcterms:source ex:report ; guide:place "s. 9"@sv, "p. 9"@en .
    g:q2 a guide:Question ; rdfs:label "Med vem?"@sv, "With whom?"@en ; guide:answers ( g:staff g:unknown ) .
    g:staff a guide:Answer ; rdfs:label "Personal"@sv, "Staff"@en ; guide:suggests g:s3 .
    g:unknown a guide:Answer ; rdfs:label "Vet inte"@sv, "I do not know"@en ; guide:leadsTo g:q3 ;
        guide:leavesOpen g:o1 .
    g:q3 a guide:Question ; rdfs:label "När?"@sv, "When?"@en ; guide:answers ( g:soon g:late ) .
    g:soon a guide:Answer ; rdfs:label "Snart"@sv, "Soon"@en ; guide:suggests g:s4 ; guide:leavesOpen g:o1, g:o2 .
    g:late a guide:Answer ; rdfs:label "Sent"@sv, "Late"@en ; guide:leavesOpen g:o1 .
    g:s1 a guide:Suggestion ; guide:concept ex:talk ; guide:certainty guide:usually ;
        guide:reason "De talar."@sv, "They talk."@en ; dcterms:source ex:report ; guide:place "s. 1"@sv, "p. 1"@en .
    g:s2 a guide:Suggestion ; guide:concept ex:group ; guide:certainty guide:possible ;
        guide:reason "Kanske."@sv, "Perhaps."@en ; dcterms:source ex:report ; guide:place "s. 2"@sv, "p. 2"@en .
    g:s3 a guide:Suggestion ; guide:concept ex:talk ; guide:certainty guide:certain ;
        guide:reason "Med personal."@sv, "With staff."@en ; dcterms:source ex:report ;
        guide:place "s. 3"@sv, "p. 3"@en .
    g:s4 a guide:Suggestion ; guide:concept ex:early ; guide:certainty guide:usually ; guide:given g:yes ;
        guide:reason "Snart nog."@sv, "Soon enough."@en ; dcterms:source ex:report ;
        guide:place "s. 4"@sv, "p. 4"@en .
    g:o1 a guide:OpenPoint ; rdfs:label "Vem är inte sagt."@sv, "Who is not said."@en ; dcterms:source ex:report ;
        guide:place "s. 5"@sv, "p. 5"@en .
    g:o2 a guide:OpenPoint ; rdfs:label "Varför inte?"@sv, "Why not?"@en ; dcterms:source ex:report ;
        guide:place "s. 6"@sv, "p. 6"@en ; guide:given g:no .
"""


def every_answer(guide: Guide) -> Iterator[tuple[Question, Answer]]:
    """Yield every answer with its question."""
    return ((question, answer) for question in guide.questions for answer in question.answers)


def ways_to(guide: Guide) -> dict[str, tuple[str, ...]]:
    """Return a shortest way, as answers, to each question that can be reached."""
    ways: dict[str, tuple[str, ...]] = {guide.first: ()}
    pending = [guide.first]
    while pending:
        here = pending.pop(0)
        for answer in guide.question(here).answers:
            if answer.leads_to and answer.leads_to not in ways:
                ways[answer.leads_to] = (*ways[here], answer.id)
                pending.append(answer.leads_to)
    return ways


def way_on(guide: Guide, answer: Answer) -> tuple[str, ...]:
    """Return an answer and the first answers after it to the end of the path."""
    way = [answer.id]
    while answer.leads_to:
        answer = guide.question(answer.leads_to).answers[0]
        way.append(answer.id)
    return tuple(way)
