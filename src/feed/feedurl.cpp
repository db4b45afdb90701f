// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/feedurl.h"

#include <QHostAddress>

namespace flowglass::feed {

namespace {

bool isLoopback(const QString& host)
{
    if (host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0)
        return true;
    return QHostAddress(host).isLoopback();
}

} // namespace

bool isAllowedUrl(const QUrl& url)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return false;
    if (url.scheme() == QLatin1String("wss"))
        return true;
    return url.scheme() == QLatin1String("ws") && isLoopback(url.host());
}

} // namespace flowglass::feed
