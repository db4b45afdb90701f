// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/link/dataprobe.h"

namespace flowglass::feed {

bool DataProbe::holdsTrade(QStringView frame)
{
    domain::Counters counters;
    m_frame.clear();
    m_decoder.decode(frame, m_frame, counters);
    return counters.trades > 0;
}

} // namespace flowglass::feed
