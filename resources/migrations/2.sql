-- SPDX-FileCopyrightText: 2026 The Vibrant developers
-- SPDX-License-Identifier: MIT

-- Search over everything, and presets. The indexes hold no text of their own; the store keeps them in step itself, because
-- with trusted_schema off older versions of SQLite (3.40) refuse a full-text table in a trigger.

CREATE VIRTUAL TABLE message_index USING fts5 (
    text, content='messages', content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);

CREATE VIRTUAL TABLE title_index USING fts5 (
    title, content='chats', content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);

UPDATE messages SET state = 5 WHERE state = 1;

INSERT INTO message_index (message_index) VALUES ('rebuild');

INSERT INTO title_index (title_index) VALUES ('rebuild');

CREATE TABLE presets (
    name TEXT PRIMARY KEY,
    system_prompt TEXT NOT NULL DEFAULT '',
    sampling TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
