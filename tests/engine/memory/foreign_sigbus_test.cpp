// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// SIGBUS signals that have nothing to do with our mappings. Our handler is installed with the first mapping of a
// process, so each test opens its files in a child of its own, and this program opens none.

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <span>
#include <vector>

#include "engine/memory/mapped_file.h"
#include "tests/support/child_process.h"
#include "tests/support/gguf_builder.h"
#include "tests/support/temp_dir.h"

namespace vibrant {
namespace {

using test::exited_with;
using test::run_in_child;
using test::TempDir;

constexpr std::size_t kPage = 4096;

std::filesystem::path file_of(const TempDir& dir, std::string_view name) {
    test::write_file(dir / name, std::vector<std::byte>(kPage, std::byte{1}));
    return dir / name;
}

std::uint64_t sum_of(std::span<const std::byte> bytes) {
    std::uint64_t sum = 0;
    for (const std::byte b : bytes) sum += std::to_integer<std::uint64_t>(b);
    return sum;
}

// Touches a page behind the end of a file that MappedFile knows nothing of.
void touch_foreign_mapping(const std::filesystem::path& path) {
    const int fd = ::open(path.c_str(), O_RDONLY);
    void* const mapping = ::mmap(nullptr, kPage, PROT_READ, MAP_SHARED, fd, 0);
    std::filesystem::resize_file(path, 0);
    static_cast<void>(*static_cast<const volatile char*>(mapping));
}

TEST(SigbusOfOthers, GoesToTheHandlerThatWasThere) {
    const TempDir dir;
    const auto ours = file_of(dir, "ours"), foreign = file_of(dir, "foreign");
    const int status = run_in_child([&] {
        struct sigaction action{};
        action.sa_flags = SA_SIGINFO;
        action.sa_sigaction = [](int, siginfo_t* info, void*) { ::_exit(info->si_addr ? 42 : 1); };
        ::sigaction(SIGBUS, &action, nullptr);
        const auto file = MappedFile::open(ours);
        std::filesystem::resize_file(ours, 0);
        if (sum_of(file->bytes()) != 0 || file->readable()) return 2;  // this one is for us
        touch_foreign_mapping(foreign);
        return 3;
    });
    EXPECT_TRUE(exited_with(status, 42)) << status;
}

TEST(SigbusOfOthers, GoesToAHandlerOfTheOldKind) {
    const TempDir dir;
    const auto ours = file_of(dir, "ours");
    const int status = run_in_child([&] {
        static volatile std::sig_atomic_t handled = 0;
        std::signal(SIGBUS, [](int) { handled = handled + 1; });
        const auto file = MappedFile::open(ours);
        std::raise(SIGBUS);
        return handled == 1 ? 0 : 1;
    });
    EXPECT_TRUE(exited_with(status, 0)) << status;
}

TEST(SigbusOfOthers, EndsTheProcessWhereNobodyHandlesIt) {
    const TempDir dir;
    const auto ours = file_of(dir, "ours"), foreign = file_of(dir, "foreign");
    for (const bool by_access : {true, false}) {
        const int status = run_in_child([&] {
            const rlimit no_core{0, 0};
            ::setrlimit(RLIMIT_CORE, &no_core);
            std::signal(SIGBUS, SIG_DFL);
            const auto file = MappedFile::open(ours);
            if (by_access)
                touch_foreign_mapping(foreign);
            else
                std::raise(SIGBUS);
            return 1;
        });
        EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGBUS) << status;
    }
}

TEST(SigbusOfOthers, StaysIgnored) {
    const TempDir dir;
    const auto ours = file_of(dir, "ours");
    const int status = run_in_child([&] {
        std::signal(SIGBUS, SIG_IGN);
        const auto file = MappedFile::open(ours);
        std::raise(SIGBUS);
        return 0;
    });
    EXPECT_TRUE(exited_with(status, 0)) << status;
}

}  // namespace
}  // namespace vibrant
