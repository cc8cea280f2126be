# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Strings, character by character."""
from ..task import function as f

f("reverse_string", "reverses a string|returns a string backwards|turns a text around",
  "def reverse_string(s: str) -> str:\n    result = \"\"\n    for i in range(len(s) - 1, -1, -1):\n        result += s[i]\n    return result", [("abc", "cba"), ("", "")])
f("is_palindrome", "checks whether a string is a palindrome|tells if a word reads the same in both directions|returns true for palindromes",
  """def is_palindrome(s: str) -> bool:
    i = 0
    j = len(s) - 1
    while i < j:
        if s[i] != s[j]:
            return False
        i += 1
        j -= 1
    return True""", [("level", True), ("abc", False), ("", True)], "Two indexes walk from both ends to the middle.")
f("count_vowels", "counts the vowels in a string|returns how many vowels a text has",
  "def count_vowels(s: str) -> int:\n    count = 0\n    for c in s:\n        if c.lower() in \"aeiou\":\n            count += 1\n    return count", [("Apple", 2), ("xyz", 0), ("", 0)])
f("count_consonants", "counts the consonants in a string|returns how many consonants a text has",
  "def count_consonants(s: str) -> int:\n    count = 0\n    for c in s:\n        if c.isalpha() and c.lower() not in \"aeiou\":\n            count += 1\n    return count", [("Apple!", 3), ("aei", 0)])
f("count_words", "counts the words in a string|returns the number of words of a text separated by spaces",
  """def count_words(s: str) -> int:
    count = 0
    inside = False
    for c in s:
        if c == " ":
            inside = False
        elif not inside:
            inside = True
            count += 1
    return count""", [("one two", 2), ("", 0), ("  a  b ", 2)], "A word starts where a letter follows a space or the beginning.")
f("count_character", "counts how often a character occurs in a string|returns the number of times a letter appears in a text",
  "def count_character(s: str, wanted: char) -> int:\n    count = 0\n    for c in s:\n        if c == wanted:\n            count += 1\n    return count", [("banana", "a", 3), ("", "x", 0)])
f("count_letter", "counts the letter @K@ in a string|returns how often @K@ occurs in a text",
  "def count_letter(s: str) -> int:\n    count = 0\n    for c in s:\n        if c == \"@K@\":\n            count += 1\n    return count",
  lambda K: [(f"{K}-{K}", 2), ("", 0)], K=list("abcdefghiklmnoprstuwxz"))
f("count_digits_in_string", "counts the digits in a string|returns how many digits a text contains",
  "def count_digits_in_string(s: str) -> int:\n    count = 0\n    for c in s:\n        if c.isdigit():\n            count += 1\n    return count", [("a1b22", 3), ("", 0)])
f("count_uppercase", "counts the uppercase letters in a string|returns how many capital letters a text has",
  "def count_uppercase(s: str) -> int:\n    count = 0\n    for c in s:\n        if c.isupper():\n            count += 1\n    return count", [("AbC", 2), ("", 0)])
f("count_lowercase", "counts the lowercase letters in a string|returns how many small letters a text has",
  "def count_lowercase(s: str) -> int:\n    count = 0\n    for c in s:\n        if c.islower():\n            count += 1\n    return count", [("AbC", 1), ("", 0)])
f("count_spaces", "counts the spaces in a string|returns how many spaces a text contains",
  "def count_spaces(s: str) -> int:\n    count = 0\n    for c in s:\n        if c == \" \":\n            count += 1\n    return count", [("a b c", 2), ("", 0)])
f("count_lines", "counts the lines of a text|returns the number of lines in a string",
  "def count_lines(s: str) -> int:\n    count = 1\n    for c in s:\n        if c == \"\\n\":\n            count += 1\n    return count", [("a\nb", 2), ("a", 1)])
f("to_uppercase", "converts a string to uppercase|turns all letters of a text into capitals",
  "def to_uppercase(s: str) -> str:\n    result = \"\"\n    for c in s:\n        result += c.upper()\n    return result", [("aBc1", "ABC1"), ("", "")])
f("to_lowercase", "converts a string to lowercase|turns all letters of a text into small letters",
  "def to_lowercase(s: str) -> str:\n    result = \"\"\n    for c in s:\n        result += c.lower()\n    return result", [("aBC1", "abc1"), ("", "")])
f("swap_case", "swaps the case of every letter in a string|turns capitals into small letters and the other way round",
  """def swap_case(s: str) -> str:
    result = ""
    for c in s:
        if c.isupper():
            result += c.lower()
        else:
            result += c.upper()
    return result""", [("aBc", "AbC"), ("", "")])
f("capitalize_first", "capitalizes the first letter of a string|makes the first character of a text uppercase",
  """def capitalize_first(s: str) -> str:
    result = ""
    first = True
    for c in s:
        if first:
            result += c.upper()
        else:
            result += c
        first = False
    return result""", [("hello", "Hello"), ("", "")])
f("capitalize_words", "capitalizes every word of a string|turns a text into title case",
  """def capitalize_words(s: str) -> str:
    result = ""
    start = True
    for c in s:
        if start:
            result += c.upper()
        else:
            result += c
        start = c == " "
    return result""", [("hello big world", "Hello Big World"), ("", "")])
f("remove_spaces", "removes the spaces of a string|returns a text without its spaces",
  "def remove_spaces(s: str) -> str:\n    result = \"\"\n    for c in s:\n        if c != \" \":\n            result += c\n    return result", [("a b c", "abc"), ("", "")])
f("remove_vowels", "removes the vowels of a string|returns a text without its vowels",
  "def remove_vowels(s: str) -> str:\n    result = \"\"\n    for c in s:\n        if c.lower() not in \"aeiou\":\n            result += c\n    return result", [("Hello", "Hll"), ("", "")])
f("remove_digits", "removes the digits of a string|returns a text without its digits",
  "def remove_digits(s: str) -> str:\n    result = \"\"\n    for c in s:\n        if not c.isdigit():\n            result += c\n    return result", [("a1b2", "ab"), ("", "")])
f("keep_digits", "keeps only the digits of a string|extracts the digits of a text",
  "def keep_digits(s: str) -> str:\n    result = \"\"\n    for c in s:\n        if c.isdigit():\n            result += c\n    return result", [("a1b2", "12"), ("", "")])
f("keep_letters", "keeps only the letters of a string|removes everything but letters from a text",
  "def keep_letters(s: str) -> str:\n    result = \"\"\n    for c in s:\n        if c.isalpha():\n            result += c\n    return result", [("a1 b2!", "ab"), ("", "")])
f("remove_character", "removes a given character from a string|deletes all occurrences of a letter in a text",
  "def remove_character(s: str, unwanted: char) -> str:\n    result = \"\"\n    for c in s:\n        if c != unwanted:\n            result += c\n    return result", [("banana", "a", "bnn"), ("", "x", "")])
f("replace_character", "replaces one character of a string by another|exchanges a letter for another in a text",
  """def replace_character(s: str, old: char, new_c: char) -> str:
    result = ""
    for c in s:
        if c == old:
            result += new_c
        else:
            result += c
    return result""", [("banana", "a", "o", "bonono"), ("", "x", "y", "")])
f("replace_spaces", "replaces the spaces of a string by \"@K@\"|puts \"@K@\" in place of every space",
  """def replace_spaces(s: str) -> str:
    result = ""
    for c in s:
        if c == " ":
            result += "@K@"
        else:
            result += c
    return result""", lambda K: [("a b", f"a{K}b"), ("", "")], K=["-", "_", ".", "+", "/", ":"])
f("double_characters", "doubles every character of a string|writes each letter of a text twice",
  "def double_characters(s: str) -> str:\n    result = \"\"\n    for c in s:\n        result += c\n        result += c\n    return result", [("ab", "aabb"), ("", "")])
f("every_second_character", "returns every second character of a string|takes every other letter of a text",
  "def every_second_character(s: str) -> str:\n    result = \"\"\n    for i in range(0, len(s), 2):\n        result += s[i]\n    return result", [("abcd", "ac"), ("", "")])
f("first_characters", "returns the first n characters of a string|truncates a text to n characters",
  "def first_characters(s: str, n: int) -> str:\n    result = \"\"\n    for i in range(len(s)):\n        if i < n:\n            result += s[i]\n    return result", [("hello", 2, "he"), ("a", 5, "a")])
f("remove_repeats", "removes repeated neighbours from a string|collapses runs of equal characters",
  """def remove_repeats(s: str) -> str:
    result = ""
    for i in range(len(s)):
        if i == 0 or s[i] != s[i - 1]:
            result += s[i]
    return result""", [("aabbb", "ab"), ("", "")])
f("trim_left", "removes the spaces at the start of a string|trims the left side of a text",
  """def trim_left(s: str) -> str:
    result = ""
    started = False
    for c in s:
        if c != " ":
            started = True
        if started:
            result += c
    return result""", [("  a b ", "a b "), ("", "")])
f("is_digits_only", "checks whether a string consists of digits only|tells if a text is a number without sign",
  "def is_digits_only(s: str) -> bool:\n    for c in s:\n        if not c.isdigit():\n            return False\n    return len(s) > 0", [("123", True), ("1a", False), ("", False)])
f("is_letters_only", "checks whether a string consists of letters only|tells if a text has nothing but letters",
  "def is_letters_only(s: str) -> bool:\n    for c in s:\n        if not c.isalpha():\n            return False\n    return len(s) > 0", [("abc", True), ("1a", False), ("", False)])
f("is_all_uppercase", "checks whether all characters of a string are uppercase letters|tells if a word is written in capitals",
  "def is_all_uppercase(s: str) -> bool:\n    for c in s:\n        if not c.isupper():\n            return False\n    return len(s) > 0", [("ABC", True), ("Ab", False), ("", False)])
f("has_digit", "checks whether a string contains a digit|tells if a text has at least one digit",
  "def has_digit(s: str) -> bool:\n    for c in s:\n        if c.isdigit():\n            return True\n    return False", [("a1", True), ("ab", False), ("", False)])
f("has_space", "checks whether a string contains a space|tells if a text has white space",
  "def has_space(s: str) -> bool:\n    for c in s:\n        if c.isspace():\n            return True\n    return False", [("a b", True), ("ab", False)])
f("is_strong_password", "checks whether a password has at least @K@ characters, a digit and a capital letter|tells if a password of at least @K@ characters is strong",
  """def is_strong_password(s: str) -> bool:
    digit = False
    upper = False
    for c in s:
        if c.isdigit():
            digit = True
        if c.isupper():
            upper = True
    return len(s) >= @K@ and digit and upper""", lambda K: [("A1" + "x" * K, True), ("A1", False), ("a" * K, False)], K=[6, 7, 8, 9, 10, 12])
f("find_character", "returns the index of a character in a string or -1|finds the position of a letter in a text",
  "def find_character(s: str, wanted: char) -> int:\n    for i in range(len(s)):\n        if s[i] == wanted:\n            return i\n    return -1", [("abc", "c", 2), ("abc", "x", -1)])
f("starts_with_prefix", "checks whether a string starts with a prefix|tells if one text is the beginning of another",
  """def starts_with_prefix(s: str, prefix: str) -> bool:
    if len(prefix) > len(s):
        return False
    for i in range(len(prefix)):
        if s[i] != prefix[i]:
            return False
    return True""", [("hello", "he", True), ("hello", "lo", False), ("a", "ab", False)])
f("ends_with_suffix", "checks whether a string ends with a suffix|tells if one text is the end of another",
  """def ends_with_suffix(s: str, suffix: str) -> bool:
    if len(suffix) > len(s):
        return False
    offset = len(s) - len(suffix)
    for i in range(len(suffix)):
        if s[offset + i] != suffix[i]:
            return False
    return True""", [("hello", "lo", True), ("hello", "he", False), ("a", "ab", False)])
