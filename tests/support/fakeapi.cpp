// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeapi.h"

#include <QTcpSocket>
#include <QTimer>

namespace flowglass::test {

namespace {

QByteArray headOf(const FakeApi::Answer& answer)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " Scripted\r\n";
    for (const FakeApi::Header& header : answer.headers)
        head += header.first + ": " + header.second + "\r\n";
    if (answer.mode == FakeApi::Mode::WithoutLength)
        head += "Connection: close\r\n";
    else
        head += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    return head + "\r\n";
}

FakeApi::Request parsed(const QByteArray& raw)
{
    FakeApi::Request request;
    request.raw = raw;
    const QList<QByteArray> lines = raw.split('\n');
    const QByteArray target = lines.first().split(' ').value(1);
    request.path = target.left(target.contains('?') ? target.indexOf('?') : target.size());
    request.query = target.mid(request.path.size() + 1);
    for (const QByteArray& line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    return request;
}

} // namespace

FakeApi::FakeApi(QObject* parent) : QObject(parent)
{
    if (!m_server.listen(QHostAddress::LocalHost, 0))
        qFatal("no port on 127.0.0.1");
    connect(&m_server, &QTcpServer::newConnection, this, &FakeApi::onConnection);
}

FakeApi::~FakeApi()
{
    for (auto it = m_unread.keyBegin(); it != m_unread.keyEnd(); ++it)
        (*it)->disconnect(this);
}

QUrl FakeApi::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()));
}

void FakeApi::once(const QByteArray& path, const Answer& answer)
{
    m_once[path].append(answer);
}
void FakeApi::always(const QByteArray& path, const Answer& answer)
{
    m_always[path] = answer;
}
void FakeApi::setHandler(Handler handler)
{
    m_handler = std::move(handler);
}

int FakeApi::count(const QByteArray& part) const
{
    int found = 0;
    for (const Request& request : m_requests)
        found += request.path.contains(part) ? 1 : 0;
    return found;
}

void FakeApi::onConnection()
{
    while (QTcpSocket* socket = m_server.nextPendingConnection()) {
        m_unread.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onReadyRead(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_open -= m_busy.take(socket) ? 1 : 0;
            m_unread.remove(socket);
            socket->deleteLater();
        });
    }
}

void FakeApi::onReadyRead(QTcpSocket* socket)
{
    QByteArray& unread = m_unread[socket];
    unread += socket->readAll();
    for (qsizetype end = unread.indexOf("\r\n\r\n"); end >= 0; end = unread.indexOf("\r\n\r\n")) {
        const Request request = parsed(unread.left(end));
        unread.remove(0, end + 4);
        m_requests.append(request);
        m_busy[socket] = true;
        m_peakOpen = std::max(m_peakOpen, ++m_open);
        write(socket, answerFor(request));
        Q_EMIT requested(request.path);
        if (!m_unread.contains(socket))
            return;
    }
}

FakeApi::Answer FakeApi::answerFor(const Request& request)
{
    if (const auto it = m_once.find(request.path); it != m_once.end() && !it->isEmpty())
        return it->takeFirst();
    if (const auto it = m_always.constFind(request.path); it != m_always.constEnd())
        return *it;
    if (m_handler)
        return m_handler(request);
    return json(R"({"status":"NOT_FOUND","message":"Nothing scripted for this path."})", 404);
}

void FakeApi::write(QTcpSocket* socket, const Answer& answer)
{
    switch (answer.mode) {
    case Mode::NeverAnswers:
        return;
    case Mode::ClosesAtOnce:
        socket->disconnectFromHost();
        return;
    case Mode::HangsAfterHeaders:
        socket->write(headOf(answer));
        return;
    case Mode::Trickles:
        socket->write(headOf(answer));
        trickle(socket, answer.body);
        return;
    case Mode::Truncates:
        socket->write(headOf(answer) + answer.body.left(answer.body.size() / 2));
        socket->disconnectFromHost();
        return;
    case Mode::WithoutLength:
        socket->write(headOf(answer) + answer.body);
        socket->disconnectFromHost();
        return;
    case Mode::Whole:
        break;
    }
    socket->write(headOf(answer) + answer.body);
    m_busy[socket] = false;
    --m_open;
}

void FakeApi::trickle(QTcpSocket* socket, const QByteArray& body)
{
    if (!m_unread.contains(socket))
        return;
    socket->write(body.left(1));
    if (body.size() > 1)
        QTimer::singleShot(trickleMs, socket, [this, socket, body] { trickle(socket, body.mid(1)); });
}

FakeApi::Answer FakeApi::json(const QByteArray& body, int status)
{
    Answer answer;
    answer.status = status;
    answer.body = body;
    return answer;
}

FakeApi::Answer FakeApi::html(int status)
{
    Answer answer = json("<html><body><h1>Bad gateway</h1></body></html>", status);
    answer.headers = {{"Content-Type", "text/html"}};
    return answer;
}

FakeApi::Answer FakeApi::redirect(const QUrl& target, int status)
{
    Answer answer = json({}, status);
    answer.headers.append({"Location", target.toEncoded()});
    return answer;
}

FakeApi::Answer FakeApi::fault(Mode mode, const QByteArray& body)
{
    Answer answer = json(body);
    answer.mode = mode;
    return answer;
}

FakeApi::Answer FakeApi::tooMany(const QByteArray& retryAfter)
{
    Answer answer =
        json(R"({"status":"ERROR","error":"You've exceeded the maximum requests per minute."})", 429);
    if (!retryAfter.isEmpty())
        answer.headers.append({"Retry-After", retryAfter});
    return answer;
}

FakeApi::Answer FakeApi::terms(const QByteArray& ticker, const QByteArray& underlying, int sharesPerContract)
{
    return json(R"({"results":{"cfi":"OCASPS","contract_type":"call","exercise_style":"american",)"
                R"("expiration_date":"2026-12-18","primary_exchange":"BATO","shares_per_contract":)" +
                QByteArray::number(sharesPerContract) + R"(,"strike_price":150,"ticker":")" + ticker +
                R"(","underlying_ticker":")" + underlying + R"("},"status":"OK","request_id":"1"})");
}

FakeApi::Answer FakeApi::snapshot(const QByteArray& ticker, const QByteArray& underlying)
{
    return json(
        R"({"results":{"break_even_price":179.075,"day":{"close":29,"high":32.25,"low":29,"open":29.99,)"
        R"("last_updated":1795186000000000000,"previous_close":31.4,"volume":8,"vwap":30.7738},)"
        R"("details":{"ticker":")" +
        ticker +
        R"("},"greeks":{"delta":0.64366,"gamma":0.0061735,)"
        R"("theta":-0.0282272,"vega":0.638116},"implied_volatility":0.357028,"last_quote":{"ask":29.25,)"
        R"("ask_size":209,"bid":28.9,"bid_size":294,"last_updated":1795186700800059648,"midpoint":29.075,)"
        R"("timeframe":"REAL-TIME"},"open_interest":8133,"underlying_asset":{"price":159.9606,)"
        R"("last_updated":1795186703172073152,"ticker":")" +
        underlying + R"("}},"status":"OK"})");
}

FakeApi::Answer FakeApi::anyContract(const Request& request)
{
    const QByteArray ticker =
        QByteArray::fromPercentEncoding(request.path.mid(request.path.lastIndexOf('/') + 1));
    const QByteArray root = ticker.mid(2, ticker.size() - 17);
    if (request.path.contains("/v3/reference/options/contracts/"))
        return terms(ticker, root);
    if (request.path.contains("/v3/snapshot/options/"))
        return snapshot(ticker, root);
    return json(R"({"status":"NOT_FOUND","message":"No such route."})", 404);
}

} // namespace flowglass::test
