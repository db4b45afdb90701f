// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/optionsymbol.h"

#include <QString>

#include <string_view>

namespace flowglass::contracts {

// Whether what is named in GapOrder::underlyings means a contract: a root its adjusted forms too (NVDA: NVDA1), an
// adjusted root only itself.
bool isOfRoot(const domain::OptionSymbol& symbol, std::string_view root);
bool isWithin(const QString& ticker, const QString& name); // root, ticker or `*`

} // namespace flowglass::contracts
