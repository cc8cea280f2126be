// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The models on this computer: looked for in the user's folders, among the files opened before and in the caches of other
// programs, read in place, never copied, moved or changed.
//
// refresh() returns at once; models appear in `view` as they are found, first those whose headers are known from an earlier
// start. A second refresh() ends the first. Nothing is looked for before the first call.
#pragma once

#include <chrono>
#include <memory>
#include <stop_token>

#include <QObject>
#include <QUrl>
#include <QtQmlIntegration>

#include "library/libraryview.h"
#include "library/modellistmodel.h"
#include "platform/ownedthread.h"

class ModelController;
class ModelStore;

// A place in which models were looked for.
struct PlaceInfo {
    Q_GADGET
    QML_VALUE_TYPE(placeInfo)
    QML_STRUCTURED_VALUE
    Q_PROPERTY(QString name MEMBER name CONSTANT FINAL) // "Ollama"
    Q_PROPERTY(QString path MEMBER path CONSTANT FINAL)
    Q_PROPERTY(QString note MEMBER note CONSTANT FINAL) // "3 models", "may not be read"
    Q_PROPERTY(bool removable MEMBER removable CONSTANT FINAL) // a folder of the user's
    Q_PROPERTY(bool troubled MEMBER troubled CONSTANT FINAL) // the note says what is wrong

public:
    QString name, path, note;
    bool removable = false, troubled = false;
    bool operator==(const PlaceInfo &) const = default;
};

class ModelLibrary : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main()")
    Q_PROPERTY(LibraryView *view READ view CONSTANT)
    Q_PROPERTY(
        LibraryView *picker READ picker CONSTANT) // the same to choose from quickly: what loads, opened last first
    Q_PROPERTY(int total READ total NOTIFY totalChanged) // models, whatever the view shows
    Q_PROPERTY(bool searching READ searching NOTIFY searchingChanged)
    Q_PROPERTY(bool searched READ searched NOTIFY searchingChanged) // at least once to the end
    Q_PROPERTY(
        QList<PlaceInfo> places READ places NOTIFY placesChanged) // the user's folders, and the others that exist
    Q_PROPERTY(LibraryView::Order order READ order WRITE setOrder NOTIFY orderChanged) // kept

public:
    // An empty cache path keeps nothing between two starts.
    ModelLibrary(std::shared_ptr<const ModelFileReader> reader, ModelController &models, ModelStore &store,
        const QString &cachePath, QObject *parent = nullptr,
        std::chrono::milliseconds patience = std::chrono::seconds(5));
    ~ModelLibrary() override;

    // The caches of other programs; none until this is called.
    void setKnownPlaces(const QList<LibraryPlace> &places);

    [[nodiscard]] LibraryView *view();
    [[nodiscard]] LibraryView *picker();
    [[nodiscard]] const ModelListModel &list() const;
    [[nodiscard]] int total() const;
    [[nodiscard]] bool searching() const;
    [[nodiscard]] bool searched() const;
    [[nodiscard]] QList<PlaceInfo> places() const;
    [[nodiscard]] LibraryView::Order order() const;
    void setOrder(LibraryView::Order order);

    Q_INVOKABLE void refresh();
    Q_INVOKABLE void refreshOnce(); // if there was no search yet
    Q_INVOKABLE void stop();
    Q_INVOKABLE bool addFolder(const QUrl &folder); // false if it is no folder here, or already in the list
    Q_INVOKABLE void removeFolder(const QString &path);
    Q_INVOKABLE void showInFolder(const QString &path) const; // in the file manager

Q_SIGNALS:
    void totalChanged();
    void searchingChanged();
    void placesChanged();
    void orderChanged();

private:
    [[nodiscard]] QList<LibraryPlace> wanted() const;
    void onSearched(quint64 id, const QList<PlaceResult> &results);

    ModelController &m_models;
    ModelStore &m_store;
    ModelListModel m_list;
    LibraryView m_view, m_picker;
    QList<LibraryPlace> m_known;
    QList<PlaceInfo> m_places;
    OwnedThread<LibrarySearcher> m_searcher;
    std::stop_source m_stop; // of the running search
    quint64 m_id = 0; // of the newest search
    bool m_searching = false, m_searched = false;
};
