// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/gguf/split_files.h"

#include <gtest/gtest.h>

#include "tests/engine/gguf/exercise.h"
#include "tests/support/gguf_builder.h"
#include "tests/support/temp_dir.h"

namespace vibrant::gguf {
namespace {

using test::GgufBuilder;

TEST(SplitName, TakesTheNameApart) {
    const auto name = parse_split_name("Qwen2.5-7B-00002-of-00010.gguf");
    ASSERT_TRUE(name);
    EXPECT_EQ(name->stem, "Qwen2.5-7B");
    EXPECT_EQ(name->index, 2u);
    EXPECT_EQ(name->count, 10u);
    EXPECT_EQ(part_name(*name, 7), "Qwen2.5-7B-00007-of-00010.gguf");
    EXPECT_EQ(parse_split_name("-00001-of-00002.gguf")->stem, "");
}

TEST(SplitName, OtherNamesAreNone) {
    for (const char* name :
         {"model.gguf", "m-00001-of-00002.bin", "m-0001-of-00002.gguf", "m-00001of-00002.gguf", "m00001-of-00002.gguf",
          "m-00001-of-0000x.gguf", "m-+0001-of-00002.gguf", "00001-of-00002.gguf", ".gguf", ""})
        EXPECT_FALSE(parse_split_name(name)) << name;
}

// The base model in three parts of four tensors each, as the usual splitter writes them.
class Split : public testing::Test {
  protected:
    void SetUp() override {
        const GgufBuilder base = test::base_model();
        for (std::size_t i = 0; i < 3; ++i) {
            GgufBuilder part;
            if (i == 0) part = base;
            part.tensors.assign(base.tensors.begin() + static_cast<std::ptrdiff_t>(4 * i),
                                base.tensors.begin() + static_cast<std::ptrdiff_t>(4 * i + 4));
            part.add("split.no", static_cast<std::uint16_t>(i)).add("split.count", std::uint16_t{3});
            part.add("split.tensors.count", std::int32_t{12});
            parts.push_back(std::move(part));
        }
    }
    [[nodiscard]] static std::string name(std::size_t i) { return part_name({"name", 1, 3}, i + 1); }
    void write() {
        for (std::size_t i = 0; i < parts.size(); ++i) parts[i].write(dir / name(i));
    }
    [[nodiscard]] auto open() {
        write();
        return File::open(dir / name(0));
    }
    [[nodiscard]] std::string error() {
        const auto file = open();
        return file ? "opened" : file.error().text;
    }

    test::TempDir dir;
    std::vector<GgufBuilder> parts;
};

TEST_F(Split, OpensByTheFirstName) {
    const auto file = open();
    ASSERT_TRUE(file) << file.error().text;
    EXPECT_EQ((*file)->n_parts(), 3u);
    EXPECT_EQ((*file)->path(), dir / name(0));
    EXPECT_EQ((*file)->tensors().size(), 12u);
    EXPECT_EQ((*file)->string("general.name").value(), "Base");
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        bytes += std::filesystem::file_size(dir / name(i));
        for (const GgufBuilder::Tensor& wanted : parts[i].tensors) {
            const TensorInfo* found = (*file)->find_tensor(wanted.name);
            ASSERT_TRUE(found) << wanted.name;
            EXPECT_TRUE(std::ranges::equal(std::span(found->data, found->n_bytes), wanted.data));
        }
    }
    EXPECT_EQ((*file)->file_bytes(), bytes);
    EXPECT_EQ((*file)->resident_bytes(), bytes);
}

TEST_F(Split, PartsMayDifferInAlignment) {
    parts[1].alignment = 256;
    parts[1].add("general.alignment", std::uint32_t{256});
    EXPECT_TRUE(open());
}

TEST_F(Split, AMissingPartIsNamed) {
    write();
    std::filesystem::remove(dir / name(1));
    EXPECT_EQ(File::open(dir / name(0)).error().text,
              "name-00001-of-00003.gguf: shard 2 of 3 not found: name-00002-of-00003.gguf");
}

TEST_F(Split, ALaterPartPointsToTheFirst) {
    write();
    EXPECT_EQ(File::open(dir / name(1)).error().text,
              "name-00002-of-00003.gguf: this is part 2 of 3, open the first one: "
              "name-00001-of-00003.gguf");
}

// The names of the parts come from the opened file's name only, whatever its metadata say.
TEST_F(Split, MetadataCannotNameOtherFiles) {
    parts[0].set("general.name", "../../etc/passwd");
    parts[0].write(dir / "model.gguf");
    const auto file = File::open(dir / "model.gguf");
    EXPECT_EQ(file.error().text,
              "model.gguf: this is part 1 of 3, but it is not called NAME-00001-of-00003.gguf, so "
              "the other parts "
              "cannot be found");
}

TEST_F(Split, ANameThatDisagreesWithTheCountIsRefused) {
    parts[0].write(dir / "name-00001-of-00004.gguf");
    const auto file = File::open(dir / "name-00001-of-00004.gguf");
    EXPECT_NE(file.error().text.find("is not called NAME-00001-of-00003.gguf"), std::string::npos);
}

TEST_F(Split, APartOfAnotherModelIsRefused) {
    parts[1].add("general.architecture", "qwen2");
    EXPECT_EQ(error(),
              "name-00002-of-00003.gguf: architecture differs from the first part (found 'qwen2', "
              "wanted 'llama')");
}

TEST_F(Split, ATensorInTwoPartsIsRefused) {
    parts[2].tensors[0] = parts[0].tensors[0];
    EXPECT_EQ(error(), "name-00001-of-00003.gguf: tensor 'token_embd.weight' appears twice");
}

TEST_F(Split, AWrongNumberOfTensorsIsRefused) {
    parts[2].tensors.pop_back();
    EXPECT_NE(error().find("found 11 tensors, split.tensors.count is 12"), std::string::npos);
}

TEST_F(Split, TheLimitOfTensorsCountsAllParts) {
    for (std::size_t i = 0; i < 3; ++i)
        for (int n = 0; n < 25'000; ++n)
            parts[i].add_tensor(std::to_string(i) + "." + std::to_string(n), {0}, test::kF32, {});
    EXPECT_EQ(error(), "name-00001-of-00003.gguf: tensor count of all parts is too large (allowed 65536)");
}

TEST_F(Split, AWrongPlaceIsRefused) {
    parts[1].set("split.no", std::uint16_t{2});
    EXPECT_EQ(error(),
              "name-00002-of-00003.gguf: this is not part 2 of 3 (split.no and split.count say "
              "part 3 of 3)");
}

TEST_F(Split, APartWithoutSplitKeysIsRefused) {
    parts[1].remove("split.no").remove("split.count");
    EXPECT_NE(error().find("this is not part 2 of 3"), std::string::npos);
}

TEST_F(Split, ABrokenPartIsNamed) {
    parts[2].tensors[1].offset = 1;
    EXPECT_TRUE(error().starts_with("name-00003-of-00003.gguf: tensor 'blk.0.ffn_down.weight' has offset 1"));
}

TEST_F(Split, ATruncatedPartIsNoticedWhileInUse) {
    const auto file = open();
    ASSERT_TRUE(file);
    std::filesystem::resize_file(dir / name(1), 0);
    std::uint64_t sum = 0;
    for (const TensorInfo& t : (*file)->tensors()) sum += std::to_integer<std::uint64_t>(t.data[0]);
    EXPECT_NE(sum, 0u);
    EXPECT_TRUE((*file)->readable().error().text.starts_with("name-00002-of-00003.gguf: "));
}

TEST_F(Split, AFileWithASplitNameButNoSplitKeysIsWhole) {
    test::base_model().write(dir / "name-00001-of-00002.gguf");
    EXPECT_TRUE(File::open(dir / "name-00001-of-00002.gguf"));
}

TEST_F(Split, CannotComeFromMemory) {
    EXPECT_NE(File::from_bytes(parts[0].build(), "m").error().text.find("split model"), std::string::npos);
}

}  // namespace
}  // namespace vibrant::gguf
