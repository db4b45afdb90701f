// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>

#include <memory>

#include <unistd.h>

namespace flowglass::test {

inline const QString kKey = QStringLiteral("k3y-of-the-test-0123456789");

inline QList<QByteArray> linesOf(const QByteArray& text)
{
    QList<QByteArray> lines = text.split('\n');
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

inline QJsonObject json(const QByteArray& line) { return QJsonDocument::fromJson(line).object(); }

struct Ended
{
    int code = -1; // -1: it did not end by itself
    QByteArray out;
    QByteArray err;
    qint64 tookMs = 0;
};

// The program as others run it, in a home folder of its own and without a keychain.
class Program
{
public:
    explicit Program(QString home) : m_home(std::move(home)) {}

    QString key = kKey;
    QString keyVariable = QStringLiteral("MASSIVE_API_KEY");
    int stdoutDescriptor = -1; // instead of a pipe to this test

    void start(const QStringList& options, bool withKey = true)
    {
        m_process = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("MASSIVE_API_KEY"));
        environment.remove(QStringLiteral("POLYGON_API_KEY"));
        environment.insert(QStringLiteral("HOME"), m_home);
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_home);
        environment.insert(QStringLiteral("XDG_DATA_HOME"), m_home);
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent"));
        if (withKey)
            environment.insert(keyVariable, key + QLatin1Char('\n'));
        m_process->setProcessEnvironment(environment);
        if (stdoutDescriptor >= 0)
            m_process->setChildProcessModifier([fd = stdoutDescriptor] { ::dup2(fd, STDOUT_FILENO); });
        m_clock.start();
        m_process->start(QStringLiteral(FLOWGLASS_BINARY), options);
    }
    Ended ended(int withinMs = 20'000)
    {
        if (m_process->state() != QProcess::NotRunning) {
            QSignalSpy finished(m_process.get(), &QProcess::finished);
            finished.wait(withinMs);
        }
        Ended end;
        end.tookMs = m_clock.elapsed();
        const bool exited =
            m_process->state() == QProcess::NotRunning && m_process->exitStatus() == QProcess::NormalExit;
        end.code = exited ? m_process->exitCode() : -1;
        end.out = m_process->readAllStandardOutput();
        end.err = m_process->readAllStandardError();
        if (end.out.contains(key.toUtf8()) || end.err.contains(key.toUtf8()))
            qFatal("the key was written");
        return end;
    }
    QProcess& process() { return *m_process; }

private:
    const QString m_home;
    std::unique_ptr<QProcess> m_process;
    QElapsedTimer m_clock;
};

} // namespace flowglass::test
