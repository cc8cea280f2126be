// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A regular file mapped read-only, that cannot take the process down.
//
// If the file is truncated or its disk disappears while mapped, a touch of the missing pages raises SIGBUS; our handler
// puts zero pages over the rest of the mapping, marks it unreadable and lets the reader go on. Readers see zeros, and
// ask readable() after each token. Other SIGBUS signals go to the handler that was there before.
// open() never blocks on a FIFO or device and refuses everything that is not a regular file.
// Threads: const methods from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

#include "engine/base/result.h"

namespace vibrant {

class MappedFile {
  public:
    [[nodiscard]] static Result<MappedFile> open(const std::filesystem::path& path);
    MappedFile(MappedFile&&) noexcept;
    MappedFile& operator=(MappedFile&&) noexcept;
    ~MappedFile();

    // Empty for an empty file.
    [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }
    // False once a page could not be read. Never becomes true again.
    [[nodiscard]] bool readable() const;
    [[nodiscard]] std::uint64_t resident_bytes() const;  // mincore; O(pages)
    void read_ahead(std::size_t offset, std::size_t length) const;  // asks the kernel, returns at once

  private:
    MappedFile() = default;
    std::span<const std::byte> bytes_;
    int slot_ = -1;  // of the process-wide table the signal handler reads
};

}  // namespace vibrant
