# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""What people try first: a greeting to the world, the famous sorts, a linked list. Written out per language."""
from ..task import native, snippet

HELLO = "prints Hello, world!|prints hello world|says hello world|shows hello world"
PROGRAMS = {
    "python": 'print("Hello, world!")',
    "cpp": '#include <iostream>\n\nint main() {\n    std::cout << "Hello, world!\\n";\n}',
    "c": '#include <stdio.h>\n\nint main(void) {\n    printf("Hello, world!\\n");\n    return 0;\n}',
    "javascript": 'console.log("Hello, world!");',
    "rust": 'fn main() {\n    println!("Hello, world!");\n}',
    "go": 'package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println("Hello, world!")\n}',
    "java": 'public class Main {\n    public static void main(String[] args) {\n        System.out.println("Hello, world!");\n    }\n}',
    "bash": 'echo "Hello, world!"',
}
for tag, code in PROGRAMS.items():
    snippet(tag, f"hello_{tag}", HELLO, code, ({}, [], "Hello, world!") if tag == "bash" else "", area="first")

SORTED = [([3, 1, 2], [1, 2, 3]), ([], []), ([5], [5]), ([2, 2, -1, 7, 0], [-1, 0, 2, 2, 7])]
native("quick_sort", "sorts a list of numbers with quicksort|implements quicksort|returns a sorted list by quick sort",
       "def quick_sort(values: list[int]) -> list[int]:\n    return values", SORTED,
       "The pivot parts the rest into smaller and larger values, which are sorted the same way.",
       python="def @NAME@(values: list[int]) -> list[int]:\n    if len(values) <= 1:\n        return values\n    pivot, *rest = values\n"
              "    smaller = [x for x in rest if x < pivot]\n    larger = [x for x in rest if x >= pivot]\n"
              "    return @NAME@(smaller) + [pivot] + @NAME@(larger)",
       javascript="function @NAME@(values) {\n  if (values.length <= 1) return values;\n  const [pivot, ...rest] = values;\n"
                  "  const smaller = rest.filter((x) => x < pivot);\n  const larger = rest.filter((x) => x >= pivot);\n"
                  "  return [...@NAME@(smaller), pivot, ...@NAME@(larger)];\n}",
       cpp="#include <vector>\n\nstd::vector<int> @NAME@(const std::vector<int>& values) {\n    if (values.size() <= 1) {\n        return values;\n    }\n"
           "    const int pivot = values[0];\n    std::vector<int> smaller;\n    std::vector<int> larger;\n"
           "    for (std::size_t i = 1; i < values.size(); ++i) {\n        (values[i] < pivot ? smaller : larger).push_back(values[i]);\n    }\n"
           "    std::vector<int> result = @NAME@(smaller);\n    result.push_back(pivot);\n    for (int x : @NAME@(larger)) {\n"
           "        result.push_back(x);\n    }\n    return result;\n}",
       rust="fn @NAME@(values: &[i64]) -> Vec<i64> {\n    if values.len() <= 1 {\n        return values.to_vec();\n    }\n    let pivot = values[0];\n"
            "    let smaller: Vec<i64> = values[1..].iter().copied().filter(|&x| x < pivot).collect();\n"
            "    let larger: Vec<i64> = values[1..].iter().copied().filter(|&x| x >= pivot).collect();\n"
            "    let mut result = @NAME@(&smaller);\n    result.push(pivot);\n    result.extend(@NAME@(&larger));\n    result\n}",
       go="func @NAME@(values []int) []int {\n\tif len(values) <= 1 {\n\t\treturn values\n\t}\n\tpivot := values[0]\n\tsmaller, larger := []int{}, []int{}\n"
          "\tfor _, x := range values[1:] {\n\t\tif x < pivot {\n\t\t\tsmaller = append(smaller, x)\n\t\t} else {\n\t\t\tlarger = append(larger, x)\n\t\t}\n\t}\n"
          "\tresult := append(@NAME@(smaller), pivot)\n\treturn append(result, @NAME@(larger)...)\n}")
native("merge_sort", "sorts a list of numbers with merge sort|implements merge sort|returns a sorted list by mergesort",
       "def merge_sort(values: list[int]) -> list[int]:\n    return values", SORTED,
       "Both halves are sorted the same way and then merged.",
       python="def @NAME@(values: list[int]) -> list[int]:\n    if len(values) <= 1:\n        return values\n    middle = len(values) // 2\n"
              "    left, right = @NAME@(values[:middle]), @NAME@(values[middle:])\n    result = []\n    while left and right:\n"
              "        result.append(left.pop(0) if left[0] <= right[0] else right.pop(0))\n    return result + left + right",
       javascript="function @NAME@(values) {\n  if (values.length <= 1) return values;\n  const middle = Math.floor(values.length / 2);\n"
                  "  const left = @NAME@(values.slice(0, middle));\n  const right = @NAME@(values.slice(middle));\n  const result = [];\n"
                  "  while (left.length > 0 && right.length > 0) {\n    result.push(left[0] <= right[0] ? left.shift() : right.shift());\n  }\n"
                  "  return [...result, ...left, ...right];\n}",
       cpp="#include <algorithm>\n#include <iterator>\n#include <vector>\n\nstd::vector<int> @NAME@(const std::vector<int>& values) {\n"
           "    if (values.size() <= 1) {\n        return values;\n    }\n    const auto middle = values.begin() + values.size() / 2;\n"
           "    const std::vector<int> left = @NAME@({values.begin(), middle});\n    const std::vector<int> right = @NAME@({middle, values.end()});\n"
           "    std::vector<int> result;\n    std::merge(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(result));\n"
           "    return result;\n}")

LIST = "defines a linked list|implements a singly linked list|writes a class LinkedList"
snippet("python", "class_linked_list_python", LIST,
        "class Node:\n    def __init__(self, value, next=None):\n        self.value = value\n        self.next = next\n\n\n"
        "class LinkedList:\n    def __init__(self):\n        self.head = None\n\n    def push(self, value):\n        self.head = Node(value, self.head)\n\n"
        "    def to_list(self):\n        values, node = [], self.head\n        while node:\n            values.append(node.value)\n            node = node.next\n"
        "        return values", "l = LinkedList()\nl.push(1)\nl.push(2)\nassert l.to_list() == [2, 1]", area="class")
snippet("cpp", "class_linked_list_cpp", LIST,
        "#include <memory>\n\nclass LinkedList {\npublic:\n    void push(int value) { head_ = std::make_unique<Node>(value, std::move(head_)); }\n"
        "    bool contains(int value) const {\n        for (const Node* node = head_.get(); node; node = node->next.get()) {\n"
        "            if (node->value == value) return true;\n        }\n        return false;\n    }\n\nprivate:\n    struct Node {\n"
        "        int value;\n        std::unique_ptr<Node> next;\n    };\n    std::unique_ptr<Node> head_;\n};",
        "int main() { LinkedList l; l.push(1); l.push(2); return l.contains(1) && !l.contains(3) ? 0 : 1; }", area="class")
snippet("javascript", "class_linked_list_javascript", LIST,
        "class LinkedList {\n  head = null;\n\n  push(value) {\n    this.head = { value, next: this.head };\n  }\n\n  toArray() {\n    const values = [];\n"
        "    for (let node = this.head; node; node = node.next) {\n      values.push(node.value);\n    }\n    return values;\n  }\n}",
        "const l = new LinkedList(); l.push(1); l.push(2); require('assert').deepStrictEqual(l.toArray(), [2, 1]);", area="class")
