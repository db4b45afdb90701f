// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contract.h"
#include "domain/error.h"

namespace flowglass::contracts {

// The steps of a Fetched<T>; a value it once had stays until there is a newer one.

template <class T>
void markLoading(domain::Fetched<T>& fetched)
{
    fetched.state = domain::Fetched<T>::State::Loading;
    fetched.error.reset();
}

template <class T>
void markReady(domain::Fetched<T>& fetched, const T& value, domain::UnixNs now)
{
    fetched.state = domain::Fetched<T>::State::Ready;
    fetched.value = value;
    fetched.fetchedAt = now;
    fetched.error.reset();
}

template <class T>
void markFailed(domain::Fetched<T>& fetched, const domain::Error& error)
{
    fetched.state = domain::Fetched<T>::State::Failed;
    fetched.error = error;
}

// As if it had not been asked for.
template <class T>
void unmarkLoading(domain::Fetched<T>& fetched)
{
    if (fetched.state == domain::Fetched<T>::State::Loading)
        fetched.state = fetched.value ? domain::Fetched<T>::State::Ready : domain::Fetched<T>::State::NotAsked;
}

} // namespace flowglass::contracts
