# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""The task library, one file per area. Importing this package fills data.task.TASKS."""
from . import numbers, algorithms, lists, sorting, strings, text, maps  # noqa: F401
from . import sql, shell, regex, cmake, git, qml, classes, files, first  # noqa: F401
