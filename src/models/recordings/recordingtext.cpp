// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordings/recordingtext.h"

#include "models/numbertext.h"

#include <QCoreApplication>
#include <QDir>

namespace flowglass::models {

using Phase = RecordingFigures::Phase;

namespace {

QString say(const char* text) { return QCoreApplication::translate("RecordingText", text); }

QString into(const RecordingFigures& figures)
{
    return say(QT_TRANSLATE_NOOP("RecordingText", "Every frame is written to %1."))
        .arg(QDir::toNativeSeparators(figures.path));
}

QString sizes(const RecordingFigures& figures)
{
    const NumberText numbers;
    const QString written
        = say(QT_TRANSLATE_NOOP("RecordingText", "Written so far: %1")).arg(numbers.bytes(figures.bytes));
    if (figures.freeBytes < 0)
        return written;
    return written + QLatin1Char('\n')
           + say(QT_TRANSLATE_NOOP("RecordingText", "Free on this disk: %1")).arg(numbers.bytes(figures.freeBytes));
}

} // namespace

StatusText recordingText(const RecordingFigures& figures)
{
    const NumberText numbers;
    const QString elapsed = numbers.clock(figures.elapsed);
    const QString bytes = numbers.bytes(figures.bytes);
    switch (figures.phase) {
    case Phase::Idle:
        return {};
    case Phase::Recording:
        return {say(QT_TRANSLATE_NOOP("RecordingText", "REC %1 · %2")).arg(elapsed, bytes),
                into(figures) + QLatin1Char('\n') + sizes(figures), Severity::Good};
    case Phase::LowDisk:
        return {say(QT_TRANSLATE_NOOP("RecordingText", "REC %1 · disk nearly full")).arg(elapsed),
                into(figures) + QLatin1Char('\n') + sizes(figures) + QLatin1Char('\n')
                    + say(QT_TRANSLATE_NOOP("RecordingText", "Recording stops by itself before the disk is full.")),
                Severity::Warning};
    case Phase::Stopping:
        return {say(QT_TRANSLATE_NOOP("RecordingText", "Finishing · %1")).arg(bytes),
                say(QT_TRANSLATE_NOOP("RecordingText", "What was received is being written to %1."))
                    .arg(QDir::toNativeSeparators(figures.path)),
                Severity::Waiting};
    case Phase::Failed:
        return {say(QT_TRANSLATE_NOOP("RecordingText", "Recording failed")),
                figures.error + QLatin1Char('\n')
                    + say(QT_TRANSLATE_NOOP("RecordingText", "What was written before can be replayed.")),
                Severity::Bad};
    }
    return {};
}

} // namespace flowglass::models
