// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recording/flat/textinput.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

namespace flowglass::recording::flat {

// Reads a TextInput on a thread of its own, so that inflating and taking the lines apart go on beside each
// other; a few blocks ahead at most. The destructor stops the thread and waits for it: a block's time.
class ReadAhead
{
public:
    explicit ReadAhead(std::unique_ptr<TextInput> input);
    ~ReadAhead();

    // As TextInput::read(); the memory of the block handed in is used again.
    domain::Result<bool> read(TextBlock& block);

private:
    void run();

    std::unique_ptr<TextInput> m_input; // of the thread
    std::mutex m_mutex;                 // for all below
    std::condition_variable m_changed;
    std::deque<TextBlock> m_full;
    std::deque<TextBlock> m_empty;
    bool m_ended = false; // nothing follows m_full but m_error
    bool m_stop = false;
    std::optional<domain::Error> m_error;
    std::thread m_thread;
};

} // namespace flowglass::recording::flat
