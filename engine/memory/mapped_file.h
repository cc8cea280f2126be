// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A regular file mapped read-only, that cannot take the process down.
//
// If the file is truncated or its disk disappears while mapped, a touch of the missing pages raises
// SIGBUS; our handler puts zero pages over the rest of the mapping, marks it unreadable and returns
// to the reader. Readers see zeros, and check readable() after each token. Other SIGBUS signals are
// passed to the handler that was installed before. open() never blocks on a FIFO or device and refuses
// everything that is not a regular file.
//
// A file replaced by rename keeps its old bytes. Bytes that another process overwrites in place are
// seen changed: no mapping can tell. System calls that read from the mapping are not protected
// (they fail with EFAULT).
//
// Threads: const methods from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

#include "engine/base/result.h"

namespace vibrant {

class MappedFile {
  public:
    // Error texts start with the file's name: "model.gguf: not a regular file".
    [[nodiscard]] static Result<MappedFile> open(const std::filesystem::path& path);
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    ~MappedFile();

    // Empty for an empty file.
    [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }
    // False once a page could not be read. Never becomes true again. One relaxed atomic load.
    [[nodiscard]] bool readable() const;
    // Bytes of bytes() in the page cache (mincore; O(pages)). Linux tells only who may write the
    // file or owns it; others see everything as resident.
    [[nodiscard]] std::uint64_t resident_bytes() const;
    // Reads [offset, offset + length), clipped to the file, into the page cache and maps the pages,
    // so that a later touch costs no fault. Blocks as long as the disk takes: ask in steps, from a
    // thread that may wait.
    void populate(std::size_t offset, std::size_t length) const;

  private:
    MappedFile() = default;
    void close();
    std::span<const std::byte> bytes_;
    int entry_ = -1;  // of the mapping table; -1 without a mapping
};

}  // namespace vibrant
