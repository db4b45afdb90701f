// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/exportwriter.h"

#include "exporting/atomicfile.h"
#include "exporting/csvrow.h"
#include "exporting/manifest.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace flowglass::exporting {

namespace {

constexpr qsizetype kChunkBytes = qsizetype(64) * 1024;

domain::Error cancelled()
{
    return {domain::Error::Code::Cancelled, QStringLiteral("export cancelled"),
            QCoreApplication::translate("Exporting", "The export was cancelled.")};
}

// Hashes what it writes, so that the file need not be read again.
class HashingOutput
{
public:
    explicit HashingOutput(QSaveFile& file) : m_file(file) {}
    QByteArray& buffer() { return m_buffer; }
    bool isFull() const { return m_buffer.size() >= kChunkBytes; }
    bool drain()
    {
        m_hash.addData(m_buffer);
        const bool complete = writeAll(m_file, m_buffer);
        m_buffer.resize(0); // keeps its memory
        return complete;
    }
    QByteArray sha256() const { return m_hash.result().toHex(); }

private:
    QSaveFile& m_file;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    QByteArray m_buffer;
};

std::vector<const ExportRow*> inTimeOrder(const std::vector<ExportRow>& rows)
{
    std::vector<const ExportRow*> ordered;
    ordered.reserve(rows.size());
    for (const ExportRow& row : rows)
        ordered.push_back(&row);
    std::ranges::stable_sort(ordered, std::ranges::less(),
                             [](const ExportRow* row) { return row->trade.time(); });
    return ordered;
}

domain::Result<WrittenRows> writeRows(QSaveFile& file, const ExportOrder& order,
                                      const std::function<bool(qint64)>& goOn)
{
    const std::vector<const ExportRow*> rows = inTimeOrder(order.rows);
    const CsvRow csv;
    HashingOutput output(file);
    WrittenRows written;
    output.buffer() += CsvRow::header();
    for (const ExportRow* row : rows) {
        if (written.count % kProgressRows == 0 && !goOn(written.count))
            return cancelled();
        csv.append(output.buffer(), *row);
        ++written.count;
        if (output.isFull() && !output.drain())
            return unwritable(file, order.path);
    }
    if (!output.drain())
        return unwritable(file, order.path);
    if (!rows.empty()) {
        written.from = rows.front()->trade.time();
        written.to = rows.back()->trade.time();
    }
    written.sha256 = output.sha256();
    return written;
}

// Empty when the file cannot be read any more.
QByteArray sha256Of(const QString& path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return {};
    return hash.result().toHex();
}

// The manifest that stood there before this export, to be put back if the export fails half-way.
class OlderFile
{
public:
    explicit OlderFile(const QString& path) : m_path(path) {}
    bool keep()
    {
        QFile file(m_path);
        m_existed = file.exists();
        if (!m_existed)
            return true;
        if (!file.open(QIODevice::ReadOnly))
            return false;
        m_content = file.readAll();
        return file.error() == QFileDevice::NoError;
    }
    void restore() const
    {
        if (!m_existed || !writeWhole(m_path, m_content))
            QFile::remove(m_path);
    }

private:
    QString m_path;
    bool m_existed = false;
    QByteArray m_content;
};

domain::Result<bool> putInPlace(QSaveFile& csv, QSaveFile& manifest, const QString& path)
{
    OlderFile older(manifestPath(path));
    if (!older.keep())
        return unwritable(manifestPath(path),
                          QCoreApplication::translate("Exporting", "the older file there cannot be read"));
    if (!manifest.commit())
        return unwritable(manifest, manifestPath(path));
    if (!csv.commit()) {
        older.restore();
        return unwritable(csv, path);
    }
    return true;
}

} // namespace

QString manifestPath(const QString& csvPath)
{
    return csvPath + QStringLiteral(".json");
}

domain::Result<qint64> writeExport(const ExportOrder& order, const std::function<bool(qint64 done)>& goOn)
{
    QSaveFile csv(order.path);
    QSaveFile manifest(manifestPath(order.path));
    if (!openForWriting(csv))
        return unwritable(csv, order.path);
    if (!openForWriting(manifest))
        return unwritable(manifest, manifest.fileName());

    domain::Result<WrittenRows> written = writeRows(csv, order, goOn);
    if (!written)
        return written.error();
    if (!order.manifest.sourceFile.isEmpty())
        written.value().sourceSha256 = sha256Of(order.manifest.sourceFile);
    if (!writeAll(manifest, manifestJson(order, *written)))
        return unwritable(manifest, manifest.fileName());
    if (!goOn(written->count))
        return cancelled();
    const domain::Result<bool> placed = putInPlace(csv, manifest, order.path);
    if (!placed)
        return placed.error();
    return written->count;
}

} // namespace flowglass::exporting
