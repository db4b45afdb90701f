// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/contract/evidencepanel.h"

#include "ui_evidencepanel.h"
#include "views/look/theme.h"

#include <QEvent>

#include <algorithm>

namespace flowglass::views {

namespace {

// The others are marked in the table of the contract's prints.
constexpr std::size_t kPrintsShown = 5;

QString cell(const QString& tag, const QString& text, bool number = false)
{
    return QStringLiteral("<%1 align=\"%2\" style=\"padding-right:9px;white-space:nowrap\">%3</%1>")
        .arg(tag, number ? QStringLiteral("right") : QStringLiteral("left"), text.toHtmlEscaped());
}

QString headCell(const QString& text, const QString& colour, bool number = false)
{
    return QStringLiteral("<td align=\"%1\" style=\"padding-right:9px;white-space:nowrap;color:%2\">%3</td>")
        .arg(number ? QStringLiteral("right") : QStringLiteral("left"), colour, text.toHtmlEscaped());
}

QString table(const QString& rows) { return QStringLiteral("<table cellspacing=\"0\" cellpadding=\"1\">%1</table>").arg(rows); }

QString asSentence(const QString& text)
{
    return text.isEmpty() ? text : text.left(1).toUpper() + text.mid(1) + QLatin1Char('.');
}

QString row(const QString& cells) { return QStringLiteral("<tr>%1</tr>").arg(cells); }

} // namespace

EvidencePanel::EvidencePanel(QWidget* parent) : Card(parent), m_ui(std::make_unique<Ui::EvidencePanel>())
{
    m_ui->setupUi(this);
    m_ui->noteLabel->setForegroundRole(QPalette::PlaceholderText);
    setMarked(true);
}

EvidencePanel::~EvidencePanel() = default;

void EvidencePanel::present(const models::EvidenceCard& evidence)
{
    if (evidence == m_shown)
        return;
    m_shown = evidence;
    redraw();
}

void EvidencePanel::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        redraw();
}

void EvidencePanel::redraw()
{
    m_ui->scoreLabel->setText(m_shown.score.isEmpty() ? QString() : tr("Score %1").arg(m_shown.score));
    m_ui->sentenceLabel->setText(asSentence(m_shown.headline));
    m_ui->evidenceLabel->setText(evidenceTable());
    QStringList notes;
    for (const models::EvidenceRow& evidence : m_shown.evidence) {
        if (!evidence.historyNote.isEmpty() && !notes.contains(evidence.historyNote))
            notes << evidence.historyNote;
    }
    m_ui->noteLabel->setText(notes.join(QLatin1Char('\n')));
    m_ui->noteLabel->setVisible(!notes.isEmpty());
    m_ui->printsLabel->setText(printsTable());
    QStringList formulas;
    for (const models::EvidenceRow& evidence : m_shown.evidence)
        formulas << evidence.name + QLatin1String(": ") + evidence.formula;
    m_ui->evidenceLabel->setToolTip(formulas.join(QLatin1Char('\n')));
}

QString EvidencePanel::evidenceTable() const
{
    const QString muted = QColor(themeOf(palette()).muted).name();
    const bool timed = std::ranges::any_of(
        m_shown.evidence, [](const models::EvidenceRow& evidence) { return !evidence.window.isEmpty(); });
    QString rows = row(headCell(tr("Detector"), muted) + headCell(tr("Score"), muted, true)
                       + headCell(tr("Seen"), muted) + headCell(tr("Usual"), muted)
                       + (timed ? headCell(tr("Within"), muted) : QString()));
    QStringList samples; // detectors mostly share one
    const QString td = QStringLiteral("td");
    for (const models::EvidenceRow& evidence : m_shown.evidence) {
        rows += row(cell(td, evidence.name) + cell(td, evidence.surprise, true) + cell(td, evidence.value)
                    + cell(td, evidence.baseline) + cell(td, evidence.window));
        if (!evidence.sample.isEmpty() && !samples.contains(evidence.sample))
            samples << evidence.sample;
    }
    if (samples.isEmpty())
        return table(rows);
    const QString words = tr("Judged by: %1").arg(samples.join(QLatin1String("; ")));
    return table(rows) + QStringLiteral("<div style=\"color:%1\">%2</div>").arg(muted, words.toHtmlEscaped());
}

QString EvidencePanel::printsTable() const
{
    const QString muted = QColor(themeOf(palette()).muted).name();
    QString rows = row(headCell(tr("Print"), muted) + headCell(tr("Size"), muted, true)
                       + headCell(tr("Price"), muted, true) + headCell(tr("Exchange"), muted)
                       + headCell(tr("Conditions"), muted));
    const QString td = QStringLiteral("td");
    const std::size_t shown = std::min(kPrintsShown, m_shown.prints.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const models::EvidencePrint& print = m_shown.prints[i];
        const QString conditions
            = print.cancelled ? tr("%1 (cancelled)").arg(print.conditions) : print.conditions;
        rows += row(cell(td, print.offset) + cell(td, print.size, true) + cell(td, print.price, true)
                    + cell(td, print.venue) + cell(td, conditions));
    }
    QString text = table(rows);
    const std::size_t more = m_shown.prints.size() - shown;
    if (more > 0 || !m_shown.morePrints.isEmpty()) {
        const QString words = m_shown.morePrints.isEmpty()
                                  ? tr("%n more print(s), marked in the table below", nullptr, int(more))
                                  : tr("More prints are marked in the table below");
        text += QStringLiteral("<div style=\"color:%1\">%2</div>").arg(muted, words.toHtmlEscaped());
    }
    return text;
}

} // namespace flowglass::views
