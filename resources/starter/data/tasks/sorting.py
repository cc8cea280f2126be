# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Sorting, searching, and lists changed in place."""
from ..task import function as f

f("bubble_sort", "sorts a list with bubble sort|implements bubble sort|sorts an array of integers by swapping neighbours",
  """def bubble_sort(xs: list[int]) -> None:
    for i in range(len(xs)):
        for j in range(len(xs) - 1 - i):
            if xs[j] > xs[j + 1]:
                xs[j], xs[j + 1] = xs[j + 1], xs[j]""", [([3, 1, 2], [1, 2, 3]), ([], []), ([2, 2, 1], [1, 2, 2])],
  "After each pass the largest remaining number is at its place.")
f("selection_sort", "sorts a list with selection sort|implements selection sort|sorts an array by choosing the smallest element again and again",
  """def selection_sort(xs: list[int]) -> None:
    for i in range(len(xs)):
        smallest = i
        for j in range(i + 1, len(xs)):
            if xs[j] < xs[smallest]:
                smallest = j
        xs[i], xs[smallest] = xs[smallest], xs[i]""", [([3, 1, 2], [1, 2, 3]), ([], []), ([2, 2, 1], [1, 2, 2])])
f("insertion_sort", "sorts a list with insertion sort|implements insertion sort|sorts an array by inserting each element at its place",
  """def insertion_sort(xs: list[int]) -> None:
    for i in range(1, len(xs)):
        value = xs[i]
        j = i
        while j > 0 and xs[j - 1] > value:
            xs[j] = xs[j - 1]
            j -= 1
        xs[j] = value""", [([3, 1, 2], [1, 2, 3]), ([], []), ([2, 2, 1], [1, 2, 2])], "It is quick when the list is nearly sorted.")
f("sort_descending", "sorts a list in descending order|sorts an array from the largest to the smallest",
  """def sort_descending(xs: list[int]) -> None:
    for i in range(len(xs)):
        for j in range(i + 1, len(xs)):
            if xs[j] > xs[i]:
                xs[i], xs[j] = xs[j], xs[i]""", [([3, 1, 2], [3, 2, 1]), ([], [])])
f("gnome_sort", "sorts a list with gnome sort|implements gnome sort",
  """def gnome_sort(xs: list[int]) -> None:
    i = 0
    while i < len(xs):
        if i == 0 or xs[i - 1] <= xs[i]:
            i += 1
        else:
            xs[i - 1], xs[i] = xs[i], xs[i - 1]
            i -= 1""", [([3, 1, 2], [1, 2, 3]), ([], [])])
f("shell_sort", "sorts a list with Shell sort|implements Shell sort",
  """def shell_sort(xs: list[int]) -> None:
    gap = len(xs) // 2
    while gap > 0:
        for i in range(gap, len(xs)):
            value = xs[i]
            j = i
            while j >= gap and xs[j - gap] > value:
                xs[j] = xs[j - gap]
                j -= gap
            xs[j] = value
        gap //= 2""", [([5, 3, 1, 4, 2], [1, 2, 3, 4, 5]), ([], [])], "The gap shrinks until it is an insertion sort.")
f("is_sorted", "checks whether a list is sorted|tells if an array is in ascending order",
  "def is_sorted(xs: list[int]) -> bool:\n    for i in range(1, len(xs)):\n        if xs[i - 1] > xs[i]:\n            return False\n    return True",
  [([1, 2, 2], True), ([2, 1], False), ([], True)])
f("binary_search", "finds a value in a sorted list with binary search|implements binary search|returns the index of a value in a sorted array or -1",
  """def binary_search(xs: list[int], target: int) -> int:
    low = 0
    high = len(xs) - 1
    while low <= high:
        middle = (low + high) // 2
        if xs[middle] == target:
            return middle
        if xs[middle] < target:
            low = middle + 1
        else:
            high = middle - 1
    return -1""", [([1, 3, 5, 7], 5, 2), ([1, 3], 2, -1), ([], 1, -1)], "Each step halves the range; the list must be sorted.")
f("lower_bound", "returns the first index whose value is not below a target in a sorted list|implements lower bound",
  """def lower_bound(xs: list[int], target: int) -> int:
    low = 0
    high = len(xs)
    while low < high:
        middle = (low + high) // 2
        if xs[middle] < target:
            low = middle + 1
        else:
            high = middle
    return low""", [([1, 3, 5], 3, 1), ([1, 3], 9, 2), ([], 1, 0)])
f("reverse_in_place", "reverses a list in place|turns an array around without a copy",
  """def reverse_in_place(xs: list[int]) -> None:
    i = 0
    j = len(xs) - 1
    while i < j:
        xs[i], xs[j] = xs[j], xs[i]
        i += 1
        j -= 1""", [([1, 2, 3], [3, 2, 1]), ([], [])])
f("swap_ends", "swaps the first and the last element of a list|exchanges both ends of an array",
  "def swap_ends(xs: list[int]) -> None:\n    last = len(xs) - 1\n    xs[0], xs[last] = xs[last], xs[0]", [([1, 2, 3], [3, 2, 1]), ([7], [7])])
f("fill_with", "sets every element of a list to a value|fills an array with a number",
  "def fill_with(xs: list[int], value: int) -> None:\n    for i in range(len(xs)):\n        xs[i] = value", [([1, 2], 9, [9, 9]), ([], 1, [])])
f("double_in_place", "doubles every number of a list in place|multiplies all elements of an array by two in place",
  "def double_in_place(xs: list[int]) -> None:\n    for i in range(len(xs)):\n        xs[i] = xs[i] * 2", [([1, 2], [2, 4]), ([], [])])
f("clamp_all", "limits every number of a list to at most @K@|replaces the numbers above @K@ by @K@",
  "def clamp_all(xs: list[int]) -> None:\n    for i in range(len(xs)):\n        if xs[i] > @K@:\n            xs[i] = @K@",
  lambda K: [([1, K + 5], [1, K]), ([], [])], K=[5, 10, 20, 50, 100, 255])
f("move_zeros", "moves the zeros of a list to its end|shifts all zeros of an array to the back",
  """def move_zeros(xs: list[int]) -> None:
    position = 0
    for i in range(len(xs)):
        if xs[i] != 0:
            xs[position], xs[i] = xs[i], xs[position]
            position += 1""", [([0, 1, 0, 2], [1, 2, 0, 0]), ([], [])])
f("rotate_left", "rotates a list to the left by one|moves the first element of an array to its end",
  """def rotate_left(xs: list[int]) -> None:
    first = xs[0]
    for i in range(1, len(xs)):
        xs[i - 1] = xs[i]
    xs[len(xs) - 1] = first""", [([1, 2, 3], [2, 3, 1]), ([5], [5])])
f("rotate_right", "rotates a list to the right by one|moves the last element of an array to its front",
  """def rotate_right(xs: list[int]) -> None:
    last = xs[len(xs) - 1]
    for i in range(len(xs) - 1, 0, -1):
        xs[i] = xs[i - 1]
    xs[0] = last""", [([1, 2, 3], [3, 1, 2]), ([5], [5])])
f("merge_sorted", "merges two sorted lists|combines two sorted arrays into one sorted array",
  """def merge_sorted(xs: list[int], ys: list[int]) -> list[int]:
    merged = []
    i = 0
    j = 0
    while i < len(xs) or j < len(ys):
        if j == len(ys) or i < len(xs) and xs[i] <= ys[j]:
            merged.append(xs[i])
            i += 1
        else:
            merged.append(ys[j])
            j += 1
    return merged""", [([1, 4], [2, 3], [1, 2, 3, 4]), ([], [1], [1])], "The smaller of both heads comes next.")
f("remove_duplicates_sorted", "removes the duplicates of a sorted list|returns each value of a sorted array once",
  """def remove_duplicates_sorted(xs: list[int]) -> list[int]:
    result = []
    for i in range(len(xs)):
        if i == 0 or xs[i] != xs[i - 1]:
            result.append(xs[i])
    return result""", [([1, 1, 2], [1, 2]), ([], [])])
f("has_duplicates", "checks whether a list has duplicates|tells if an array contains a value twice",
  """def has_duplicates(xs: list[int]) -> bool:
    for i in range(len(xs)):
        for j in range(i + 1, len(xs)):
            if xs[i] == xs[j]:
                return True
    return False""", [([1, 2, 1], True), ([1, 2], False), ([], False)])
f("unique_values", "removes the duplicates of a list|returns each value of an array once, in order",
  """def unique_values(xs: list[int]) -> list[int]:
    result = []
    for i in range(len(xs)):
        seen = False
        for j in range(i):
            if xs[j] == xs[i]:
                seen = True
        if not seen:
            result.append(xs[i])
    return result""", [([1, 2, 1, 3], [1, 2, 3]), ([], [])])
f("count_inversions", "counts the inversions of a list|returns how many pairs of an array are in the wrong order",
  """def count_inversions(xs: list[int]) -> int:
    count = 0
    for i in range(len(xs)):
        for j in range(i + 1, len(xs)):
            if xs[i] > xs[j]:
                count += 1
    return count""", [([3, 1, 2], 2), ([], 0)])
f("max_subarray", "returns the largest sum of a contiguous part of a list|implements Kadane's algorithm|finds the maximum subarray sum",
  """def max_subarray(xs: list[int]) -> int:
    best = xs[0]
    current = 0
    for x in xs:
        current = max(current + x, x)
        best = max(best, current)
    return best""", [([1, -3, 4, 2, -1], 6), ([-2], -2)], "A part either goes on or starts again at the current number.")
f("pair_with_sum", "checks whether two numbers of a list add up to a target|tells if an array has a pair with a given sum",
  """def pair_with_sum(xs: list[int], target: int) -> bool:
    for i in range(len(xs)):
        for j in range(i + 1, len(xs)):
            if xs[i] + xs[j] == target:
                return True
    return False""", [([1, 4, 6], 10, True), ([5], 10, False)])
f("missing_number", "finds the missing number in a list of 1 to n|returns the one number from 1 to n that an array lacks",
  """def missing_number(xs: list[int]) -> int:
    total = 0
    for i in range(1, len(xs) + 2):
        total += i
    for x in xs:
        total -= x
    return total""", [([1, 3], 2), ([2], 1)], "It is the difference between the full sum and the sum of the list.")
f("majority_element", "finds the majority element of a list|returns the value that fills more than half of an array",
  """def majority_element(xs: list[int]) -> int:
    candidate = xs[0]
    votes = 0
    for x in xs:
        if votes == 0:
            candidate = x
        if x == candidate:
            votes += 1
        else:
            votes -= 1
    return candidate""", [([2, 1, 2], 2), ([5], 5)], "This is the Boyer-Moore vote.")
f("longest_run", "returns the length of the longest run of equal elements|finds how often a value repeats in a row at most",
  """def longest_run(xs: list[int]) -> int:
    best = 0
    run = 0
    for i in range(len(xs)):
        if i > 0 and xs[i] == xs[i - 1]:
            run += 1
        else:
            run = 1
        best = max(best, run)
    return best""", [([1, 1, 2], 2), ([], 0)])
f("best_profit", "returns the best profit of buying once and selling later|finds the largest gain in a list of prices",
  """def best_profit(xs: list[int]) -> int:
    lowest = xs[0]
    profit = 0
    for x in xs:
        lowest = min(lowest, x)
        profit = max(profit, x - lowest)
    return profit""", [([7, 1, 5, 3, 6], 5), ([3, 2], 0)])
