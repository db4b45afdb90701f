// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/stream.h"
#include "app/desktoprun.h"
#include "app/stderrlog.h"
#include "settings/keystore.h"
#include "support/fakeapi.h"
#include "support/fakefeed.h"
#include "support/morningclock.h"
#include "views/look/rowtable.h"

#include <QTemporaryDir>
#include <QtTest/QtTest>

#include <deque>

namespace flowglass::test {

// A keychain that holds what the test says; none when `present` is off.
class FakeKeychain final : public settings::KeyBackend
{
public:
    struct State
    {
        bool present = true;
        QString key;
    };
    explicit FakeKeychain(State& state) : m_state(state) {}
    void read(QObject* context, Answer answer) override { reply(context, std::move(answer), m_state.key); }
    void write(const QString& key, QObject* context, Answer answer) override
    {
        if (m_state.present)
            m_state.key = key;
        reply(context, std::move(answer), {});
    }
    void forget(QObject* context, Answer answer) override
    {
        m_state.key.clear();
        reply(context, std::move(answer), {});
    }

private:
    void reply(QObject* context, Answer answer, const QString& key)
    {
        using settings::KeyAnswer;
        KeyAnswer reply;
        reply.outcome = m_state.present ? KeyAnswer::Outcome::Done : KeyAnswer::Outcome::Failed;
        reply.key = key;
        QMetaObject::invokeMethod(context, [answer = std::move(answer), reply] { answer(reply); }, Qt::QueuedConnection);
    }
    State& m_state;
};

// The whole program in a window, on a fake provider on loopback.
class Desktop
{
public:
    explicit Desktop(const QString& key = QStringLiteral("key"))
    {
        qunsetenv("MASSIVE_API_KEY");
        qunsetenv("POLYGON_API_KEY");
        keychain.key = key;
        api.setHandler(FakeApi::anyContract);
        line.feedUrl = feed.url();
        line.apiUrl = api.url();
    }
    void start()
    {
        using settings::KeyStore;
        auto keys = std::make_unique<KeyStore>(std::make_unique<FakeKeychain>(keychain), KeyStore::Config{});
        run = std::make_unique<app::DesktopRun>(line, store, settings, std::move(keys), clock, log);
        run->start();
    }
    bool startLive()
    {
        start();
        return QTest::qWaitFor([this] { return phase() == domain::FeedPhase::Live; }, 10'000);
    }
    domain::FeedPhase phase() const
    {
        return run->stream() ? run->stream()->session().feedStatus().phase : domain::FeedPhase::Offline;
    }

    static QString ticker(int strike) { return QStringLiteral("O:NVDA261218C00%1").arg(strike) + QStringLiteral("000"); }

    // Sends prints as the provider does: `count` of size 1 to 5 in 20 contracts.
    void trade(int count)
    {
        for (int i = 0; i < count; ++i)
            add(ticker(140 + int(m_sequence % 20)), 1 + int(m_sequence % 5), 209);
        flush();
    }
    // One that nobody can miss: a sweep of 20,000 contracts over four exchanges.
    void sweep(const QString& ticker)
    {
        m_time += 5'000; // an order of its own
        for (int venue = 0; venue < 4; ++venue)
            add(ticker, 5'000, 219, 302 + venue);
        flush();
    }
    template <class T>
    T* find(const char* name) const
    {
        T* found = run->window().findChild<T*>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    views::RowTable* table(const char* name) const { return find<views::RowTable>(name); }
    static void click(QTableView* table, int row, int column = 1)
    {
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(table->model()->index(row, column)).center());
    }

    QTemporaryDir folder;
    FakeFeed feed;
    FakeApi api;
    FakeKeychain::State keychain;
    app::CommandLine line;
    MorningClock clock; // what depends on the hour is the same at night
    app::StderrLog log{app::LogLevel::Error, clock};
    settings::SettingsStore store{folder.filePath(QStringLiteral("settings.ini"))};
    settings::Settings settings{store};
    std::unique_ptr<app::DesktopRun> run;

private:
    void add(const QString& ticker, int size, int condition, int exchange = 304)
    {
        m_time += condition == 209 ? 40 : 5;
        m_events << QStringLiteral(R"({"ev":"T","sym":"%1","x":%2,"p":2.5,"s":%3,"c":[%4],"t":%5,"q":%6})")
                        .arg(ticker)
                        .arg(exchange)
                        .arg(size)
                        .arg(condition)
                        .arg(m_time)
                        .arg(++m_sequence);
    }
    void flush()
    {
        feed.send(QLatin1Char('[') + m_events.join(QLatin1Char(',')) + QLatin1Char(']'));
        m_events.clear();
    }
    QStringList m_events;
    qint64 m_time = 1'795'187'045'000; // 2026-11-20 10:04:05 in New York
    quint64 m_sequence = 0;
};

} // namespace flowglass::test
