"""A fixed piece of work whose time tells how fast this machine is now, so that figures of two machines compare."""

import hashlib
import json
import time
from statistics import median

_RUNS = 15
_PEOPLE = 2000


def yardstick_ms() -> float:
    """Return the milliseconds of one yardstick: what the product does most, done to 2 000 invented people.

    Text made, sorted, written and read as JSON, and hashed; no disk, whose speed is no processor's.  It takes about
    10 ms on the machine on which the bounds were first measured.
    """
    return median(_one() for _ in range(_RUNS))


def _one() -> float:
    begun = time.perf_counter()
    people = [{"name": f"Person {number * 7919 % _PEOPLE}", "number": number} for number in range(_PEOPLE)]
    people.sort(key=lambda each: str(each["name"]).casefold())
    for each in people:
        body = json.dumps(each, sort_keys=True).encode()
        each["digest"] = hashlib.sha256(body).hexdigest()
        each["copy"] = json.loads(body)
    return (time.perf_counter() - begun) * 1000
