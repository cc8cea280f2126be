-- SPDX-FileCopyrightText: 2026 The Vibrant developers
-- SPDX-License-Identifier: MIT

-- How long the model thought before an answer: seconds, -1 = not known.

ALTER TABLE messages ADD COLUMN thinking_s INTEGER NOT NULL DEFAULT -1;

-- The last message that the model is not shown any more, 0 = it is shown all.

ALTER TABLE chats ADD COLUMN hidden_up_to INTEGER NOT NULL DEFAULT 0;

-- Chats with a draft but no message yet. With their first message they become rows of `chats`, under the same id.

CREATE TABLE unsent (
    id INTEGER PRIMARY KEY,
    draft TEXT NOT NULL DEFAULT '',
    system_prompt TEXT NOT NULL DEFAULT '',
    sampling TEXT NOT NULL DEFAULT '',
    preset TEXT NOT NULL DEFAULT ''
);
