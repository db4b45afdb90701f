// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/faults/proofdesk.h"

#include "views/dialogs/textdialog.h"
#include "views/window/mainwindow.h"
#include "views/window/windowactions.h"

#include <QAction>
#include <QLocale>
#include <QProgressDialog>

namespace flowglass::app {

namespace {

constexpr std::chrono::milliseconds kStep{100};
constexpr int kPercent = 100;

QString ms(std::chrono::nanoseconds value)
{
    return QLocale().toString(std::chrono::duration<double, std::milli>(value).count(), 'f', 1);
}

QString row(const QString& name, const QString& value)
{
    return QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td align=\"right\"><b>%2</b></td></tr>").arg(name, value);
}

} // namespace

ProofDesk::ProofDesk(views::MainWindow& window, const domain::Clock& clock)
    : QObject(&window), m_window(window), m_clock(clock)
{
    connect(window.actions().proof, &QAction::triggered, this, &ProofDesk::begin);
    connect(&m_timer, &QTimer::timeout, this,
            [this] { m_progress->setValue(int(kPercent * 0.99 * m_proof->progress())); });
}

ProofDesk::~ProofDesk() = default;

void ProofDesk::begin()
{
    if (m_proof)
        return;
    m_proof = std::make_unique<NonBlockingProof>(m_length, m_clock);
    connect(m_proof.get(), &NonBlockingProof::finished, this, &ProofDesk::present);
    const domain::Result<bool> started = m_proof->start();
    if (!started) {
        m_proof.reset();
        Q_EMIT told(started.error().text);
        return;
    }
    m_progress = new QProgressDialog(tr("10,000 trades a second arrive while REST hangs, refuses and fails."),
                                     tr("Cancel"), 0, kPercent, &m_window);
    m_progress->setObjectName(QStringLiteral("proofProgress"));
    m_progress->setWindowTitle(tr("Prove that nothing blocks"));
    m_progress->setAttribute(Qt::WA_DeleteOnClose);
    m_progress->setMinimumDuration(0);
    connect(m_progress, &QProgressDialog::canceled, this, &ProofDesk::cancel);
    m_progress->show();
    m_timer.start(kStep);
}

void ProofDesk::cancel()
{
    m_timer.stop();
    m_proof.reset();
}

void ProofDesk::present(const NonBlockingProof::Figures& figures)
{
    m_timer.stop();
    m_proof.release()->deleteLater(); // this is its signal
    m_progress->disconnect(this);
    m_progress->close();
    const QLocale locale;
    const bool isProof = figures.lost() == 0 && figures.balanced && figures.sent > 0;
    const QString verdict = isProof ? tr("No trade was lost.") : tr("Trades were lost. Please report this.");
    const QString text
        = QStringLiteral("<p><b>%1</b></p><table>").arg(verdict)
          + row(tr("Seconds"), locale.toString(figures.seconds, 'f', 1))
          + row(tr("Trades sent"), locale.toString(figures.sent))
          + row(tr("Trades received"), locale.toString(figures.received))
          + row(tr("Trades judged"), locale.toString(figures.judged))
          + row(tr("Trades lost"), locale.toString(qint64(figures.lost())))
          + row(tr("Contracts asked for"), locale.toString(figures.requests))
          + row(tr("of them in vain"), locale.toString(figures.failed))
          + row(tr("Worst stall of the window"), tr("%1 ms").arg(ms(figures.worstStall)))
          + row(tr("Stall, 99 of 100 below"), tr("%1 ms").arg(ms(figures.stallP99))) + QStringLiteral("</table>");
    auto* dialog = new views::TextDialog(tr("Prove that nothing blocks"), text, &m_window);
    dialog->setObjectName(QStringLiteral("proofDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

} // namespace flowglass::app
