"""What a request may say: models of parameters and bodies, from which the checks and the documentation both follow."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, JsonValue
from pydantic_core import PydanticCustomError

from samsprak.vocabulary.formats import FORMATS, OF_WHOLE, Format

# A function's name, as clients without CORS give it (JSONP).
CALLBACK = r"^[A-Za-z_$][A-Za-z0-9_$]*(\.[A-Za-z_$][A-Za-z0-9_$]*)*$"
MAX_TEXT = 1000
MAX_IRI = 2000
MAX_HITS = 1000
MAX_OFFSET = 1_000_000
YES = frozenset({"1", "true", "yes", "on"})


class Parameters(BaseModel):
    """Parameters of an address, a form or a JSON body; what it does not name is ignored.

    In an address and in a form an empty value counts as absent. A default stands for what is absent: the value itself,
    or an empty text, never None.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")


def _digits(value: object) -> object:
    """Refuse what Python reads as a whole number and the description does not allow, such as `1_000`."""
    if isinstance(value, str) and not (value.isascii() and value.removeprefix("-").isdigit()):
        raise PydanticCustomError("int_parsing", "no whole number")
    return value


# Stands last in the annotation of a whole number, after its limits.
WHOLE = BeforeValidator(_digits)

# What the interfaces of the field have in common, by the names that its clients send.
Lang = Annotated[str, Field(max_length=MAX_TEXT, description="Language tag, as `sv`. An unknown one finds nothing.")]
LabelLang = Annotated[str, Field(max_length=MAX_TEXT, description="Language of the labels in the answer; else `lang`.")]
Vocabularies = Annotated[
    str, Field(max_length=MAX_TEXT, description="Ids of vocabularies, with spaces between. Empty: all.")
]
Iri = Annotated[str, Field(min_length=1, max_length=MAX_IRI, description="IRI of a concept.")]
CollectionIri = Annotated[
    str, Field(min_length=1, max_length=MAX_IRI, description="IRI of a collection.", examples=["{collection}"])
]
OptionalIri = Annotated[str, Field(max_length=MAX_IRI)]
Text = Annotated[str, Field(min_length=1, max_length=MAX_TEXT)]
OptionalText = Annotated[str, Field(max_length=MAX_TEXT)]
MaxHits = Annotated[int, Field(ge=0, le=MAX_HITS, description="So many results at most."), WHOLE]
Offset = Annotated[int, Field(ge=0, le=MAX_OFFSET, description="So many results are passed over first."), WHOLE]
Flag = Annotated[
    str,
    Field(max_length=MAX_TEXT, description="`1`, `true`, `yes` or `on`, in any case, sets it; anything else does not."),
]
Callback = Annotated[
    str,
    Field(
        max_length=100,
        pattern=CALLBACK,
        description="Name of a function, for clients without CORS: the answer is JavaScript that calls it (JSONP).",
    ),
]
RdfFormat = Literal[
    "application/rdf+xml", "text/turtle", "application/ld+json", "application/json", "application/n-triples"
]


def is_set(flag: str) -> bool:
    """Return whether a flag is set, as clients in several languages write it."""
    return flag.lower() in YES


def _one_of(formats: Iterable[Format]) -> Any:
    suffixes: list[JsonValue] = [each.suffix for each in formats]
    return Field(description="Format of the data, as the suffix of a file.", json_schema_extra={"enum": suffixes})


# What varies in paths, by its name there.
PATH_VARIABLES = {
    "letter": Annotated[
        str, Field(min_length=1, description="A letter, `0-9` for digits, `!*` for signs, `*` for everything.")
    ],
    "file_suffix": Annotated[str, _one_of(OF_WHOLE)],
    "resource_id": Annotated[
        str, Field(min_length=1, description="Id of a concept, a collection, a scheme or a source in its vocabulary.")
    ],
    "shape": Annotated[str, Field(min_length=1, description="A file of shapes, or the id of a rule.")],
    "suffix": Annotated[str, _one_of(FORMATS)],
    "vocabulary_id": Annotated[str, Field(min_length=1, description="Id of a vocabulary.")],
    "vocid": Annotated[str, Field(min_length=1, description="Id of a vocabulary.")],
}
