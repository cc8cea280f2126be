// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "library/modelfinder.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <map>
#include <utility>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <sys/stat.h>

#include "library/ollamamanifest.h"

namespace
{
constexpr int kMostParts = 1024; // of a split model; the engine's limit

// "<stem>-00002-of-00003.gguf"
struct PartName {
    QString stem;
    int index = 0, count = 0; // from 1
};
std::optional<PartName> partName(const QString &fileName)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(.+)-(\\d{5})-of-(\\d{5})\\.gguf$"), QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(fileName);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    return PartName { match.captured(1), match.captured(2).toInt(), match.captured(3).toInt() };
}

QString nameOfPart(const QString &stem, int index, int count)
{
    return QStringLiteral("%1-%2-of-%3.gguf")
        .arg(stem)
        .arg(index, 5, 10, QLatin1Char('0'))
        .arg(count, 5, 10, QLatin1Char('0'));
}

bool isModelName(const QString &fileName)
{
    return fileName.endsWith(u".gguf", Qt::CaseInsensitive);
}

// ~ for the user's own folder, as everywhere in the window.
QString shortFolder(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath(), home = QDir::homePath();
    return folder == home || folder.startsWith(home + QLatin1Char('/')) ? QLatin1Char('~') + folder.sliced(home.size())
                                                                        : folder;
}
}

ModelFinder::ModelFinder(Found found, std::stop_token stop)
    : m_found(std::move(found))
    , m_stop(std::move(stop))
{
}

// Follows links; false if there is nothing, or neither a file nor a folder.
bool ModelFinder::look(const QString &path, File &file, bool &isFolder)
{
    struct stat status {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0
        || !(S_ISREG(status.st_mode) || S_ISDIR(status.st_mode))) {
        return false;
    }
    isFolder = S_ISDIR(status.st_mode);
    file.path = path;
    file.id = { static_cast<quint64>(status.st_dev), static_cast<quint64>(status.st_ino) };
    file.bytes = static_cast<quint64>(status.st_size);
    file.modified = status.st_mtim.tv_sec * 1000 + status.st_mtim.tv_nsec / 1'000'000;
    return true;
}

bool ModelFinder::list(const QString &path, Names names, Folder &folder)
{
    std::error_code error;
    std::filesystem::directory_iterator it(QFile::encodeName(path).toStdString(), error);
    for (; !error && it != std::filesystem::directory_iterator(); it.increment(error)) {
        if (m_stop.stop_requested()) {
            return true;
        }
        if (++m_entries > kMostEntries) {
            m_cut = true;
            return true;
        }
        const QString name = QFile::decodeName(QByteArray::fromStdString(it->path().filename().native()));
        File file;
        bool isFolder = false;
        if ((names == Names::Models && name.startsWith(u'.'))
            || !look(path + QLatin1Char('/') + name, file, isFolder)) {
            continue;
        }
        file.name = name;
        if (isFolder) {
            folder.folders.append(file.path);
        } else if (names == Names::All || isModelName(name)) {
            folder.files.append(file);
        }
    }
    std::ranges::sort(folder.folders);
    std::ranges::sort(folder.files, {}, &File::name);
    return !error;
}

ModelFinder::Outcome ModelFinder::search(const LibraryPlace &wanted)
{
    using Kind = LibraryPlace::Kind;
    const LibraryPlace place { wanted.kind, QDir::cleanPath(wanted.path) }; // one file, one path
    m_seenFolders.clear();
    m_entries = 0;
    m_cut = false;
    m_readable = true;
    File root;
    bool isFolder = false;
    if (!look(place.path, root, isFolder)) {
        return errno == EACCES ? Outcome::Unreadable : Outcome::Absent;
    }
    if (place.kind == Kind::Recent) {
        root.name = QFileInfo(place.path).fileName();
        offer(isFolder ? QList<File>() : withOtherParts(root), place, {});
        return Outcome::Searched;
    }
    if (place.kind == Kind::HuggingFace) {
        searchHub(place);
    } else if (place.kind == Kind::Ollama) {
        searchOllama(place);
    } else {
        walk(place.path, 0, place, {});
    }
    return m_stop.stop_requested() ? Outcome::Stopped
        : m_cut                    ? Outcome::Cut
        : m_readable               ? Outcome::Searched
                                   : Outcome::Unreadable;
}

// A single file and, if it is part of a split model, the parts beside it.
QList<ModelFinder::File> ModelFinder::withOtherParts(const File &file)
{
    QList<File> files { file };
    const auto part = partName(file.name);
    for (int index = 1; part && index <= std::min(part->count, kMostParts); ++index) {
        File other;
        bool isFolder = false;
        other.name = nameOfPart(part->stem, index, part->count);
        if (index != part->index && look(QFileInfo(file.path).path() + QLatin1Char('/') + other.name, other, isFolder)
            && !isFolder) {
            files.append(other);
        }
    }
    std::ranges::sort(files, {}, &File::name);
    return files;
}

void ModelFinder::walk(const QString &path, int depth, const LibraryPlace &place, const QString &origin)
{
    File self;
    bool isFolder = false;
    if (m_cut || m_stop.stop_requested() || !look(path, self, isFolder) || !isFolder
        || !m_seenFolders.insert(self.id).second) {
        return;
    }
    if (depth > kMostDepth) {
        m_cut = true;
        return;
    }
    Folder folder;
    if (!list(path, Names::Models, folder) && depth == 0) {
        m_readable = false;
    }
    offer(folder.files, place, origin);
    for (const QString &next : std::as_const(folder.folders)) {
        walk(next, depth + 1, place, origin);
    }
}

void ModelFinder::searchHub(const LibraryPlace &place)
{
    Folder hub;
    m_readable = list(place.path, Names::Models, hub);
    for (const QString &repository : std::as_const(hub.folders)) {
        const QString name = QFileInfo(repository).fileName();
        if (name.startsWith(u"models--")) {
            walk(repository + QStringLiteral("/snapshots"), 1, place,
                name.sliced(8).replace(QStringLiteral("--"), QStringLiteral("/")));
        }
    }
}

void ModelFinder::searchOllama(const LibraryPlace &place)
{
    // manifests/<host>/<namespace>/<name>/<tag>, three folders and a file
    QStringList folders { place.path + QStringLiteral("/manifests") };
    for (int depth = 0; depth < 3; ++depth) {
        QStringList next;
        for (const QString &path : std::as_const(folders)) {
            Folder folder;
            if (!list(path, Names::All, folder) && depth == 0) {
                m_readable = false;
            }
            next += folder.folders;
        }
        folders = next;
    }
    for (const QString &path : std::as_const(folders)) {
        Folder tags;
        (void)list(path, Names::All, tags);
        for (const File &tag : std::as_const(tags.files)) {
            if (m_stop.stop_requested()) {
                return;
            }
            offerManifest(place, tag);
        }
    }
}

void ModelFinder::offerManifest(const LibraryPlace &place, const File &manifest)
{
    const QString root = place.path + QStringLiteral("/manifests/");
    QFile file(manifest.path);
    if (manifest.bytes > static_cast<quint64>(OllamaManifest::kMostBytes) || !file.open(QIODevice::ReadOnly)) {
        return;
    }
    const auto parsed = parseOllamaManifest(file.read(OllamaManifest::kMostBytes + 1));
    const QString name = ollamaModelName(manifest.path.sliced(root.size()).split(QLatin1Char('/')));
    File blob;
    bool isFolder = false;
    if (!parsed || name.isEmpty() || !look(place.path + QStringLiteral("/blobs/") + parsed->modelBlob, blob, isFolder)
        || isFolder) {
        return;
    }
    offer(blob, name, place, name);
}

// A folder's files, the parts of a split model together.
void ModelFinder::offer(QList<File> files, const LibraryPlace &place, const QString &origin)
{
    std::map<std::pair<QString, int>, QList<std::pair<int, File>>> splits; // by stem and number of parts
    for (const File &file : std::as_const(files)) {
        if (const auto part = partName(file.name)) {
            splits[{ part->stem, part->count }].append({ part->index, file });
        } else {
            const QString title = isModelName(file.name) ? file.name.chopped(5) : file.name;
            offer(file, title, place, origin.isEmpty() ? shortFolder(file.path) : origin);
        }
    }
    for (const auto &[key, parts] : splits) {
        // Sorted by name, so by part. If the first one is missing, opening it says so.
        File whole = parts.first().second;
        if (parts.first().first != 1) {
            whole.path = QFileInfo(whole.path).path() + QLatin1Char('/') + nameOfPart(key.first, 1, key.second);
        }
        whole.bytes = 0;
        for (const auto &[index, part] : parts) {
            whole.bytes += part.bytes;
            whole.modified = std::max(whole.modified, part.modified);
        }
        offer(whole, key.first, place, origin.isEmpty() ? shortFolder(whole.path) : origin);
    }
}

void ModelFinder::offer(const File &file, const QString &title, const LibraryPlace &place, const QString &origin)
{
    if (!m_stop.stop_requested() && m_seenFiles.insert(file.id).second) {
        m_found({ file.path, title, origin, place, file.bytes, file.modified });
    }
}
