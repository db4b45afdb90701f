// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/comparedialog.h"

#include "models/recordings/anomalydifffilter.h"
#include "models/recordings/sessionrow.h"
#include "ui_comparedialog.h"
#include "views/dialogs/diffdelegate.h"
#include "views/look/headermemory.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace flowglass::views {

using Fate = models::AnomalyDiffRow::Fate;

namespace {

std::vector<HeaderMemory::Design> design()
{
    using Column = models::AnomalyDiffModel::Column;
    QString fate;
    for (const Fate each : {Fate::Kept, Fate::Changed, Fate::Lost, Fate::New}) {
        if (models::fateText(each).size() > fate.size())
            fate = models::fateText(each);
    }
    return {{int(Column::Fate), QStringLiteral("▲ ▲ ") + fate},
            {int(Column::Time), QStringLiteral("2026-11-20 00:00:00.000")},
            {int(Column::Contract), QStringLiteral("NVDA 18 Dec 26 182.5 C")},
            {int(Column::Kinds), QStringLiteral("Size, Sweep")},
            {int(Column::Before), QStringLiteral("00.00")},
            {int(Column::After), QStringLiteral("00.00")},
            {int(Column::Why), QStringLiteral("0"), true}};
}

QString lineOf(const QAbstractItemModel& model, int row)
{
    QString line;
    for (int column = 0; column < model.columnCount(); ++column)
        line += (column == 0 ? QString() : QStringLiteral("\t")) + model.index(row, column).data().toString();
    return line + QLatin1Char('\n');
}

} // namespace

CompareDialog::CompareDialog(settings::RecordingSettings& settings, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::CompareDialog>()), m_model(new models::AnomalyDiffModel(this)),
      m_shown(new models::AnomalyDiffFilter(this))
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("compareDialog"));
    QFont large = m_ui->headlineLabel->font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    large.setBold(true);
    m_ui->headlineLabel->setFont(large);
    for (QLabel* label : {m_ui->beforeTitle, m_ui->afterTitle})
        label->setForegroundRole(QPalette::PlaceholderText);
    m_shown->setSourceModel(m_model);
    m_ui->compareTable->setRowDelegate(new DiffDelegate(m_ui->compareTable));
    m_ui->compareTable->setModel(m_shown);
    m_ui->compareTable->sortByColumn(int(models::AnomalyDiffModel::Column::Time), Qt::AscendingOrder);
    m_ui->compareTable->setSortingEnabled(true);
    m_columns = new HeaderMemory(m_ui->compareTable, settings.compareHeader, design());
    m_columns->apply();
    for (const Choice& choice : choices()) {
        connect(choice.box, &QCheckBox::toggled, m_shown,
                [this, fate = choice.fate](bool shown) { m_shown->setShown(fate, shown); });
    }
    auto* copying = new QAction(this);
    copying->setShortcut(QKeySequence::Copy);
    copying->setShortcutContext(Qt::WidgetShortcut);
    connect(copying, &QAction::triggered, this, &CompareDialog::copy);
    m_ui->compareTable->addAction(copying);
    connect(m_ui->copyButton, &QPushButton::clicked, this, &CompareDialog::copy);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
}

CompareDialog::~CompareDialog() = default;

std::vector<CompareDialog::Choice> CompareDialog::choices() const
{
    return {{Fate::Lost, m_ui->lostCheck},
            {Fate::New, m_ui->newCheck},
            {Fate::Changed, m_ui->changedCheck},
            {Fate::Kept, m_ui->keptCheck}};
}

void CompareDialog::present(const Comparison& comparison, const domain::ZoneTime& zone)
{
    m_model->setZone(zone);
    m_model->setRows(comparison.rows);
    const models::AnomalyDiffCounts counts = m_model->counts();
    m_ui->beforeLabel->setText(comparison.before);
    m_ui->afterLabel->setText(comparison.after);
    m_ui->headlineLabel->setText(models::diffHeadline(counts));
    for (const Choice& choice : choices()) {
        choice.box->setText(tr("%1 (%L2)").arg(models::fateText(choice.fate)).arg(counts.of(choice.fate)));
        choice.box->setAccessibleName(choice.box->text());
    }
    m_ui->compareTable->setEmptyText(comparison.rows.empty() ? tr("Neither run found an anomaly.")
                                                             : tr("None of the kinds chosen above."));
    presentDigests(comparison);
}

void CompareDialog::presentDigests(const Comparison& comparison)
{
    const QByteArray& before = comparison.digestBefore;
    const QByteArray& after = comparison.digestAfter;
    m_ui->digestPill->setToolTip(QString::fromLatin1(before) + QLatin1Char('\n') + QString::fromLatin1(after));
    if (before.isEmpty() || after.isEmpty())
        return m_ui->digestPill->present(Glyph::Ring, Pill::Tone::Neutral, tr("No digest to compare"));
    if (before == after)
        return m_ui->digestPill->present(Glyph::Tick, Pill::Tone::Good,
                                         tr("Digests equal: %1").arg(models::shortDigest(before)));
    const QString text = tr("Digests differ: %1, %2").arg(models::shortDigest(before), models::shortDigest(after));
    m_ui->digestPill->present(Glyph::Change, Pill::Tone::Warn, text);
}

void CompareDialog::copy() const
{
    QModelIndexList selected = m_ui->compareTable->selectionModel()->selectedRows();
    std::ranges::sort(selected, {}, &QModelIndex::row);
    QString text;
    for (const QModelIndex& index : selected)
        text += lineOf(*m_shown, index.row());
    for (int row = 0; selected.isEmpty() && row < m_shown->rowCount(); ++row)
        text += lineOf(*m_shown, row);
    QGuiApplication::clipboard()->setText(m_ui->headlineLabel->text() + QLatin1Char('\n') + text);
}

} // namespace flowglass::views
