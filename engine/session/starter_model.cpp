// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/session/starter_model.h"

#include <cstdlib>
#include <ranges>
#include <string_view>
#include <vector>

namespace vibrant {
namespace {

namespace fs = std::filesystem;

std::string_view environment(const char* name, std::string_view otherwise) {
    const char* const value = std::getenv(name);
    return value != nullptr && *value != '\0' ? value : otherwise;
}

std::vector<fs::path> data_folders() {
    std::vector<fs::path> folders;
    if (const auto own = environment("VIBRANT_DATA_DIR", ""); !own.empty()) folders.emplace_back(own);
    std::error_code failed;
    if (const fs::path program = fs::read_symlink("/proc/self/exe", failed); !failed) {
        const fs::path bin = program.parent_path();
        folders.push_back(bin.parent_path() / "share/vibrant");
        folders.push_back(bin.parent_path().parent_path() / "share/vibrant");
    }
    for (const auto part : std::views::split(environment("XDG_DATA_DIRS", "/usr/local/share:/usr/share"), ':'))
        if (const std::string_view folder(part); folder.starts_with('/'))
            folders.push_back(fs::path(folder) / "vibrant");
    return folders;
}

}  // namespace

std::optional<fs::path> starter_model() {
    for (const fs::path& folder : data_folders()) {
        std::error_code failed;
        const fs::path file = fs::weakly_canonical(folder / "models/vibrant-starter.gguf", failed);
        if (!failed && fs::is_regular_file(file, failed)) return file;
    }
    return {};
}

}  // namespace vibrant
