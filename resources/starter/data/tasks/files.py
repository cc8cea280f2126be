# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Files, in Python and C++."""
from ..task import snippet


def p(id, does, code, check, note="", tag="python"):
    snippet(tag, id, does, code, check, note, "file")


W = "open('t.txt', 'w').write('b\\na\\n')\n"
p("file_read", "reads a whole text file|returns the content of a file", "def read_file(path):\n    with open(path, encoding=\"utf-8\") as file:\n        return file.read()", W + "assert read_file('t.txt') == 'b\\na\\n'")
p("file_write", "writes a text to a file|saves a string in a file", "def write_file(path, text):\n    with open(path, \"w\", encoding=\"utf-8\") as file:\n        file.write(text)", "write_file('t.txt', 'x')\nassert open('t.txt').read() == 'x'")
p("file_append", "appends a line to a file|adds a line at the end of a file", "def append_line(path, line):\n    with open(path, \"a\", encoding=\"utf-8\") as file:\n        file.write(line + \"\\n\")", W + "append_line('t.txt', 'c')\nassert open('t.txt').read() == 'b\\na\\nc\\n'")
p("file_lines", "reads the lines of a file into a list|returns all lines of a file", "def read_lines(path):\n    with open(path, encoding=\"utf-8\") as file:\n        return file.read().splitlines()", W + "assert read_lines('t.txt') == ['b', 'a']")
p("file_count_lines", "counts the lines of a file|returns how many lines a file has", "def count_lines(path):\n    with open(path, encoding=\"utf-8\") as file:\n        return sum(1 for _ in file)", W + "assert count_lines('t.txt') == 2")
p("file_copy", "copies a file|makes a copy of a file", "import shutil\n\n\ndef copy_file(source, target):\n    shutil.copyfile(source, target)", W + "copy_file('t.txt', 'u.txt')\nassert open('u.txt').read() == 'b\\na\\n'")
p("file_exists", "checks whether a file exists|tells if there is a file at a path", "from pathlib import Path\n\n\ndef file_exists(path):\n    return Path(path).is_file()", W + "assert file_exists('t.txt') and not file_exists('no')")
p("file_size", "returns the size of a file in bytes|finds out how large a file is", "from pathlib import Path\n\n\ndef file_size(path):\n    return Path(path).stat().st_size", W + "assert file_size('t.txt') == 4")
p("file_list", "lists the files in a folder|returns the names of all files of a directory", "from pathlib import Path\n\n\ndef list_files(folder):\n    return sorted(p.name for p in Path(folder).iterdir() if p.is_file())", W + "assert 't.txt' in list_files('.')")
p("file_json_read", "reads a JSON file|loads JSON from a file", "import json\n\n\ndef read_json(path):\n    with open(path, encoding=\"utf-8\") as file:\n        return json.load(file)", "open('t.json', 'w').write('{\"a\": 1}')\nassert read_json('t.json') == {'a': 1}")
p("file_json_write", "writes data to a JSON file|saves a dictionary as JSON", "import json\n\n\ndef write_json(path, data):\n    with open(path, \"w\", encoding=\"utf-8\") as file:\n        json.dump(data, file, indent=2)", "write_json('t.json', {'a': 1})\nimport json\nassert json.load(open('t.json')) == {'a': 1}")
p("file_csv_read", "reads a CSV file|loads the rows of a CSV file", "import csv\n\n\ndef read_csv(path):\n    with open(path, newline=\"\", encoding=\"utf-8\") as file:\n        return list(csv.reader(file))", "open('t.csv', 'w').write('a,b\\n')\nassert read_csv('t.csv') == [['a', 'b']]")
p("file_csv_write", "writes rows to a CSV file|saves a table as CSV", "import csv\n\n\ndef write_csv(path, rows):\n    with open(path, \"w\", newline=\"\", encoding=\"utf-8\") as file:\n        csv.writer(file).writerows(rows)", "write_csv('t.csv', [['a', 'b']])\nassert open('t.csv').read().strip() == 'a,b'")
p("file_find_word", "returns the lines of a file that contain a word|searches a file for a word", "def find_lines(path, word):\n    with open(path, encoding=\"utf-8\") as file:\n        return [line.rstrip(\"\\n\") for line in file if word in line]", W + "assert find_lines('t.txt', 'a') == ['a']")
p("file_sort_lines", "sorts the lines of a file|writes the lines of a file back in order", "def sort_file(path):\n    with open(path, encoding=\"utf-8\") as file:\n        lines = sorted(file.read().splitlines())\n    with open(path, \"w\", encoding=\"utf-8\") as file:\n        file.write(\"\\n\".join(lines) + \"\\n\")", W + "sort_file('t.txt')\nassert open('t.txt').read() == 'a\\nb\\n'")
p("file_read_cpp", "reads a whole text file|returns the content of a file", "#include <fstream>\n#include <iterator>\n#include <string>\n\nstd::string read_file(const std::string& path) {\n    std::ifstream file(path);\n    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};\n}", "int main() { std::ofstream(\"t.txt\") << \"x\"; return read_file(\"t.txt\") == \"x\" ? 0 : 1; }", tag="cpp")
p("file_write_cpp", "writes a text to a file|saves a string in a file", "#include <fstream>\n#include <string>\n\nvoid write_file(const std::string& path, const std::string& text) {\n    std::ofstream file(path);\n    file << text;\n}", "int main() { write_file(\"t.txt\", \"x\"); std::string s; std::ifstream(\"t.txt\") >> s; return s == \"x\" ? 0 : 1; }", tag="cpp")
