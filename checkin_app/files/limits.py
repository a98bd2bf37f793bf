"""Bounds on what this process may take: the system ends it where a hostile file would take more."""

import ctypes
import sys

#: What no list of people takes: 100 000 of them are read in a third of it.
MOST_MEMORY = 1024 * 1024 * 1024
MOST_SECONDS = 30


def limit_this_process(memory: int, seconds: int) -> None:
    """Let this process take at most so many bytes of memory and so many seconds of the processor's time."""
    if sys.platform == "win32":
        _limit_by_job(memory, seconds)
    else:
        import resource  # noqa: PLC0415 - Windows has none

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        # A process that is ended leaves no picture of its memory, which holds people's names, behind.
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class _BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION (learn.microsoft.com, winnt.h)."""

    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class _Limits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("basic", _BasicLimits),
        ("io", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


_EXTENDED_LIMITS = 9
_PROCESS_TIME, _PROCESS_MEMORY = 0x2, 0x100
_TICKS_A_SECOND = 10_000_000


def _limits(memory: int, seconds: int) -> _Limits:
    limits = _Limits()
    limits.basic.flags = _PROCESS_TIME | _PROCESS_MEMORY
    limits.basic.process_time = seconds * _TICKS_A_SECOND
    limits.process_memory = memory
    return limits


if sys.platform == "win32":

    def _limit_by_job(memory: int, seconds: int) -> None:
        system = ctypes.WinDLL("kernel32", use_last_error=True)
        system.CreateJobObjectW.restype = system.GetCurrentProcess.restype = ctypes.c_void_p
        system.SetInformationJobObject.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_uint32)
        system.AssignProcessToJobObject.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
        limits = _limits(memory, seconds)
        job = system.CreateJobObjectW(None, None)
        system.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
        if not system.AssignProcessToJobObject(job, system.GetCurrentProcess()):
            raise ctypes.WinError(ctypes.get_last_error())
