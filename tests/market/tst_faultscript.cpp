// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "market/faults/faultstate.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace flowglass::market;
using flowglass::domain::Result;

Q_DECLARE_METATYPE(Fault)

// The text of a fault script, and what it makes of time.
class TstFaultScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreRead_data();
    void linesAreRead();
    void commentsAndOrder();
    void wrongLinesAreNamed_data();
    void wrongLinesAreNamed();
    void everyKindHasItsOwnWord();
    void faultsBeginAndEndOnTime();
    void aFaultThatBeginsAgainLastsLonger();
    void scriptsPlayBesideEachOther();
};

void TstFaultScript::linesAreRead_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("atMs");
    QTest::addColumn<Fault>("fault");
    QTest::newRow("a drop") << u"5s feed drop"_s << 5'000 << Fault{FaultKind::Drop, 0, {}, 0ms};
    QTest::newRow("a code and a reason") << u"250ms feed close 1013 \"try again # later\""_s << 250
                                         << Fault{FaultKind::Close, 1013, u"try again # later"_s, 0ms};
    QTest::newRow("the usual duration") << u"1m feed stall"_s << 60'000 << Fault{FaultKind::Stall, 0, {}, 25s};
    QTest::newRow("a bare duration") << u"10s feed stall 12s"_s << 10'000 << Fault{FaultKind::Stall, 0, {}, 12s};
    QTest::newRow("a duration in words") << u"12.5s rest status 503 for 20s  # all of it"_s << 12'500
                                         << Fault{FaultKind::RestStatus, 503, {}, 20s};
    QTest::newRow("the usual number") << u"0s rest limit"_s << 0 << Fault{FaultKind::RestLimit, 2, {}, 10s};
}

void TstFaultScript::linesAreRead()
{
    QFETCH(QString, line);
    QFETCH(int, atMs);
    const Result<FaultScript> script = FaultScript::parse(line);
    QVERIFY2(script.has_value(), script ? "" : qPrintable(script.error().text));
    QCOMPARE(script->steps.size(), 1U);
    QCOMPARE(script->steps[0].at.count(), atMs);
    QTEST(script->steps[0].fault, "fault");
}

void TstFaultScript::commentsAndOrder()
{
    const auto script = FaultScript::parse(u"# two faults\n\n  9s feed drop # late\n3s rest hang for 10s\n"_s);
    QVERIFY(script.has_value());
    QCOMPARE(script->steps.size(), 2U);
    QCOMPARE(script->steps[0].fault.kind, FaultKind::RestHang);
    QCOMPARE(script->steps[1].fault.kind, FaultKind::Drop);
    QVERIFY(FaultScript::parse({}).value().steps.empty());
}

void TstFaultScript::wrongLinesAreNamed_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("named");
    QTest::newRow("no time") << u"feed drop now"_s << u"'feed' is no time"_s;
    QTest::newRow("a time without unit") << u"5 feed drop"_s << u"'5' is no time"_s;
    QTest::newRow("a time of years") << u"99999999s feed drop"_s << u"is no time"_s;
    QTest::newRow("too short") << u"5s feed"_s << u"a line is TIME"_s;
    QTest::newRow("an unknown side") << u"5s link drop"_s << u"'link' is neither"_s;
    QTest::newRow("an unknown kind") << u"5s feed explode"_s << u"no fault 'explode' of feed"_s;
    QTest::newRow("a kind of the other side") << u"5s rest drop"_s << u"no fault 'drop' of rest"_s;
    QTest::newRow("a number too many") << u"5s feed drop 3"_s << u"'drop' takes no number"_s;
    QTest::newRow("a number out of range") << u"5s rest status 200"_s << u"HTTP status must be from 400"_s;
    QTest::newRow("a duration too many") << u"5s feed drop for 3s"_s << u"'drop' takes no such duration"_s;
    QTest::newRow("a text too many") << u"5s feed stall \"why\""_s << u"'stall' takes no text"_s;
    QTest::newRow("a word too many") << u"5s feed stall now"_s << u"'now' is not understood"_s;
}

void TstFaultScript::wrongLinesAreNamed()
{
    QFETCH(QString, line);
    QFETCH(QString, named);
    const Result<FaultScript> script = FaultScript::parse(QString(u"1s feed drop\n# fine\n"_s + line));
    QVERIFY(!script.has_value());
    QVERIFY2(script.error().text.startsWith(u"line 3: "_s), qPrintable(script.error().text));
    QVERIFY2(script.error().text.contains(named), qPrintable(script.error().text));
}

void TstFaultScript::everyKindHasItsOwnWord()
{
    static const QRegularExpression word(u"^[a-z0-9-]+$"_s);
    QSet<QString> words;
    for (const FaultKindInfo& info : faultKinds()) {
        const QString text = QLatin1String(info.word);
        QVERIFY(word.match(text).hasMatch());
        words << (info.side == FaultSide::Feed ? u"feed "_s : u"rest "_s) + text;
        QVERIFY(!aboutText(info).isEmpty());
        QVERIFY(!info.takesNumber() || (info.least <= info.number && info.number <= info.most));
        QCOMPARE(usualFault(info.kind).lasts, info.lasts);
    }
    QCOMPARE(std::size_t(words.size()), faultKinds().size());
}

void TstFaultScript::faultsBeginAndEndOnTime()
{
    FaultState state;
    state.play(FaultScript::parse(u"1s feed mute for 2s\n2s feed drop\n2s rest hang 5s"_s).value(), 100ms);
    QVERIFY(state.advance(1'099ms).empty());
    QCOMPARE(state.advance(1'100ms).size(), 1U);
    QVERIFY(state.active(FaultKind::Mute) && !state.active(FaultSide::Rest));
    QCOMPARE(state.advance(2'100ms).size(), 2U); // one that is over at once, one that lasts
    QVERIFY(!state.active(FaultKind::Drop));
    QCOMPARE(state.active(FaultSide::Rest)->kind, FaultKind::RestHang);
    const auto changes = state.advance(60s);
    QCOMPARE(changes.size(), 2U);
    QVERIFY(changes[0].fault.kind == FaultKind::Mute && !changes[0].begins);
    QVERIFY(changes[1].fault.kind == FaultKind::RestHang && !changes[1].begins);
    QVERIFY(!state.active(FaultSide::Feed) && !state.active(FaultSide::Rest));
}

void TstFaultScript::aFaultThatBeginsAgainLastsLonger()
{
    FaultState state;
    state.play(FaultScript::parse(u"0s rest status 503 for 2s\n1s rest status 429 for 2s"_s).value(), 0ms);
    QCOMPARE(state.advance(1s).size(), 2U);
    QVERIFY(state.advance(2'500ms).empty());
    QCOMPARE(state.active(FaultKind::RestStatus)->number, 429);
    QCOMPARE(state.advance(3s).size(), 1U);
}

void TstFaultScript::scriptsPlayBesideEachOther()
{
    FaultState state;
    state.play(FaultScript::of(usualFault(FaultKind::Mute)), 0ms);
    state.play(FaultScript::of(usualFault(FaultKind::RestHang)), 1s);
    QCOMPARE(state.advance(1s).size(), 2U);
    QVERIFY(state.active(FaultKind::Mute) && state.active(FaultKind::RestHang));
}

QTEST_GUILESS_MAIN(TstFaultScript)
#include "tst_faultscript.moc"
