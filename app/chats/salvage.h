// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Saving what can be saved. Nothing is ever deleted here: a damaged file is moved aside and stays there.
#pragma once

#include "chats/database.h"

struct TransferReport {
    int chats = 0, messages = 0; // copied
    int unreadable = 0; // rows that are known to have been there
};

// Copies all rows that can be read from `from`, which may be damaged and of an older version, into `to`; rows that are
// there already take the new values. Messages without their chat get a chat, messages without their parent become first
// ones. One transaction: all of it or nothing. The search indexes are built anew, so this costs O(everything).
[[nodiscard]] StoreResult<TransferReport> transferRows(Database &from, Database &to);

struct Salvaged {
    std::unique_ptr<Database> database; // new, at the old place
    QString movedTo; // the damaged file
    QString backup; // the one that was used too, empty if none
    TransferReport report;
};

// For a file that Database::open() calls corrupt: moves it aside as <file>.corrupt-<time>, makes a new one, and fills it
// with what the damaged file still gives; rows that it does not give any more come from the newest readable backup.
[[nodiscard]] StoreResult<Salvaged> salvage(const Database::Options &options);
