// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "files/attachmentsmodel.h"

#include <algorithm>

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QPointer>
#include <QThreadPool>

#include "files/textfile.h"
#include "inference/enginehost.h"

namespace
{
// A name stands in one line of the prompt.
QString oneLine(QString name)
{
    return std::move(name).replace(u'\n', u' ').replace(u'`', u'\'');
}
}

AttachmentsModel::AttachmentsModel(EngineHost &engine, QObject *parent)
    : QAbstractListModel(parent)
    , m_engine(engine)
{
    connect(&engine, &EngineHost::tokensCounted, this, &AttachmentsModel::onCounted);
    connect(&engine, &EngineHost::loaded, this, [this] { // another model counts otherwise
        QList<quint64> ids;
        for (const File &file : std::as_const(m_files)) {
            ids << (file.reading ? QList<quint64>() : QList<quint64>(1, file.id));
        }
        countTokens(ids);
    });
}

AttachmentsModel::~AttachmentsModel()
{
    m_stop.request_stop();
}

int AttachmentsModel::count() const
{
    return static_cast<int>(m_files.size());
}

bool AttachmentsModel::reading() const
{
    return std::ranges::any_of(m_files, &File::reading);
}

int AttachmentsModel::tokens() const
{
    int sum = 0;
    for (const File &file : m_files) {
        if (file.tokens < 0) {
            return -1;
        }
        sum += file.tokens;
    }
    return sum;
}

QString AttachmentsModel::notice() const
{
    return m_notice;
}

void AttachmentsModel::setNotice(const QString &notice)
{
    if (notice != m_notice) {
        m_notice = notice;
        Q_EMIT noticeChanged();
    }
}

void AttachmentsModel::dismissNotice()
{
    setNotice({});
}

void AttachmentsModel::add(const QList<QUrl> &files)
{
    setNotice({});
    for (const QUrl &url : files) {
        const QString path = url.toLocalFile();
        if (path.isEmpty()) {
            setNotice(tr("%1 is not a file on this computer", "an address").arg(url.toDisplayString()));
        } else {
            read(QFileInfo(path).absoluteFilePath());
        }
    }
}

void AttachmentsModel::read(const QString &path)
{
    if (std::ranges::contains(m_files, path, &File::source)) {
        return;
    }
    const quint64 id = ++m_lastId;
    const QFileInfo info(path);
    if (!append({ id, oneLine(info.fileName()), path, {}, -1, true })) {
        return;
    }
    QThreadPool::globalInstance()->start(
        [self = QPointer(this), id, path, stop = m_stop.get_token(), isFolder = info.isDir()] {
            const auto deliver = [self](auto &&finish) {
                QMetaObject::invokeMethod(
                    qApp,
                    [self, finish] {
                        if (self) {
                            finish(*self);
                        }
                    },
                    Qt::QueuedConnection);
            };
            if (isFolder) {
                deliver([id, folder = collectFolder(path, {}, stop)](
                            AttachmentsModel &model) { model.finishFolder(id, folder); });
            } else {
                deliver([id, content = TextFile::read(path)](AttachmentsModel &model) {
                    model.finishFile(id, content ? content->text : QString(), content ? QString() : content.error());
                });
            }
        });
}

void AttachmentsModel::addText(const QString &text)
{
    int number = 1;
    const auto nameOf = [](int n) {
        return n == 1 ? tr("pasted text", "name of an attachment")
                      : tr("pasted text %1", "name of an attachment").arg(n);
    };
    while (std::ranges::contains(m_files, nameOf(number), &File::name)) {
        ++number;
    }
    const quint64 id = ++m_lastId;
    if (append({ id, nameOf(number), {}, text, -1, false })) {
        countTokens({ id });
    }
}

bool AttachmentsModel::append(File file)
{
    if (count() >= kMaxFiles || characters() + file.text.size() > kMaxChars) {
        setNotice(tr("No more can be attached to one message", "too many files"));
        return false;
    }
    beginInsertRows({}, count(), count());
    m_files.append(std::move(file));
    endInsertRows();
    Q_EMIT changed();
    return true;
}

qsizetype AttachmentsModel::characters() const
{
    qsizetype sum = 0;
    for (const File &file : m_files) {
        sum += file.text.size();
    }
    return sum;
}

int AttachmentsModel::rowOf(quint64 id) const
{
    const auto found = std::ranges::find(m_files, id, &File::id);
    return found == m_files.end() ? -1 : static_cast<int>(found - m_files.begin());
}

void AttachmentsModel::finishFile(quint64 id, const QString &text, const QString &problem)
{
    const int row = rowOf(id);
    if (row < 0) {
        return; // taken out meanwhile
    }
    if (!problem.isEmpty() || characters() + text.size() > kMaxChars) {
        removeRow(row);
        setNotice(problem.isEmpty() ? tr("No more can be attached to one message", "too many files") : problem);
        return;
    }
    m_files[row].text = text;
    m_files[row].reading = false;
    Q_EMIT dataChanged(index(row), index(row));
    Q_EMIT changed();
    countTokens({ id });
}

void AttachmentsModel::finishFolder(quint64 id, const CollectedFolder &folder)
{
    const int row = rowOf(id);
    if (row < 0) {
        return;
    }
    const QString name = m_files[row].name;
    const QString source = m_files[row].source;
    removeRow(row);
    QList<quint64> ids;
    bool all = true;
    for (const CollectedFolder::File &file : folder.files) {
        const quint64 one = ++m_lastId;
        all = append({ one, oneLine(file.name), source.chopped(QFileInfo(source).fileName().size()) + file.name,
            file.text, -1, false });
        if (!all) {
            break;
        }
        ids << one;
    }
    countTokens(ids);
    if (folder.files.isEmpty()) {
        setNotice(tr("%1 has no text files that git would not leave out", "a folder").arg(name));
    } else if (folder.truncated || !all) {
        setNotice(tr(
            "%1 has more text than fits: the first %n file(s) are attached", "a folder", static_cast<int>(ids.size()))
                .arg(name));
    } else if (folder.tooLarge + folder.unreadable > 0) {
        setNotice(
            tr("%n file(s) of %1 are too large or cannot be read", "a folder", folder.tooLarge + folder.unreadable)
                .arg(name));
    }
}

void AttachmentsModel::countTokens(const QList<quint64> &ids)
{
    if (ids.isEmpty()) {
        return;
    }
    TokenCountRequest request;
    for (const quint64 id : ids) {
        request.texts.append(m_files[rowOf(id)].text);
    }
    m_counting.insert(m_engine.countTokens(request), ids);
}

void AttachmentsModel::onCounted(RequestId request, const TokenCounts &counts)
{
    const QList<quint64> ids = m_counting.take(request);
    for (qsizetype i = 0; counts.known && i < ids.size(); ++i) {
        if (const int row = rowOf(ids[i]); row >= 0) {
            m_files[row].tokens = counts.texts[i];
            Q_EMIT dataChanged(index(row), index(row), { TokensRole, DetailsRole });
        }
    }
    if (!ids.isEmpty()) {
        Q_EMIT changed();
    }
}

void AttachmentsModel::removeRow(int row)
{
    beginRemoveRows({}, row, row);
    m_files.removeAt(row);
    endRemoveRows();
    Q_EMIT changed();
}

void AttachmentsModel::remove(int row)
{
    if (row >= 0 && row < count()) {
        removeRow(row);
        setNotice({});
    }
}

void AttachmentsModel::clear()
{
    beginResetModel();
    m_files.clear();
    endResetModel();
    setNotice({});
    Q_EMIT changed();
}

QString AttachmentsModel::name(int row) const
{
    return row >= 0 && row < count() ? m_files[row].name : QString();
}

QString AttachmentsModel::text(int row) const
{
    return row >= 0 && row < count() ? m_files[row].text : QString();
}

QList<Attachment> AttachmentsModel::files() const
{
    QList<Attachment> files;
    for (const File &file : m_files) {
        if (!file.reading) {
            files.append({ file.name, file.text });
        }
    }
    return files;
}

QList<Attachment> AttachmentsModel::take()
{
    QList<Attachment> taken = files();
    clear();
    return taken;
}

int AttachmentsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant AttachmentsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const File &file = m_files[index.row()];
    switch (role) {
    case NameRole:
    case Qt::DisplayRole:
        return file.name;
    case DetailsRole:
        return file.reading   ? tr("reading…", "state of a file")
            : file.tokens < 0 ? tr("%n line(s)", "size of a file", static_cast<int>(file.text.count(u'\n')) + 1)
                              : tr("%1 token(s)", "price of a file", file.tokens).arg(QLocale().toString(file.tokens));
    case TokensRole:
        return file.tokens;
    case ReadingRole:
        return file.reading;
    default:
        return {};
    }
}

QHash<int, QByteArray> AttachmentsModel::roleNames() const
{
    return { { NameRole, "name" }, { DetailsRole, "details" }, { TokensRole, "tokens" }, { ReadingRole, "reading" } };
}
