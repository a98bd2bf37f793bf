"""Writes template.schema.json, which says to editors of TOML what a badge template may hold: ``python make_schema.py``."""

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
FILE = HERE / "template.schema.json"
_TITLE = "Badge template"


def schema() -> str:
    """Return the schema of what the application reads (JSON Schema, 2020-12)."""
    import msgspec  # noqa: PLC0415 - after the path to the application is known

    from printing.elements import Template  # noqa: PLC0415 - as above

    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": _TITLE}
    return json.dumps({**dialect, **msgspec.json.schema(Template)}, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parents[1]))
    FILE.write_text(schema(), encoding="utf-8")
