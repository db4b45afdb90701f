// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkInformation>
#include <QObject>

namespace flowglass::feed {

// Tells when the network is there again. Follows the system after follow(); where that says nothing of its
// network, neither does this.
class NetworkWatch : public QObject
{
    Q_OBJECT

public:
    using Reachability = QNetworkInformation::Reachability;

    explicit NetworkWatch(QObject* parent = nullptr) : QObject(parent) {}
    void follow();
    void note(Reachability now); // as the system does

Q_SIGNALS:
    void cameBack();

private:
    Reachability m_last = Reachability::Unknown;
};

} // namespace flowglass::feed
