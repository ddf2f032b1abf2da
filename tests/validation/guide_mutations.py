"""Ways to break the real guide, one for each of its rules."""

from __future__ import annotations

from tests.validation.mutations import Mutation, end, swap

FILE = "guide.ttl"
SOURCE = "<https://w3id.org/samsprak/prevention/source/stockholm-2012-serviceinsatser>"
LOOSE = (
    'g:lost a guide:OpenPoint ; rdfs:label "Borta"@sv , "Lost"@en ; '
    f'dcterms:source {SOURCE} ; guide:place "titeln"@sv , "the title"@en .'
)
MUTATIONS = (
    Mutation("guide-start", swap("guide:first g:vem ;", "guide:first g:vem-alla ;"), "guide:first", FILE),
    Mutation("guide-groups", swap("( p:fmp6qd p:zg9p7m", "( p:fmp6qd p:jf23rs"), "guide:groups", FILE),
    Mutation(
        "guide-answers",
        swap("( g:lag-fore g:lag-efter g:lag-vet-inte )", "( g:lag-vet-inte )"),
        "( g:lag-vet-inte )",
        FILE,
    ),
    Mutation(
        "guide-answer-shared",
        swap("( g:kant-ja g:kant-nej g:kant-vet-inte )", "( g:kant-ja g:kant-nej g:lag-vet-inte )"),
        "( g:kant-ja",
        FILE,
    ),
    Mutation("guide-leads", swap("guide:leadsTo g:samtal ;", "guide:leadsTo g:samtalen ;"), "g:samtalen", FILE),
    Mutation("guide-cycle", swap("guide:leadsTo g:samtal ;", "guide:leadsTo g:vem ;"), "( g:vem-alla", FILE),
    Mutation("guide-reachable", end(LOOSE), "g:lost", FILE),
    Mutation("guide-link", swap("guide:given g:vem-problem ;", "guide:given g:vem ;"), "guide:given g:vem ;", FILE),
    Mutation("guide-concept", swap("guide:concept p:rfk6wp", "guide:concept p:rfk6wx"), "p:rfk6wx", FILE),
    Mutation("guide-certainty", swap("guide:certainty guide:usually", "guide:certainty guide:often"), "often", FILE),
    Mutation("guide-source", swap(f"dcterms:source {SOURCE} ;", 'dcterms:source "2012" ;'), '"2012"', FILE),
    Mutation("guide-text", swap('"Vad gör man?"@sv', '"Vad gör man?"@se'), '"Vad gör man?"@se', FILE),
)
