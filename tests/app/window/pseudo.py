#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""`pseudo.py FROM.ts TO.ts`: a language nobody speaks, for tests: every text accented, in brackets and a third longer, as
German and Finnish are. What shows without brackets in the window is not translatable; whose end is missing is cut off."""

import re
import sys
import xml.etree.ElementTree

ACCENTS = str.maketrans("aceinouyACEINOUY", "àçéîñöüýÀÇÉÎÑÖÜÝ")
PLACE = re.compile(r"(%(?:L?\d|L?n)|\n)")


def pseudo(text):
    parts = [part if PLACE.fullmatch(part) else part.translate(ACCENTS) for part in PLACE.split(text)]
    # Single letters, signs and numbers stay as short in every language; what is added can be broken into lines.
    letters = len(re.findall(r"[^\W\d_]", PLACE.sub("", text)))
    more = letters // 3 if letters > 3 else 0
    return "⟦" + "".join(parts) + "".join(" " if i % 6 == 0 else "~" for i in range(more)) + "⟧"


def main(source, target):
    tree = xml.etree.ElementTree.parse(source)
    tree.getroot().set("language", "eo")
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        translation.attrib.pop("type", None)
        text = pseudo(message.findtext("source"))
        for form in list(translation):
            translation.remove(form)
        translation.text = None
        if message.get("numerus") == "yes":
            for _ in range(2):
                xml.etree.ElementTree.SubElement(translation, "numerusform").text = text
        else:
            translation.text = text
    tree.write(target, encoding="utf-8", xml_declaration=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
