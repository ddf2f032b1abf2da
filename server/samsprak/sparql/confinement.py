"""A process without a network: the kernel refuses it every socket (Linux, seccomp), whatever a library would do."""

from __future__ import annotations

import ctypes
import errno
import platform
import struct

# <linux/prctl.h>, <linux/seccomp.h>, <linux/filter.h>, <linux/audit.h>
PR_SET_SECCOMP = 22
PR_SET_NO_NEW_PRIVS = 38
SECCOMP_MODE_FILTER = 2
ALLOW = 0x7FFF0000
REFUSE = 0x00050000 | errno.EACCES
LOAD, SAME, RETURN = 0x20, 0x15, 0x06
NUMBER_AT, ARCHITECTURE_AT = 0, 4
# The architecture's own number, and the number of the call `socket` there.
CALLS = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def without_network() -> bool:
    """Refuse this process every new socket, for good; tell whether the system can do that."""
    if platform.system() != "Linux" or platform.machine() not in CALLS:
        return False
    architecture, call = CALLS[platform.machine()]
    instructions = b"".join(
        struct.pack("HBBI", *each)
        for each in (
            (LOAD, 0, 0, ARCHITECTURE_AT),
            # Another architecture's calls have other numbers: none of them is let through.
            (SAME, 0, 2, architecture),
            (LOAD, 0, 0, NUMBER_AT),
            (SAME, 0, 1, call),
            (RETURN, 0, 0, REFUSE),
            (RETURN, 0, 0, ALLOW),
        )
    )
    program = _Program(len(instructions) // 8, instructions)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(program), 0, 0) == 0)
