// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/faults/faultscript.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace flowglass::market {

namespace {

using std::chrono::milliseconds;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(FaultScript)
};

constexpr double kLongestSeconds = 86'400.0;

// Words of one line; a word may be quoted. What stands behind # is left out.
QStringList wordsOf(const QString& line)
{
    static const QRegularExpression word(QStringLiteral("\"[^\"]*\"|#.*|\\S+"));
    QStringList words;
    for (auto it = word.globalMatch(line); it.hasNext();) {
        const QString found = it.next().captured();
        if (found.startsWith(QLatin1Char('#')))
            break;
        words << found;
    }
    return words;
}

std::optional<milliseconds> timeOf(const QString& word)
{
    static const QRegularExpression form(QStringLiteral("^(\\d+(?:\\.\\d+)?)(ms|s|m)$"));
    const auto match = form.match(word);
    if (!match.hasMatch())
        return std::nullopt;
    const QString unit = match.captured(2);
    const double factor = unit == QLatin1String("ms") ? 1.0 : unit == QLatin1String("s") ? 1e3 : 60e3;
    const double ms = match.captured(1).toDouble() * factor;
    if (ms > kLongestSeconds * 1e3)
        return std::nullopt;
    return milliseconds(qint64(ms));
}

std::optional<FaultKind> kindOf(const QString& side, const QString& word)
{
    const FaultSide wanted = side == QLatin1String("feed") ? FaultSide::Feed : FaultSide::Rest;
    const auto kinds = faultKinds();
    const auto found = std::ranges::find_if(kinds, [&](const FaultKindInfo& info) {
        return info.side == wanted && word == QLatin1String(info.word);
    });
    return found == kinds.end() ? std::nullopt : std::optional(found->kind);
}

// Reads one word behind the kind into the fault; the reason when it does not belong there.
QString readDetail(const QString& word, const FaultKindInfo& info, Fault& fault)
{
    if (word.startsWith(QLatin1Char('"')) && word.size() > 1) {
        fault.text = word.mid(1, word.size() - 2);
        return info.takesText ? QString() : Texts::tr("'%1' takes no text").arg(QLatin1String(info.word));
    }
    if (const auto lasts = timeOf(word)) {
        fault.lasts = *lasts;
        return info.lasts.count() != 0 && lasts->count() != 0
                   ? QString()
                   : Texts::tr("'%1' takes no such duration").arg(QLatin1String(info.word));
    }
    bool isNumber = false;
    fault.number = word.toInt(&isNumber);
    if (!isNumber)
        return Texts::tr("'%1' is not understood").arg(word);
    if (!info.takesNumber())
        return Texts::tr("'%1' takes no number").arg(QLatin1String(info.word));
    return fault.number >= info.least && fault.number <= info.most
               ? QString()
               : Texts::tr("%1 must be from %2 to %3").arg(QLatin1String(info.numberIs)).arg(info.least).arg(info.most);
}

QString readStep(const QStringList& words, FaultScript::Step& step)
{
    const auto at = timeOf(words[0]);
    if (!at)
        return Texts::tr("'%1' is no time (such as 5s, 250ms, 2m)").arg(words[0]);
    if (words.size() < 3)
        return Texts::tr("a line is TIME, feed or rest, and the kind of fault");
    if (words[1] != QLatin1String("feed") && words[1] != QLatin1String("rest"))
        return Texts::tr("'%1' is neither feed nor rest").arg(words[1]);
    const auto kind = kindOf(words[1], words[2]);
    if (!kind)
        return Texts::tr("there is no fault '%1' of %2").arg(words[2], words[1]);
    step = {*at, usualFault(*kind)};
    for (qsizetype i = 3; i < words.size(); ++i) {
        const bool isFor = words[i] == QLatin1String("for") && i + 1 < words.size() && timeOf(words[i + 1]);
        const QString reason = isFor ? QString() : readDetail(words[i], infoOf(*kind), step.fault);
        if (!reason.isEmpty())
            return reason;
    }
    return {};
}

} // namespace

domain::Result<FaultScript> FaultScript::parse(QStringView text)
{
    FaultScript script;
    int number = 0;
    for (const QStringView line : text.split(QLatin1Char('\n'))) {
        ++number;
        const QStringList words = wordsOf(line.toString());
        if (words.isEmpty())
            continue;
        Step step;
        const QString reason = readStep(words, step);
        if (!reason.isEmpty())
            return domain::Error{domain::Error::Code::Unreadable, QStringLiteral("line %1: ").arg(number) + reason,
                                 Texts::tr("line %1: %2").arg(number).arg(reason)};
        script.steps.push_back(step);
    }
    std::ranges::stable_sort(script.steps, {}, &Step::at);
    return script;
}

} // namespace flowglass::market
