# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Maps, and lists of strings."""
from ..task import function as f

f("count_words_map", "counts how often each word of a list occurs|builds a map from words to their counts|counts word frequencies",
  "def count_words_map(words: list[str]) -> dict[str, int]:\n    counts: dict[str, int] = {}\n    for word in words:\n        counts[word] = counts.get(word, 0) + 1\n    return counts",
  [(["a", "b", "a"], {"a": 2, "b": 1})])
f("count_characters_map", "counts how often each character of a string occurs|builds a map from letters to their counts",
  "def count_characters_map(s: str) -> dict[char, int]:\n    counts: dict[char, int] = {}\n    for c in s:\n        counts[c] = counts.get(c, 0) + 1\n    return counts",
  [("aba", {"a": 2, "b": 1})])
f("count_numbers_map", "counts how often each number of a list occurs|builds a histogram of a list of integers",
  "def count_numbers_map(xs: list[int]) -> dict[int, int]:\n    counts: dict[int, int] = {}\n    for x in xs:\n        counts[x] = counts.get(x, 0) + 1\n    return counts",
  [([1, 2, 1], {1: 2, 2: 1})])
f("word_lengths", "builds a map from words to their lengths|returns the length of each word as a map",
  "def word_lengths(words: list[str]) -> dict[str, int]:\n    lengths: dict[str, int] = {}\n    for word in words:\n        lengths[word] = len(word)\n    return lengths",
  [(["a", "bcd"], {"a": 1, "bcd": 3})])
f("index_map", "builds a map from numbers to their last index in a list|returns where each value of an array is",
  "def index_map(xs: list[int]) -> dict[int, int]:\n    positions: dict[int, int] = {}\n    for i in range(len(xs)):\n        positions[xs[i]] = i\n    return positions",
  [([7, 9], {7: 0, 9: 1})])
f("squares_map", "builds a map from the numbers 1 to n to their squares|returns a table of squares as a map",
  "def squares_map(n: int) -> dict[int, int]:\n    squares: dict[int, int] = {}\n    for i in range(1, n + 1):\n        squares[i] = i * i\n    return squares",
  [(2, {1: 1, 2: 4})])
f("first_repeated", "returns the first number of a list that occurs a second time or -1|finds the first repeated value of an array",
  """def first_repeated(xs: list[int]) -> int:
    for i in range(len(xs)):
        for j in range(i):
            if xs[i] == xs[j]:
                return xs[i]
    return -1""", [([1, 2, 1, 2], 1), ([1], -1)])
f("most_frequent", "returns the most frequent number of a list|finds the mode of an array",
  """def most_frequent(xs: list[int]) -> int:
    best = xs[0]
    best_count = 0
    for x in xs:
        count = 0
        for y in xs:
            if y == x:
                count += 1
        if count > best_count:
            best = x
            best_count = count
    return best""", [([1, 2, 2], 2), ([5], 5)])
f("join_words", "joins a list of words with \"@K@\"|concatenates strings with \"@K@\" between them",
  """def join_words(words: list[str]) -> str:
    result = ""
    first = True
    for word in words:
        if not first:
            result += "@K@"
        result += word
        first = False
    return result""", lambda K: [(["a", "b"], f"a{K}b"), ([], "")], K=[",", "-", ";", ":", "/", " ", "+", "_"])
f("split_words", "splits a string into words at spaces|returns the words of a text as a list",
  """def split_words(s: str) -> list[str]:
    words: list[str] = []
    word = ""
    for c in s:
        if c != " ":
            word += c
        elif len(word) > 0:
            words.append(word)
            word = ""
    if len(word) > 0:
        words.append(word)
    return words""", [("one  two", ["one", "two"]), ("", [])])
f("longest_word", "returns the longest word of a list|finds the longest string of an array",
  "def longest_word(words: list[str]) -> str:\n    best = 0\n    for i in range(len(words)):\n        if len(words[i]) > len(words[best]):\n            best = i\n    return words[best]",
  [(["a", "bcd", "ef"], "bcd")], "The first of several equally long words wins.")
f("shortest_word", "returns the shortest word of a list|finds the shortest string of an array",
  "def shortest_word(words: list[str]) -> str:\n    best = 0\n    for i in range(len(words)):\n        if len(words[i]) < len(words[best]):\n            best = i\n    return words[best]",
  [(["ab", "c", "ef"], "c")])
f("total_length", "returns the total length of a list of strings|adds up the lengths of all words",
  "def total_length(words: list[str]) -> int:\n    total = 0\n    for word in words:\n        total += len(word)\n    return total", [(["ab", "c"], 3), ([], 0)])
f("count_long_words", "counts the words longer than @K@ characters|returns how many strings of a list have more than @K@ characters",
  "def count_long_words(words: list[str]) -> int:\n    count = 0\n    for word in words:\n        if len(word) > @K@:\n            count += 1\n    return count",
  lambda K: [(["x" * K, "x" * (K + 1)], 1), ([], 0)], K=[2, 3, 4, 5, 6, 7, 8, 10])
f("contains_word", "checks whether a list of strings contains a word|tells if a word is in a list",
  "def contains_word(words: list[str], wanted: str) -> bool:\n    for word in words:\n        if word == wanted:\n            return True\n    return False",
  [(["a", "b"], "b", True), ([], "x", False)])
f("filter_long_words", "returns the words longer than @K@ characters|keeps only the strings with more than @K@ characters",
  "def filter_long_words(words: list[str]) -> list[str]:\n    result: list[str] = []\n    for word in words:\n        if len(word) > @K@:\n            result.append(word)\n    return result",
  lambda K: [(["x" * K, "x" * (K + 1)], ["x" * (K + 1)]), ([], [])], K=[2, 3, 4, 5, 6, 7, 8, 10])
