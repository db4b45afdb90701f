// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/anomalysettings.h"

#include <QWidget>

#include <memory>
#include <vector>

class QAction;

namespace flowglass::models {
class AnomalyModel;
}

namespace flowglass::views {

namespace Ui {
class AnomalyPanel;
}
class HeaderMemory;

// The list of anomalies and its triage by keyboard: J and K move, Enter inspects, Space makes new or seen, S
// stars, X dismisses, U or Ctrl+Z takes the last step back. The model may be exchanged, none is fine.
class AnomalyPanel : public QWidget
{
    Q_OBJECT

public:
    explicit AnomalyPanel(QWidget* parent = nullptr);
    ~AnomalyPanel() override;
    void setSettings(settings::AnomalySettings& settings); // once, before a model
    void setModel(models::AnomalyModel* model);
    void afterFlush(); // the display tick has flushed the model
    // While nothing was flagged yet: what the detectors wait for.
    void setEmptyText(const QString& text);
    // What the budget of flags comes to at the present rate; 0: not known.
    void setFlagsPerHour(double perHour);

    std::vector<quint32> selectedIds() const; // top to bottom
    void clearSelection();
    void resetColumns();
    QWidget* table() const;
    const std::vector<QAction*>& triageActions() const { return m_actions; }

Q_SIGNALS:
    void anomalyChosen(quint32 id);
    void inspectRequested(); // Enter: show me, and let me go on there
    void selectionChanged();
    void budgetRequested(); // to see and change how many flags are wanted

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeActions();
    void applyIcon();
    QAction* addTriage(const QString& name, const QString& text, const QList<QKeySequence>& keys, void (AnomalyPanel::*slot)());
    void offerActions(const QPoint& where);
    void next() { move(1); }
    void previous() { move(-1); }
    void move(int step);
    void inspect();
    void star();
    void toggleSeen();
    void dismiss();
    void undo();
    void onSelection();
    void keepSelection();
    void restoreSelection();
    void updateActions();

    std::unique_ptr<Ui::AnomalyPanel> m_ui;
    HeaderMemory* m_columns = nullptr;
    models::AnomalyModel* m_model = nullptr;
    std::vector<QAction*> m_actions;
    QAction* m_star = nullptr;
    QAction* m_dismiss = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_inspect = nullptr;
    QAction* m_seen = nullptr;
    quint32 m_chosen = 0;
    std::vector<quint32> m_kept; // selected before the model was reset
};

} // namespace flowglass::views
