"""Closeness: the ways in which a label or a text can match what was typed."""

from __future__ import annotations

from enum import IntEnum


class Closeness(IntEnum):
    """How a hit matches, the closest first."""

    ADDRESS = 0
    """the concept's IRI, id or notation was given"""
    EXACT = 1
    """the label itself, but for capitals and signs"""
    FOLDED = 2
    """the label as it is typed without dots and rings"""
    INFLECTED = 3
    """inflected forms of the label's words"""
    APART = 4
    """the same letters, written together or apart"""
    PREFIX = 5
    """the label begins so"""
    WORD = 6
    """some of the label's words"""
    KIN = 7
    """the deed, the doer or the verb: another word of the same root"""
    PART = 8
    """a part of a compound"""
    SHARED = 9
    """a compound that has a part in common with the label"""
    SPELLING = 10
    """a typing error or two away"""
    DEFINITION = 11
    """words of the definition"""
    NOTE = 12
    """words of a scope note or an example"""

    # An enumeration hashes its members' names, which takes longer than all else that is done with them.
    __hash__ = int.__hash__
