// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/gguf/tensor_table.h"

#include <algorithm>
#include <format>

#include "engine/base/checked.h"
#include "engine/gguf/gguf_format.h"

namespace vibrant::gguf {
namespace {

struct Record {
    TensorInfo info;
    std::uint64_t offset = 0;  // from the start of the data
};

template <class... Args>
std::unexpected<Error> tensor_error(ErrorCode code, std::string_view name, std::format_string<Args...> problem,
                                    Args&&... args) {
    return fail(code,
                std::format("tensor '{}' {}", printable(name), std::format(problem, std::forward<Args>(args)...)));
}

Result<std::string_view> read_name(Cursor& cursor) {
    const std::size_t start = cursor.position();
    const auto length = cursor.take_value<std::uint64_t>();
    if (!length) return ends_inside(cursor, "the tensor table");
    if (*length == 0) return fail(ErrorCode::kMalformed, std::format("tensor name is empty at byte {:#x}", start));
    VIBRANT_TRY_VOID(check_count(cursor, "tensor name length", *length, 1, kMaxTensorNameBytes));
    const std::string_view name = as_text(*cursor.take(*length));
    if (!is_printable(name))
        return fail(ErrorCode::kMalformed, std::format("tensor name '{}' at byte {:#x} has characters that are not "
                                                       "allowed",
                                                       printable(name), start));
    return name;
}

Result<DType> supported_type(std::string_view name, std::uint32_t number) {
    if (const auto type = dtype_from_gguf(number)) return *type;
    const std::string_view type_name = gguf_type_name(number);
    if (is_removed_gguf_type(number))
        return tensor_error(ErrorCode::kUnsupportedForm, name,
                            "has a removed quantisation type (found {} {}), convert "
                            "the model again",
                            number, type_name);
    if (type_name.empty())
        return tensor_error(ErrorCode::kMalformed, name, "has an unknown tensor type (found {})", number);
    return tensor_error(ErrorCode::kUnsupportedType, name,
                        "cannot be read: quantisation {} is not supported yet, take the model in another one",
                        type_name);
}

// Sets n_bytes from shape and type. Products are taken dimension by dimension in 64 bits and
// compared with what any file could hold; a dimension of 0 counts as 1, so that no product of the
// others can wrap later either.
Status measure(TensorInfo& info) {
    const auto too_large = [&] {
        return tensor_error(ErrorCode::kMalformed, info.name, "is too large, it lies outside the file (found shape {})",
                            info.shape_text());
    };
    std::uint64_t values = 1;
    bool empty = false;
    for (const std::uint64_t dim : info.shape) {
        empty |= dim == 0;
        const auto product = checked_mul(values, std::max<std::uint64_t>(dim, 1));
        if (!product) return too_large();
        values = *product;
    }
    const DTypeTraits& type = vibrant::traits(info.type);
    if (info.shape[0] % type.block_values != 0)
        return tensor_error(ErrorCode::kMalformed, info.name, "has {}: row length {} is not a multiple of {}",
                            type.name, info.shape[0], type.block_values);
    const auto bytes =
        checked_mul<std::uint64_t>(std::max<std::uint64_t>(values / type.block_values, 1), type.block_bytes);
    if (!bytes || *bytes > kMaxTensorBytes) return too_large();
    info.n_bytes = empty ? 0 : *bytes;
    return {};
}

Result<Record> read_record(Cursor& cursor, std::uint64_t alignment) {
    Record record;
    TensorInfo& info = record.info;
    VIBRANT_TRY(name, read_name(cursor));
    info.name = name;
    const auto n_dims = cursor.take_value<std::uint32_t>();
    if (!n_dims) return ends_inside(cursor, "the tensor table");
    if (*n_dims < 1 || *n_dims > kMaxDims)
        return tensor_error(ErrorCode::kMalformed, name, "has a wrong number of dimensions (found {}, allowed 1..{})",
                            *n_dims, kMaxDims);
    info.n_dims = *n_dims;
    info.shape.fill(1);
    for (std::uint32_t i = 0; i < *n_dims; ++i) {
        const auto dim = cursor.take_value<std::uint64_t>();
        if (!dim) return ends_inside(cursor, "the tensor table");
        info.shape[i] = *dim;
    }
    const auto number = cursor.take_value<std::uint32_t>();
    const auto offset = cursor.take_value<std::uint64_t>();
    if (!number || !offset) return ends_inside(cursor, "the tensor table");
    VIBRANT_TRY(type, supported_type(name, *number));
    info.type = type;
    VIBRANT_TRY_VOID(measure(info));
    if (*offset % alignment != 0)
        return tensor_error(ErrorCode::kMalformed, name, "has offset {} that breaks the alignment of {} bytes", *offset,
                            alignment);
    record.offset = *offset;
    return record;
}

// Where the file is shorter than its tensors, tells a cut download from a wrong offset: writers
// leave no holes, so the end of the last tensor is at most the sum of all sizes.
std::unexpected<Error> outside(const std::vector<Record>& records, const Record& record, std::uint64_t alignment,
                               std::uint64_t data_start, std::uint64_t file_bytes) {
    // The sum can't wrap: at most 2^16 tensors of at most 2^47 bytes and 2^16 of padding.
    std::uint64_t sum = 0, end = 0;
    bool wraps = false;
    for (const Record& r : records) {
        sum += r.info.n_bytes + (alignment - 1);
        const auto r_end = checked_add(r.offset, r.info.n_bytes);
        wraps |= !r_end;
        if (r_end && r.info.n_bytes > 0) end = std::max(end, *r_end);
    }
    if (wraps || end > sum)
        return tensor_error(ErrorCode::kMalformed, record.info.name,
                            "lies outside the file (found {} bytes at offset {} of the data at "
                            "byte {:#x}, file has {})",
                            record.info.n_bytes, record.offset, data_start, file_bytes);
    const std::uint64_t missing = data_start + end - file_bytes;
    return tensor_error(ErrorCode::kTruncated, record.info.name,
                        "lies outside the file: file is {} byte{} too short — download incomplete?", missing,
                        missing == 1 ? "" : "s");
}

}  // namespace

Result<std::vector<TensorInfo>> read_tensor_table(Cursor& cursor, std::uint64_t n_tensors, std::uint64_t alignment) {
    VIBRANT_TRY_VOID(check_count(cursor, "tensor count", n_tensors, kMinTensorBytes, kMaxTensors));
    std::vector<Record> records;
    records.reserve(n_tensors);
    for (std::uint64_t i = 0; i < n_tensors; ++i) {
        VIBRANT_TRY(record, read_record(cursor, alignment));
        records.push_back(record);
    }

    // The padding may be missing where no data follows, so the start can lie behind the end.
    const std::span<const std::byte> file = cursor.file();
    const std::uint64_t data_start = *checked_round_up<std::uint64_t>(cursor.position(), alignment);
    const std::uint64_t data_bytes = file.size() > data_start ? file.size() - data_start : 0;
    std::vector<const Record*> by_offset;
    by_offset.reserve(records.size());
    for (Record& record : records) {
        TensorInfo& info = record.info;
        if (info.n_bytes == 0) continue;
        if (info.n_bytes > data_bytes || record.offset > data_bytes - info.n_bytes)
            return outside(records, record, alignment, data_start, file.size());
        info.data = file.data() + data_start + record.offset;
        by_offset.push_back(&record);
    }
    std::ranges::sort(by_offset, {}, &Record::offset);
    for (std::size_t i = 1; i < by_offset.size(); ++i) {
        const Record& first = *by_offset[i - 1];
        const Record& second = *by_offset[i];
        if (second.offset - first.offset < first.info.n_bytes)
            return fail(ErrorCode::kMalformed,
                        std::format("tensors '{}' and '{}' overlap at offset {}", printable(first.info.name),
                                    printable(second.info.name), second.offset));
    }

    std::vector<TensorInfo> tensors;
    tensors.reserve(records.size());
    for (const Record& record : records) tensors.push_back(record.info);
    return tensors;
}

}  // namespace vibrant::gguf
