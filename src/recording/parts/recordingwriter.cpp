// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/parts/recordingwriter.h"

#include "recording/parts/indexfile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <zstd.h>

namespace flowglass::recording {

namespace {

constexpr int kLevel = 3;
constexpr std::chrono::seconds kDiskEvery(5);

} // namespace

RecordingWriter::RecordingWriter(RecorderConfig config, std::unique_ptr<RecordingFile> first,
                                 std::chrono::nanoseconds steadyNow, std::function<void()> changed)
    : m_config(std::move(config))
    , m_changed(std::move(changed))
    , m_queue(m_config.queueBytes)
    , m_file(std::move(first))
    , m_zstd(ZSTD_createCCtx(), &ZSTD_freeCCtx)
    , m_thread([this, steadyNow] { run(steadyNow); })
{
}

RecordingWriter::~RecordingWriter()
{
    close();
    join();
}

void RecordingWriter::join()
{
    if (m_thread.joinable())
        m_thread.join();
}

RecordingWriter::Report RecordingWriter::report() const
{
    const std::lock_guard lock(m_mutex);
    return m_published;
}

void RecordingWriter::run(std::chrono::nanoseconds steadyNow)
{
    ZSTD_CCtx_setParameter(m_zstd.get(), ZSTD_c_compressionLevel, kLevel);
    ZSTD_CCtx_setParameter(m_zstd.get(), ZSTD_c_checksumFlag, 1);
    m_report.files << m_file->path();
    if (append(headerBlock(m_config.header.created)) && hasSpace(steadyNow)) {
        publish(true);
        std::optional<TextBlock> block = m_queue.pop();
        while (block && write(*block))
            block = m_queue.pop();
    }
    m_queue.abandon();
    if (m_file)
        closeFile();
    m_report.ended = true;
    publish(true);
}

// False: that was the end.
bool RecordingWriter::write(const TextBlock& block)
{
    if (!hasSpace(block.handedOver))
        return false;
    const QByteArray bytes = compressed(block.text);
    if (bytes.isEmpty())
        return false;
    const bool rolls = mustRoll(block, bytes.size());
    const QByteArray header = rolls ? headerBlock(block.begins) : QByteArray();
    if (m_config.capBytes > 0 && m_report.bytes + header.size() + bytes.size() > m_config.capBytes)
        return false;
    if (rolls && !(roll() && append(header)))
        return false;
    const qint64 offset = m_file->bytes();
    if (!append(bytes))
        return false;
    m_index.addBlock(offset, block.text);
    m_day = block.day;
    publish(rolls);
    return true;
}

bool RecordingWriter::hasSpace(std::chrono::nanoseconds steadyNow)
{
    if (m_checked && steadyNow - *m_checked < kDiskEvery)
        return true;
    m_checked = steadyNow;
    const qint64 free = m_file->freeBytes();
    m_report.freeBytes = free;
    if (free >= 0 && free < m_config.stopFreeBytes) {
        fail(unwritable(
            m_file->path(),
            QCoreApplication::translate("flowglass::recording", "the disk is nearly full, only %1 are free")
                .arg(QLocale().formattedDataSize(free))));
        return false;
    }
    const bool low = free >= 0 && free < m_config.warnFreeBytes;
    if (std::exchange(m_report.lowDisk, low) != low)
        publish(true);
    return true;
}

bool RecordingWriter::mustRoll(const TextBlock& block, qint64 bytes) const
{
    if (!m_day)
        return false;
    return block.day > *m_day || (m_config.rollBytes > 0 && m_file->bytes() + bytes > m_config.rollBytes);
}

bool RecordingWriter::roll()
{
    closeFile();
    if (m_report.error)
        return false;
    domain::Result<std::unique_ptr<RecordingFile>> next = RecordingFile::create(nextPath());
    if (!next) {
        fail(next.error());
        return false;
    }
    m_file = std::move(next).value();
    m_report.files << m_file->path();
    m_day.reset();
    return true;
}

bool RecordingWriter::append(const QByteArray& block)
{
    if (const std::optional<domain::Error> error = m_file->append(block)) {
        fail(*error);
        return false;
    }
    m_report.bytes += block.size();
    return true;
}

void RecordingWriter::closeFile()
{
    const std::unique_ptr<RecordingFile> file = std::move(m_file);
    const RecordingIndex index = std::exchange(m_index, {}).index();
    if (const std::optional<domain::Error> error = file->close(); error && !m_report.error)
        fail(*error);
    if (file->bytes() == 0) {
        QFile::remove(file->path()); // not even its header could be written
        m_report.files.removeLast();
        return;
    }
    const std::optional<RecordingIdentity> identity = identityOf(file->path());
    // Otherwise it is not what was written, and the index is made by whoever reads it.
    if (identity && identity->bytes == file->bytes())
        writeIndex(file->path(), *identity, index);
}

// NAME-2.fgr, or the next one that is free.
QString RecordingWriter::nextPath()
{
    const QFileInfo first(m_config.path);
    const QString suffix = first.suffix().isEmpty() ? QString() : QLatin1Char('.') + first.suffix();
    const QString stem = m_config.path.chopped(suffix.size());
    QString path;
    do {
        path = QStringLiteral("%1-%2%3").arg(stem, QString::number(++m_number), suffix);
    } while (QFileInfo::exists(path));
    return path;
}

// Empty: it failed.
QByteArray RecordingWriter::compressed(QByteArrayView text)
{
    QByteArray block(qsizetype(ZSTD_compressBound(std::size_t(text.size()))), Qt::Uninitialized);
    const std::size_t bytes = ZSTD_compress2(m_zstd.get(), block.data(), std::size_t(block.size()),
                                             text.data(), std::size_t(text.size()));
    if (ZSTD_isError(bytes)) {
        fail(unwritable(m_file->path(), QLatin1String(ZSTD_getErrorName(bytes))));
        return {};
    }
    block.truncate(qsizetype(bytes));
    return block;
}

QByteArray RecordingWriter::headerBlock(domain::UnixNs created)
{
    RecordingHeader header = m_config.header;
    header.created = created;
    QByteArray line = headerLine(header);
    line += '\n';
    return compressed(line);
}

void RecordingWriter::fail(const domain::Error& error)
{
    m_report.error = error;
}

void RecordingWriter::publish(bool news)
{
    {
        const std::lock_guard lock(m_mutex);
        m_published = m_report;
    }
    if (news)
        m_changed();
}

} // namespace flowglass::recording
