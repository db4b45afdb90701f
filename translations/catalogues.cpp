// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later

// An object library needs a source of its own; the catalogues beside it are compiled into :/i18n.
