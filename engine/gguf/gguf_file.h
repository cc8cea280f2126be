// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A GGUF model file (or a set of split files) opened in place: metadata and tensor views into a
// read-only mapping.
//
// Guarantees: no input makes open() crash, hang, throw or read outside the file. Every count is
// compared with the bytes that remain and with the limits of gguf_format.h before it is used; heap
// use is bounded by the bytes that exist, not by declared counts. Every tensor lies inside the
// file, is of a supported type, has whole blocks, and overlaps no other. Keys and tensor names are
// unique and safe to show; values are not (use display()).
//
// Costs: O(metadata bytes), one pass; tensor bytes are not touched. 3 ms for a vocabulary of 150
// 000.
//
// Does not: interpret the architecture (model/) or the tokenizer (text/), or keep anything alive
// but the mapping.
//
// Threads: immutable after open(); every const method may be called from any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/function_ref.h"
#include "engine/base/result.h"
#include "engine/gguf/array_view.h"
#include "engine/tensor/tensor.h"

namespace vibrant::gguf {

struct TensorInfo {
    std::string_view name;                 // 1..63 bytes
    std::array<std::uint64_t, 4> shape{};  // fastest dimension first; unused dimensions are 1
    std::uint32_t n_dims = 0;              // 1..4
    DType type = DType::kF32;
    std::uint64_t n_bytes = 0;        // 0 for a tensor without elements
    const std::byte* data = nullptr;  // n_bytes in a mapping; nullptr without elements

    // The tensor as rows of shape[0] values; dimensions 1..3 are folded into rows.
    [[nodiscard]] Tensor matrix() const;
    // "[256, 512]"
    [[nodiscard]] std::string shape_text() const;
};

class File {
  public:
    // Opens `path`; of a split model (`name-00001-of-0000N.gguf`) the other parts are found beside
    // it by that name. A file with metadata but no tensors (a vocabulary) opens: model/ refuses to
    // run it.
    [[nodiscard]] static Result<std::shared_ptr<const File>> open(const std::filesystem::path& path);
    // The same for a file that is already in memory, in one part; `bytes` outlive the File. For
    // tests and resources.
    [[nodiscard]] static Result<std::shared_ptr<const File>> from_bytes(std::span<const std::byte> bytes,
                                                                        std::string_view name);
    ~File();
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const;
    [[nodiscard]] std::uint32_t version() const;
    [[nodiscard]] std::uint64_t file_bytes() const;  // all parts
    [[nodiscard]] std::size_t n_parts() const;
    [[nodiscard]] std::span<const TensorInfo> tensors() const;
    [[nodiscard]] const TensorInfo* find_tensor(std::string_view name) const;  // nullptr if absent

    // Metadata. find-style getters return an empty optional if the key is absent and an error if it
    // has another type; integers of any width and sign are accepted where the value fits.
    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] std::vector<std::string_view> keys() const;  // in file order
    // Those that no getter below was asked for yet, in file order: what the file says and nothing reads.
    [[nodiscard]] std::vector<std::string_view> unread_keys() const;
    [[nodiscard]] Result<std::optional<std::string_view>> string(std::string_view key) const;
    [[nodiscard]] Result<std::optional<std::uint64_t>> uint(std::string_view key) const;
    // f32 or f64 only.
    [[nodiscard]] Result<std::optional<double>> real(std::string_view key) const;
    [[nodiscard]] Result<std::optional<bool>> boolean(std::string_view key) const;
    // Arrays; the element type must match exactly (i32 and u32 both serve as i32).
    [[nodiscard]] Result<std::optional<ArrayView<float>>> f32_array(std::string_view key) const;
    [[nodiscard]] Result<std::optional<ArrayView<std::int32_t>>> i32_array(std::string_view key) const;
    // Views into the mapping, one pass over the array's bytes.
    [[nodiscard]] Result<std::optional<std::vector<std::string_view>>> string_array(std::string_view key) const;
    // An integer key that may be one value or one per layer, as `n_layers` values.
    [[nodiscard]] Result<std::optional<std::vector<std::uint64_t>>> uint_per_layer(std::string_view key,
                                                                                   std::size_t n_layers) const;
    // Any value as short display text (arrays as "[n x type]"), escaped and cut.
    [[nodiscard]] std::string display(std::string_view key) const;
    // "u32", "string array"; empty if the key is absent.
    [[nodiscard]] std::string type_text(std::string_view key) const;
    // An array's first `most` elements, "1, 2, 3, …", strings escaped and cut; empty if it is no array. O(most).
    [[nodiscard]] std::string first_elements(std::string_view key, std::size_t most) const;

    // Fails with kUnreadable once a page of the mapping could not be read (file truncated, disk
    // removed). One relaxed atomic load per part: cheap enough to ask after every token.
    [[nodiscard]] Status readable() const;
    // Bytes of the mapping that are in memory now (mincore), for the status panel. O(pages).
    [[nodiscard]] std::uint64_t resident_bytes() const;
    // Reads the whole file into the page cache and maps it, every page once and layer by layer as a forward pass will want
    // them, so that the first token meets no page faults. After each step of at most 4 MiB asks `go_on(done, total)`; false
    // if that said stop. 6 to 25 ms per GB once cached.
    bool populate(FunctionRef<bool(std::uint64_t done, std::uint64_t total)> go_on) const;

    // "<file name>: <problem>", for errors found by the rooms above.
    [[nodiscard]] std::unexpected<Error> error(ErrorCode code, std::string_view problem) const;

  private:
    struct Impl;
    explicit File(std::unique_ptr<const Impl> impl);
    std::unique_ptr<const Impl> impl_;
};

}  // namespace vibrant::gguf
