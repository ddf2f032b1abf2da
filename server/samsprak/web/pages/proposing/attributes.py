"""Attributes of the places to write in, which say what describes them."""

from __future__ import annotations

from markupsafe import Markup

from samsprak.web.markup import NOTHING
from samsprak.web.pages.proposing.fields import Field
from samsprak.web.pages.proposing.remarks import Remarks


def described(field: Field, remarks: Remarks, meant: object) -> Markup:
    """Return what describes a place of a field, and whether it must be corrected, where that one is `meant`."""
    names = f"help-{field.name} found-{field.name}" if field.help or field.example else f"found-{field.name}"
    faulty = Markup(' aria-invalid="true"') if meant and remarks.grave(field.name) else NOTHING
    return Markup(' aria-describedby="{}"').format(names) + faulty
