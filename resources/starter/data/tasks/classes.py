# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Small classes, in the languages where a class reads well."""
from ..task import snippet


def k(id, does, note="", **languages):
    """One task per language; `languages`: tag -> (code, lines that test it)."""
    for tag, (code, check) in languages.items():
        snippet(tag, f"class_{id}_{tag}", does, code, check, note, "class")


def main(body):
    return "#include <cstdlib>\nint main() {\n" + body.replace("CHECK", "if (!") .replace(";;", ") std::exit(1);") + "\n}"


k("counter", "defines a class Counter|writes a class that counts up and can be reset",
  python=("class Counter:\n    def __init__(self):\n        self.value = 0\n\n    def increment(self):\n        self.value += 1\n\n    def reset(self):\n        self.value = 0", "c = Counter()\nc.increment()\nassert c.value == 1\nc.reset()\nassert c.value == 0"),
  cpp=("class Counter {\npublic:\n    void increment() { ++value_; }\n    void reset() { value_ = 0; }\n    int value() const { return value_; }\n\nprivate:\n    int value_ = 0;\n};", main("Counter c; c.increment(); CHECK c.value() == 1;;")),
  javascript=("class Counter {\n  value = 0;\n\n  increment() {\n    this.value++;\n  }\n\n  reset() {\n    this.value = 0;\n  }\n}", "const c = new Counter(); c.increment(); require('assert')(c.value === 1);"),
  rust=("struct Counter {\n    value: i64,\n}\n\nimpl Counter {\n    fn new() -> Self {\n        Counter { value: 0 }\n    }\n\n    fn increment(&mut self) {\n        self.value += 1;\n    }\n\n    fn reset(&mut self) {\n        self.value = 0;\n    }\n}", "fn main() { let mut c = Counter::new(); c.increment(); assert_eq!(c.value, 1); c.reset(); assert_eq!(c.value, 0); }"))
k("stack", "defines a class Stack|writes a stack with push and pop",
  python=("class Stack:\n    def __init__(self):\n        self.items = []\n\n    def push(self, item):\n        self.items.append(item)\n\n    def pop(self):\n        return self.items.pop()\n\n    def is_empty(self):\n        return not self.items", "s = Stack()\ns.push(1)\ns.push(2)\nassert s.pop() == 2 and not s.is_empty()"),
  cpp=("#include <vector>\n\nclass Stack {\npublic:\n    void push(int value) { values_.push_back(value); }\n    int pop() {\n        const int value = values_.back();\n        values_.pop_back();\n        return value;\n    }\n    bool empty() const { return values_.empty(); }\n\nprivate:\n    std::vector<int> values_;\n};", main("Stack s; s.push(1); s.push(2); CHECK s.pop() == 2;;")),
  javascript=("class Stack {\n  items = [];\n\n  push(item) {\n    this.items.push(item);\n  }\n\n  pop() {\n    return this.items.pop();\n  }\n\n  isEmpty() {\n    return this.items.length === 0;\n  }\n}", "const s = new Stack(); s.push(1); s.push(2); require('assert')(s.pop() === 2);"))
k("queue", "defines a class Queue|writes a queue with enqueue and dequeue",
  python=("from collections import deque\n\n\nclass Queue:\n    def __init__(self):\n        self.items = deque()\n\n    def enqueue(self, item):\n        self.items.append(item)\n\n    def dequeue(self):\n        return self.items.popleft()", "q = Queue()\nq.enqueue(1)\nq.enqueue(2)\nassert q.dequeue() == 1"),
  cpp=("#include <deque>\n\nclass Queue {\npublic:\n    void enqueue(int value) { values_.push_back(value); }\n    int dequeue() {\n        const int value = values_.front();\n        values_.pop_front();\n        return value;\n    }\n\nprivate:\n    std::deque<int> values_;\n};", main("Queue q; q.enqueue(1); q.enqueue(2); CHECK q.dequeue() == 1;;")),
  javascript=("class Queue {\n  items = [];\n\n  enqueue(item) {\n    this.items.push(item);\n  }\n\n  dequeue() {\n    return this.items.shift();\n  }\n}", "const q = new Queue(); q.enqueue(1); q.enqueue(2); require('assert')(q.dequeue() === 1);"))
k("point", "defines a class Point with x and y|writes a 2D point that knows its distance to another",
  python=("import math\n\n\nclass Point:\n    def __init__(self, x, y):\n        self.x = x\n        self.y = y\n\n    def distance_to(self, other):\n        return math.hypot(self.x - other.x, self.y - other.y)", "assert Point(0, 0).distance_to(Point(3, 4)) == 5"),
  cpp=("#include <cmath>\n\nstruct Point {\n    double x = 0;\n    double y = 0;\n\n    double distance_to(const Point& other) const { return std::hypot(x - other.x, y - other.y); }\n};", main("CHECK Point({0, 0}).distance_to(Point{3, 4}) == 5;;")),
  javascript=("class Point {\n  constructor(x, y) {\n    this.x = x;\n    this.y = y;\n  }\n\n  distanceTo(other) {\n    return Math.hypot(this.x - other.x, this.y - other.y);\n  }\n}", "require('assert')(new Point(0, 0).distanceTo(new Point(3, 4)) === 5);"),
  rust=("struct Point {\n    x: f64,\n    y: f64,\n}\n\nimpl Point {\n    fn distance_to(&self, other: &Point) -> f64 {\n        (self.x - other.x).hypot(self.y - other.y)\n    }\n}", "fn main() { assert_eq!(Point { x: 0.0, y: 0.0 }.distance_to(&Point { x: 3.0, y: 4.0 }), 5.0); }"))
k("account", "defines a class BankAccount|writes a bank account with deposit and withdraw",
  python=("class BankAccount:\n    def __init__(self, balance=0):\n        self.balance = balance\n\n    def deposit(self, amount):\n        self.balance += amount\n\n    def withdraw(self, amount):\n        if amount > self.balance:\n            return False\n        self.balance -= amount\n        return True", "a = BankAccount()\na.deposit(5)\nassert a.withdraw(3) and not a.withdraw(3) and a.balance == 2"),
  cpp=("class BankAccount {\npublic:\n    void deposit(int amount) { balance_ += amount; }\n    bool withdraw(int amount) {\n        if (amount > balance_) return false;\n        balance_ -= amount;\n        return true;\n    }\n    int balance() const { return balance_; }\n\nprivate:\n    int balance_ = 0;\n};", main("BankAccount a; a.deposit(5); CHECK a.withdraw(3);; CHECK !a.withdraw(3);;")),
  javascript=("class BankAccount {\n  balance = 0;\n\n  deposit(amount) {\n    this.balance += amount;\n  }\n\n  withdraw(amount) {\n    if (amount > this.balance) return false;\n    this.balance -= amount;\n    return true;\n  }\n}", "const a = new BankAccount(); a.deposit(5); require('assert')(a.withdraw(3) && a.balance === 2);"))
