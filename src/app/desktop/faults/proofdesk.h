// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/faults/nonblockingproof.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QProgressDialog;

namespace flowglass::views {
class MainWindow;
}

namespace flowglass::app {

// Help > "Prove that nothing blocks…": runs the proof beside whatever the window shows, then shows its
// figures. Not modal. GUI thread.
class ProofDesk : public QObject
{
    Q_OBJECT

public:
    ProofDesk(views::MainWindow& window, const domain::Clock& clock); // becomes the window's
    ~ProofDesk() override;

    void setLength(std::chrono::milliseconds length) { m_length = length; } // 10 s unless told otherwise

Q_SIGNALS:
    void told(const QString& text); // why it cannot be run

private:
    void begin();
    void cancel();
    void present(const NonBlockingProof::Figures& figures);

    views::MainWindow& m_window;
    const domain::Clock& m_clock;
    std::chrono::milliseconds m_length{10'000};
    std::unique_ptr<NonBlockingProof> m_proof; // while it runs
    QPointer<QProgressDialog> m_progress;
    QTimer m_timer;
};

} // namespace flowglass::app
