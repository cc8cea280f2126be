// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/ops/stages.h"

#include <algorithm>

namespace vibrant::ops {
namespace {

void norm_heads(const OpContext& ctx, const Norm& norm, float* x, std::size_t n, std::size_t n_heads,
                std::size_t head_dim, std::size_t begin, std::size_t end) {
    const auto* gain = reinterpret_cast<const float*>(norm.gain.data);
    for (std::size_t b = 0; b < n; ++b) {
        for (std::size_t h = begin; h < end; ++h) {
            float* const head = x + (b * n_heads + h) * head_dim;
            ctx.kernels.rms_norm(head, gain, head_dim, norm.eps, head);
        }
    }
}

}  // namespace

void project_qkv(const OpContext& ctx, Precision precision, const Rows& rows, const QkvStage& stage,
                 const LinearBuffers& buffers) {
    const HeadProjection* const line[] = {&stage.q, &stage.k, &stage.v};
    const std::size_t head_dim = stage.rotation.head_dim;
    std::size_t n_heads = 0, bytes = 0;
    for (const HeadProjection* p : line) {
        n_heads += p->n_heads;
        bytes += p->n_heads > 0 ? p->w.bytes() : 0;
    }
    const StageInput input(ctx, precision, rows, buffers);
    const Profiler::Scope scope(ctx.profiler, Zone::kQkv, bytes);
    ctx.team.parallel_for(n_heads, 1, [&](std::size_t begin, std::size_t end, int member) {
        const LinearInput in = input.prepare(member);
        std::size_t at = 0;  // where the projection's heads begin in the line
        for (const HeadProjection* p : line) {
            const std::size_t from = std::clamp(begin, at, at + p->n_heads) - at;
            const std::size_t to = std::clamp(end, at, at + p->n_heads) - at;
            at += p->n_heads;
            if (from == to) continue;
            linear_rows(ctx, p->w, p->bias, in, from * head_dim, to * head_dim, p->out);
            if (p->norm) norm_heads(ctx, *p->norm, p->out, rows.n, p->n_heads, head_dim, from, to);
            if (p->rotated) rotate_heads(ctx, stage.rotation, p->out, rows.n, p->n_heads, from, to);
            if (stage.spread) spread_heads(ctx, p->out, rows.n, p->n_heads, head_dim, from, to);
        }
    });
}

HiddenLayer swiglu(const OpContext& ctx, Precision precision, const Rows& rows, const Tensor& gate, const Tensor& up,
                   const Tensor& w_down, const LinearBuffers& buffers) {
    const HiddenLayer hidden(precision, rows.n, w_down, buffers);
    if (rows.n == 0) return hidden;
    const StageInput input(ctx, precision, rows, buffers);
    const Profiler::Scope scope(ctx.profiler, Zone::kFfnGateUp, gate.bytes() + up.bytes());
    ctx.team.parallel_for(gate.n_rows, kRowGrain, [&](std::size_t begin, std::size_t end, int member) {
        gated_rows(ctx, gate, up, input.prepare(member), begin, end, hidden);
    });
    return hidden;
}

void add_product(const OpContext& ctx, Zone zone, const Tensor& w, const Tensor& bias, const StageInput& input,
                 std::size_t n, float* delta, float* residual) {
    const Profiler::Scope scope(ctx.profiler, zone, w.bytes());
    ctx.team.parallel_for(w.n_rows, kRowGrain, [&](std::size_t begin, std::size_t end, int member) {
        linear_rows(ctx, w, bias, input.prepare(member), begin, end, delta);
        add(ctx, residual, delta, n, w.n_rows, begin, end);
    });
}

void product_row(const OpContext& ctx, Zone zone, const Tensor& w, const StageInput& input, std::size_t n_rows,
                 float* y) {
    const Profiler::Scope scope(ctx.profiler, zone, n_rows * w.row_stride);
    ctx.team.parallel_for(n_rows, kRowGrain, [&](std::size_t begin, std::size_t end, int member) {
        linear_rows(ctx, w, {}, input.prepare(member), begin, end, y);
    });
}

}  // namespace vibrant::ops
