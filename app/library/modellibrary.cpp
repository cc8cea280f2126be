// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "library/modellibrary.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QMetaEnum>

#include "library/modelcontroller.h"
#include "library/modelstore.h"

namespace
{
PlaceInfo infoOf(const PlaceResult &result)
{
    using Outcome = ModelFinder::Outcome;
    const auto note = [&]() -> QString {
        switch (result.outcome) {
        case Outcome::Absent:
            return ModelLibrary::tr("the folder is not there", "beside a place in which models were looked for");
        case Outcome::Unreadable:
            return ModelLibrary::tr("may not be read", "beside a place in which models were looked for");
        case Outcome::Cut:
            return ModelLibrary::tr(
                "too large to be searched to the end", "beside a place in which models were looked for");
        case Outcome::Searched:
        case Outcome::Stopped:
            break;
        }
        return result.models == 1 ? ModelLibrary::tr("1 model")
                                  : ModelLibrary::tr("%Ln models", nullptr, result.models);
    };
    const bool own = result.place.kind == LibraryPlace::Kind::Folder;
    return { placeName(result.place), result.place.path, note(), own,
        result.outcome != Outcome::Searched && result.outcome != Outcome::Stopped };
}
}

ModelLibrary::ModelLibrary(std::shared_ptr<const ModelFileReader> reader, ModelController &models, ModelStore &store,
    const QString &cachePath, QObject *parent, std::chrono::milliseconds patience)
    : QObject(parent)
    , m_models(models)
    , m_store(store)
    , m_searcher({ .name = QStringLiteral("library"), .patience = patience, .priority = QThread::LowPriority },
          std::make_unique<LibrarySearcher>(std::move(reader), cachePath, QCoreApplication::applicationVersion()))
{
    bool known = false;
    const int order
        = QMetaEnum::fromType<LibraryView::Order>().keyToValue(store.order().toLatin1().constData(), &known);
    m_view.setOrder(known ? static_cast<LibraryView::Order>(order) : LibraryView::Recent);
    m_view.setSourceModel(&m_list);
    m_picker.showUsableOnly();
    m_picker.setSourceModel(&m_list);

    connect(m_searcher.object(), &LibrarySearcher::found, this, [this](quint64 id, const QList<LibraryEntry> &entries) {
        if (id == m_id) {
            m_list.merge(id, entries);
            Q_EMIT totalChanged();
        }
    });
    connect(m_searcher.object(), &LibrarySearcher::searched, this, &ModelLibrary::onSearched);
    connect(m_searcher.object(), &LibrarySearcher::finished, this, [this](quint64 id) {
        if (id == m_id) {
            m_searching = false;
            m_searched = true;
            Q_EMIT searchingChanged();
        }
    });
    m_searcher.start();

    const auto follow = [this] {
        m_list.setCurrent(m_models.filePath());
        m_list.setRecent(m_models.recentFiles()->paths());
    };
    connect(&models, &ModelController::modelChanged, this, follow);
    follow();
}

ModelLibrary::~ModelLibrary()
{
    m_stop.request_stop();
}

void ModelLibrary::setKnownPlaces(const QList<LibraryPlace> &places)
{
    m_known = places;
}

LibraryView *ModelLibrary::view()
{
    return &m_view;
}

LibraryView *ModelLibrary::picker()
{
    return &m_picker;
}

const ModelListModel &ModelLibrary::list() const
{
    return m_list;
}

int ModelLibrary::total() const
{
    return m_list.rowCount();
}

bool ModelLibrary::searching() const
{
    return m_searching;
}

bool ModelLibrary::searched() const
{
    return m_searched;
}

QList<PlaceInfo> ModelLibrary::places() const
{
    return m_places;
}

LibraryView::Order ModelLibrary::order() const
{
    return m_view.order();
}

void ModelLibrary::setOrder(LibraryView::Order order)
{
    if (order != m_view.order()) {
        m_view.setOrder(order);
        m_store.setOrder(QString::fromLatin1(QMetaEnum::fromType<LibraryView::Order>().valueToKey(order)));
        Q_EMIT orderChanged();
    }
}

// Files opened before come last: whatever else knows such a file knows a better name for it.
QList<LibraryPlace> ModelLibrary::wanted() const
{
    QList<LibraryPlace> places;
    const QStringList folders = m_store.folders();
    for (const QString &folder : folders) {
        places.append({ LibraryPlace::Kind::Folder, folder });
    }
    places += m_known;
    const QStringList recent = m_models.recentFiles()->paths();
    for (const QString &path : recent) {
        places.append({ LibraryPlace::Kind::Recent, path });
    }
    return places;
}

void ModelLibrary::refresh()
{
    m_stop.request_stop();
    m_stop = {};
    ++m_id;
    m_searching = true;
    m_searcher.post([id = m_id, places = wanted(), stop = m_stop.get_token()](
                        LibrarySearcher &searcher) { searcher.search(id, places, stop); });
    Q_EMIT searchingChanged();
}

void ModelLibrary::refreshOnce()
{
    if (m_id == 0) {
        refresh();
    }
}

void ModelLibrary::stop()
{
    if (m_searching) {
        m_stop.request_stop();
        ++m_id; // what still arrives is ignored
        m_searching = false;
        Q_EMIT searchingChanged();
    }
}

void ModelLibrary::onSearched(quint64 id, const QList<PlaceResult> &results)
{
    if (id != m_id) {
        return;
    }
    m_list.removeUnseen(id);
    m_places.clear();
    for (const PlaceResult &result : results) {
        const bool own = result.place.kind == LibraryPlace::Kind::Folder;
        // Programs that are not installed are not reported; a folder of the user's that is missing is.
        if (result.place.kind != LibraryPlace::Kind::Recent
            && (own || result.outcome != ModelFinder::Outcome::Absent)) {
            m_places.append(infoOf(result));
        }
    }
    Q_EMIT placesChanged();
    Q_EMIT totalChanged();
}

bool ModelLibrary::addFolder(const QUrl &folder)
{
    const QString path = QDir::cleanPath(folder.toLocalFile());
    QStringList folders = m_store.folders();
    if (!folder.isLocalFile() || !QFileInfo(path).isDir() || folders.contains(path)) {
        return false;
    }
    m_store.setFolders(folders << path);
    refresh();
    return true;
}

void ModelLibrary::removeFolder(const QString &path)
{
    QStringList folders = m_store.folders();
    if (folders.removeAll(path) > 0) {
        m_store.setFolders(folders);
        refresh();
    }
}

void ModelLibrary::showInFolder(const QString &path) const
{
    const QFileInfo file(path);
    QDesktopServices::openUrl(QUrl::fromLocalFile(file.isDir() ? path : file.absolutePath()));
}
