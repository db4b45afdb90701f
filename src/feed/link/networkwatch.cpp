// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/link/networkwatch.h"

namespace flowglass::feed {

void NetworkWatch::follow()
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    const QNetworkInformation* system = QNetworkInformation::instance();
    m_last = system->reachability();
    connect(system, &QNetworkInformation::reachabilityChanged, this, &NetworkWatch::note);
}

// Unknown is neither here nor gone: it is passed over.
void NetworkWatch::note(Reachability now)
{
    if (now == Reachability::Unknown)
        return;
    const bool wasGone = m_last == Reachability::Disconnected && now != Reachability::Disconnected;
    const bool wasCutOff = m_last != Reachability::Unknown && m_last != now && now == Reachability::Online;
    m_last = now;
    if (wasGone || wasCutOff)
        Q_EMIT cameBack();
}

} // namespace flowglass::feed
