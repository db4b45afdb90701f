// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/openinterest/openinterestfile.h"

#include "domain/optionsymbol.h"
#include "exporting/atomicfile.h"
#include "session/keptfiles.h"

#include <QCoreApplication>
#include <QDate>

#include <optional>

namespace flowglass::session {

namespace {

constexpr int kChecksumDigits = 4;

struct Line
{
    std::string ticker;
    std::int32_t expiryDay = 0;
    domain::OpenInterestOfDay value;
};

// Only as openInterestLine() writes it.
std::optional<Line> parsed(QByteArrayView text)
{
    const QList<QByteArray> fields = text.toByteArray().split(' ');
    if (fields.size() != 4)
        return std::nullopt;
    const QDate date = QDate::fromString(QString::fromLatin1(fields[1]), Qt::ISODate);
    Line line{fields[0].toStdString(), 0, {}};
    const auto symbol = domain::OptionSymbol::parse(line.ticker);
    bool isNumber = false;
    line.value.contracts = fields[2].toLongLong(&isNumber);
    if (!symbol || !date.isValid() || !isNumber || line.value.contracts < 0)
        return std::nullopt;
    line.expiryDay = symbol->expiryDay;
    line.value.day = std::int32_t(QDate(1970, 1, 1).daysTo(date));
    return openInterestLine(line.ticker, line.value) == text ? std::optional(line) : std::nullopt;
}

QString say(const char* text)
{
    return QCoreApplication::translate("OpenInterest", text);
}

KeptOpenInterest withoutForeign(const QString& path)
{
    if (keepAside(path))
        return {{}, say(QT_TRANSLATE_NOOP("OpenInterest", "The open interest of earlier days could not be read; it is "
                                                          "kept aside and recorded anew."))};
    return {{}, say(QT_TRANSLATE_NOOP("OpenInterest", "The open interest of earlier days could not be read; none is "
                                                      "recorded.")), false};
}

QString noticeOfDamage(bool isKept)
{
    return isKept ? say(QT_TRANSLATE_NOOP("OpenInterest", "Some of the open interest of earlier days could not be read; "
                                                          "the damaged file is kept aside."))
                  : say(QT_TRANSLATE_NOOP("OpenInterest", "Some of the open interest of earlier days could not be read."));
}

} // namespace

QByteArray openInterestHead()
{
    return QByteArrayLiteral("flowglass open interest 1");
}

QByteArray openInterestLine(const std::string& ticker, const domain::OpenInterestOfDay& value)
{
    const std::chrono::sys_days day{std::chrono::days(value.day)};
    QByteArray line = QByteArray::fromStdString(ticker);
    line += ' ';
    line += domain::isoDate(std::chrono::year_month_day(day)).toLatin1();
    line += ' ';
    line += QByteArray::number(qint64(value.contracts));
    const QByteArray checksum = QByteArray::number(qChecksum(line), 16).rightJustified(kChecksumDigits, '0');
    line += ' ';
    line += checksum;
    return line;
}

QByteArray openInterestText(const OpenInterestHistory& history)
{
    QByteArray text = openInterestHead();
    text += '\n';
    history.forEach([&text](const std::string& ticker, const domain::OpenInterestOfDay& value) {
        text += openInterestLine(ticker, value);
        text += '\n';
    });
    return text;
}

ReadOpenInterest readOpenInterest(const QByteArray& text, std::int32_t today)
{
    ReadOpenInterest read;
    QByteArray head = openInterestHead();
    head += '\n';
    if (!text.startsWith(head)) {
        read.foreign = !head.startsWith(text); // else killed while it was begun
        return read;
    }
    const QByteArrayView view(text);
    for (qsizetype at = head.size(), end = text.indexOf('\n', at); end >= 0; end = text.indexOf('\n', at)) {
        const std::optional<Line> line = parsed(view.sliced(at, end - at));
        at = end + 1;
        if (!line) {
            ++read.damaged;
            continue;
        }
        ++read.lines;
        if (line->expiryDay >= today)
            read.history.add(line->ticker, line->value, {});
    }
    return read;
}

KeptOpenInterest loadOpenInterest(const QString& path, std::int32_t today)
{
    const domain::Result<QByteArray> text = readKept(path);
    if (text && text->isEmpty())
        return {};
    ReadOpenInterest read;
    if (text)
        read = readOpenInterest(*text, today);
    if (!text || read.foreign)
        return withoutForeign(path);
    KeptOpenInterest kept{std::move(read.history), {}};
    if (read.damaged > 0) {
        const bool isKept = copyAside(path);
        kept.notice = noticeOfDamage(isKept);
        if (!isKept)
            return kept;
    } else if (read.lines == kept.history.size()) {
        return kept;
    }
    const domain::Result<bool> written = exporting::writeWhole(path, openInterestText(kept.history));
    if (!written)
        kept.notice = kept.notice.isEmpty() ? written.error().text : kept.notice + QLatin1Char(' ') + written.error().text;
    return kept;
}

KeptOpenInterest lookAtOpenInterest(const QString& path, std::int32_t today)
{
    const domain::Result<QByteArray> text = readKept(path);
    return {text ? readOpenInterest(*text, today).history : OpenInterestHistory(),
            say(QT_TRANSLATE_NOOP("OpenInterest", "Open interest is recorded by another Flowglass that runs already.")),
            false};
}

} // namespace flowglass::session
