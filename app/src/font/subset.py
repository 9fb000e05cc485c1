"""Makes the certificate's two faces from LXGW WenKai 1.250.

    python3 app/src/font/subset.py <LXGWWenKai-Regular.ttf> app/src/main/resources/io/onhook/certificate/font

Needs fonttools; the font is Debian's package fonts-lxgw-wenkai.
"""

import gzip
import io
import os
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

LATIN_AND_SIGNS = [
    (0x20, 0x250), (0x370, 0x400), (0x400, 0x460), (0x1E00, 0x1F00), (0x2000, 0x2070),
    (0x20A0, 0x20D0), (0x2190, 0x21FF), (0x2200, 0x2300), (0x25A0, 0x2600), (0x3000, 0x3020),
    (0xFF00, 0xFFF0),
]
# No Kangxi radicals (2F00) and no compatibility ideographs (F900): they share glyphs with the
# characters proper, and a reader would then extract ⼾ where 户 was written.
HAN = [(0x3400, 0x4DC0), (0x4E00, 0xA000), (0x20000, 0x33480)]


def within(ranges, code):
    return any(low <= code < high for low, high in ranges)


def gb2312():
    found = set()
    for high in range(0xB0, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes([high, low]).decode("gb2312")))
            except UnicodeDecodeError:
                pass  # a hole in the code table
    return found


def face(source, name, codes, target):
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.drop_tables += ["BASE", "vhea", "vmtx", "GSUB", "GPOS", "GDEF"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    # The licence reserves the name LXGW for the unmodified font.
    for record in font["name"].names:
        if record.nameID in (1, 3, 4):
            record.string = name
        elif record.nameID == 6:
            record.string = name.replace(" ", "")
    plain = io.BytesIO()
    font.save(plain)
    with open(target, "wb") as out:
        out.write(gzip.compress(plain.getvalue(), 9, mtime=0))
    print(target, len(codes), "characters", len(plain.getvalue()), "bytes")


def one_code_per_glyph(cmap):
    """Where two codes share a glyph a reader can't tell which was meant: the usual one stays."""

    def usual(code):
        return (not within(HAN[1:2], code), code in (0x2012, 0x301C), code)

    chosen = {}
    for code in sorted((c for c in cmap if within(LATIN_AND_SIGNS + HAN, c)), key=usual):
        chosen.setdefault(cmap[code], code)
    return set(chosen.values())


source, folder = sys.argv[1:]
known = one_code_per_glyph(TTFont(source).getBestCmap())
everyday = {c for c in known if within(LATIN_AND_SIGNS, c)} | (gb2312() & known)
rare = {c for c in known if within(HAN, c)} - everyday
face(source, "Onhook Kai", everyday, os.path.join(folder, "onhook-kai.ttf.gz"))
face(source, "Onhook Kai Rare", rare, os.path.join(folder, "onhook-kai-rare.ttf.gz"))
