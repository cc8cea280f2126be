# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""SQL, checked in SQLite on three rows."""
from ..task import snippet

TABLES = ["users", "orders", "products", "employees", "books", "songs", "cities", "players", "students", "cars"]
COLUMNS = ["price", "age", "score", "amount", "total", "salary", "size", "weight", "points", "stock"]
SETUP = ("CREATE TABLE @T@ (id INTEGER PRIMARY KEY, name TEXT, @C@ INTEGER);"
         "INSERT INTO @T@ VALUES (1, 'Ann', 10), (2, 'Bob', 30), (3, 'Cid', 20);")
JOIN = ("CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT); CREATE TABLE @T@ (id INTEGER PRIMARY KEY, customer_id INTEGER, @C@ INTEGER);"
        "INSERT INTO customers VALUES (1, 'Ann'), (2, 'Bob'); INSERT INTO @T@ VALUES (1, 1, 10), (2, 1, 5);")


def q(id, does, code, rows, after=None, setup=SETUP, note=""):
    vary = {"T": TABLES, "C": COLUMNS}
    if "@K@" in code:
        vary["K"] = [15, 16, 17, 18, 19]
    snippet("sql", id, does, code, (setup, rows) + ((after,) if after else ()), note, **vary)


q("sql_all", "selects all rows of the table @T@|lists everything in the table @T@", "SELECT *\nFROM @T@;", [(1, "Ann", 10), (2, "Bob", 30), (3, "Cid", 20)])
q("sql_columns", "selects the name and the @C@ of all @T@|lists name and @C@ of the table @T@", "SELECT name, @C@\nFROM @T@;", [("Ann", 10), ("Bob", 30), ("Cid", 20)])
q("sql_where", "finds the @T@ with a @C@ above @K@|selects the rows of @T@ whose @C@ is greater than @K@", "SELECT *\nFROM @T@\nWHERE @C@ > @K@;", [(2, "Bob", 30), (3, "Cid", 20)])
q("sql_count", "counts the rows of the table @T@|returns the number of @T@", "SELECT COUNT(*)\nFROM @T@;", [(3,)])
q("sql_count_where", "counts the @T@ with a @C@ below @K@|returns how many rows of @T@ have a @C@ less than @K@", "SELECT COUNT(*)\nFROM @T@\nWHERE @C@ < @K@;", [(1,)])
q("sql_sum", "adds up the @C@ of all @T@|returns the sum of the column @C@ of @T@", "SELECT SUM(@C@)\nFROM @T@;", [(60,)])
q("sql_average", "computes the average @C@ of all @T@|returns the mean of the column @C@ of @T@", "SELECT AVG(@C@)\nFROM @T@;", [(20.0,)])
q("sql_max", "finds the highest @C@ of all @T@|returns the maximum of the column @C@ of @T@", "SELECT MAX(@C@)\nFROM @T@;", [(30,)])
q("sql_min", "finds the lowest @C@ of all @T@|returns the minimum of the column @C@ of @T@", "SELECT MIN(@C@)\nFROM @T@;", [(10,)])
q("sql_order", "sorts the @T@ by @C@|lists the table @T@ in ascending order of @C@", "SELECT *\nFROM @T@\nORDER BY @C@;", [(1, "Ann", 10), (3, "Cid", 20), (2, "Bob", 30)])
q("sql_order_desc", "sorts the @T@ by @C@ in descending order|lists the table @T@ with the largest @C@ first", "SELECT *\nFROM @T@\nORDER BY @C@ DESC;", [(2, "Bob", 30), (3, "Cid", 20), (1, "Ann", 10)])
q("sql_top", "returns the two @T@ with the highest @C@|finds the top two of @T@ by @C@", "SELECT *\nFROM @T@\nORDER BY @C@ DESC\nLIMIT 2;", [(2, "Bob", 30), (3, "Cid", 20)])
q("sql_like", "finds the @T@ whose name starts with B|selects the rows of @T@ with a name that begins with B", "SELECT *\nFROM @T@\nWHERE name LIKE 'B%';", [(2, "Bob", 30)])
q("sql_between", "finds the @T@ with a @C@ between 15 and 25|selects the rows of @T@ whose @C@ lies from 15 to 25", "SELECT *\nFROM @T@\nWHERE @C@ BETWEEN 15 AND 25;", [(3, "Cid", 20)])
q("sql_distinct", "lists the different names in the table @T@|selects each name of @T@ once", "SELECT DISTINCT name\nFROM @T@;", [("Ann",), ("Bob",), ("Cid",)])
q("sql_group", "counts the @T@ per name|groups the table @T@ by name and counts the rows", "SELECT name, COUNT(*)\nFROM @T@\nGROUP BY name;", [("Ann", 1), ("Bob", 1), ("Cid", 1)])
q("sql_having", "finds the names with a total @C@ above @K@ in @T@|groups @T@ by name and keeps groups whose sum of @C@ is above @K@",
  "SELECT name, SUM(@C@)\nFROM @T@\nGROUP BY name\nHAVING SUM(@C@) > @K@;", [("Bob", 30), ("Cid", 20)], note="HAVING filters groups, WHERE filters rows.")
q("sql_insert", "inserts a row into the table @T@|adds a row with name Dan and @C@ @K@ to @T@", "INSERT INTO @T@ (name, @C@)\nVALUES ('Dan', @K@);", [(4,)], "SELECT COUNT(*) FROM @T@")
q("sql_update", "sets the @C@ of the row with id 1 in @T@ to @K@|updates the @C@ of one row of @T@", "UPDATE @T@\nSET @C@ = @K@\nWHERE id = 1;", [(1,)], "SELECT COUNT(*) FROM @T@ WHERE @C@ = @K@")
q("sql_delete", "deletes the @T@ with a @C@ below @K@|removes the rows of @T@ whose @C@ is less than @K@", "DELETE FROM @T@\nWHERE @C@ < @K@;", [(2,)], "SELECT COUNT(*) FROM @T@")
q("sql_create", "creates a table @T@ with id, name and @C@|defines the table @T@ with a name and a @C@",
  "CREATE TABLE @T@ (\n    id INTEGER PRIMARY KEY,\n    name TEXT NOT NULL,\n    @C@ INTEGER\n);", [(0,)], "SELECT COUNT(*) FROM @T@", setup="")
q("sql_drop", "deletes the table @T@|drops the table @T@ if it exists", "DROP TABLE IF EXISTS @T@;", [(0,)], "SELECT COUNT(*) FROM sqlite_master")
q("sql_index", "creates an index on the @C@ of @T@|makes searching @T@ by @C@ faster", "CREATE INDEX @T@_@C@\nON @T@ (@C@);", [("@T@_@C@",)], "SELECT name FROM sqlite_master WHERE type = 'index'")
q("sql_add_column", "adds a column notes to the table @T@|extends @T@ by a text column notes", "ALTER TABLE @T@\nADD COLUMN notes TEXT;", [(None,)], "SELECT notes FROM @T@ LIMIT 1")
q("sql_join", "joins customers and @T@|lists each customer's name with the @C@ of their @T@",
  "SELECT customers.name, @T@.@C@\nFROM customers\nJOIN @T@ ON @T@.customer_id = customers.id;", [("Ann", 10), ("Ann", 5)], setup=JOIN)
q("sql_left_join", "counts the @T@ of every customer, also of those without any|lists all customers with the number of their @T@",
  "SELECT customers.name, COUNT(@T@.id)\nFROM customers\nLEFT JOIN @T@ ON @T@.customer_id = customers.id\nGROUP BY customers.id;",
  [("Ann", 2), ("Bob", 0)], setup=JOIN, note="A left join keeps customers that have no match.")
q("sql_subquery", "finds the @T@ with a @C@ above the average|selects the rows of @T@ whose @C@ is greater than the mean",
  "SELECT *\nFROM @T@\nWHERE @C@ > (SELECT AVG(@C@) FROM @T@);", [(2, "Bob", 30)])
q("sql_case", "labels the @T@ as high or low by @C@|shows high or low for every row of @T@ depending on @C@",
  "SELECT name,\n       CASE WHEN @C@ > @K@ THEN 'high' ELSE 'low' END AS level\nFROM @T@;", [("Ann", "low"), ("Bob", "high"), ("Cid", "high")])
