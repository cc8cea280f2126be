# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Lists of numbers."""
from ..task import function as f

f("sum_list", "returns the sum of a list of integers|adds up all numbers in a list|computes the total of an array",
  "def sum_list(xs: list[int]) -> int:\n    total = 0\n    for x in xs:\n        total += x\n    return total", [([1, 2, 3], 6), ([], 0), ([-1, 1], 0)])
f("product_list", "returns the product of a list of integers|multiplies all numbers in a list",
  "def product_list(xs: list[int]) -> int:\n    product = 1\n    for x in xs:\n        product *= x\n    return product", [([2, 3, 4], 24), ([], 1)])
f("maximum", "returns the largest number in a list|finds the maximum of an array|finds the biggest element of a list",
  "def maximum(xs: list[int]) -> int:\n    best = xs[0]\n    for x in xs:\n        if x > best:\n            best = x\n    return best",
  [([3, 9, 2], 9), ([-5], -5)], "The list must not be empty.")
f("minimum", "returns the smallest number in a list|finds the minimum of an array|finds the least element of a list",
  "def minimum(xs: list[int]) -> int:\n    best = xs[0]\n    for x in xs:\n        if x < best:\n            best = x\n    return best",
  [([3, 9, 2], 2), ([-5], -5)], "The list must not be empty.")
f("average", "returns the average of a list of numbers|computes the mean of an array",
  "def average(xs: list[float]) -> float:\n    total = 0.0\n    for x in xs:\n        total += x\n    return total / float(len(xs))",
  [([1.0, 2.0, 6.0], 3.0), ([4.5], 4.5)], "The list must not be empty.")
f("variance", "computes the variance of a list of numbers|returns the mean squared distance from the mean",
  """def variance(xs: list[float]) -> float:
    mean = 0.0
    for x in xs:
        mean += x / float(len(xs))
    total = 0.0
    for x in xs:
        total += (x - mean) * (x - mean)
    return total / float(len(xs))""", [([1.0, 3.0], 1.0), ([2.0, 2.0], 0.0)])
f("range_of_list", "returns the difference between the largest and the smallest number of a list|computes the spread of a list",
  """def range_of_list(xs: list[int]) -> int:
    low = xs[0]
    high = xs[0]
    for x in xs:
        if x < low:
            low = x
        if x > high:
            high = x
    return high - low""", [([3, 9, 2], 7), ([4], 0)])
f("second_largest", "returns the second largest number of a list|finds the runner-up in an array",
  """def second_largest(xs: list[int]) -> int:
    first = max(xs[0], xs[1])
    second = min(xs[0], xs[1])
    for i in range(2, len(xs)):
        if xs[i] > first:
            second = first
            first = xs[i]
        elif xs[i] > second:
            second = xs[i]
    return second""", [([3, 9, 2, 7], 7), ([1, 2], 1)], "The list needs at least two numbers.")
f("index_of", "returns the index of a value in a list or -1|finds the position of a number in an array|searches a list for a value",
  "def index_of(xs: list[int], target: int) -> int:\n    for i in range(len(xs)):\n        if xs[i] == target:\n            return i\n    return -1",
  [([4, 5, 6], 5, 1), ([4, 5], 9, -1), ([], 1, -1)], "The result is -1 when the value is missing.")
f("last_index_of", "returns the last index of a value in a list or -1|finds the last position of a number in an array",
  "def last_index_of(xs: list[int], target: int) -> int:\n    for i in range(len(xs) - 1, -1, -1):\n        if xs[i] == target:\n            return i\n    return -1",
  [([4, 5, 4], 4, 2), ([4, 5], 9, -1)])
f("contains", "checks whether a list contains a value|tells if a number is in an array",
  "def contains(xs: list[int], target: int) -> bool:\n    for x in xs:\n        if x == target:\n            return True\n    return False",
  [([4, 5, 6], 5, True), ([4, 5], 9, False)])
f("index_of_maximum", "returns the index of the largest number in a list|finds the position of the maximum",
  "def index_of_maximum(xs: list[int]) -> int:\n    best = 0\n    for i in range(1, len(xs)):\n        if xs[i] > xs[best]:\n            best = i\n    return best",
  [([3, 9, 2], 1), ([5], 0)])
f("index_of_minimum", "returns the index of the smallest number in a list|finds the position of the minimum",
  "def index_of_minimum(xs: list[int]) -> int:\n    best = 0\n    for i in range(1, len(xs)):\n        if xs[i] < xs[best]:\n            best = i\n    return best",
  [([3, 9, 2], 2), ([5], 0)])
f("count_value", "counts how often a value occurs in a list|returns the number of occurrences of a number in an array",
  "def count_value(xs: list[int], target: int) -> int:\n    count = 0\n    for x in xs:\n        if x == target:\n            count += 1\n    return count",
  [([1, 2, 1], 1, 2), ([], 1, 0)])
f("count_even", "counts the even numbers in a list|returns how many numbers of an array are even",
  "def count_even(xs: list[int]) -> int:\n    count = 0\n    for x in xs:\n        if x % 2 == 0:\n            count += 1\n    return count", [([1, 2, 4], 2), ([], 0)])
f("count_odd", "counts the odd numbers in a list|returns how many numbers of an array are odd",
  "def count_odd(xs: list[int]) -> int:\n    count = 0\n    for x in xs:\n        if x % 2 != 0:\n            count += 1\n    return count", [([1, 2, 5], 2), ([], 0)])
f("count_positive", "counts the positive numbers in a list|returns how many numbers of an array are above zero",
  "def count_positive(xs: list[int]) -> int:\n    count = 0\n    for x in xs:\n        if x > 0:\n            count += 1\n    return count", [([1, -2, 0, 4], 2), ([], 0)])
f("count_above", "counts the numbers above @K@ in a list|returns how many numbers of an array are greater than @K@",
  "def count_above(xs: list[int]) -> int:\n    count = 0\n    for x in xs:\n        if x > @K@:\n            count += 1\n    return count",
  lambda K: [([K, K + 1, K + 2], 2), ([], 0)], K=[1, 2, 3, 4, 5, 7, 8, 10, 12, 15, 20, 50, 100])
f("sum_even", "returns the sum of the even numbers in a list|adds up the even numbers of an array",
  "def sum_even(xs: list[int]) -> int:\n    total = 0\n    for x in xs:\n        if x % 2 == 0:\n            total += x\n    return total", [([1, 2, 4], 6), ([], 0)])
f("sum_positive", "returns the sum of the positive numbers in a list|adds up the numbers above zero",
  "def sum_positive(xs: list[int]) -> int:\n    total = 0\n    for x in xs:\n        if x > 0:\n            total += x\n    return total", [([1, -2, 4], 5), ([], 0)])
f("sum_of_squared_list", "returns the sum of the squares of a list of numbers|adds the squares of all numbers in an array",
  "def sum_of_squared_list(xs: list[int]) -> int:\n    total = 0\n    for x in xs:\n        total += x * x\n    return total", [([1, 2, 3], 14), ([], 0)])
f("filter_even", "returns the even numbers of a list|filters the even numbers out of an array|keeps only the even numbers",
  "def filter_even(xs: list[int]) -> list[int]:\n    result = []\n    for x in xs:\n        if x % 2 == 0:\n            result.append(x)\n    return result",
  [([1, 2, 3, 4], [2, 4]), ([], [])])
f("filter_odd", "returns the odd numbers of a list|keeps only the odd numbers of an array",
  "def filter_odd(xs: list[int]) -> list[int]:\n    result = []\n    for x in xs:\n        if x % 2 != 0:\n            result.append(x)\n    return result",
  [([1, 2, 3, 4], [1, 3]), ([], [])])
f("filter_positive", "returns the positive numbers of a list|removes zero and negative numbers from an array",
  "def filter_positive(xs: list[int]) -> list[int]:\n    result = []\n    for x in xs:\n        if x > 0:\n            result.append(x)\n    return result",
  [([1, -2, 0, 4], [1, 4]), ([], [])])
f("filter_above", "returns the numbers above @K@ of a list|keeps only the numbers greater than @K@",
  "def filter_above(xs: list[int]) -> list[int]:\n    result = []\n    for x in xs:\n        if x > @K@:\n            result.append(x)\n    return result",
  lambda K: [([K, K + 1, K + 2], [K + 1, K + 2]), ([], [])], K=[1, 2, 3, 4, 5, 7, 8, 10, 12, 15, 20, 50, 100])
f("remove_value", "returns a list without a given value|removes all occurrences of a number from an array",
  "def remove_value(xs: list[int], target: int) -> list[int]:\n    result = []\n    for x in xs:\n        if x != target:\n            result.append(x)\n    return result",
  [([1, 2, 1], 1, [2]), ([], 1, [])])
f("remove_zeros", "returns a list without its zeros|removes the zeros from an array",
  "def remove_zeros(xs: list[int]) -> list[int]:\n    result = []\n    for x in xs:\n        if x != 0:\n            result.append(x)\n    return result",
  [([1, 0, 2, 0], [1, 2]), ([], [])])
f("double_all", "doubles every number of a list|returns an array with all numbers times two",
  "def double_all(xs: list[int]) -> list[int]:\n    result = []\n    for x in xs:\n        result.append(x * 2)\n    return result", [([1, 2], [2, 4]), ([], [])])
f("square_all", "squares every number of a list|returns an array with the squares of all numbers",
  "def square_all(xs: list[int]) -> list[int]:\n    result = []\n    for x in xs:\n        result.append(x * x)\n    return result", [([1, -2], [1, 4]), ([], [])])
f("scale_all", "multiplies every number of a list by @K@|returns an array with all numbers times @K@",
  "def scale_all(xs: list[int]) -> list[int]:\n    result = []\n    for x in xs:\n        result.append(x * @K@)\n    return result",
  lambda K: [([1, 2], [K, 2 * K]), ([], [])], K=[3, 4, 5, 6, 7, 8, 9, 10, 12, 100])
f("add_to_all", "adds @K@ to every number of a list|returns an array with all numbers plus @K@",
  "def add_to_all(xs: list[int]) -> list[int]:\n    result = []\n    for x in xs:\n        result.append(x + @K@)\n    return result",
  lambda K: [([1, 2], [1 + K, 2 + K]), ([], [])], K=[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 100])
f("negate_all", "negates every number of a list|returns an array with all signs flipped",
  "def negate_all(xs: list[int]) -> list[int]:\n    result = []\n    for x in xs:\n        result.append(-x)\n    return result", [([1, -2], [-1, 2]), ([], [])])
f("reverse_list", "returns a list in reverse order|reverses an array into a new one",
  "def reverse_list(xs: list[int]) -> list[int]:\n    result = []\n    for i in range(len(xs) - 1, -1, -1):\n        result.append(xs[i])\n    return result",
  [([1, 2, 3], [3, 2, 1]), ([], [])])
f("running_sum", "returns the running sums of a list|computes the prefix sums of an array|computes the cumulative sums of a list",
  "def running_sum(xs: list[int]) -> list[int]:\n    result = []\n    total = 0\n    for x in xs:\n        total += x\n        result.append(total)\n    return result",
  [([1, 2, 3], [1, 3, 6]), ([], [])])
f("differences", "returns the differences of neighbours in a list|computes how much each number differs from the one before",
  "def differences(xs: list[int]) -> list[int]:\n    result = []\n    for i in range(1, len(xs)):\n        result.append(xs[i] - xs[i - 1])\n    return result",
  [([1, 4, 2], [3, -2]), ([5], [])])
f("every_second", "returns every second element of a list|takes every other number of an array",
  "def every_second(xs: list[int]) -> list[int]:\n    result = []\n    for i in range(0, len(xs), 2):\n        result.append(xs[i])\n    return result",
  [([1, 2, 3, 4], [1, 3]), ([], [])])
f("take_first", "returns the first n elements of a list|takes the first n numbers of an array",
  "def take_first(xs: list[int], n: int) -> list[int]:\n    result = []\n    for i in range(len(xs)):\n        if i < n:\n            result.append(xs[i])\n    return result",
  [([1, 2, 3], 2, [1, 2]), ([1], 5, [1])])
f("skip_first", "returns a list without its first n elements|skips the first n numbers of an array",
  "def skip_first(xs: list[int], n: int) -> list[int]:\n    result = []\n    for i in range(n, len(xs)):\n        result.append(xs[i])\n    return result",
  [([1, 2, 3], 2, [3]), ([1], 5, [])])
f("concatenate", "joins two lists|returns the elements of two arrays one after the other|concatenates two lists",
  """def concatenate(xs: list[int], ys: list[int]) -> list[int]:
    result = []
    for x in xs:
        result.append(x)
    for y in ys:
        result.append(y)
    return result""", [([1, 2], [3], [1, 2, 3]), ([], [], [])])
f("interleave", "interleaves two lists of the same length|merges two arrays by taking turns",
  """def interleave(xs: list[int], ys: list[int]) -> list[int]:
    result = []
    for i in range(len(xs)):
        result.append(xs[i])
        result.append(ys[i])
    return result""", [([1, 2], [3, 4], [1, 3, 2, 4]), ([], [], [])])
f("dot_product", "computes the dot product of two lists|returns the scalar product of two vectors",
  "def dot_product(xs: list[int], ys: list[int]) -> int:\n    total = 0\n    for i in range(len(xs)):\n        total += xs[i] * ys[i]\n    return total",
  [([1, 2], [3, 4], 11), ([], [], 0)])
f("add_lists", "adds two lists element by element|returns the sums of the elements of two arrays",
  "def add_lists(xs: list[int], ys: list[int]) -> list[int]:\n    result = []\n    for i in range(len(xs)):\n        result.append(xs[i] + ys[i])\n    return result",
  [([1, 2], [3, 4], [4, 6]), ([], [], [])])
f("have_common", "checks whether two lists have a common element|tells if two arrays share a value",
  """def have_common(xs: list[int], ys: list[int]) -> bool:
    for x in xs:
        for y in ys:
            if x == y:
                return True
    return False""", [([1, 2], [2, 3], True), ([1], [2], False)])
f("intersection", "returns the elements of one list that are also in another|computes the intersection of two lists",
  """def intersection(xs: list[int], ys: list[int]) -> list[int]:
    result = []
    for x in xs:
        found = False
        for y in ys:
            if x == y:
                found = True
        if found:
            result.append(x)
    return result""", [([1, 2, 3], [2, 3, 4], [2, 3]), ([1], [2], [])])
f("all_positive", "checks whether all numbers of a list are positive|tells if every number of an array is above zero",
  "def all_positive(xs: list[int]) -> bool:\n    for x in xs:\n        if x <= 0:\n            return False\n    return True", [([1, 2], True), ([1, 0], False), ([], True)])
f("any_negative", "checks whether a list contains a negative number|tells if any number of an array is below zero",
  "def any_negative(xs: list[int]) -> bool:\n    for x in xs:\n        if x < 0:\n            return True\n    return False", [([1, -2], True), ([1, 0], False), ([], False)])
f("all_equal", "checks whether all elements of a list are equal|tells if an array holds only one value",
  "def all_equal(xs: list[int]) -> bool:\n    for i in range(1, len(xs)):\n        if xs[i] != xs[0]:\n            return False\n    return True", [([2, 2], True), ([1, 2], False), ([], True)])
f("range_list", "returns the numbers from 1 to n|builds a list of the first n positive integers",
  "def range_list(n: int) -> list[int]:\n    result = []\n    for i in range(1, n + 1):\n        result.append(i)\n    return result", [(3, [1, 2, 3]), (0, [])])
f("countdown", "returns the numbers from n down to 1|builds a countdown list",
  "def countdown(n: int) -> list[int]:\n    result = []\n    for i in range(n, 0, -1):\n        result.append(i)\n    return result", [(3, [3, 2, 1]), (0, [])])
f("repeat_value", "returns a list with a value repeated n times|builds an array of n equal numbers",
  "def repeat_value(value: int, n: int) -> list[int]:\n    result = []\n    for i in range(n):\n        result.append(value)\n    return result", [(7, 3, [7, 7, 7]), (1, 0, [])])
f("list_of_squares", "returns the squares of the numbers from 1 to n|builds a list of the first n square numbers",
  "def list_of_squares(n: int) -> list[int]:\n    result = []\n    for i in range(1, n + 1):\n        result.append(i * i)\n    return result", [(3, [1, 4, 9]), (0, [])])
f("multiplication_row", "returns the first @K@ multiples of a number|builds a row of a multiplication table with @K@ entries",
  "def multiplication_row(n: int) -> list[int]:\n    result = []\n    for i in range(1, @K@ + 1):\n        result.append(n * i)\n    return result",
  lambda K: [(2, [2 * i for i in range(1, K + 1)])], K=[3, 5, 8, 10, 12, 15, 20])
f("fibonacci_list", "returns the first n Fibonacci numbers|builds a list of Fibonacci numbers",
  """def fibonacci_list(n: int) -> list[int]:
    result = []
    a = 0
    b = 1
    for i in range(n):
        result.append(a)
        a, b = b, a + b
    return result""", [(6, [0, 1, 1, 2, 3, 5]), (0, [])])
