// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/parts/indexfile.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDateTime>
#include <QFileInfo>
#include <QSaveFile>

namespace flowglass::recording {

namespace {

constexpr qint64 kHashed = 64 << 10;
constexpr quint32 kMagic = 0x46474958; // "FGIX"
constexpr quint32 kVersion = 1;
constexpr qsizetype kDigest = 32; // at the end: of all before it
constexpr qint64 kMostBytes = qint64(256) << 20;

QByteArray digest(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

void prepare(QDataStream& stream)
{
    stream.setVersion(QDataStream::Qt_6_4);
}

void put(QDataStream& out, const RecordingIndex::Block& block)
{
    out << block.offset << qint64(block.first.value) << qint64(block.last.value) << block.frames
        << block.trades;
}

void take(QDataStream& in, RecordingIndex::Block& block)
{
    qint64 first = 0;
    qint64 last = 0;
    in >> block.offset >> first >> last >> block.frames >> block.trades;
    block.first = {first};
    block.last = {last};
}

void put(QDataStream& out, const domain::FeedGap& gap)
{
    out << qint64(gap.from.value) << qint64(gap.to.value) << gap.reason;
}

void take(QDataStream& in, domain::FeedGap& gap)
{
    qint64 from = 0;
    qint64 to = 0;
    in >> from >> to >> gap.reason;
    gap.from = {from};
    gap.to = {to};
}

void put(QDataStream& out, const Loss& loss)
{
    out << loss.offset << loss.bytes << loss.reason;
}

void take(QDataStream& in, Loss& loss)
{
    in >> loss.offset >> loss.bytes >> loss.reason;
}

template <class T>
void putAll(QDataStream& out, const std::vector<T>& values)
{
    out << quint64(values.size());
    for (const T& value : values)
        put(out, value);
}

template <class T>
void takeAll(QDataStream& in, std::vector<T>& values)
{
    quint64 count = 0;
    in >> count;
    while (count-- > 0 && in.status() == QDataStream::Ok)
        take(in, values.emplace_back());
}

bool isPlausible(const RecordingIndex& index, qint64 bytes)
{
    qint64 offset = -1;
    for (const RecordingIndex::Block& block : index.blocks) {
        if (block.offset <= offset || block.offset >= bytes)
            return false;
        offset = block.offset;
    }
    return true;
}

} // namespace

std::optional<RecordingIdentity> identityOf(const QString& recording)
{
    QFile file(recording);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return std::nullopt;
    QByteArray ends = file.read(kHashed);
    if (!file.seek(std::max<qint64>(0, file.size() - kHashed)))
        return std::nullopt;
    ends += file.read(kHashed);
    return RecordingIdentity{file.size(), QFileInfo(file).lastModified().toMSecsSinceEpoch(), digest(ends)};
}

std::optional<RecordingIndex> readIndex(const QString& recording, const RecordingIdentity& identity)
{
    QFile file(indexPath(recording));
    if (!file.open(QIODevice::ReadOnly) || file.size() < kDigest || file.size() > kMostBytes)
        return std::nullopt;
    QByteArray bytes = file.readAll();
    const QByteArray sum = bytes.right(kDigest);
    bytes.chop(sum.size());
    if (digest(bytes) != sum)
        return std::nullopt;
    QDataStream in(bytes);
    prepare(in);
    quint32 magic = 0;
    quint32 version = 0;
    RecordingIdentity of;
    in >> magic >> version >> of.bytes >> of.modifiedMs >> of.hash;
    if (magic != kMagic || version != kVersion || of != identity)
        return std::nullopt;
    RecordingIndex index;
    takeAll(in, index.blocks);
    takeAll(in, index.gaps);
    takeAll(in, index.losses);
    if (in.status() != QDataStream::Ok || !isPlausible(index, identity.bytes))
        return std::nullopt;
    return index;
}

bool writeIndex(const QString& recording, const RecordingIdentity& identity, const RecordingIndex& index)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    prepare(out);
    out << kMagic << kVersion << identity.bytes << identity.modifiedMs << identity.hash;
    putAll(out, index.blocks);
    putAll(out, index.gaps);
    putAll(out, index.losses);
    bytes += digest(bytes);
    QSaveFile file(indexPath(recording));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return file.write(bytes) == bytes.size() && file.commit();
}

} // namespace flowglass::recording
