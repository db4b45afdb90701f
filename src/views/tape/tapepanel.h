// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contracttable.h"
#include "settings/tapesettings.h"

#include <QWidget>

#include <memory>

class QItemSelection;

namespace flowglass::models {
class TradeTapeModel;
}

namespace flowglass::views {

namespace Ui {
class TapePanel;
}
class HeaderMemory;
class LiveButton;
class TapeDelegate;

// The live tape. Sticks to the live edge; scrolling away, selecting a row or asking for it holds the rows
// still until the person returns (Esc, End, the button; scrolling back is enough when scrolling paused it).
// The settings must outlive it; the model may be exchanged, none is fine.
class TapePanel : public QWidget
{
    Q_OBJECT

public:
    TapePanel(QWidget* parent = nullptr);
    ~TapePanel() override;
    void setSettings(settings::TapeSettings& settings); // once, before a model
    void setModel(models::TradeTapeModel* model);
    void afterFlush(); // the display tick has flushed the model

    bool isPaused() const { return m_pause != Pause::None; }
    void setPaused(bool paused);
    void returnToLive();
    void applyOrder();   // newest first or last, as the settings say
    void applyDensity(); // row height, as the settings say
    void applyHeat();    // bars under large sizes, as the settings say
    void resetColumns();
    void setEmptyText(const QString& text); // why there is no row
    QWidget* table() const;

Q_SIGNALS:
    void pausedChanged(bool paused);
    void tradeChosen(flowglass::domain::ContractId contract, quint64 storeRow);
    void explainRequested(flowglass::domain::ContractId contract, quint64 storeRow);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class Pause { None, Scrolled, Held };
    void hold(Pause why);
    void onScrolled(int value);
    void onSelection();
    bool atLiveEdge() const;
    void goToLiveEdge();
    void placeButton();

    std::unique_ptr<Ui::TapePanel> m_ui;
    TapeDelegate* m_delegate;
    LiveButton* m_liveButton;
    settings::TapeSettings* m_settings = nullptr;
    HeaderMemory* m_columns = nullptr;
    models::TradeTapeModel* m_model = nullptr;
    Pause m_pause = Pause::None;
    bool m_moving = false; // a scroll of our own
};

} // namespace flowglass::views
