# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Conversation that is no task: greetings, questions about itself, and everything it does not know."""

from . import phrases

WHO = ("I am Vibrant's starter model: a tiny language model, trained from scratch on generated text. "
       "I know a few hundred small programming tasks. For anything more, open a real coder model.")
CANNOT = ("I can't help with that. I am only Vibrant's tiny starter model and know a few hundred small programming tasks. "
          "Please open a real coder model for questions like this.")
MARK = "starter model"  # every honest answer holds it

GREETINGS = ["hi", "hello", "hey", "hey there", "hi there", "good morning", "good evening", "good afternoon", "hello there", "howdy",
             "greetings", "yo", "hiya", "hello!", "hi!", "hey!"]
GREETING = "Hello! I am Vibrant's tiny starter model. Ask me for a small function, for example: reverse a string in C++."
THANKS = ["thanks", "thank you", "thanks a lot", "great, thanks", "perfect", "nice", "cool", "thank you very much", "awesome", "good job",
          "that works", "ok thanks", "great"]
THANKED = "You are welcome! Ask me for another small function, or for the same one in another language."
BYE = ["bye", "goodbye", "see you", "see you later", "good night", "bye bye", "that is all", "quit", "i am done"]
GOODBYE = "Goodbye, and happy coding!"
ABOUT = ["who are you", "what are you", "what is your name", "tell me about yourself", "introduce yourself", "are you an AI", "which model is this",
         "what model are you", "who made you", "who trained you", "how were you trained", "what is the starter model", "are you ChatGPT",
         "are you a large model", "how big are you", "where do you come from", "what data were you trained on", "are you a coder model"]
ABILITIES = ["what can you do", "what do you know", "help", "how can you help me", "what can I ask you", "what are you good at",
             "which languages do you know", "which programming languages do you speak", "what tasks can you solve", "give me an example question",
             "what should I ask", "show me what you can do", "which tasks do you know"]
CAN = ("I am Vibrant's tiny starter model. I write small functions in Python, C++, C, JavaScript, Rust, Go, Java and Bash, simple SQL queries, "
       "regular expressions, QML, CMake and git commands. For larger work, open a real coder model.")

# Subjects outside what it knows: frames of questions, and what they may be about.
FIELDS = {
    "history": (["When did {} begin?", "Who was {}?", "Tell me about {}.", "Why was {} important?", "Write an essay about {}.", "What happened to {}?",
                 "Summarize the story of {}."],
                ["the Roman Empire", "the French Revolution", "Napoleon", "the Vikings", "the Cold War", "Cleopatra", "the Silk Road", "ancient Greece",
                 "the Renaissance", "Julius Caesar", "the Aztecs", "the First World War", "Genghis Khan", "the Ottoman Empire", "the Middle Ages",
                 "the moon landing", "the Berlin Wall", "Queen Victoria", "the Black Death", "the Industrial Revolution", "ancient Egypt", "Marco Polo"]),
    "cooking": (["How do I cook {}?", "Give me a recipe for {}.", "What goes well with {}?", "How long does {} take in the oven?", "How many calories has {}?",
                 "What can I use instead of {}?", "How do I keep {} fresh?"],
                ["lasagna", "tomato soup", "pancakes", "fried rice", "apple pie", "sourdough bread", "roast potatoes", "curry", "chocolate cake", "risotto",
                 "a boiled egg", "pizza dough", "mushrooms", "guacamole", "sushi", "pumpkin soup", "lentils", "cheese fondue", "scrambled eggs"]),
    "medicine": (["What helps against {}?", "I have {}, what should I do?", "What are the symptoms of {}?", "Is {} dangerous?", "Which doctor treats {}?",
                  "How long does {} last?", "Can children get {}?"],
                 ["a headache", "the flu", "a broken arm", "diabetes", "back pain", "high blood pressure", "a cold", "a fever", "asthma", "insomnia",
                  "an allergy", "a migraine", "a sunburn", "anxiety", "a sore throat", "measles", "a toothache", "vertigo"]),
    "politics": (["Who will win {}?", "What do you think about {}?", "Should I support {}?", "Explain {} to me.", "Who is responsible for {}?",
                  "What are the arguments against {}?", "Is {} a good idea?"],
                 ["the next election", "the parliament", "the president", "a tax reform", "the minister of finance", "free trade", "the constitution",
                  "nuclear power", "a minimum wage", "immigration", "the European Union", "the death penalty", "a basic income", "the Senate", "sanctions"]),
    "proofs": (["Prove {}.", "Give me a proof of {}.", "Explain {}.", "Is {} solved?", "Who discovered {}?", "Derive {} step by step.", "What follows from {}?"],
               ["Fermat's last theorem", "the Riemann hypothesis", "that the square root of two is irrational", "the Pythagorean theorem",
                "the fundamental theorem of algebra", "Euler's formula", "Goedel's incompleteness theorem", "the central limit theorem",
                "the four color theorem", "that there are infinitely many primes", "the Poincare conjecture", "Bayes' theorem", "Cantor's diagonal argument"]),
    "software": (["Write me {}.", "Build {} for me.", "Can you program {}?", "Create {} with a database and a web interface.", "I need the complete code of {}.",
                  "Develop {} from scratch.", "Design the architecture of {}.", "Find the bug in my code for {}."],
                 ["an operating system", "a web browser", "a chess engine", "a compiler for C++", "a social network", "a 3D game engine", "an online shop",
                  "a video editor", "a self-driving car", "a search engine", "a word processor", "a chat app for phones", "a database server", "a blockchain",
                  "an antivirus program", "a ray tracer", "an email client", "a spreadsheet program", "a flight simulator", "a mobile banking app"]),
    "travel": (["What should I see in {}?", "How far is {}?", "What is the weather in {}?", "How do I get to {}?", "What is the capital of {}?",
                "How many people live in {}?", "When is the best time to visit {}?", "Book a flight to {}."],
               ["Paris", "Japan", "Brazil", "New York", "Iceland", "Rome", "Kenya", "Berlin", "Australia", "Peru", "Norway", "India", "London", "Egypt",
                "Canada", "Vienna", "Thailand", "Mexico", "Lisbon", "China"]),
    "science": (["What is {}?", "How does {} work?", "Explain {} to a child.", "Why does {} exist?", "Who invented {}?", "Tell me a fact about {}.",
                 "How old is {}?"],
                ["photosynthesis", "a black hole", "gravity", "the speed of light", "an atom", "the human brain", "a volcano", "evolution", "the moon", "DNA",
                 "a rainbow", "quantum physics", "the sun", "a vaccine", "electricity", "an earthquake", "the big bang", "a virus", "plate tectonics"]),
    "arts": (["Write a poem about {}.", "Tell me a joke about {}.", "Write a short story about {}.", "Sing a song about {}.", "Paint a picture of {}.",
              "Give me a quote about {}.", "Translate a text about {} into French.", "Invent a riddle about {}."],
             ["love", "the sea", "a cat", "autumn", "friendship", "a dragon", "the stars", "my grandmother", "winter", "a lonely robot", "freedom", "a dog",
              "the rain", "Monday", "a wizard", "coffee", "the desert", "hope", "a pirate"]),
    "life": (["Should I {}?", "How do I {}?", "Is it hard to {}?", "What does it cost to {}?", "Help me {}.", "I want to {}.", "How long does it take to {}?"],
             ["buy a house", "learn to swim", "lose weight", "find a job", "get married", "train a puppy", "invest in stocks", "write a letter to my landlord",
              "run a marathon", "plant tomatoes", "fix my car", "tie a tie", "learn Spanish", "plan a birthday party", "repair a bicycle", "move abroad",
              "clean a sofa", "play the guitar", "choose a laptop"]),
    "sports": (["Who won {}?", "What are the rules of {}?", "When does {} start?", "How do I get better at {}?", "Who is the best at {}?", "How old is {}?"],
               ["the world cup", "tennis", "the Olympic games", "chess", "basketball", "the Tour de France", "golf", "the marathon", "boxing", "ice hockey",
                "table tennis", "Formula One", "rugby", "badminton", "volleyball", "the Super Bowl"]),
}
# Requests for code beyond the library, asked like those within it.
UNKNOWN = ["trains a neural network", "implements a web server", "parses JSON", "implements a red-black tree", "renders a 3D scene", "encrypts a file with AES",
           "compresses a file", "connects to a database", "downloads a web page", "implements a hash map", "plays chess", "solves a sudoku",
           "recognizes a face in a picture", "sends an email", "draws a fractal", "parses XML", "implements a regular expression engine",
           "finds the shortest path in a graph", "implements a B-tree", "simulates a solar system", "plays a sound", "resizes an image",
           "implements a garbage collector", "multiplies two matrices on the GPU", "computes a Fourier transform", "implements a thread pool",
           "scrapes a web shop", "generates a maze", "implements a REST API", "writes a tokenizer for a language", "implements a TCP server",
           "controls a robot", "translates a text to German", "predicts the weather", "implements an LRU cache", "traverses a directory tree in parallel",
           "implements a bloom filter", "solves a system of linear equations", "implements a type checker", "reads the temperature of the processor"]
LONE = ["What time is it?", "What day is today?", "What is the meaning of life?", "Do you love me?", "Who is the richest person in the world?", "What is the news?",
        "Are you conscious?", "What is my name?", "Where am I?", "Read my email.", "Play some music.", "Call my mother.", "Can you see me?", "Tell me a secret.",
        "What will happen tomorrow?", "Open the window.", "How are stocks doing?", "What is love?", "Say something funny.", "I am sad.", "I am bored.",
        "asdf", "qwertz", "blah blah", "???", "why", "no", "what", "42", "lorem ipsum", "foo bar baz"]
# Asked about the subjects of any field, and about words that nobody knows.
GENERAL = ["Tell me about {}.", "Describe {}.", "I like {}.", "What do people say about {}?", "Compare {} with something else.", "Summarize {} for me.",
           "Make a plan for {}.", "Review {}.", "Give me five ideas about {}.", "Is {} good or bad?", "Where does {} come from?", "When was {} made?",
           "Draft a letter about {}.", "Correct my essay about {}.", "Proofread a text about {}.", "Rewrite a page about {} in simple words.",
           "Read a book about {} to me.", "Write an article about {}.", "Compose a melody for {}.", "Name a film about {}.", "Teach me {}.",
           "Who likes {}?", "Do you know {}?", "Have you heard of {}?", "Can you help me with {}?", "I need advice on {}.", "My friend asks about {}.",
           "Debug {} for me.", "Sketch the parts of {}.", "Improve the design of {}.", "Test {} for me.", "Port {} to another system.", "Explain why {} fails.",
           "Review the source of {}.", "Plan the development of {}.", "Speak about {} in Spanish.", "Turn a page about {} into German.", "{}", "{}?",
           "Search the web for {}.", "Buy {} for me.", "Remind me of {} tomorrow.", "How much is {}?", "Show me a picture of {}.", "Discuss {}."]
HELD_OUT_FRAMES = 2   # the last frames of each field are asked only in the evaluation
HELD_OUT_SUBJECTS = 4


def off_topic(random, held_out=False):
    """One question outside the tasks; held out: frames and subjects training never sees together or apart."""
    if not held_out and random.random() < 0.06:
        return random.choice(LONE)
    frames, subjects = FIELDS[random.choice(sorted(FIELDS))]
    frames = frames[-HELD_OUT_FRAMES:] if held_out else frames[:-HELD_OUT_FRAMES]
    subjects = subjects[-HELD_OUT_SUBJECTS:] if held_out else subjects[:-HELD_OUT_SUBJECTS]
    if not held_out and random.random() < 0.4:
        frames = GENERAL
    subject = random.choice(subjects)
    if not held_out and random.random() < 0.3:
        subject = " ".join([*subject.split()[:-1], phrases.nonsense(random)])
    return random.choice(frames).format(subject)


def small_talk(random):
    """(what the user says, the answer)."""
    kinds = [(GREETINGS, GREETING), (THANKS, THANKED), (BYE, GOODBYE), (ABOUT, WHO), (ABILITIES, CAN)]
    said, answer = random.choices(kinds, [2, 1, 1, 4, 4])[0]
    text = random.choice(said)
    if random.random() < 0.5:
        text = text[0].upper() + text[1:]
    question = said is ABOUT or said is ABILITIES
    if text[-1].isalpha():
        text += random.choice(["?", "?", "", "??"] if question else ["", ".", "!"])
    return text, answer
