// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "tests/engine/model/reference_forward.h"

#include <cmath>
#include <format>
#include <string>

#include "engine/quant/dtype.h"

namespace vibrant::test {
namespace {

using Vector = std::vector<double>;

struct Matrix {
    std::size_t rows = 0, cols = 0;
    Vector values;  // (rows, cols)
};

class Reference {
  public:
    explicit Reference(const gguf::File& file) : file_(file), arch_(**file.string("general.architecture")) {}

    double number(std::string_view key, double fallback = NAN) const {
        const std::string full = std::format("{}.{}", arch_, key);
        if (const auto value = file_.uint(full); value && *value) return static_cast<double>(**value);
        if (const auto value = file_.real(full); value && *value) return **value;
        return fallback;
    }
    // Of a key that may be one value or one per layer.
    std::size_t at_layer(std::string_view key, std::size_t layer, std::size_t n_layers, std::size_t fallback) const {
        const auto values = file_.uint_per_layer(std::format("{}.{}", arch_, key), n_layers);
        return values && *values ? (**values)[layer] : fallback;
    }
    bool splits_halves() const { return arch_ != "llama"; }
    bool has(const std::string& name) const { return file_.find_tensor(name) != nullptr; }

    Matrix load(const std::string& name) const {
        const Tensor t = file_.find_tensor(name)->matrix();
        Matrix m{t.n_rows, t.n_cols, Vector(t.n_rows * t.n_cols)};
        std::vector<float> row(t.n_cols);
        for (std::size_t r = 0; r < t.n_rows; ++r) {
            traits(t.type).dequantize(t.row(r), t.n_cols, row.data());
            std::copy(row.begin(), row.end(), m.values.begin() + static_cast<std::ptrdiff_t>(r * t.n_cols));
        }
        return m;
    }

    // x (n, cols) -> (n, rows), plus the bias of the same name where there is one
    Vector linear(const std::string& name, const Vector& x) const {
        const Matrix w = load(name + ".weight");
        Vector bias(w.rows, 0.0);
        if (has(name + ".bias")) bias = load(name + ".bias").values;
        const std::size_t n = x.size() / w.cols;
        Vector y(n * w.rows);
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t r = 0; r < w.rows; ++r) {
                double sum = bias[r];
                for (std::size_t c = 0; c < w.cols; ++c) sum += w.values[r * w.cols + c] * x[i * w.cols + c];
                y[i * w.rows + r] = sum;
            }
        }
        return y;
    }

    // Of every stretch of x as long as the gain.
    Vector norm(const std::string& name, const Vector& x) const {
        const Vector gain = load(name).values;
        const double eps = number("attention.layer_norm_rms_epsilon");
        Vector y(x.size());
        for (std::size_t at = 0; at < x.size(); at += gain.size()) {
            double squares = 0;
            for (std::size_t i = 0; i < gain.size(); ++i) squares += x[at + i] * x[at + i];
            const double scale = 1.0 / std::sqrt(squares / static_cast<double>(gain.size()) + eps);
            for (std::size_t i = 0; i < gain.size(); ++i) y[at + i] = x[at + i] * scale * gain[i];
        }
        return y;
    }

  private:
    const gguf::File& file_;
    std::string_view arch_;
};

void rotate(Vector& x, std::size_t n, std::size_t n_heads, std::size_t head_dim, double base, const Vector& factors,
            bool split_halves) {
    for (std::size_t p = 0; p < n; ++p) {
        for (std::size_t h = 0; h < n_heads; ++h) {
            double* head = x.data() + (p * n_heads + h) * head_dim;
            for (std::size_t i = 0; i < head_dim / 2; ++i) {
                double angle = static_cast<double>(p) *
                               std::pow(base, -2.0 * static_cast<double>(i) / static_cast<double>(head_dim));
                if (!factors.empty()) angle /= factors[i];
                double& a = head[split_halves ? i : 2 * i];
                double& b = head[split_halves ? i + head_dim / 2 : 2 * i + 1];
                const double turned = a * std::cos(angle) - b * std::sin(angle);
                b = a * std::sin(angle) + b * std::cos(angle);
                a = turned;
            }
        }
    }
}

Vector attention(const Vector& q, const Vector& k, const Vector& v, std::size_t n, std::size_t n_heads,
                 std::size_t n_kv_heads, std::size_t head_dim, const Mask& visible) {
    Vector out(n * n_heads * head_dim, 0.0);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t h = 0; h < n_heads; ++h) {
            const std::size_t kv_head = h / (n_heads / n_kv_heads);
            const auto at = [&](const Vector& m, std::size_t j) { return &m[(j * n_kv_heads + kv_head) * head_dim]; };
            const double* query = &q[(i * n_heads + h) * head_dim];
            Vector weight(i + 1, 0.0);
            double sum = 0;
            for (std::size_t j = 0; j <= i; ++j) {
                if (!visible(i, j)) continue;
                double dot = 0;
                for (std::size_t d = 0; d < head_dim; ++d) dot += query[d] * at(k, j)[d];
                sum += weight[j] = std::exp(dot / std::sqrt(static_cast<double>(head_dim)));
            }
            for (std::size_t j = 0; j <= i; ++j)
                for (std::size_t d = 0; d < head_dim; ++d)
                    out[(i * n_heads + h) * head_dim + d] += weight[j] / sum * at(v, j)[d];
        }
    }
    return out;
}

void add(Vector& x, const Vector& y) {
    for (std::size_t i = 0; i < x.size(); ++i) x[i] += y[i];
}

}  // namespace

std::vector<double> reference_logits(const gguf::File& file, std::span<const TokenId> ids, const Mask& visible) {
    const Reference model(file);
    const auto count = [&](std::string_view key, double fallback = NAN) {
        return static_cast<std::size_t>(model.number(key, fallback));
    };
    const std::size_t n = ids.size(), n_embd = count("embedding_length"), n_layers = count("block_count");
    const std::size_t first_heads = model.at_layer("attention.head_count", 0, n_layers, 0);
    const std::size_t head_dim = count("attention.key_length", static_cast<double>(n_embd / first_heads));
    const double base = model.number("rope.freq_base", 10000.0);
    const Vector factors = model.has("rope_freqs.weight") ? model.load("rope_freqs.weight").values : Vector{};

    const Matrix embedding = model.load("token_embd.weight");
    Vector x(n * n_embd);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t c = 0; c < n_embd; ++c)
            x[i * n_embd + c] = embedding.values[static_cast<std::size_t>(ids[i]) * n_embd + c];

    for (std::size_t layer = 0; layer < n_layers; ++layer) {
        const std::size_t n_heads = model.at_layer("attention.head_count", layer, n_layers, 0);
        const std::size_t n_kv_heads = model.at_layer("attention.head_count_kv", layer, n_layers, n_heads);
        const std::size_t window = model.at_layer("attention.sliding_window", layer, n_layers, 0);
        const Mask seen = [&](std::size_t i, std::size_t j) {
            return visible(i, j) && (window == 0 || j + window > i);
        };
        const auto name = [&](std::string_view part) { return std::format("blk.{}.{}", layer, part); };
        Vector h = model.norm(name("attn_norm.weight"), x);
        Vector q = model.linear(name("attn_q"), h), k = model.linear(name("attn_k"), h);
        const Vector v = model.linear(name("attn_v"), h);
        if (model.has(name("attn_q_norm.weight"))) {
            q = model.norm(name("attn_q_norm.weight"), q);
            k = model.norm(name("attn_k_norm.weight"), k);
        }
        rotate(q, n, n_heads, head_dim, base, factors, model.splits_halves());
        rotate(k, n, n_kv_heads, head_dim, base, factors, model.splits_halves());
        add(x, model.linear(name("attn_output"), attention(q, k, v, n, n_heads, n_kv_heads, head_dim, seen)));

        h = model.norm(name("ffn_norm.weight"), x);
        Vector gate = model.linear(name("ffn_gate"), h);
        const Vector up = model.linear(name("ffn_up"), h);
        for (std::size_t i = 0; i < gate.size(); ++i) gate[i] = gate[i] / (1 + std::exp(-gate[i])) * up[i];
        add(x, model.linear(name("ffn_down"), gate));
    }
    x = model.norm("output_norm.weight", x);
    return model.linear(model.has("output.weight") ? "output" : "token_embd", x);
}

}  // namespace vibrant::test
