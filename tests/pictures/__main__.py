"""Makes the pictures of the README anew; one that shows what the screens show already stays as it is."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.pictures.alike import alike, png
from tests.pictures.surroundings import surround

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"


def main() -> int:
    parser = argparse.ArgumentParser(prog="tests.pictures", description=__doc__)
    parser.add_argument("--out", type=Path, default=FOLDER, help="the folder to write to (default: docs/pictures)")
    out: Path = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="pictures-") as workplace:
        surround(Path(workplace))
        from tests.pictures.scenes import taken  # loads Qt, which looks at its surroundings

        made = {f"{name}.png": png(picture) for name, picture in taken(Path(workplace))}
    for name, content in made.items():
        file = out / name
        stays = file.exists() and alike(file.read_bytes(), content)
        if not stays:
            file.write_bytes(content)
        print(f"{name}: {'as it was' if stays else 'made anew'}", flush=True)
    for stray in sorted({file.name for file in out.iterdir()} - set(made)):
        print(f"{stray}: nothing makes it", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
