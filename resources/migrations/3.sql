-- SPDX-FileCopyrightText: 2026 The Vibrant developers
-- SPDX-License-Identifier: MIT

-- How long the model thought before an answer: seconds, -1 = not known.

ALTER TABLE messages ADD COLUMN thinking_s INTEGER NOT NULL DEFAULT -1;
