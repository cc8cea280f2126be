// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Finds model files in the places of libraryplaces.h. Looks at names and sizes only: no model is opened, and of all files
// only Ollama's manifests are read.
//
// Guarantees: a file reached in several ways (symbolic or hard link, two places) is found once, where it was met first; the
// parts of a split model are one file; folders that contain themselves, folders without end and files that are no files
// end the search of a place and nothing else. Hidden folders of a user's folder are left out.
// Costs: one stat per directory entry, at most kMostEntries of them in a place and kMostDepth folders deep.
// Threads: one finder on one thread; stopped within one directory entry.
#pragma once

#include <functional>
#include <set>
#include <stop_token>

#include "library/libraryplaces.h"

struct FoundModel {
    QString path; // to open: of a split model its first part
    QString title; // what people know it by: the file's name without ending and part, or "qwen2.5-coder:7b"
    QString origin; // what its place knows of it: "Qwen/Qwen2.5-Coder-7B-Instruct-GGUF", or its folder
    LibraryPlace place;
    quint64 bytes = 0; // of all parts
    qint64 modified = 0; // ms since 1970, of the part that changed last
    bool operator==(const FoundModel &) const = default;
};

class ModelFinder
{
public:
    static constexpr int kMostDepth = 12; // folders; LM Studio's models lie 2 deep, Hugging Face's 4
    static constexpr int kMostEntries = 200'000; // of folders, in one place

    enum class Outcome : quint8 {
        Searched,
        Absent, // no such folder: that program is not used here
        Unreadable,
        Cut, // one of the limits above was reached
        Stopped,
    };

    using Found = std::function<void(const FoundModel &)>;
    ModelFinder(Found found, std::stop_token stop);

    Outcome search(const LibraryPlace &wanted);

private:
    struct Id {
        quint64 device = 0, inode = 0;
        auto operator<=>(const Id &) const = default;
    };
    struct File {
        QString path, name;
        Id id;
        quint64 bytes = 0;
        qint64 modified = 0;
    };
    struct Folder {
        QStringList folders; // paths, sorted
        QList<File> files; // sorted
    };

    [[nodiscard]] static bool look(const QString &path, File &file, bool &isFolder);
    enum class Names : quint8 {
        Models, // folders that are not hidden, files called *.gguf
        All,
    };
    [[nodiscard]] bool list(const QString &path, Names names, Folder &folder); // false if it cannot be read
    [[nodiscard]] static QList<File> withOtherParts(const File &file);
    void walk(const QString &path, int depth, const LibraryPlace &place, const QString &origin);
    void searchHub(const LibraryPlace &place);
    void searchOllama(const LibraryPlace &place);
    void offerManifest(const LibraryPlace &place, const File &manifest);
    void offer(QList<File> files, const LibraryPlace &place, const QString &origin);
    void offer(const File &file, const QString &title, const LibraryPlace &place, const QString &origin);

    Found m_found;
    std::stop_token m_stop;
    std::set<Id> m_seenFiles; // of all places
    std::set<Id> m_seenFolders; // of this place
    int m_entries = 0; // of this place
    bool m_cut = false, m_readable = true; // of this place
};
