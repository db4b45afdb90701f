// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/recordings/sessionrows.h"

#include "domain/anomalytext.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <numeric>

namespace flowglass::app {

namespace {

using models::AnomalyDiffRow;
using session::RunDifference;

QString say(const char* text) { return QCoreApplication::translate("SessionRows", text); }

AnomalyDiffRow::Fate shownFate(RunDifference::Fate fate)
{
    switch (fate) {
    case RunDifference::Fate::Kept:
        return AnomalyDiffRow::Fate::Kept;
    case RunDifference::Fate::Changed:
        return AnomalyDiffRow::Fate::Changed;
    case RunDifference::Fate::Lost:
        return AnomalyDiffRow::Fate::Lost;
    case RunDifference::Fate::New:
        return AnomalyDiffRow::Fate::New;
    }
    return AnomalyDiffRow::Fate::Kept;
}

QString subjectText(const std::string& subject)
{
    const auto symbol = domain::OptionSymbol::parse(subject);
    const QString plain = QString::fromStdString(subject);
    return symbol ? domain::contractLabel(*symbol) : say(QT_TRANSLATE_NOOP("SessionRows", "%1 options")).arg(plain);
}

AnomalyDiffRow diffRow(const RunDifference& difference)
{
    const bool showsAfter = difference.after && !difference.isPartOfAfter;
    const session::JudgedAnomaly& shown = showsAfter ? *difference.after : *difference.before;
    AnomalyDiffRow row;
    row.fate = shownFate(difference.fate);
    row.time = shown.anomaly.time;
    row.contract = subjectText(shown.subject);
    row.kinds = domain::kindWords(shown.anomaly.kinds, QLatin1Char(' '));
    if (difference.before)
        row.scoreBefore = difference.before->anomaly.score;
    if (difference.after)
        row.scoreAfter = difference.after->anomaly.score;
    row.isPartOfBefore = difference.isPartOfBefore;
    row.isPartOfAfter = difference.isPartOfAfter;
    row.explanation = domain::explanation(shown.anomaly, domain::Wording::Translated);
    if (row.isPartOfAfter)
        row.explanation = say(QT_TRANSLATE_NOOP("SessionRows", "Merged with another one: %1")).arg(row.explanation);
    else if (row.isPartOfBefore)
        row.explanation = say(QT_TRANSLATE_NOOP("SessionRows", "Was merged with another one: %1")).arg(row.explanation);
    return row;
}

QString runText(const session::RecordedRun& run, const QString& file)
{
    return say(QT_TRANSLATE_NOOP("SessionRows", "%1, %2 flags per 100,000"))
        .arg(QFileInfo(file).fileName(), QLocale().toString(run.flagsPer100k, 'g', 6));
}

} // namespace

models::SessionRow sessionRow(const session::CataloguedSession& session, const models::SessionRow* known)
{
    models::SessionRow row = known ? *known : models::SessionRow();
    row.path = session.path;
    row.name = QFileInfo(session.path).fileName();
    row.created = session.header.created;
    row.source = session.header.source;
    row.feed = session.header.feed;
    row.underlyings = session.header.underlyings;
    row.sensitivity = session.header.sensitivity;
    row.bytes = session.bytes;
    row.note = session.problem;
    return session.facts ? withFacts(row, *session.facts) : row;
}

models::SessionRow withFacts(models::SessionRow row, const session::SessionFacts& facts)
{
    row.first = facts.first;
    row.last = facts.last;
    row.trades = facts.trades;
    row.gaps = facts.gaps;
    row.anomalies = facts.anomalies;
    row.digest = facts.digest;
    row.sensitivity = facts.flagsPer100k;
    return row;
}

models::SessionRow withIndex(models::SessionRow row, const domain::Result<recording::RecordingIndex>& index)
{
    if (!index) {
        if (index.error().code != domain::Error::Code::Cancelled)
            row.note = index.error().text;
        return row;
    }
    row.first = index->first();
    row.last = index->last();
    row.trades = index->trades();
    row.gaps = quint64(index->gaps.size());
    const qint64 lost = std::accumulate(index->losses.begin(), index->losses.end(), qint64(0),
                                        [](qint64 sum, const recording::Loss& loss) { return sum + loss.bytes; });
    if (!index->losses.empty())
        row.note = say(QT_TRANSLATE_NOOP("SessionRows", "damaged: %L1 bytes lost")).arg(lost);
    return row;
}

views::CompareDialog::Comparison comparison(const session::RecordedRun& before, const session::RecordedRun& after,
                                            const QStringList& files)
{
    views::CompareDialog::Comparison shown;
    shown.before = runText(before, files.first());
    shown.after = runText(after, files.last());
    shown.digestBefore = before.digest;
    shown.digestAfter = after.digest;
    for (const RunDifference& difference : session::differences(before, after))
        shown.rows.push_back(diffRow(difference));
    return shown;
}

domain::Result<session::SessionFacts> analysed(const QString& path, const session::OpenSource& open,
                                               const session::RunSettings& how, const recording::Progress& progress)
{
    const domain::Result<session::RecordedRun> run = session::judgeRecording(open, how, progress);
    if (!run)
        return run.error();
    session::SessionFacts facts = session::factsOf(*run, QFileInfo(path).size());
    session::saveFacts(path, facts); // a folder that cannot be written to costs the next look another reading
    return facts;
}

} // namespace flowglass::app
