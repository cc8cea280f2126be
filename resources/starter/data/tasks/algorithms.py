# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Small algorithms on integers."""
from ..task import function as f

f("gcd", "returns the greatest common divisor of two integers|computes the gcd of two numbers|finds the largest number that divides two integers",
  "def gcd(a: int, b: int) -> int:\n    while b != 0:\n        a, b = b, a % b\n    return a",
  [(12, 18, 6), (7, 5, 1), (0, 4, 4)], "This is Euclid's algorithm: the remainder replaces the larger number until it is zero.")
f("lcm", "returns the least common multiple of two integers|computes the lcm of two numbers",
  "def lcm(a: int, b: int) -> int:\n    x = a\n    y = b\n    while y != 0:\n        x, y = y, x % y\n    return a // x * b",
  [(4, 6, 12), (3, 5, 15), (7, 7, 7)], "The product divided by the greatest common divisor is the least common multiple.")
f("factorial", "computes the factorial of a number|returns n factorial|multiplies all integers from 1 to n",
  "def factorial(n: int) -> int:\n    result = 1\n    for i in range(2, n + 1):\n        result *= i\n    return result",
  [(0, 1), (1, 1), (5, 120)])
f("factorial_recursive", "computes the factorial of a number recursively|returns n factorial with recursion",
  "def factorial_recursive(n: int) -> int:\n    if n <= 1:\n        return 1\n    return n * factorial_recursive(n - 1)",
  [(0, 1), (5, 120)], "The recursion ends at 1.")
f("fibonacci", "returns the n-th Fibonacci number|computes a Fibonacci number with a loop|calculates Fibonacci numbers iteratively",
  """def fibonacci(n: int) -> int:
    a = 0
    b = 1
    for i in range(n):
        a, b = b, a + b
    return a""", [(0, 0), (1, 1), (10, 55)], "Each number is the sum of the two before it.")
f("fibonacci_recursive", "returns the n-th Fibonacci number recursively|computes a Fibonacci number with recursion",
  "def fibonacci_recursive(n: int) -> int:\n    if n < 2:\n        return n\n    return fibonacci_recursive(n - 1) + fibonacci_recursive(n - 2)",
  [(0, 0), (1, 1), (10, 55)], "It is short but slow for large n, as it computes the same values again and again.")
f("power", "raises a number to a power|computes base to the exponent|returns an integer power with a loop",
  "def power(base: int, exponent: int) -> int:\n    result = 1\n    for i in range(exponent):\n        result *= base\n    return result",
  [(2, 10, 1024), (5, 0, 1), (3, 3, 27)])
f("fast_power", "raises a number to a power by squaring|computes an integer power quickly|implements exponentiation by squaring",
  """def fast_power(base: int, exponent: int) -> int:
    result = 1
    while exponent > 0:
        if exponent % 2 == 1:
            result *= base
        base *= base
        exponent //= 2
    return result""", [(2, 10, 1024), (5, 0, 1), (3, 3, 27)], "It needs about log2(exponent) steps.")
f("power_modulo", "computes base to the exponent modulo m|returns a modular power",
  """def power_modulo(base: int, exponent: int, modulus: int) -> int:
    result = 1
    base = base % modulus
    while exponent > 0:
        if exponent % 2 == 1:
            result = result * base % modulus
        base = base * base % modulus
        exponent //= 2
    return result""", [(2, 10, 1000, 24), (3, 4, 5, 1)])
f("is_prime", "checks whether a number is prime|returns true for prime numbers|tests if an integer is a prime number",
  """def is_prime(n: int) -> bool:
    if n < 2:
        return False
    i = 2
    while i * i <= n:
        if n % i == 0:
            return False
        i += 1
    return True""", [(2, True), (9, False), (1, False), (97, True)], "It is enough to try divisors up to the square root.")
f("count_primes", "counts the prime numbers below a limit|returns how many primes are less than n",
  """def count_primes(limit: int) -> int:
    count = 0
    for n in range(2, limit):
        prime = True
        for i in range(2, n):
            if i * i > n:
                break
            if n % i == 0:
                prime = False
                break
        if prime:
            count += 1
    return count""", [(10, 4), (2, 0), (30, 10)])
f("next_prime", "returns the first prime number above a number|finds the next prime after n",
  """def next_prime(n: int) -> int:
    candidate = n + 1
    while True:
        prime = candidate > 1
        i = 2
        while i * i <= candidate:
            if candidate % i == 0:
                prime = False
            i += 1
        if prime:
            return candidate
        candidate += 1""", [(7, 11), (1, 2), (13, 17)])
f("smallest_divisor", "returns the smallest divisor of a number greater than one|finds the smallest prime factor of a number",
  """def smallest_divisor(n: int) -> int:
    i = 2
    while i * i <= n:
        if n % i == 0:
            return i
        i += 1
    return n""", [(15, 3), (13, 13), (8, 2)])
f("prime_factors", "returns the prime factors of a number|splits a number into its prime factors",
  """def prime_factors(n: int) -> list[int]:
    factors = []
    i = 2
    while n > 1:
        while n % i == 0:
            factors.append(i)
            n //= i
        i += 1
    return factors""", [(12, [2, 2, 3]), (7, [7]), (1, [])])
f("divisors", "returns all divisors of a number|lists the numbers that divide n",
  """def divisors(n: int) -> list[int]:
    found = []
    for i in range(1, n + 1):
        if n % i == 0:
            found.append(i)
    return found""", [(12, [1, 2, 3, 4, 6, 12]), (1, [1])])
f("count_divisors", "counts the divisors of a number|returns how many divisors n has",
  "def count_divisors(n: int) -> int:\n    count = 0\n    for i in range(1, n + 1):\n        if n % i == 0:\n            count += 1\n    return count",
  [(12, 6), (1, 1), (7, 2)])
f("is_perfect_number", "checks whether a number is perfect|tells if a number equals the sum of its proper divisors",
  """def is_perfect_number(n: int) -> bool:
    total = 0
    for i in range(1, n):
        if n % i == 0:
            total += i
    return n > 1 and total == n""", [(6, True), (28, True), (12, False)])
f("is_perfect_square", "checks whether a number is a perfect square|tells if an integer is the square of another",
  "def is_perfect_square(n: int) -> bool:\n    i = 0\n    while i * i < n:\n        i += 1\n    return i * i == n",
  [(16, True), (15, False), (0, True)])
f("integer_square_root", "returns the integer square root of a number|computes the square root rounded down",
  "def integer_square_root(n: int) -> int:\n    i = 0\n    while (i + 1) * (i + 1) <= n:\n        i += 1\n    return i",
  [(16, 4), (17, 4), (0, 0)])
f("square_root", "approximates a square root with Newton's method|computes the square root by Newton iteration",
  """def square_root(x: float) -> float:
    guess = x
    for i in range(60):
        guess = (guess + x / guess) / 2.0
    return guess""", [(4.0, 2.0), (2.25, 1.5)], "Each step replaces the guess by the mean of guess and x / guess.")
f("sum_of_digits", "returns the sum of the digits of a number|adds up the digits of an integer",
  "def sum_of_digits(n: int) -> int:\n    total = 0\n    while n > 0:\n        total += n % 10\n        n //= 10\n    return total",
  [(123, 6), (0, 0), (99, 18)], "The remainder by 10 is the last digit; dividing by 10 drops it.")
f("count_digits", "counts the digits of a number|returns how many digits an integer has",
  "def count_digits(n: int) -> int:\n    count = 1\n    while n >= 10:\n        n //= 10\n        count += 1\n    return count",
  [(0, 1), (9, 1), (1234, 4)])
f("reverse_number", "reverses the digits of a number|returns an integer with its digits in reverse order",
  "def reverse_number(n: int) -> int:\n    reversed_n = 0\n    while n > 0:\n        reversed_n = reversed_n * 10 + n % 10\n        n //= 10\n    return reversed_n",
  [(123, 321), (5, 5), (120, 21)])
f("is_palindrome_number", "checks whether a number reads the same in both directions|tells if an integer is a palindrome",
  """def is_palindrome_number(n: int) -> bool:
    rest = n
    mirrored = 0
    while rest > 0:
        mirrored = mirrored * 10 + rest % 10
        rest //= 10
    return mirrored == n""", [(121, True), (123, False), (7, True)])
f("digital_root", "computes the digital root of a number|adds the digits again until one digit is left",
  """def digital_root(n: int) -> int:
    while n >= 10:
        total = 0
        while n > 0:
            total += n % 10
            n //= 10
        n = total
    return n""", [(38, 2), (5, 5), (999, 9)])
f("largest_digit", "returns the largest digit of a number|finds the biggest digit of an integer",
  """def largest_digit(n: int) -> int:
    largest = 0
    while n > 0:
        if n % 10 > largest:
            largest = n % 10
        n //= 10
    return largest""", [(1729, 9), (0, 0), (321, 3)])
f("is_armstrong", "checks whether a three-digit number is an Armstrong number|tells if a number equals the sum of the cubes of its digits",
  """def is_armstrong(n: int) -> bool:
    total = 0
    rest = n
    while rest > 0:
        digit = rest % 10
        total += digit * digit * digit
        rest //= 10
    return total == n""", [(153, True), (100, False), (371, True)])
f("sum_to_n", "returns the sum of the numbers from 1 to n|adds all integers up to n",
  "def sum_to_n(n: int) -> int:\n    total = 0\n    for i in range(1, n + 1):\n        total += i\n    return total", [(10, 55), (0, 0), (1, 1)])
f("sum_of_squares", "returns the sum of the squares from 1 to n|adds the squares of the first n integers",
  "def sum_of_squares(n: int) -> int:\n    total = 0\n    for i in range(1, n + 1):\n        total += i * i\n    return total", [(3, 14), (0, 0)])
f("sum_of_even_numbers", "returns the sum of the even numbers up to n|adds all even integers from 2 to n",
  "def sum_of_even_numbers(n: int) -> int:\n    total = 0\n    for i in range(2, n + 1, 2):\n        total += i\n    return total", [(10, 30), (1, 0), (7, 12)])
f("sum_of_multiples", "returns the sum of the multiples of @K@ below a limit|adds all multiples of @K@ less than n",
  "def sum_of_multiples(limit: int) -> int:\n    total = 0\n    for i in range(@K@, limit, @K@):\n        total += i\n    return total",
  lambda K: [(3 * K + 1, 6 * K), (1, 0)], K=[3, 4, 5, 6, 7, 9, 10])
f("collatz_steps", "counts the steps of the Collatz sequence|returns how many Collatz steps lead from n to 1",
  """def collatz_steps(n: int) -> int:
    steps = 0
    while n != 1:
        if n % 2 == 0:
            n //= 2
        else:
            n = 3 * n + 1
        steps += 1
    return steps""", [(1, 0), (6, 8), (7, 16)])
f("triangular_number", "returns the n-th triangular number|computes the n-th triangular number",
  "def triangular_number(n: int) -> int:\n    return n * (n + 1) // 2", [(4, 10), (1, 1)])
f("binomial", "computes a binomial coefficient|returns n choose k|counts the ways to choose k of n things",
  """def binomial(n: int, k: int) -> int:
    result = 1
    for i in range(1, k + 1):
        result = result * (n - k + i) // i
    return result""", [(5, 2, 10), (4, 0, 1), (6, 6, 1)])
f("count_bits", "counts the one bits of a number|returns how many bits are set in an integer",
  "def count_bits(n: int) -> int:\n    count = 0\n    while n > 0:\n        count += n % 2\n        n //= 2\n    return count",
  [(0, 0), (7, 3), (8, 1)])
f("is_power_of_two", "checks whether a number is a power of two|tells if an integer is a power of 2",
  "def is_power_of_two(n: int) -> bool:\n    if n < 1:\n        return False\n    while n % 2 == 0:\n        n //= 2\n    return n == 1",
  [(8, True), (6, False), (1, True), (0, False)])
f("next_power_of_two", "returns the smallest power of two that is not below a number|rounds a number up to a power of two",
  "def next_power_of_two(n: int) -> int:\n    power = 1\n    while power < n:\n        power *= 2\n    return power", [(5, 8), (8, 8), (0, 1)])
f("integer_log2", "returns the base two logarithm rounded down|computes how often a number can be halved",
  "def integer_log2(n: int) -> int:\n    result = 0\n    while n > 1:\n        n //= 2\n        result += 1\n    return result", [(1, 0), (8, 3), (9, 3)])
f("are_coprime", "checks whether two numbers are coprime|tells if two integers have no common divisor above one",
  "def are_coprime(a: int, b: int) -> bool:\n    while b != 0:\n        a, b = b, a % b\n    return a == 1", [(8, 9, True), (6, 9, False)])
f("ackermann", "computes the Ackermann function|implements the Ackermann function recursively",
  """def ackermann(m: int, n: int) -> int:
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))""", [(0, 3, 4), (1, 2, 4), (2, 2, 7)])
f("hanoi_moves", "returns the number of moves of the Towers of Hanoi|counts the moves for n discs in the Towers of Hanoi",
  "def hanoi_moves(discs: int) -> int:\n    if discs == 0:\n        return 0\n    return 2 * hanoi_moves(discs - 1) + 1", [(0, 0), (3, 7), (5, 31)])
f("climbing_stairs", "counts the ways to climb stairs with steps of one or two|returns how many ways lead up n stairs taking one or two at a time",
  "def climbing_stairs(n: int) -> int:\n    ways = 1\n    following = 1\n    for i in range(n):\n        ways, following = following, ways + following\n    return ways",
  [(1, 1), (4, 5), (0, 1)])
