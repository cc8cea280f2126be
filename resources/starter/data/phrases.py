# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""How people ask: frames around what a task does, and the names they want."""
import functools
import re

from .task import TASKS

# {do}: "reverse a string"; {does}: "reverses a string"; {lang}. The last group is only asked in the evaluation.
FRAMES = [
    "Write a {lang} function that {does}.", "write a {lang} function that {does}", "Write a function in {lang} that {does}.",
    "{do} in {lang}", "{Do} in {lang}.", "How do I {do} in {lang}?", "how to {do} in {lang}", "How can I {do} in {lang}?",
    "Please write {lang} code to {do}.", "I need a {lang} function that {does}.", "Give me a {lang} function that {does}.",
    "Show me how to {do} in {lang}.", "{lang}: {do}", "{lang} code to {do}", "Can you write a {lang} function that {does}?",
    "could you {do} in {lang}?", "In {lang}, {do}.", "In {lang}, how do I {do}?", "{lang} function that {does}", "I want to {do} in {lang}.",
    "I'd like {lang} code that {does}.", "Implement a {lang} function that {does}.", "Create a {lang} function that {does}.",
    "Using {lang}, {do}.", "Make a {lang} function that {does}.", "what is the {lang} code to {do}?", "Help me {do} in {lang}.",
    "{do} {lang}", "{lang} {do}", "{do} using {lang}", "{do}, in {lang}", "{lang} function to {do}", "function that {does}, {lang}",
    "Please {do} in {lang}.", "a {lang} program that {does}", "Code a {lang} function which {does}.", "Can you show me how to {do} in {lang}?",
    "I am looking for a {lang} function that {does}.", "Let's {do} in {lang}.", "need {lang} code: {do}",
]
NO_LANGUAGE = [  # answered in Python
    "Write a function that {does}.", "{do}", "{Do}.", "How do I {do}?", "how to {do}", "function to {do}", "Write a function to {do}.", "code to {do}",
    "I need a function that {does}.", "Can you write a function that {does}?", "Please {do}.", "a function that {does}", "{Do} please.",
]
HELD_OUT_FRAMES = [
    "Would you write me a {lang} function that {does}?", "Hey, I have to {do} in {lang}.", "What would a {lang} function look like that {does}?",
    "My task: {do}. The language is {lang}.", "Provide {lang} source code that {does}.", "Is there a way to {do} in {lang}?",
    "For a project in {lang} I must {do}.", "Please show some {lang} which {does}.",
]
CALLED = ["Call it {name}.", "Name it {name}.", "The function should be called `{name}`.", "Call the function {name}.", "It should be named {name}.",
          "Please name it `{name}`.", "Use the name {name}.", "I will call it as {name}.", "The name is {name}.", "name: {name}", "called {name}",
          "It has to be called `{name}`.", "Its name: {name}.", "The function name must be {name}."]
HELD_OUT_CALLED = ["Its name must be {name}.", "Let its name be `{name}`."]

VERBS = ["compute", "get", "find", "check", "do", "make", "run", "my", "calc", "handle", "solve", "try", "quick", "fast", "simple", "new", "the", "apply"]
NOUNS = ["result", "value", "answer", "thing", "job", "step", "work", "task", "item", "data", "output", "stuff", "query", "it", "part", "case", "helper",
         "test", "number", "text", "list", "score"]
HELD_OUT_VERBS = ["eval", "process", "determine", "plain"]
HELD_OUT_NOUNS = ["outcome", "piece", "solution", "entry"]

LIST_NAMES = ["values", "numbers", "items", "data", "xs", "nums", "elements"]
WORD_NAMES = ["words", "names", "strings"]
TEXT_NAMES = ["text", "s", "word", "line"]

IRREGULAR = {"does": "do", "has": "have", "goes": "go"}


def base_form(verb):
    """returns -> return, computes -> compute, searches -> search, copies -> copy."""
    if verb in IRREGULAR:
        return IRREGULAR[verb]
    if verb.endswith("ies"):
        return verb[:-3] + "y"
    if verb.endswith(("sses", "shes", "ches", "xes")):
        return verb[:-2]
    return verb[:-1] if verb.endswith("s") else verb


def imperative(does):
    """"sorts a list and prints it" -> "sort a list and print it" (verbs after "and" too)."""
    words = does.split(" ")
    words[0] = base_form(words[0])
    text = " ".join(words)
    return re.sub(r"\band (prints|counts|removes|switches|keeps|starts|returns|lists|rounds|links)\b", lambda m: "and " + base_form(m.group(1)), text)


# Words people use for one another; each group's members are exchanged in questions, never in answers.
SYNONYMS = [("a list", "an array"), ("the list", "the array"), ("two lists", "two arrays"), ("a string", "a text"), ("the string", "the text"),
            ("a text", "a string"), ("an array", "a list"), ("a number", "an integer"), ("two numbers", "two integers"), ("an integer", "a number"),
            ("compute", "calculate"), ("check", "test"), ("return", "get"), ("return", "find"), ("check", "find out"), ("biggest", "largest"),
            ("largest", "biggest"), ("vowels", "vowel letters"), ("remove", "delete"), ("count", "count up"), ("words", "the words"),
            ("greatest common divisor", "gcd"), ("n-th", "nth"), ("whether", "if"), ("reverse", "turn around"), ("add up", "sum up")]


def loosely(random, text):
    """The same request in looser words: a synonym, or no articles, as in a search box."""
    kind = random.random()
    if kind < 0.2:
        found = [(a, b) for a, b in SYNONYMS if re.search(rf"\b{re.escape(a)}\b", text)]
        if found:
            a, b = random.choice(found)
            return re.sub(rf"\b{re.escape(a)}\b", b, text, count=1)
    elif kind < 0.28:
        return re.sub(r"\b(a|an|the) ", "", text)
    return text


def ask(random, does, language, name=None, held_out=False, frames=None):
    """A request for what `does` says, in a language, with a name if one is given."""
    frames = frames or (HELD_OUT_FRAMES if held_out else FRAMES)
    do = imperative(does)
    if not held_out:
        do, does = loosely(random, do), loosely(random, does)
    text = random.choice(frames).format(lang=language, does=does, do=do, Do=do[0].upper() + do[1:])
    if name:
        if text[-1].isalnum() or text[-1] in "\"'`+":
            text += "."
        text += " " + random.choice(HELD_OUT_CALLED if held_out else CALLED).format(name=name)
    if not held_out and random.random() < 0.15:
        text = text.lower() if not name else text[0].lower() + text[1:]
    return text


@functools.cache
def words():
    """The plain words of all tasks, less those the evaluation's names are made of."""
    found = {w for task in TASKS.values() for does in task.does.split("|") for w in re.findall(r"\b[a-z]{3,10}\b", does)}
    return sorted(found - set(HELD_OUT_VERBS) - set(HELD_OUT_NOUNS))


PIECES = []  # of words: the vocabulary's, once there is one


def use_pieces(vocabulary):
    """Words nobody has seen are made of these tokens too: one that was never copied in training is not
    copied in use ("plain" became "o" where it was only known from "plain C")."""
    PIECES[:] = sorted({t.strip() for t in vocabulary if re.fullmatch(r" ?[a-z]{2,9}", t)})


def nonsense(random):
    """A word nobody has seen, of pieces of words and of letters: only a model that copies names instead
    of knowing them gets it right, whatever tokens they are cut into."""
    if random.random() < 0.15:
        return "".join(random.choice("aeiou" if i % 2 else "bcdfghjklmnprstvwz") for i in range(random.randint(3, 7)))
    pieces = []
    for _ in range(random.choices([1, 2, 3], [4, 4, 1])[0]):
        if PIECES and random.random() < 0.75:
            pieces.append(random.choice(PIECES))
            continue
        word = random.choice(words())
        start = random.randrange(max(1, len(word) - 2))
        pieces.append(word[start:start + random.randint(2, 6)])
    made = "".join(pieces)
    return made if made not in HELD_OUT_VERBS + HELD_OUT_NOUNS else made + "a"


def function_name(random, held_out=False):
    if held_out:
        syllables = "ab eb ob ad ed od af if ag og ak ik al ol am im an on ap op ar ir as os at it av ov az uz".split()
        first = "".join(random.choice(syllables) for _ in range(random.randint(2, 3)))
        return f"{random.choice([first, *HELD_OUT_VERBS, *HELD_OUT_VERBS])}_{random.choice(HELD_OUT_NOUNS)}"
    kind = random.random()
    if kind < 0.15:
        parts = [random.choice(VERBS), random.choice(NOUNS)]
    elif kind < 0.4:
        parts = [random.choice(words()), random.choice(words())]
    else:
        parts = [nonsense(random), nonsense(random) if random.random() < 0.6 else random.choice(NOUNS)]
    if random.random() < 0.2:
        parts.append(random.choice(words()))
    return "_".join(dict.fromkeys(parts)) if len(set(parts)) > 1 else f"{parts[0]}_it"
