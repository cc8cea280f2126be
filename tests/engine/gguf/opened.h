// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>

#include "engine/gguf/gguf_file.h"
#include "tests/support/gguf_builder.h"

namespace vibrant::gguf {

// A file opened from a builder, with the bytes it lives in.
struct Opened {
    explicit Opened(const test::GgufBuilder& builder) : bytes(builder.build()) {
        auto opened = File::from_bytes(bytes, "test.gguf");
        if (!opened) throw std::runtime_error(opened.error().text);  // ends the test as failed
        file = *opened;
    }
    const File* operator->() const { return file.get(); }
    test::Bytes bytes;
    std::shared_ptr<const File> file;
};

}  // namespace vibrant::gguf
