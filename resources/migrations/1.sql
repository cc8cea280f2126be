-- SPDX-FileCopyrightText: 2026 The Vibrant developers
-- SPDX-License-Identifier: MIT

-- Conversations as trees of messages. Never change a file of this folder once it has been released: add the next one.
-- Statements end with a semicolon, and there is none inside of one. Times are UTC milliseconds.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE chats (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL DEFAULT '',
    created_ms INTEGER NOT NULL DEFAULT 0,
    updated_ms INTEGER NOT NULL DEFAULT 0,
    activity INTEGER NOT NULL DEFAULT 0,        -- the newest id in the chat: order without a clock
    pinned INTEGER NOT NULL DEFAULT 0,
    deleted_ms INTEGER NOT NULL DEFAULT 0,      -- in the trash since, 0 = not
    system_prompt TEXT NOT NULL DEFAULT '',
    sampling TEXT NOT NULL DEFAULT '',          -- a JSON object, missing members are defaults
    preset TEXT NOT NULL DEFAULT '',
    model_path TEXT NOT NULL DEFAULT '',
    draft TEXT NOT NULL DEFAULT '',
    active_root INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX chats_in_order ON chats (deleted_ms, pinned, activity);

-- No cascade from parent to child: a chat of more than 1000 messages would be deeper than SQLite follows.
CREATE TABLE messages (
    id INTEGER PRIMARY KEY,
    chat_id INTEGER NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    parent_id INTEGER NOT NULL DEFAULT 0,       -- 0 = a first message
    active_child INTEGER NOT NULL DEFAULT 0,
    role INTEGER NOT NULL DEFAULT 0,
    state INTEGER NOT NULL DEFAULT 0,
    created_ms INTEGER NOT NULL DEFAULT 0,
    text TEXT NOT NULL DEFAULT '',
    error TEXT NOT NULL DEFAULT '',
    model TEXT NOT NULL DEFAULT '',
    seed INTEGER NOT NULL DEFAULT 0,            -- unsigned 64 bits, stored as signed
    prompt_tokens INTEGER NOT NULL DEFAULT 0,
    cached_tokens INTEGER NOT NULL DEFAULT 0,
    generated_tokens INTEGER NOT NULL DEFAULT 0,
    first_token_ms REAL NOT NULL DEFAULT 0,
    prefill_tokens_per_s REAL NOT NULL DEFAULT 0,
    decode_tokens_per_s REAL NOT NULL DEFAULT 0,
    context_used INTEGER NOT NULL DEFAULT 0,
    context_size INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX messages_of_chat ON messages (chat_id, id);

-- State 1 is "being written": looked for after an unclean end.
CREATE INDEX messages_partial ON messages (id) WHERE state = 1;

CREATE TABLE attachments (
    id INTEGER PRIMARY KEY,
    message_id INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    name TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT ''
);

CREATE INDEX attachments_of_message ON attachments (message_id, id);
