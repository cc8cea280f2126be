# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Regular expressions, as functions that test a whole text."""
from ..task import pattern as p

D = "uses a regular expression to check whether a text is "
R = "|matches with a regex "
p("is_integer_text", D + "an integer" + R + "integers with an optional sign", r"[+-]?\d+", ["12", "-5", "+7"], ["", "1.5", "a"])
p("is_decimal_text", D + "a decimal number" + R + "numbers with an optional fraction", r"[+-]?\d+(\.\d+)?", ["1", "1.5", "-2.25"], ["", ".", "1."])
p("is_hex_number", D + "a hexadecimal number" + R + "hex numbers that start with 0x", r"0x[0-9a-fA-F]+", ["0x1F", "0xa"], ["1F", "0x", "0xg"])
p("is_hex_color", D + "a hex color" + R + "colors like #ff8800", r"#[0-9a-fA-F]{6}", ["#ff8800", "#ABCDEF"], ["ff8800", "#fff", "#gggggg"])
p("is_binary_text", D + "a binary number" + R + "texts of zeros and ones", r"[01]+", ["0", "1011"], ["", "12"])
p("is_email", D + "an email address" + R + "simple email addresses", r"[\w.+-]+@[\w-]+(\.[\w-]+)+", ["ann@mail.org", "a.b@c.d.e"], ["ann", "@b.c", "a@b"], "It accepts the usual addresses, not every legal one.")
p("is_iso_date", D + "a date like 2024-05-17" + R + "dates in ISO format", r"\d{4}-\d{2}-\d{2}", ["2024-05-17"], ["17.5.2024", "2024-5-17"])
p("is_german_date", D + "a date like 17.05.2024" + R + "dates written as day.month.year", r"\d{2}\.\d{2}\.\d{4}", ["17.05.2024"], ["2024-05-17", "17.5.24"])
p("is_time_of_day", D + "a time from 00:00 to 23:59" + R + "times in 24-hour format", r"([01]\d|2[0-3]):[0-5]\d", ["09:30", "23:59"], ["24:00", "9:30", "12:60"])
p("is_phone_number", D + "a phone number" + R + "phone numbers of digits, spaces and dashes", r"\+?\d[\d -]{5,14}\d", ["+49 30 1234567", "555-1234"], ["12", "abc-defg"])
p("is_zip_code", D + "a five-digit zip code" + R + "zip codes of five digits", r"\d{5}", ["10115"], ["1011", "101155", "a1011"])
p("is_identifier", D + "an identifier" + R + "names of letters, digits and underscores", r"[A-Za-z_][A-Za-z0-9_]*", ["x1", "_a"], ["", "1x", "a-b"])
p("is_snake_case", D + "written in snake case" + R + "names like first_name", r"[a-z]+(_[a-z0-9]+)*", ["first_name", "x"], ["FirstName", "a__b", ""])
p("is_camel_case", D + "written in camel case" + R + "names like firstName", r"[a-z]+([A-Z][a-z0-9]*)*", ["firstName", "x"], ["FirstName", "a_b", ""])
p("is_capitalized", D + "a capitalized word" + R + "words with a capital first letter", r"[A-Z][a-z]*", ["Ann", "A"], ["ann", "ANN", ""])
p("is_uppercase_word", D + "a word in capitals" + R + "words of capital letters", r"[A-Z]+", ["ABC"], ["Abc", ""])
p("is_ipv4_shape", D + "shaped like an IPv4 address" + R + "four numbers separated by dots", r"\d{1,3}(\.\d{1,3}){3}", ["127.0.0.1"], ["1.2.3", "a.b.c.d", "1.2.3.4444"], "It does not check that each number is at most 255.")
p("is_url", D + "a web address" + R + "addresses that start with http or https", r"https?://[\w.-]+(/\S*)?", ["https://a.org/x", "http://b.de"], ["ftp://a", "a.org"])
p("is_version", D + "a version like 1.2.3" + R + "version numbers of three parts", r"\d+\.\d+\.\d+", ["1.2.3", "10.0.12"], ["1.2", "1.2.3.4", "v1.2.3"])
p("is_blank", D + "empty or only white space" + R + "blank texts", r"\s*", ["", "  "], ["a", " a "])
p("is_license_plate", D + "a plate like AB-123" + R + "two capitals, a dash and three digits", r"[A-Z]{2}-\d{3}", ["AB-123"], ["ab-123", "ABC-12"])
p("is_parenthesized", D + "in parentheses" + R + "texts in one pair of parentheses", r"\([^()]*\)", ["(a b)", "()"], ["a", "(a", "a)"])
p("is_price", D + "a price like 12.99" + R + "amounts with two decimals", r"\d+\.\d{2}", ["12.99"], ["12", "12.9", ".99"])
p("is_file_name", D + "a file name with an ending" + R + "names with an ending of one to four letters", r"[\w-]+\.[a-z]{1,4}", ["main.cpp", "a.h"], ["main", ".txt", "a.longer"])
