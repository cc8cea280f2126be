# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""The text the starter model learns from: tasks, their programs, and conversations about them."""
