// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// What no file of today needs and the house has room for: a mixer with a state of fixed size, and a layer that reads an
// earlier layer's keys and values; as architectures of this test's own, each one value beside the table.

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "engine/model/model.h"
#include "engine/parallel/thread_team.h"
#include "tests/support/gguf_builder.h"
#include "tests/support/temp_dir.h"

namespace vibrant {
namespace {

constexpr float kDecay = 0.5f, kGain = 0.1f;

// s <- s / 2 + x, x <- x + s / 10, position by position.
Result<ModelPlan> decay_plan(const ArchKeys& keys) {
    VIBRANT_TRY(plan, read_transformer_plan(keys, ops::RopePairing::kNeox));
    for (LayerPlan& layer : plan.layers)
        layer = {.mixer = RecurrentPlan{"decay", plan.n_embd * sizeof(float)}, .ffn = {}};
    return std::move(plan);
}
bool decay_forward(const ForwardPass& pass) {
    pass.embed();
    for (std::uint32_t i = 0; i < pass.n_layers(); ++i) {
        auto* const state = reinterpret_cast<float*>(pass.sequence.recurrent(i).data());
        for (std::size_t b = 0; b < pass.ids.size(); ++b) {
            for (std::size_t c = 0; c < pass.plan.n_embd; ++c) {
                float& x = pass.x[b * pass.plan.n_embd + c];
                state[c] = kDecay * state[c] + x;
                x += kGain * state[c];
            }
        }
        if (!pass.go_on(i + 1)) return false;
    }
    return true;
}
constexpr Architecture kDecayToy = {
    .name = "toy",
    .aliases = {},
    .description = "a decaying sum",
    .pre_tokenizer = "gpt-2",
    .plan = decay_plan,
    .read_layer = [](TensorReader&, const ModelPlan&, std::uint32_t, LayerWeights&) -> Status { return {}; },
    .forward = decay_forward};

// Llama's layers, of which the second reads the first one's keys and values.
Result<ModelPlan> borrowing_plan(const ArchKeys& keys) {
    VIBRANT_TRY(plan, read_transformer_plan(keys, ops::RopePairing::kNorm));
    std::get<AttentionPlan>(plan.layers[1].mixer).kv_of = 0;
    return std::move(plan);
}
Result<ModelPlan> owning_plan(const ArchKeys& keys) {
    return read_transformer_plan(keys, ops::RopePairing::kNorm);
}
Status read_layer(TensorReader& read, const ModelPlan& plan, std::uint32_t layer, LayerWeights& out) {
    VIBRANT_TRY_VOID(read_attention(read, plan, layer, out));
    return read_swiglu(read, plan, layer, out);
}
bool attention_forward(const ForwardPass& pass) {
    pass.embed();
    for (std::uint32_t i = 0; i < pass.n_layers(); ++i) {
        const LayerWeights& w = pass.layer(i);
        pass.project_qkv(i, pass.norm(w.attn_norm));
        pass.add_product(i, w.attn_output, {}, pass.attend(i));
        pass.add_product(i, w.ffn_down, {}, pass.swiglu(i, pass.norm(w.ffn_norm)));
        if (!pass.go_on(i + 1)) return false;
    }
    return true;
}
Architecture attention_toy(Result<ModelPlan> (*plan)(const ArchKeys&)) {
    return {.name = "toy",
            .aliases = {},
            .description = "borrowed keys",
            .pre_tokenizer = "gpt-2",
            .plan = plan,
            .read_layer = read_layer,
            .forward = attention_forward};
}

class ToyArchitecture : public ::testing::Test {
  protected:
    // base_model() under the name "toy", with as many layers and the tensors that `keep` says.
    test::GgufBuilder toy(std::uint32_t n_layers) {
        test::GgufBuilder f = test::base_model();
        for (auto& entry : f.entries)
            if (entry.key.starts_with("llama.")) entry.key.replace(0, 5, "toy");
        f.set("general.architecture", "toy").set("toy.block_count", n_layers);
        return f;
    }
    std::shared_ptr<const Model> load(const test::GgufBuilder& f, const Architecture& architecture) {
        const auto path = dir_.path() / ("model" + std::to_string(n_files_++) + ".gguf");
        f.write(path);
        auto model = Model::load(*gguf::File::open(path), architecture);
        EXPECT_TRUE(model) << model.error().text;
        return model ? *model : nullptr;
    }
    // Logits of every position, in batches.
    std::vector<float> logits(const Model& model, Sequence& sequence, std::span<const TokenId> ids, std::size_t batch) {
        ThreadTeam team(2);
        Profiler profiler;
        const OpContext ctx{team, kernels(), profiler, {}};
        Activations act = *Activations::create(model.plan(), model.activations_shape(16, 2, true, 64));
        const std::size_t width = model.plan().n_embd;
        std::vector<float> all;
        for (std::size_t done = 0; done < ids.size(); done += batch) {
            const std::size_t n = std::min(batch, ids.size() - done);
            EXPECT_TRUE(model.forward(
                ctx, ops::Precision::kF32, sequence, ids.subspan(done, n), n, [](std::uint32_t) {},
                act.x.first(n * width), act));
            for (std::size_t b = 0; b < n; ++b) {
                model.logits(ctx, ops::Precision::kF32, act.x.data() + b * width, model.plan().n_vocab, act);
                all.insert(all.end(), act.logits.begin(), act.logits.end());
            }
        }
        return all;
    }
    static Sequence empty(const Model& model) {
        return std::move(*Sequence::create(model.plan().state_shapes(64, KvType::kF32), 64));
    }

    const std::vector<TokenId> ids_ = {1, 5, 9, 13, 17, 21, 25, 29, 6, 10, 14, 3, 3, 8};
    test::TempDir dir_;
    int n_files_ = 0;
};

TEST_F(ToyArchitecture, ARecurrentStateGoesFromBatchToBatch) {
    test::GgufBuilder f = toy(2);
    std::erase_if(f.tensors, [](const auto& t) { return t.name.starts_with("blk."); });
    const auto model = load(f, kDecayToy);
    ASSERT_TRUE(model);
    Sequence sequence = empty(*model);
    const auto all_at_once = logits(*model, sequence, ids_, 16);
    EXPECT_EQ(sequence.bytes(), 2 * model->plan().n_embd * sizeof(float));

    // The same in double: two layers, then the norm and the head.
    const std::size_t width = model->plan().n_embd, n_vocab = model->plan().n_vocab;
    const auto value = [](const Tensor& t, std::size_t row, std::size_t col) {
        return static_cast<double>(reinterpret_cast<const float*>(t.row(row))[col]);
    };
    std::vector<double> states(2 * width, 0.0), x(width);
    double worst = 0;
    for (std::size_t p = 0; p < ids_.size(); ++p) {
        double squares = 0;
        for (std::size_t c = 0; c < width; ++c) {
            x[c] = value(model->weights().token_embd, static_cast<std::size_t>(ids_[p]), c);
            for (std::size_t layer = 0; layer < 2; ++layer) {
                double& state = states[layer * width + c];
                state = kDecay * state + x[c];
                x[c] += static_cast<double>(kGain) * state;
            }
            squares += x[c] * x[c];
        }
        const double scale = 1 / std::sqrt(squares / static_cast<double>(width) + model->plan().norm_eps);
        for (std::size_t row = 0; row < n_vocab; ++row) {
            double sum = 0;
            for (std::size_t c = 0; c < width; ++c)
                sum +=
                    value(model->weights().output, row, c) * x[c] * scale * value(model->weights().output_norm, 0, c);
            worst = std::max(worst, std::abs(sum - static_cast<double>(all_at_once[p * n_vocab + row])));
        }
    }
    EXPECT_LE(worst, 2e-5);

    for (const std::size_t batch : {1u, 3u, 5u}) {
        Sequence other = empty(*model);
        EXPECT_EQ(logits(*model, other, ids_, batch), all_at_once) << "batches of " << batch;
    }
    // A copy goes on from the state; going back is starting again.
    Sequence first = empty(*model);
    (void)logits(*model, first, std::span(ids_).first(6), 16);
    Sequence copy = std::move(*first.copy());
    const auto rest = logits(*model, copy, std::span(ids_).subspan(6), 4);
    EXPECT_TRUE(std::ranges::equal(rest, std::span(all_at_once).last(rest.size())));
    EXPECT_EQ(first.truncate(5), 0u);
    EXPECT_EQ(logits(*model, first, ids_, 16), all_at_once);
}

// With a first layer that adds nothing and the same weights in the second, borrowed keys and values are those that the
// second layer would have made itself, to the bit.
TEST_F(ToyArchitecture, ABorrowedLayerSeesItsOwnersKeysAndValues) {
    test::GgufBuilder f = toy(2);
    const std::vector<test::GgufBuilder::Tensor> first = f.tensors;
    for (const auto& t : first) {
        if (!t.name.starts_with("blk.0.")) continue;
        auto twin = t;
        twin.name = "blk.1." + t.name.substr(6);
        f.tensors.push_back(twin);
    }
    for (const char* name : {"blk.0.attn_output.weight", "blk.0.ffn_down.weight"})
        std::ranges::fill(f.tensor(name).data, decltype(f.tensor(name).data)::value_type{});
    const Architecture owning = attention_toy(owning_plan), borrowing = attention_toy(borrowing_plan);
    const auto owner = load(f, owning);
    std::erase_if(f.tensors,
                  [](const auto& t) { return t.name == "blk.1.attn_k.weight" || t.name == "blk.1.attn_v.weight"; });
    const auto borrower = load(f, borrowing);
    ASSERT_TRUE(owner && borrower);
    for (const std::size_t batch : {1u, 5u, 16u}) {
        Sequence a = empty(*owner), b = empty(*borrower);
        EXPECT_EQ(b.bytes() * 2, a.bytes());
        EXPECT_EQ(logits(*borrower, b, ids_, batch), logits(*owner, a, ids_, batch)) << "batches of " << batch;
    }
}

}  // namespace
}  // namespace vibrant
