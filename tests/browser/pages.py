"""The pages that are looked at in the browser, by language."""

from __future__ import annotations

CONCEPT = "prevention/kjcg7r"
QUERY = (
    "SELECT%20%3Fs%20%3Fo%20%7B%20%3Fs%20%3Chttp://www.w3.org/2004/02/skos/core%23broader%3E%20%3Fo%20%7D%20LIMIT%2020"
)
SWEDISH = {
    "home": "/sv/",
    "results": "/sv/sok?q=stödsamtalen",
    "no-results": "/sv/sok?q=xyzqwvk",
    "vocabulary": "/sv/prevention/",
    "concept": f"/sv/{CONCEPT}/serviceinsats",
    "programme": "/sv/prevention/4qww2g/komet",
    "collection": "/sv/prevention/58qqgp/insatsformer-vagen-till-insatsen",
    "alphabet": "/sv/prevention/a-o",
    "hierarchy": "/sv/prevention/hierarki",
    "facets": "/sv/prevention/facetter",
    "diagrams": "/sv/prevention/diagram",
    "guide": "/sv/prevention/vagledning",
    "compare": "/sv/prevention/jamfor?concept=kjcg7r&concept=p6dt37",
    "statistics": "/sv/prevention/statistik",
    "changes": "/sv/prevention/andringar",
    "propose": "/sv/foresla?term=familjecoach",
    "propose-change": "/sv/foresla?concept=kjcg7r",
    "propose-split": "/sv/foresla?task=split",
    "about": "/sv/om",
    "accessibility": "/sv/tillganglighet",
    "interfaces": "/sv/api",
    "sparql": f"/sv/sparql?query={QUERY}",
    "not-found": "/sv/prevention/finns-inte",
}
ENGLISH = {
    "home": "/en/",
    "results": "/en/search?q=parents",
    "no-results": "/en/search?q=xyzqwvk",
    "vocabulary": "/en/prevention/",
    "concept": f"/en/{CONCEPT}/service-intervention",
    "programme": "/en/prevention/4qww2g/komet",
    "collection": "/en/prevention/58qqgp/forms-of-provision-the-route-to-the-intervention",
    "alphabet": "/en/prevention/a-z",
    "hierarchy": "/en/prevention/hierarchy",
    "facets": "/en/prevention/facets",
    "diagrams": "/en/prevention/diagrams",
    "guide": "/en/prevention/guide",
    "compare": "/en/prevention/compare?concept=kjcg7r&concept=p6dt37",
    "statistics": "/en/prevention/statistics",
    "changes": "/en/prevention/changes",
    "propose": "/en/propose?term=familjecoach",
    "propose-change": "/en/propose?concept=kjcg7r",
    "propose-split": "/en/propose?task=split",
    "about": "/en/about",
    "accessibility": "/en/accessibility",
    "interfaces": "/en/api",
    "sparql": "/en/sparql",
    "not-found": "/en/prevention/nothing",
}
ALL = [*SWEDISH.values(), *ENGLISH.values()]
