// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/recordingfixture.h"

#include "recording/recordingreader.h"
#include "support/fakeclock.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QFile>

#include <zstd.h>

namespace flowglass::recording::fixture {

namespace {

Contents readAll(const domain::Result<std::unique_ptr<RecordingReader>>& opened)
{
    Contents contents;
    if (!opened) {
        contents.error = opened.error().text;
        return contents;
    }
    RecordingReader& reader = **opened;
    contents.header = reader.header();
    bool more = true;
    while (more) {
        const domain::Result<bool> read = reader.read(contents.entries);
        more = read && *read;
        if (!read)
            contents.error = read.error().text;
    }
    contents.losses = reader.losses();
    return contents;
}

template <class T>
std::vector<T> only(const std::vector<Entry>& entries)
{
    std::vector<T> found;
    for (const Entry& entry : entries) {
        if (const T* value = std::get_if<T>(&entry))
            found.push_back(*value);
    }
    return found;
}

} // namespace

QByteArray zstdFrame(const QByteArray& text, const Zstd& options)
{
    ZSTD_CCtx* context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, options.checksum ? 1 : 0);
    ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, options.contentSize ? 1 : 0);
    QByteArray frame(qsizetype(ZSTD_compressBound(std::size_t(text.size()))), '\0');
    const std::size_t size = ZSTD_compress2(context, frame.data(), std::size_t(frame.size()),
                                            text.constData(), std::size_t(text.size()));
    ZSTD_freeCCtx(context);
    return frame.left(qsizetype(size));
}

QByteArray zstdText(const QByteArray& file)
{
    ZSTD_DStream* stream = ZSTD_createDStream();
    QByteArray text("");
    QByteArray part(1 << 17, '\0');
    ZSTD_inBuffer in{file.constData(), std::size_t(file.size()), 0};
    std::size_t left = 0;
    while (in.pos < in.size && !ZSTD_isError(left)) {
        ZSTD_outBuffer out{part.data(), std::size_t(part.size()), 0};
        left = ZSTD_decompressStream(stream, &out, &in);
        text.append(part.constData(), qsizetype(out.pos));
    }
    // What the library still holds of the last frame.
    while (left != 0 && !ZSTD_isError(left)) {
        ZSTD_outBuffer out{part.data(), std::size_t(part.size()), 0};
        left = ZSTD_decompressStream(stream, &out, &in);
        if (out.pos == 0)
            break;
        text.append(part.constData(), qsizetype(out.pos));
    }
    ZSTD_freeDStream(stream);
    return left == 0 ? text : QByteArray();
}

std::vector<QByteArray> zstdFrames(const QByteArray& file)
{
    std::vector<QByteArray> frames;
    for (qsizetype at = 0; at < file.size();) {
        const std::size_t size =
            ZSTD_findFrameCompressedSize(file.constData() + at, std::size_t(file.size() - at));
        if (ZSTD_isError(size))
            return {};
        frames.push_back(file.mid(at, qsizetype(size)));
        at += qsizetype(size);
    }
    return frames;
}

std::vector<FrameEntry> Contents::frames() const
{
    return only<FrameEntry>(entries);
}

std::vector<EventEntry> Contents::events() const
{
    return only<EventEntry>(entries);
}

Contents readFile(const QString& path)
{
    return readAll(RecordingReader::open(path));
}

Contents readBytes(const QByteArray& bytes)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return readAll(RecordingReader::open(std::move(buffer), QStringLiteral("memory.fgr")));
}

FrameEntry frame(int number)
{
    const domain::UnixNs time{test::FakeClock::kMorning.value + number * 1'000'000LL + 123};
    const QByteArray noise =
        QCryptographicHash::hash(QByteArray::number(number), QCryptographicHash::Sha256).toBase64();
    return {time,
            QStringLiteral(R"([{"ev":"T","sym":"O:NVDA261218C00150000","x":302,"p":2.35,"s":%1,"c":[209],)"
                           R"("t":%2,"q":%3,"noise":"%4"}])")
                .arg(number % 500 + 1)
                .arg(time.value / 1'000'000)
                .arg(number)
                .arg(QLatin1String(noise))};
}

std::vector<FrameEntry> frames(int count)
{
    std::vector<FrameEntry> tape;
    for (int number = 0; number < count; ++number)
        tape.push_back(frame(number));
    return tape;
}

QByteArray lines(const std::vector<FrameEntry>& frames)
{
    QByteArray text;
    for (const FrameEntry& entry : frames)
        appendLine(text, entry.text, entry.received);
    return text;
}

RecordingHeader header()
{
    RecordingHeader header;
    header.created = test::FakeClock::kMorning;
    header.source = QStringLiteral("demo seed 1");
    header.feed = QStringLiteral("demo");
    header.underlyings = QStringList{QStringLiteral("NVDA"), QStringLiteral("AAPL")};
    header.sensitivity = 10.0;
    header.version = QStringLiteral("0.2.0");
    return header;
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace flowglass::recording::fixture
