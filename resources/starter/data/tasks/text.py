# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Strings and numbers together: parsing, ciphers, encodings."""
from ..task import function as f

f("hamming_distance", "counts the positions where two strings of the same length differ|computes the Hamming distance",
  "def hamming_distance(a: str, b: str) -> int:\n    count = 0\n    for i in range(len(a)):\n        if a[i] != b[i]:\n            count += 1\n    return count", [("karol", "kathy", 3), ("", "", 0)])
f("common_prefix_length", "returns the length of the common prefix of two strings|counts how many characters two texts share at the start",
  "def common_prefix_length(a: str, b: str) -> int:\n    n = 0\n    while n < len(a) and n < len(b) and a[n] == b[n]:\n        n += 1\n    return n", [("abcd", "abx", 2), ("", "a", 0)])
f("count_substring", "counts how often a substring occurs in a string|returns the number of occurrences of a text in another",
  """def count_substring(s: str, part: str) -> int:
    count = 0
    for i in range(len(s) - len(part) + 1):
        matches = True
        for j in range(len(part)):
            if s[i + j] != part[j]:
                matches = False
        if matches:
            count += 1
    return count""", [("aaa", "aa", 2), ("abc", "x", 0)])
f("find_substring", "returns the index of a substring in a string or -1|finds a text in another",
  """def find_substring(s: str, part: str) -> int:
    for i in range(len(s) - len(part) + 1):
        matches = True
        for j in range(len(part)):
            if s[i + j] != part[j]:
                matches = False
        if matches:
            return i
    return -1""", [("hello", "ll", 2), ("abc", "x", -1)])
f("caesar_cipher", "shifts every lowercase letter by @K@ places|encrypts a lowercase text with a Caesar cipher of @K@",
  """def caesar_cipher(s: str) -> str:
    result = ""
    for c in s:
        if c.islower():
            result += chr((ord(c) - ord("a") + @K@) % 26 + ord("a"))
        else:
            result += c
    return result""", lambda K: [("a z", f"{chr(97 + K)} {chr(97 + (25 + K) % 26)}"), ("", "")],
  "The remainder by 26 brings letters past z back to the start.", K=[1, 2, 3, 4, 5, 7, 10, 13])
f("letter_to_number", "returns the position of a lowercase letter in the alphabet|turns a letter into its number from 1 to 26",
  "def letter_to_number(letter: char) -> int:\n    return ord(letter) - ord(\"a\") + 1", [("a", 1), ("z", 26)])
f("parse_integer", "converts a string of digits to an integer|parses a non-negative number without library functions",
  "def parse_integer(s: str) -> int:\n    value = 0\n    for c in s:\n        value = value * 10 + ord(c) - ord(\"0\")\n    return value", [("123", 123), ("0", 0), ("007", 7)])
f("parse_binary", "converts a binary string to an integer|parses a number in base 2",
  "def parse_binary(s: str) -> int:\n    value = 0\n    for c in s:\n        value = value * 2 + ord(c) - ord(\"0\")\n    return value", [("101", 5), ("0", 0)])
f("to_binary", "converts an integer to a binary string|returns the binary digits of a number",
  """def to_binary(n: int) -> str:
    if n == 0:
        return "0"
    digits = ""
    while n > 0:
        digits = chr(ord("0") + n % 2) + digits
        n //= 2
    return digits""", [(5, "101"), (0, "0"), (8, "1000")])
f("to_base", "converts an integer to a string in base @K@|returns the digits of a number in base @K@",
  """def to_base(n: int) -> str:
    if n == 0:
        return "0"
    digits = ""
    while n > 0:
        digits = chr(ord("0") + n % @K@) + digits
        n //= @K@
    return digits""", lambda K: [(K, "10"), (0, "0"), (K * K + 1, "101")], K=[3, 4, 5, 6, 7, 8, 9])
f("checksum", "computes the sum of the character codes of a string modulo @K@|returns a simple checksum of a text modulo @K@",
  "def checksum(s: str) -> int:\n    total = 0\n    for c in s:\n        total = (total + ord(c)) % @K@\n    return total",
  lambda K: [("a", 97 % K), ("", 0)], K=[97, 100, 127, 251, 256, 1000])
f("simple_hash", "computes a polynomial hash of a string|returns a hash of a text with base 31",
  "def simple_hash(s: str) -> int:\n    value = 7\n    for c in s:\n        value = (value * 31 + ord(c)) % 1000003\n    return value", [("", 7), ("a", 314)])
f("sum_of_digits_in_string", "returns the sum of the digits in a string|adds up all digits of a text",
  "def sum_of_digits_in_string(s: str) -> int:\n    total = 0\n    for c in s:\n        if c.isdigit():\n            total += ord(c) - ord(\"0\")\n    return total", [("a1b23", 6), ("", 0)])
f("longest_word_length", "returns the length of the longest word of a string|finds how long the longest word of a text is",
  """def longest_word_length(s: str) -> int:
    longest = 0
    length = 0
    for c in s:
        if c == " ":
            length = 0
        else:
            length += 1
        longest = max(longest, length)
    return longest""", [("a bcd ef", 3), ("", 0)])
f("is_balanced", "checks whether the parentheses of a string are balanced|tells if every opening parenthesis has a closing one",
  """def is_balanced(s: str) -> bool:
    depth = 0
    for c in s:
        if c == "(":
            depth += 1
        elif c == ")":
            depth -= 1
            if depth < 0:
                return False
    return depth == 0""", [("(a)(b)", True), ("(()", False), (")(", False), ("", True)])
f("nesting_depth", "returns how deep the parentheses of a string are nested|computes the largest depth of nested parentheses",
  """def nesting_depth(s: str) -> int:
    depth = 0
    deepest = 0
    for c in s:
        if c == "(":
            depth += 1
            deepest = max(deepest, depth)
        elif c == ")":
            depth -= 1
    return deepest""", [("(a(b))", 2), ("", 0)])
f("are_anagrams", "checks whether two words are anagrams|tells if two strings have the same letters",
  """def are_anagrams(a: str, b: str) -> bool:
    if len(a) != len(b):
        return False
    for c in a:
        count = 0
        for d in a:
            if d == c:
                count += 1
        for d in b:
            if d == c:
                count -= 1
        if count != 0:
            return False
    return True""", [("listen", "silent", True), ("ab", "aa", False), ("a", "ab", False)])
f("repeat_character", "returns a string of n equal characters|repeats a character n times",
  "def repeat_character(c: char, n: int) -> str:\n    result = \"\"\n    for i in range(n):\n        result += c\n    return result", [("x", 3, "xxx"), ("a", 0, "")])
f("alphabet", "returns the lowercase alphabet as a string|builds a string with the letters from a to z",
  "def alphabet() -> str:\n    result = \"\"\n    for i in range(26):\n        result += chr(ord(\"a\") + i)\n    return result", [("abcdefghijklmnopqrstuvwxyz",)])
f("fizzbuzz", "returns Fizz, Buzz, FizzBuzz or an empty string for a number|implements FizzBuzz for one number",
  """def fizzbuzz(n: int) -> str:
    if n % 15 == 0:
        return "FizzBuzz"
    if n % 3 == 0:
        return "Fizz"
    if n % 5 == 0:
        return "Buzz"
    return \"\"""", [(15, "FizzBuzz"), (9, "Fizz"), (10, "Buzz"), (7, "")], "Multiples of 15 come first, as they are multiples of 3 and 5 too.")
