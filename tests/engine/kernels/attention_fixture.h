// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A KV cache of one head in every type, and attention over it.
#pragma once

#include <limits>

#include "kernel_test.h"
#include "tolerances.h"

namespace vibrant {

constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
constexpr KvType kKvTypes[] = {KvType::kF32, KvType::kF16, KvType::kInt8};
constexpr KvType kFloatKvTypes[] = {KvType::kF32, KvType::kF16};

// `n_slots` rows in each type; f32 and f16 hold the same values, int8 what is left of them.
struct KvRowsOfAllTypes {
    std::size_t head_dim = 0;
    std::vector<float> f32;
    std::vector<f16_bits> f16;
    std::vector<std::byte> i8;

    KvRowsOfAllTypes() = default;
    KvRowsOfAllTypes(std::vector<float> values, std::size_t dim) : head_dim(dim), f32(std::move(values)) {
        const std::size_t n_slots = f32.size() / head_dim;
        f16.resize(f32.size());
        i8.resize(n_slots * kv_row_bytes(KvType::kInt8, head_dim));
        for (std::size_t slot = 0; slot < n_slots; ++slot) store(slot);
    }
    // Encodes the slot's f32 row, rounding that to f16 first.
    void store(std::size_t slot) {
        float* const row = f32.data() + slot * head_dim;
        for (std::size_t d = 0; d < head_dim; ++d) {
            f16[slot * head_dim + d] = f32_to_f16(row[d]);
            row[d] = f16_to_f32(f16[slot * head_dim + d]);
        }
        kernel_tables().back()->f32_to_kv8(row, head_dim, i8.data() + slot * kv_row_bytes(KvType::kInt8, head_dim));
    }
    void copy_row(std::size_t slot, const KvRowsOfAllTypes& from, std::size_t other) {
        std::copy_n(from.f32.begin() + static_cast<std::ptrdiff_t>(other * head_dim), head_dim,
                    f32.begin() + static_cast<std::ptrdiff_t>(slot * head_dim));
        store(slot);
    }
    [[nodiscard]] const void* data(KvType type) const {
        if (type == KvType::kF32) return f32.data();
        if (type == KvType::kF16) return f16.data();
        return i8.data();
    }
};

struct Cache {
    std::size_t group, head_dim, n_slots;
    std::vector<float> q;
    KvRowsOfAllTypes k, v;

    void set_k(std::size_t slot, std::size_t d, float value) {
        k.f32[slot * head_dim + d] = value;
        k.store(slot);
    }
};

class AttentionTest : public KernelTest {
  protected:
    Cache cache(std::size_t group, std::size_t head_dim, std::size_t n_slots) {
        return {.group = group,
                .head_dim = head_dim,
                .n_slots = n_slots,
                .q = normal(group * head_dim),
                .k = {normal(n_slots * head_dim), head_dim},
                .v = {normal(n_slots * head_dim), head_dim}};
    }

    static AttendArgs args(const Cache& c, KvType type, std::span<const SlotRun> runs, float* out) {
        return {.q = c.q.data(),
                .group = c.group,
                .head_dim = c.head_dim,
                .k = c.k.data(type),
                .v = c.v.data(type),
                .runs = runs,
                .scale = 1 / std::sqrt(static_cast<float>(c.head_dim)),
                .out = out};
    }

    static void run(const KernelTable& table, KvType type, const AttendArgs& args) {
        (type == KvType::kF32 ? table.attend_f32 : type == KvType::kF16 ? table.attend_f16 : table.attend_i8)(args);
    }

    std::vector<float> attend(const Cache& c, std::span<const SlotRun> runs, KvType type = KvType::kF32) const {
        std::vector<float> out(c.group * c.head_dim, -1.0f);
        run(table(), type, args(c, type, runs, out.data()));
        return out;
    }

    static double tolerance_of(const Cache& c) {
        float largest = 0;
        for (float value : c.v.f32) largest = std::max(largest, std::abs(value));
        return tolerance::kAttend * static_cast<double>(largest);
    }
};

}  // namespace vibrant
