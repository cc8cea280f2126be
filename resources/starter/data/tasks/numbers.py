# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Arithmetic on single numbers."""
from ..task import function as f

f("add", "returns the sum of two integers|adds two numbers", "def add(a: int, b: int) -> int:\n    return a + b",
  [(1, 2, 3), (-4, 4, 0)])
f("subtract", "returns the difference of two integers|subtracts the second number from the first",
  "def subtract(a: int, b: int) -> int:\n    return a - b", [(5, 2, 3), (2, 5, -3)])
f("multiply", "returns the product of two integers|multiplies two numbers",
  "def multiply(a: int, b: int) -> int:\n    return a * b", [(3, 4, 12), (-2, 5, -10)])
f("add_constant", "adds @K@ to a number|returns a number plus @K@", "def add_constant(n: int) -> int:\n    return n + @K@",
  lambda K: [(0, K), (10, 10 + K)], K=[2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100])
f("times_constant", "multiplies a number by @K@|returns a number times @K@",
  "def times_constant(n: int) -> int:\n    return n * @K@", lambda K: [(0, 0), (7, 7 * K)],
  K=[2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 100])
f("square", "returns the square of a number|squares an integer", "def square(n: int) -> int:\n    return n * n",
  [(3, 9), (-4, 16), (0, 0)])
f("cube", "returns the cube of a number|raises an integer to the third power", "def cube(n: int) -> int:\n    return n * n * n",
  [(3, 27), (-2, -8)])
f("is_even", "checks whether a number is even|returns true if an integer is even|tells if a number is divisible by two",
  "def is_even(n: int) -> bool:\n    return n % 2 == 0", [(4, True), (7, False), (0, True)],
  "A number is even when the remainder of dividing it by 2 is zero.")
f("is_odd", "checks whether a number is odd|returns true if an integer is odd", "def is_odd(n: int) -> bool:\n    return n % 2 != 0",
  [(4, False), (7, True)], "A number is odd when dividing it by 2 leaves a remainder.")
f("is_multiple", "checks whether a number is divisible by @K@|tells if a number is a multiple of @K@",
  "def is_multiple(n: int) -> bool:\n    return n % @K@ == 0", lambda K: [(0, True), (3 * K, True), (3 * K + 1, False)],
  "The remainder of the division is zero for multiples.", K=[3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
f("is_positive", "checks whether a number is positive|returns true if a number is greater than zero",
  "def is_positive(n: int) -> bool:\n    return n > 0", [(1, True), (0, False), (-3, False)])
f("is_negative", "checks whether a number is negative|returns true if a number is less than zero",
  "def is_negative(n: int) -> bool:\n    return n < 0", [(1, False), (0, False), (-3, True)])
f("is_between", "checks whether a number lies between a lower and an upper bound|tests if a number is inside a range",
  "def is_between(n: int, low: int, high: int) -> bool:\n    return n >= low and n <= high",
  [(5, 1, 10, True), (0, 1, 10, False), (10, 1, 10, True)], "Both bounds belong to the range.")
f("maximum_of_two", "returns the larger of two integers|finds the maximum of two numbers",
  "def maximum_of_two(a: int, b: int) -> int:\n    if a > b:\n        return a\n    return b", [(1, 2, 2), (5, -1, 5), (3, 3, 3)])
f("minimum_of_two", "returns the smaller of two integers|finds the minimum of two numbers",
  "def minimum_of_two(a: int, b: int) -> int:\n    if a < b:\n        return a\n    return b", [(1, 2, 1), (5, -1, -1), (3, 3, 3)])
f("maximum_of_three", "returns the largest of three integers|finds the maximum of three numbers",
  """def maximum_of_three(a: int, b: int, c: int) -> int:
    largest = a
    if b > largest:
        largest = b
    if c > largest:
        largest = c
    return largest""", [(1, 2, 3, 3), (9, 2, 3, 9), (1, 8, 3, 8)])
f("absolute", "returns the absolute value of an integer|removes the sign of a number",
  "def absolute(n: int) -> int:\n    if n < 0:\n        return -n\n    return n", [(5, 5), (-5, 5), (0, 0)])
f("sign", "returns the sign of a number as -1, 0 or 1|computes the sign of an integer",
  "def sign(n: int) -> int:\n    if n > 0:\n        return 1\n    if n < 0:\n        return -1\n    return 0",
  [(12, 1), (-3, -1), (0, 0)])
f("clamp", "limits a number to a range|clamps an integer between a lower and an upper bound",
  "def clamp(n: int, low: int, high: int) -> int:\n    if n < low:\n        return low\n    if n > high:\n        return high\n    return n",
  [(5, 1, 10, 5), (0, 1, 10, 1), (99, 1, 10, 10)])
f("distance", "returns the distance between two integers|computes the absolute difference of two numbers",
  "def distance(a: int, b: int) -> int:\n    if a > b:\n        return a - b\n    return b - a", [(3, 8, 5), (8, 3, 5), (2, 2, 0)])
f("average_of_two", "returns the average of two numbers|computes the mean of two values",
  "def average_of_two(a: float, b: float) -> float:\n    return (a + b) / 2.0", [(1.0, 2.0, 1.5), (4.0, 4.0, 4.0)])
f("percentage", "computes what percentage a part is of a total|returns how many percent one number is of another",
  "def percentage(part: float, total: float) -> float:\n    return part / total * 100.0", [(1.0, 4.0, 25.0), (3.0, 2.0, 150.0)])
f("add_percent", "raises a price by @K@ percent|adds @K@ percent tax to a price",
  "def add_percent(price: float) -> float:\n    return price * (100.0 + @K@.0) / 100.0", lambda K: [(100.0, 100.0 + K), (0.0, 0.0)],
  K=[5, 7, 8, 10, 12, 15, 19, 20, 21, 25])
f("discount", "takes @K@ percent off a price|applies a discount of @K@ percent",
  "def discount(price: float) -> float:\n    return price * (100.0 - @K@.0) / 100.0", lambda K: [(100.0, 100.0 - K), (0.0, 0.0)],
  K=[5, 10, 15, 20, 25, 30, 40, 50])
f("celsius_to_fahrenheit", "converts degrees Celsius to Fahrenheit|turns a temperature in Celsius into Fahrenheit",
  "def celsius_to_fahrenheit(celsius: float) -> float:\n    return celsius * 9.0 / 5.0 + 32.0", [(0.0, 32.0), (100.0, 212.0)],
  "The scales meet at -40 degrees.")
f("fahrenheit_to_celsius", "converts degrees Fahrenheit to Celsius|turns a temperature in Fahrenheit into Celsius",
  "def fahrenheit_to_celsius(fahrenheit: float) -> float:\n    return (fahrenheit - 32.0) * 5.0 / 9.0", [(32.0, 0.0), (212.0, 100.0)])
f("kilometers_to_miles", "converts kilometers to miles|turns a distance in kilometers into miles",
  "def kilometers_to_miles(kilometers: float) -> float:\n    return kilometers / 1.609344", [(1.609344, 1.0), (0.0, 0.0)])
f("miles_to_kilometers", "converts miles to kilometers|turns a distance in miles into kilometers",
  "def miles_to_kilometers(miles: float) -> float:\n    return miles * 1.609344", [(1.0, 1.609344), (0.0, 0.0)])
f("inches_to_centimeters", "converts inches to centimeters|turns a length in inches into centimeters",
  "def inches_to_centimeters(inches: float) -> float:\n    return inches * 2.54", [(1.0, 2.54), (0.0, 0.0)])
f("hours_to_seconds", "converts hours to seconds|returns the number of seconds in some hours",
  "def hours_to_seconds(hours: int) -> int:\n    return hours * 3600", [(1, 3600), (2, 7200)])
f("minutes_to_seconds", "converts minutes to seconds|returns the number of seconds in some minutes",
  "def minutes_to_seconds(minutes: int) -> int:\n    return minutes * 60", [(1, 60), (5, 300)])
f("days_to_hours", "converts days to hours|returns the number of hours in some days",
  "def days_to_hours(days: int) -> int:\n    return days * 24", [(1, 24), (3, 72)])
f("circle_area", "computes the area of a circle|returns the area of a circle from its radius",
  "def circle_area(radius: float) -> float:\n    return 3.141592653589793 * radius * radius", [(1.0, 3.141592653589793), (0.0, 0.0)])
f("circle_circumference", "computes the circumference of a circle|returns the length around a circle from its radius",
  "def circle_circumference(radius: float) -> float:\n    return 2.0 * 3.141592653589793 * radius", [(1.0, 6.283185307179586)])
f("rectangle_area", "computes the area of a rectangle|returns the area from width and height",
  "def rectangle_area(width: float, height: float) -> float:\n    return width * height", [(2.0, 3.5, 7.0)])
f("rectangle_perimeter", "computes the perimeter of a rectangle|returns the length around a rectangle",
  "def rectangle_perimeter(width: float, height: float) -> float:\n    return 2.0 * (width + height)", [(2.0, 3.5, 11.0)])
f("triangle_area", "computes the area of a triangle|returns the area of a triangle from base and height",
  "def triangle_area(base: float, height: float) -> float:\n    return base * height / 2.0", [(4.0, 3.0, 6.0)])
f("box_volume", "computes the volume of a box|returns the volume from length, width and height",
  "def box_volume(length: float, width: float, height: float) -> float:\n    return length * width * height", [(2.0, 3.0, 4.0, 24.0)])
f("simple_interest", "computes simple interest|returns the interest for a principal, a rate in percent and a number of years",
  "def simple_interest(principal: float, rate: float, years: float) -> float:\n    return principal * rate * years / 100.0",
  [(1000.0, 5.0, 2.0, 100.0)])
f("compound_interest", "computes a balance with compound interest|returns what a deposit grows to after some years",
  """def compound_interest(balance: float, rate: float, years: int) -> float:
    for year in range(years):
        balance = balance * (1.0 + rate / 100.0)
    return balance""", [(100.0, 50.0, 2, 225.0), (100.0, 10.0, 0, 100.0)])
f("body_mass_index", "computes the body mass index|returns the BMI from weight and height",
  "def body_mass_index(weight: float, height: float) -> float:\n    return weight / (height * height)", [(80.0, 2.0, 20.0)])
f("average_speed", "computes the average speed|returns the speed from distance and time",
  "def average_speed(distance: float, hours: float) -> float:\n    return distance / hours", [(100.0, 2.0, 50.0)])
f("last_digit", "returns the last digit of a number|finds the ones digit of a non-negative integer",
  "def last_digit(n: int) -> int:\n    return n % 10", [(123, 3), (40, 0)])
f("ceil_division", "divides two integers and rounds up|computes the quotient rounded up",
  "def ceil_division(a: int, b: int) -> int:\n    return (a + b - 1) // b", [(7, 2, 4), (6, 2, 3), (0, 5, 0)],
  "Adding b - 1 first makes the integer division round up.")
f("round_down", "rounds a number down to a multiple of @K@|returns the largest multiple of @K@ not above a number",
  "def round_down(n: int) -> int:\n    return n - n % @K@", lambda K: [(3 * K + 1, 3 * K), (K, K)], K=[4, 5, 8, 10, 16, 50, 60, 100])
f("wrap_index", "advances an index in a ring of a given size|returns the next index and starts again at zero",
  "def wrap_index(index: int, size: int) -> int:\n    return (index + 1) % size", [(0, 3, 1), (2, 3, 0)])
f("score_grade", "turns a score from 0 to 100 into a grade from 1 to 5|returns the grade for a score",
  """def score_grade(score: int) -> int:
    if score >= 90:
        return 1
    if score >= 75:
        return 2
    if score >= 60:
        return 3
    if score >= 50:
        return 4
    return 5""", [(95, 1), (75, 2), (60, 3), (50, 4), (10, 5)])
f("days_in_month", "returns the number of days of a month in a common year|tells how many days a month has, ignoring leap years",
  """def days_in_month(month: int) -> int:
    if month == 2:
        return 28
    if month == 4 or month == 6 or month == 9 or month == 11:
        return 30
    return 31""", [(1, 31), (2, 28), (4, 30), (12, 31)])
f("is_leap_year", "checks whether a year is a leap year|returns true for leap years|tells if a year has 366 days",
  "def is_leap_year(year: int) -> bool:\n    return year % 4 == 0 and year % 100 != 0 or year % 400 == 0",
  [(2024, True), (2023, False), (1900, False), (2000, True)],
  "Every fourth year is one, except the centuries that 400 does not divide.")
f("is_triangle", "checks whether three side lengths form a triangle|tells if a triangle with these sides exists",
  "def is_triangle(a: int, b: int, c: int) -> bool:\n    return a + b > c and a + c > b and b + c > a",
  [(3, 4, 5, True), (1, 2, 3, False), (1, 1, 5, False)], "Each two sides together must be longer than the third.")
