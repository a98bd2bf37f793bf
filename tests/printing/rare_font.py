"""Makes a font of one letter that no font of the application has, for the tests of fonts that are added."""

import uharfbuzz as hb

from printing import fonts

#: A letter that no font of ours has, and one that a font of ours lends its shape.
RARE, LENT = "\U0003134a", "林"


def font_of(letter: str, *, lent: str = LENT, fs_type: int = 0, outlines: bool = True) -> bytes:
    """Return a TrueType font that has one letter, drawn as another is."""
    source = hb.Face(hb.Blob.from_file_path(str(fonts.FOLDER / "NotoSansSC-Regular.ttf")))
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update({ord(lent)})
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(
        int.from_bytes(tag.encode()) for tag in ("GSUB", "GPOS", "GDEF", "vhea", "vmtx", "VORG", "BASE")
    )
    cut = hb.subset(source, wanted)
    glyph = hb.Font(cut).get_nominal_glyph(ord(lent))
    assert glyph
    tables = {tag: bytes(cut.reference_table(tag).data) for tag in cut.table_tags}
    tables["cmap"] = _cmap(ord(letter), glyph)
    tables["OS/2"] = tables["OS/2"][:8] + fs_type.to_bytes(2) + tables["OS/2"][10:]
    if not outlines:
        tables["loca"] = bytes(len(tables["loca"]))
    return _file(tables)


def _cmap(code_point: int, glyph: int) -> bytes:
    group = code_point.to_bytes(4) + code_point.to_bytes(4) + glyph.to_bytes(4)
    body = (12).to_bytes(2) + bytes(2) + (16 + len(group)).to_bytes(4) + bytes(4) + (1).to_bytes(4) + group
    return bytes(2) + (1).to_bytes(2) + (3).to_bytes(2) + (10).to_bytes(2) + (12).to_bytes(4) + body


def _file(tables: dict[str, bytes]) -> bytes:
    head = b"\0\1\0\0" + len(tables).to_bytes(2) + bytes(6)
    at, directory, body = 12 + 16 * len(tables), b"", b""
    for tag in sorted(tables):
        content = tables[tag] + bytes(-len(tables[tag]) % 4)
        directory += tag.encode() + bytes(4) + (at + len(body)).to_bytes(4) + len(tables[tag]).to_bytes(4)
        body += content
    return head + directory + body
