// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/contract/evidencepanel.h"

#include "ui_evidencepanel.h"
#include "views/contract/evidencereason.h"
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
    m_ui->withdrawnPill->present(Glyph::Cross, Pill::Tone::Bad, tr("busted"));
    m_ui->withdrawnPill->setToolTip(tr("Its prints were cancelled by the exchange; it does not count any more."));
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
    m_ui->withdrawnPill->setVisible(m_shown.withdrawn);
    std::vector<ChipRow::Item> chips;
    for (const models::TagChip& tag : m_shown.tags)
        chips.push_back({tag.text, tag.toolTip});
    m_ui->tagRow->present(chips);
    m_ui->tagRow->setVisible(!chips.empty());
    presentReasons();
    m_ui->printsLabel->setText(printsTable());
    m_ui->printsLabel->setVisible(!m_shown.prints.empty());
}

void EvidencePanel::presentReasons()
{
    while (m_reasons.size() < m_shown.evidence.size()) {
        m_reasons.push_back(new EvidenceReason(this));
        m_ui->reasons->addWidget(m_reasons.back());
    }
    for (std::size_t at = 0; at < m_reasons.size(); ++at) {
        m_reasons[at]->setVisible(at < m_shown.evidence.size());
        if (at < m_shown.evidence.size())
            m_reasons[at]->present(m_shown.evidence[at]);
    }
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
            = print.cancelled ? tr("Cancelled; %1").arg(print.conditions) : print.conditions;
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
