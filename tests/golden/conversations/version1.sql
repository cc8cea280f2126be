BEGIN TRANSACTION;
CREATE TABLE attachments (
    id INTEGER PRIMARY KEY,
    message_id INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    name TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT ''
);
INSERT INTO "attachments" VALUES(1,1006,'main.cpp','int main() {}');
CREATE TABLE chats (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL DEFAULT '',
    created_ms INTEGER NOT NULL DEFAULT 0,
    updated_ms INTEGER NOT NULL DEFAULT 0,
    activity INTEGER NOT NULL DEFAULT 0,
    pinned INTEGER NOT NULL DEFAULT 0,
    deleted_ms INTEGER NOT NULL DEFAULT 0,
    system_prompt TEXT NOT NULL DEFAULT '',
    sampling TEXT NOT NULL DEFAULT '',
    preset TEXT NOT NULL DEFAULT '',
    model_path TEXT NOT NULL DEFAULT '',
    draft TEXT NOT NULL DEFAULT '',
    active_root INTEGER NOT NULL DEFAULT 0
);
INSERT INTO "chats" VALUES(1001,'Sort a list',1760000000000,1760000100000,1006,1,0,'Be brief.','{"temperature":0.2,"future":"member"}','','/models/old.gguf','not sent yet',1002);
INSERT INTO "chats" VALUES(1010,'In the trash',1760000000000,1760000000000,1011,0,1760000200000,'','','','','',1011);
CREATE TABLE messages (
    id INTEGER PRIMARY KEY,
    chat_id INTEGER NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    parent_id INTEGER NOT NULL DEFAULT 0,
    active_child INTEGER NOT NULL DEFAULT 0,
    role INTEGER NOT NULL DEFAULT 0,
    state INTEGER NOT NULL DEFAULT 0,
    created_ms INTEGER NOT NULL DEFAULT 0,
    text TEXT NOT NULL DEFAULT '',
    error TEXT NOT NULL DEFAULT '',
    model TEXT NOT NULL DEFAULT '',
    seed INTEGER NOT NULL DEFAULT 0,
    prompt_tokens INTEGER NOT NULL DEFAULT 0,
    cached_tokens INTEGER NOT NULL DEFAULT 0,
    generated_tokens INTEGER NOT NULL DEFAULT 0,
    first_token_ms REAL NOT NULL DEFAULT 0,
    prefill_tokens_per_s REAL NOT NULL DEFAULT 0,
    decode_tokens_per_s REAL NOT NULL DEFAULT 0,
    context_used INTEGER NOT NULL DEFAULT 0,
    context_size INTEGER NOT NULL DEFAULT 0
);
INSERT INTO "messages" VALUES(1002,1001,0,1005,0,0,1760000000000,'How do I sort a list of naïve strings?','','',0,0,0,0,0.0,0.0,0.0,0,0);
INSERT INTO "messages" VALUES(1003,1001,1002,0,1,0,1760000000500,'Use `std::sort`.','','old',-1,31,4,7,120.5,0.0,6.75,0,0);
INSERT INTO "messages" VALUES(1005,1001,1002,0,1,4,1760000050000,'Use `std::stable','A.gguf: a page could not be read','',0,0,0,0,0.0,0.0,0.0,0,0);
INSERT INTO "messages" VALUES(1006,1001,1005,0,0,0,1760000100000,'Go on','','',0,0,0,0,0.0,0.0,0.0,0,0);
INSERT INTO "messages" VALUES(1007,1001,1006,0,1,1,1760000100500,'The rest of the answ','','',0,0,0,0,0.0,0.0,0.0,0,0);
INSERT INTO "messages" VALUES(1011,1010,0,0,0,0,0,'deleted question','','',0,0,0,0,0.0,0.0,0.0,0,0);
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "meta" VALUES('checked','1760000000000');
CREATE INDEX chats_in_order ON chats (deleted_ms, pinned, activity);
CREATE INDEX messages_of_chat ON messages (chat_id, id);
CREATE INDEX messages_partial ON messages (id) WHERE state = 1;
CREATE INDEX attachments_of_message ON attachments (message_id, id);
COMMIT;
