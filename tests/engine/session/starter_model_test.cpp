// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/session/starter_model.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "tests/engine/session/session_fixture.h"

namespace vibrant {
namespace {

namespace fs = std::filesystem;

class StarterModel : public test::BaseModelTest {
  protected:
    void SetUp() override {
        BaseModelTest::SetUp();
        // This program is not beside an installation; what the machine has must not show either.
        unsetenv("VIBRANT_DATA_DIR");
        setenv("XDG_DATA_DIRS", (dir / "nowhere").c_str(), 1);
    }
    fs::path install(const fs::path& folder) {
        fs::create_directories(folder / "models");
        std::ofstream(folder / "models/vibrant-starter.gguf") << "GGUF";
        return folder / "models/vibrant-starter.gguf";
    }
};

TEST_F(StarterModel, IsNothingWhereItIsNotInstalled) {
    EXPECT_EQ(starter_model(), std::nullopt);
    fs::create_directories(dir / "nowhere/vibrant/models/vibrant-starter.gguf");  // a folder of that name
    EXPECT_EQ(starter_model(), std::nullopt);
    setenv("XDG_DATA_DIRS", "relative::", 1);
    EXPECT_EQ(starter_model(), std::nullopt);
}

TEST_F(StarterModel, IsFoundInDataFoldersInTheirOrder) {
    const fs::path first = dir / "first", second = dir / "second", own = dir / "own";
    setenv("XDG_DATA_DIRS", (first.string() + ":" + second.string()).c_str(), 1);
    const fs::path in_second = install(second / "vibrant");
    EXPECT_EQ(starter_model(), fs::canonical(in_second));
    const fs::path in_first = install(first / "vibrant");
    EXPECT_EQ(starter_model(), fs::canonical(in_first));
    setenv("VIBRANT_DATA_DIR", own.c_str(), 1);
    EXPECT_EQ(starter_model(), fs::canonical(in_first)) << "not there yet";
    const fs::path in_own = install(own);
    EXPECT_EQ(starter_model(), fs::canonical(in_own));
}

}  // namespace
}  // namespace vibrant
