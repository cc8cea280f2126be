// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/gguf/gguf_file.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/engine/gguf/exercise.h"
#include "tests/engine/gguf/hostile_cases.h"
#include "tests/engine/gguf/opened.h"
#include "tests/support/temp_dir.h"

namespace vibrant::gguf {
namespace {

using test::Bytes;
using test::GgufBuilder;

TEST(GgufFile, BaseModelHasItsTensorsAndKeys) {
    const Opened base(test::base_model());
    EXPECT_EQ(base->version(), 3u);
    EXPECT_EQ(base->n_parts(), 1u);
    EXPECT_EQ(base->file_bytes(), base.bytes.size());
    EXPECT_EQ(base->tensors().size(), 12u);
    EXPECT_EQ(base->keys().front(), "general.architecture");
    EXPECT_EQ(base->keys().size(), 18u);
    const TensorInfo* down = base->find_tensor("blk.0.ffn_down.weight");
    ASSERT_TRUE(down);
    EXPECT_EQ(down->shape_text(), "[64, 32]");
    EXPECT_EQ(down->n_bytes, 64u * 32 * 4);
    EXPECT_EQ(base->find_tensor("blk.1.ffn_down.weight"), nullptr);
    EXPECT_EQ(base->find_tensor(""), nullptr);
    std::uint64_t sum = 0;
    EXPECT_TRUE(exercise(base.bytes, sum));
}

// Offsets, alignment and padding: the values that went in come out.
TEST(GgufFile, TensorDataIsWhereTheBuilderPutIt) {
    GgufBuilder builder = test::base_model();
    builder.alignment = 64;
    builder.add("general.alignment", std::uint32_t{64});
    const Opened file(builder);
    for (const GgufBuilder::Tensor& wanted : builder.tensors) {
        const TensorInfo* found = file->find_tensor(wanted.name);
        ASSERT_TRUE(found) << wanted.name;
        ASSERT_EQ(found->n_bytes, wanted.data.size());
        EXPECT_TRUE(std::ranges::equal(std::span(found->data, found->n_bytes), wanted.data)) << wanted.name;
    }
    // T21: the data starts behind the tensor table, padded.
    const auto start = static_cast<std::size_t>(file->tensors()[0].data - file.bytes.data());
    EXPECT_EQ(start, (builder.metadata_bytes() + 63) / 64 * 64);
}

TEST(GgufFile, MatrixFoldsHigherDimensionsIntoRows) {
    GgufBuilder builder = tiny_file();
    builder.add_tensor("experts", {64, 3, 5}, test::kQ8_0, Bytes(2 * 34 * 15));
    builder.add_tensor("empty", {64, 0, 5}, test::kQ8_0, {});
    const Opened file(builder);
    const Tensor experts = file->find_tensor("experts")->matrix();
    EXPECT_EQ(experts.type, DType::kQ8_0);
    EXPECT_EQ(experts.n_cols, 64u);
    EXPECT_EQ(experts.n_rows, 15u);
    EXPECT_EQ(experts.row_stride, 68u);
    EXPECT_EQ(experts.bytes(), 2u * 34 * 15);
    const TensorInfo* empty = file->find_tensor("empty");
    EXPECT_EQ(empty->n_bytes, 0u);
    EXPECT_EQ(empty->shape_text(), "[64, 0, 5]");
    EXPECT_FALSE(empty->matrix());
    EXPECT_EQ(empty->matrix().n_rows, 0u);
}

TEST(GgufFile, EverySupportedTypeHasItsSize) {
    for (std::size_t i = 0; i < kDTypeCount; ++i) {
        const DTypeTraits& type = traits(static_cast<DType>(i));
        const std::uint64_t n_cols = 2 * 256;
        const std::size_t n_bytes = 3 * n_cols / type.block_values * type.block_bytes;
        GgufBuilder builder = tiny_file();
        builder.tail_padding = false;
        builder.add_tensor("t", {n_cols, 3}, type.gguf_id, Bytes(n_bytes));
        EXPECT_EQ(Opened(builder)->find_tensor("t")->n_bytes, n_bytes) << type.name;
        builder.tensor("t").data.pop_back();
        EXPECT_EQ(File::from_bytes(builder.build(), "f").error().code, ErrorCode::kTruncated) << type.name;
    }
}

TEST(GgufFile, ErrorsOfOtherRoomsNameTheFile) {
    const test::TempDir dir;
    tiny_file().write(dir / "evil\n.gguf");
    const auto file = File::open(dir / "evil\n.gguf");
    ASSERT_TRUE(file);
    const Error error = (*file)->error(ErrorCode::kUnsupported, "architecture 'x' is not supported").error();
    EXPECT_EQ(error.text, "evil\\u{000A}.gguf: architecture 'x' is not supported");
    EXPECT_EQ(error.code, ErrorCode::kUnsupported);
}

TEST(GgufFile, AVocabularyWithoutTensorsOpens) {
    GgufBuilder builder = tiny_file();
    builder.tensors.clear();
    EXPECT_TRUE(Opened(builder)->tensors().empty());
}

TEST(GgufFile, DirectoriesAndMissingFilesHaveTheirReason) {
    const test::TempDir dir;
    const auto directory = File::open(dir.path());
    EXPECT_NE(directory.error().text.find("not a regular file"), std::string::npos);
    EXPECT_EQ(File::open(dir / "none.gguf").error().text, "none.gguf: no such file");
}

TEST(GgufFile, PopulateReportsEveryStepAndStops) {
    const test::TempDir dir;
    test::base_model().write(dir / "m.gguf", std::uint64_t{150} << 20);  // a hole behind the data
    const auto file = File::open(dir / "m.gguf");
    ASSERT_TRUE(file);
    std::uint64_t before = 0, steps = 0;
    EXPECT_TRUE((*file)->populate([&](std::uint64_t done, std::uint64_t total) {
        EXPECT_EQ(total, std::uint64_t{150} << 20);
        EXPECT_GT(done, before);
        EXPECT_LE(done - before, 4u << 20) << "so that a stop is heard soon";
        before = done;
        ++steps;
        return true;
    }));
    EXPECT_EQ(before, std::uint64_t{150} << 20);
    EXPECT_EQ(steps, 38u);
    EXPECT_EQ((*file)->resident_bytes(), std::uint64_t{150} << 20);
    EXPECT_FALSE((*file)->populate([](std::uint64_t, std::uint64_t) { return false; }));
}

TEST(GgufFile, ATruncatedFileIsReportedNotFatal) {
    const test::TempDir dir;
    test::base_model().write(dir / "m.gguf");
    const auto file = File::open(dir / "m.gguf");
    ASSERT_TRUE(file);
    EXPECT_TRUE((*file)->readable());
    std::filesystem::resize_file(dir / "m.gguf", 4096);
    std::uint64_t sum = 0;
    for (const TensorInfo& t : (*file)->tensors())
        for (std::size_t i = 0; i < t.n_bytes; ++i) sum += std::to_integer<std::uint64_t>(t.data[i]);
    EXPECT_NE(sum, 0u);
    const Status readable = (*file)->readable();
    ASSERT_FALSE(readable);
    EXPECT_EQ(readable.error().code, ErrorCode::kUnreadable);
    EXPECT_NE(readable.error().text.find("the model file became unreadable"), std::string::npos);
}

// The golden models of every architecture and type, and the real ones.
TEST(GgufFile, OpensTheTestData) {
    const char* const data = std::getenv("VIBRANT_TEST_DATA");
    if (!data) GTEST_SKIP() << "VIBRANT_TEST_DATA is not set: the golden models were not opened";
    int opened = 0;
    for (const char* folder : {"golden/models", "models"})
        for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(data) / folder)) {
            if (entry.path().extension() != ".gguf") continue;
            const auto file = File::open(entry.path());
            ASSERT_TRUE(file) << file.error().text;
            exercise_metadata(**file);
            EXPECT_TRUE((*file)->string("general.architecture")->has_value());
            ++opened;
        }
    EXPECT_GE(opened, 20);
}

}  // namespace
}  // namespace vibrant::gguf
