// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// vibrant-cli on the smallest model that generates.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/engine/cli/run_cli.h"
#include "tests/support/gguf_builder.h"
#include "tests/support/json.h"
#include "tests/support/temp_dir.h"

namespace vibrant::test {

class Commands : public testing::Test {
  protected:
    Commands() { base_model().write(model()); }
    [[nodiscard]] std::string model() const { return (dir_ / "base.gguf").string(); }
    [[nodiscard]] std::string file(std::string_view name, std::string_view text) const {
        std::ofstream(dir_ / name) << text;
        return (dir_ / name).string();
    }
    // A successful run's JSON object.
    [[nodiscard]] static JsonValue json(const CliArguments& arguments) {
        const CliRun run = run_cli(arguments);
        EXPECT_EQ(run.exit_code, 0) << run.err;
        EXPECT_EQ(std::count(run.out.begin(), run.out.end(), '\n'), 1);
        return read_json(run.out);
    }
    static void expect_numbers(const JsonValue& object, const std::vector<std::string>& keys) {
        for (const std::string& key : keys) EXPECT_TRUE(object.at(key).is_number()) << key;
    }
    TempDir dir_;
};

}  // namespace vibrant::test
