// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/flat/losslog.h"

#include <QCoreApplication>

namespace flowglass::recording::flat {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("flowglass::recording", text);
}

QString textOf(Fault fault)
{
    switch (fault) {
    case Fault::None:
        break;
    case Fault::TooLong:
        return translated(QT_TRANSLATE_NOOP("flowglass::recording", "too long for a row"));
    case Fault::CutOff:
        return translated(
            QT_TRANSLATE_NOOP("flowglass::recording", "the file ends in this row; it may be cut off"));
    case Fault::Columns:
        return translated(QT_TRANSLATE_NOOP("flowglass::recording", "its fields do not match the header"));
    case Fault::Ticker:
        return translated(QT_TRANSLATE_NOOP("flowglass::recording", "the ticker cannot be read"));
    case Fault::TooManyTickers:
        return translated(QT_TRANSLATE_NOOP("flowglass::recording", "too many different tickers"));
    case Fault::Time:
        return translated(QT_TRANSLATE_NOOP("flowglass::recording", "the time cannot be read"));
    case Fault::Price:
        return translated(QT_TRANSLATE_NOOP("flowglass::recording", "the price cannot be read"));
    case Fault::Size:
        return translated(QT_TRANSLATE_NOOP("flowglass::recording", "the size cannot be read"));
    case Fault::Exchange:
        return translated(QT_TRANSLATE_NOOP("flowglass::recording", "the exchange cannot be read"));
    case Fault::Conditions:
        return translated(QT_TRANSLATE_NOOP("flowglass::recording", "the conditions cannot be read"));
    case Fault::TooManyConditions:
        return translated(
            QT_TRANSLATE_NOOP("flowglass::recording", "too many different lists of conditions"));
    case Fault::Correction:
        return translated(QT_TRANSLATE_NOOP("flowglass::recording", "the correction mark cannot be read"));
    case Fault::Corrected:
        return translated(
            QT_TRANSLATE_NOOP("flowglass::recording", "marked as cancelled or corrected, left out"));
    }
    return {};
}

Loss lossOf(Fault fault, const LineReader& at)
{
    const QString reason = translated(QT_TRANSLATE_NOOP("flowglass::recording", "line %1: %2"));
    return {at.offset(), at.bytes(), reason.arg(at.number()).arg(textOf(fault))};
}

void addTotal(Loss& loss, qint64 total)
{
    const QString text = translated(QT_TRANSLATE_NOOP("flowglass::recording", "%1 (rows in all: %2)"));
    loss.reason = text.arg(loss.reason, QString::number(total));
}

} // namespace

void LossLog::add(Fault fault, const LineReader& at)
{
    if (fault == Fault::Corrected) {
        if (++m_correctedCount == 1)
            m_firstCorrected = lossOf(fault, at);
    } else if (++m_unreadableCount <= kSamples) {
        m_unreadable.push_back(lossOf(fault, at));
    }
}

std::vector<Loss> LossLog::losses() const
{
    std::vector<Loss> losses = m_unreadable;
    if (m_unreadableCount > kSamples)
        addTotal(losses.back(), m_unreadableCount);
    if (m_correctedCount > 0) {
        losses.push_back(m_firstCorrected);
        addTotal(losses.back(), m_correctedCount);
    }
    return losses;
}

} // namespace flowglass::recording::flat
