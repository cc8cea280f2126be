# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Shell scripts; each takes its input from files and arguments."""
from ..task import snippet

F = {"F": ["data.txt", "log.txt", "names.txt", "input.txt", "notes.txt", "list.txt", "report.txt", "words.txt"]}
LINES = {"@F@": "beta\nalpha\nbeta\n"}


def s(id, does, code, want, files=LINES, arguments=(), note="", **vary):
    used = {k: v for k, v in {**F, **vary}.items() if f"@{k}@" in code + does}
    snippet("bash", id, does, "#!/bin/bash\n" + code, (files, list(arguments), want), note, **used)


s("sh_count_lines", "counts the lines of the file @F@|prints the number of lines in @F@", "wc -l < @F@", "3")
s("sh_count_words", "counts the words of the file @F@|prints the number of words in @F@", "wc -w < @F@", "3")
s("sh_sort", "sorts the lines of @F@|prints the file @F@ in alphabetical order", "sort @F@", "alpha\nbeta\nbeta")
s("sh_sort_reverse", "sorts the lines of @F@ in reverse order|prints the file @F@ sorted backwards", "sort -r @F@", "beta\nbeta\nalpha")
s("sh_unique", "prints each different line of @F@ once|removes duplicate lines from @F@", "sort -u @F@", "alpha\nbeta")
s("sh_count_unique", "counts how often each line of @F@ occurs|prints the lines of @F@ with their frequency",
  "sort @F@ | uniq -c | sort -rn | awk '{print $1, $2}'", "2 beta\n1 alpha")
s("sh_grep", "prints the lines of @F@ that contain @W@|searches @F@ for @W@", 'grep "@W@" @F@', "alpha", W=["alpha", "lph", "ph"])
s("sh_grep_count", "counts the lines of @F@ that contain beta|prints how many lines of @F@ match beta", 'grep -c "beta" @F@', "2")
s("sh_head", "prints the first @K@ lines of @F@|shows the beginning of @F@, @K@ lines", "head -n @K@ @F@", "beta\nalpha\nbeta", K=[3, 4, 5, 10, 20, 50])
s("sh_tail", "prints the last @K@ lines of @F@|shows the end of @F@, @K@ lines", "tail -n @K@ @F@", "beta\nalpha\nbeta", K=[3, 4, 5, 10, 20, 50])
s("sh_replace", "replaces beta by gamma in the output of @F@|prints @F@ with every beta changed to gamma", "sed 's/beta/gamma/g' @F@", "gamma\nalpha\ngamma")
s("sh_first_column", "prints the first column of @F@|shows the first word of every line of @F@", "awk '{print $1}' @F@", "a\nb", {"@F@": "a 1\nb 2\n"})
s("sh_sum_column", "adds up the second column of @F@|prints the sum of the numbers in column two of @F@", "awk '{sum += $2} END {print sum}' @F@", "3", {"@F@": "a 1\nb 2\n"})
s("sh_csv_column", "prints the second field of the CSV file @F@|shows column two of @F@, separated by commas", "cut -d, -f2 @F@", "x\ny", {"@F@": "1,x\n2,y\n"})
s("sh_uppercase", "prints @F@ in uppercase|converts the text of @F@ to capital letters", "tr 'a-z' 'A-Z' < @F@", "BETA\nALPHA\nBETA")
s("sh_loop_numbers", "prints the numbers from 1 to @K@|counts from 1 to @K@ in a loop", "for ((i = 1; i <= @K@; i++)); do\n    echo \"$i\"\ndone | tail -n 1", "@K@", {}, K=[3, 5, 10, 20, 50, 100])
s("sh_loop_files", "prints the name of every .txt file in the current folder|loops over all text files",
  'for file in *.txt; do\n    echo "$file"\ndone', "a.txt\nb.txt", {"a.txt": "", "b.txt": "", "c.md": ""})
s("sh_count_files", "counts the .txt files in the current folder|prints how many text files there are", "find . -name '*.txt' | wc -l", "2", {"a.txt": "", "b.txt": "", "c.md": ""})
s("sh_read_lines", "reads @F@ line by line|prints every line of @F@ in a loop", 'while IFS= read -r line; do\n    echo "line: $line"\ndone < @F@', "line: beta\nline: alpha\nline: beta")
s("sh_file_exists", "checks whether the file @F@ exists|prints if @F@ is there", 'if [[ -f @F@ ]]; then\n    echo "@F@ exists"\nelse\n    echo "@F@ is missing"\nfi', "@F@ exists")
s("sh_argument", "greets the name given as the first argument|prints Hello and its first argument", 'name=${1:-world}\necho "Hello, $name!"', "Hello, Ann!", {}, ["Ann"], "Without an argument it greets the world.")
s("sh_sum_arguments", "adds up its arguments|prints the sum of all numbers it is given", 'sum=0\nfor n in "$@"; do\n    ((sum += n))\ndone\necho "$sum"', "6", {}, ["1", "2", "3"])
s("sh_longest_line", "prints the longest line of @F@|finds the longest line in @F@", "awk 'length > max {max = length; line = $0} END {print line}' @F@", "alpha")
s("sh_number_lines", "prints @F@ with line numbers|numbers the lines of @F@", "awk '{print NR \": \" $0}' @F@", "1: beta\n2: alpha\n3: beta")
s("sh_reverse_lines", "prints the lines of @F@ in reverse order|shows @F@ from the last line to the first", "tac @F@", "beta\nalpha\nbeta")
s("sh_remove_empty", "prints @F@ without empty lines|removes the empty lines of @F@", "grep -v '^$' @F@", "a\nb", {"@F@": "a\n\nb\n"})
s("sh_backup", "makes a backup copy of @F@|copies @F@ to a file with the ending .bak", 'cp @F@ @F@.bak && echo "copied to @F@.bak"', "copied to @F@.bak")
s("sh_rename", "renames all .txt files to .md|changes the ending of every text file to .md", 'for file in *.txt; do\n    mv "$file" "${file%.txt}.md"\ndone\nls *.md', "a.md\nb.md", {"a.txt": "", "b.txt": ""})
