"""What a status is called in the interface."""

from __future__ import annotations

from samsprak.errors import N_
from samsprak.vocabulary.records import Status

STATUS_NAMES = {
    Status.PROPOSED: N_("Proposal – not decided"),
    Status.DECIDED: N_("Decided"),
    Status.RETIRED: N_("No longer used"),
    Status.WITHDRAWN: N_("Withdrawn"),
}
