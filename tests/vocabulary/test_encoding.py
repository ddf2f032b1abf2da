from __future__ import annotations

import codecs

import pytest

from samsprak.vocabulary.encoding import decode
from samsprak.vocabulary.faults import Fault
from samsprak.vocabulary.formats import JSON_LD, N_TRIPLES, RDF_XML, TURTLE, Format


@pytest.mark.parametrize("form", [JSON_LD, TURTLE, RDF_XML, N_TRIPLES])
def test_byte_order_mark_is_set_aside(form: Format) -> None:
    assert decode(codecs.BOM_UTF8 + b"# x", form) == b"# x"


@pytest.mark.parametrize("form", [JSON_LD, TURTLE, N_TRIPLES])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_refused_with_what_to_do(form: Format, encoding: str) -> None:
    mark = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}.get(encoding, b"")
    with pytest.raises(Fault, match="UTF-16") as fault:
        decode(mark + "# å".encode(encoding), form)
    assert fault.value.line == 1


@pytest.mark.parametrize("form", [JSON_LD, TURTLE, RDF_XML, N_TRIPLES])
def test_latin_1_is_refused_with_its_line_and_byte(form: Format) -> None:
    with pytest.raises(Fault, match="not UTF-8") as fault:
        decode(b"1\n2\n\xe5\n", form)
    assert fault.value.line == 3
    assert dict(fault.value.values)["byte"] == "0xE5"


@pytest.mark.parametrize("quote", ["'", '"'])
@pytest.mark.parametrize(
    ("name", "codec"),
    [("ISO-8859-1", "latin-1"), ("windows-1252", "cp1252"), ("iso-8859-15", "iso-8859-15"), ("us-ascii", "ascii")],
)
def test_xml_is_recoded_from_what_it_declares(name: str, codec: str, quote: str) -> None:
    text = "å€"[: {"latin-1": 1, "ascii": 0}.get(codec, 2)]
    xml = f"<?xml version='1.0' encoding={quote}{name}{quote}?>\n<a>{text}</a>".encode(codec)
    assert decode(xml, RDF_XML) == f'<?xml version="1.0"?>\n<a>{text}</a>'.encode()


def test_xml_in_utf_16_is_recoded() -> None:
    recoded = decode('<?xml version="1.0" encoding="UTF-16"?><a>å</a>'.encode("utf-16"), RDF_XML)
    assert recoded.decode().removeprefix("\ufeff") == '<?xml version="1.0"?><a>å</a>'


def test_xml_in_an_unknown_encoding_is_refused() -> None:
    with pytest.raises(Fault, match="unknown") as fault:
        decode(b'<?xml version="1.0" encoding="klingon"?><a/>', RDF_XML)
    assert (fault.value.line, dict(fault.value.values)) == (1, {"name": "klingon"})


def test_xml_that_is_not_in_what_it_declares_is_refused_with_its_line() -> None:
    with pytest.raises(Fault, match="not in it") as fault:
        decode(b'<?xml version="1.0" encoding="us-ascii"?>\n<a>\n\xe5</a>', RDF_XML)
    assert fault.value.line == 3


@pytest.mark.parametrize("name", ["idna", "undefined", "unicode_escape", "utf-7", "hex", "utf-16"])
def test_what_is_no_encoding_for_xml_is_refused_without_a_crash(name: str) -> None:
    with pytest.raises(Fault):
        decode(f'<?xml version="1.0" encoding="{name}"?><a>\\ud800\n+2AA-å</a>'.encode("latin-1"), RDF_XML)
