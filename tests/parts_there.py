"""Whether a part that tests need is on this computer, and what they do without: the whole run of the tests misses none."""

import os
import shutil
from pathlib import Path

import pytest

#: Set by whoever runs every test: there a part that is missing is a failure and no reason to pass a test over.
WHOLE_RUN = "CHECKIN_TESTS_MISS_NOTHING"


def needs(*programs: str) -> pytest.MarkDecorator:
    """Return the mark of tests that need `programs`, each a name or a path; a path may be a folder's."""
    path = os.environ.get("PATH", "") + ":/usr/sbin"
    missing = [each for each in programs if not shutil.which(each, path=path) and not Path(each).is_dir()]
    told = f"not on this computer: {', '.join(missing)}; python3 dev.py test installs what tests need"
    return pytest.mark.skipif(bool(missing) and WHOLE_RUN not in os.environ, reason=told)
