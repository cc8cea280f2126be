// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The text files of a folder as a programmer means it: without what .gitignore leaves out, hidden folders, links, and
// files that are no text. In the order of their names, so that the same folder gives the same prompt.
//
// For a thread of the pool; stops soon when asked to. Bounded by Limits, whatever the folder holds.
#pragma once

#include <stop_token>

#include <QList>
#include <QString>

struct CollectedFolder {
    struct File {
        QString name; // relative to the folder's parent: "project/src/a.cpp"
        QString text;
        qint64 bytes = 0;
    };
    QList<File> files;
    int binary = 0; // not taken because they are no text
    int tooLarge = 0;
    int unreadable = 0;
    bool truncated = false; // there is more than the limits let in
};

struct FolderLimits {
    int files = 200;
    int entries = 20'000; // looked at
    int depth = 32;
    qint64 fileBytes = 256 * 1024; // a larger one is data or generated
    qint64 totalBytes = 2 * 1024 * 1024;
};

[[nodiscard]] CollectedFolder collectFolder(
    const QString &path, const FolderLimits &limits = {}, std::stop_token stop = {});
