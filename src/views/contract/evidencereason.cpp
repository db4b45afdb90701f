// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/contract/evidencereason.h"

#include "views/contract/evidencedrawing.h"
#include "views/look/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace flowglass::views {

namespace {

QLabel* label(QWidget* parent, const QString& name, Qt::TextFormat format)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(format);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

// Spaces within a pair do not break, unless it is longer than a line.
QString pair(const QString& name, const QString& text, const QString& muted)
{
    constexpr int kShort = 40;
    QString shown = text.toHtmlEscaped();
    if (text.size() <= kShort)
        shown.replace(QLatin1Char(' '), QLatin1String("&nbsp;"));
    QString label = name.toHtmlEscaped();
    label.replace(QLatin1Char(' '), QLatin1String("&nbsp;"));
    return QStringLiteral("<span style=\"color:%1\">%2</span>&nbsp;%3").arg(muted, label, shown);
}

} // namespace

EvidenceReason::EvidenceReason(QWidget* parent)
    : QWidget(parent), m_name(label(this, QStringLiteral("reasonName"), Qt::PlainText)),
      m_score(label(this, QStringLiteral("reasonScore"), Qt::PlainText)),
      m_facts(label(this, QStringLiteral("reasonFacts"), Qt::RichText)), m_drawing(new EvidenceDrawing(this)),
      m_basis(label(this, QStringLiteral("reasonBasis"), Qt::PlainText))
{
    QFont bold = m_name->font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_score->setWordWrap(false);
    m_score->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_basis->setForegroundRole(QPalette::PlaceholderText);
    m_facts->setAccessibleName(tr("Evidence by detector"));
    auto* head = new QHBoxLayout;
    head->addWidget(m_name, 1);
    head->addWidget(m_score);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addLayout(head);
    column->addWidget(m_facts);
    column->addWidget(m_drawing);
    column->addWidget(m_basis);
}

void EvidenceReason::present(const models::EvidenceRow& reason)
{
    if (reason == m_reason)
        return;
    m_reason = reason;
    redraw();
}

void EvidenceReason::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        redraw();
}

void EvidenceReason::redraw()
{
    m_name->setText(m_reason.name);
    m_score->setText(m_reason.surprise.isEmpty() ? QString() : tr("score %1").arg(m_reason.surprise));
    m_facts->setText(facts());
    m_facts->setToolTip(m_reason.sentence);
    m_drawing->present(m_reason.picture);
    QStringList basis;
    if (!m_reason.sample.isEmpty())
        basis << tr("Judged by: %1").arg(m_reason.sample);
    basis << m_reason.historyNote << m_reason.scale << m_reason.formula;
    basis.removeAll(QString());
    m_basis->setText(basis.join(QLatin1Char('\n')));
    m_basis->setVisible(!basis.isEmpty());
}

QString EvidenceReason::facts() const
{
    const QString muted = QColor(themeOf(palette()).muted).name();
    const bool price = m_reason.kind == domain::AnomalyKind::Price;
    QStringList pairs;
    const auto add = [&](const QString& name, const QString& text) {
        if (!text.isEmpty())
            pairs << pair(name, text, muted);
    };
    add(price ? tr("Traded") : tr("Seen"), m_reason.value);
    add(price ? tr("Fair") : tr("Usual"), m_reason.baseline);
    add(tr("Within"), m_reason.window);
    add(tr("How often"), m_reason.often);
    for (const models::EvidenceFact& fact : m_reason.facts)
        add(fact.label, fact.text);
    return pairs.join(QStringLiteral(" &nbsp;·&nbsp; "));
}

} // namespace flowglass::views
