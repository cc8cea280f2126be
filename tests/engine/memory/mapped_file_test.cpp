// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/memory/mapped_file.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <latch>
#include <thread>
#include <vector>

#include "tests/support/child_process.h"
#include "tests/support/gguf_builder.h"
#include "tests/support/temp_dir.h"

namespace vibrant {
namespace {

using test::exited_with;
using test::run_in_child;
using test::TempDir;

constexpr std::size_t kPage = 4096;

std::filesystem::path file_of(const TempDir& dir, std::string_view name, std::size_t n_bytes, unsigned char value = 1) {
    test::write_file(dir / name, std::vector<std::byte>(n_bytes, std::byte{value}));
    return dir / name;
}

std::uint64_t sum_of(std::span<const std::byte> bytes) {
    std::uint64_t sum = 0;
    for (const std::byte b : bytes) sum += std::to_integer<std::uint64_t>(b);
    return sum;
}

TEST(MappedFile, MapsTheBytes) {
    const TempDir dir;
    const auto file = MappedFile::open(file_of(dir, "model", 3 * kPage + 5, 7));
    ASSERT_TRUE(file);
    EXPECT_EQ(file->bytes().size(), 3 * kPage + 5);
    EXPECT_EQ(sum_of(file->bytes()), 7 * (3 * kPage + 5));
    EXPECT_TRUE(file->readable());
    EXPECT_EQ(file->resident_bytes(), 3 * kPage + 5);
}

TEST(MappedFile, EmptyFileHasNoBytes) {
    const TempDir dir;
    const auto file = MappedFile::open(file_of(dir, "empty", 0));
    ASSERT_TRUE(file);
    EXPECT_TRUE(file->bytes().empty());
    EXPECT_TRUE(file->readable());
    EXPECT_EQ(file->resident_bytes(), 0u);
    file->populate(0, 100);
}

TEST(MappedFile, MovesWithItsMapping) {
    const TempDir dir;
    MappedFile a = *MappedFile::open(file_of(dir, "a", 100, 1));
    MappedFile b = *MappedFile::open(file_of(dir, "b", 200, 2));
    b = std::move(a);
    EXPECT_EQ(sum_of(b.bytes()), 100u);
    EXPECT_TRUE(a.bytes().empty());  // NOLINT(bugprone-use-after-move): the state is promised
    const MappedFile c = std::move(b);
    EXPECT_EQ(sum_of(c.bytes()), 100u);
}

TEST(MappedFile, PopulateClipsToTheFile) {
    const TempDir dir;
    const auto file = MappedFile::open(file_of(dir, "model", 2 * kPage + 1));
    file->populate(0, 2 * kPage + 1);
    file->populate(kPage + 3, ~std::size_t{0});
    file->populate(1 << 20, 5);
    EXPECT_TRUE(file->readable());
}

struct Refused {
    const char* name;
    ErrorCode code;
    const char* problem;
};

class MappedFileRefuses : public testing::TestWithParam<Refused> {};

// Nothing here may block: a FIFO without a writer would, if it were opened the usual way.
TEST_P(MappedFileRefuses, WithItsReason) {
    const TempDir dir;
    const auto [name, code, problem] = GetParam();
    const std::filesystem::path path = name[0] == '/' ? std::filesystem::path(name) : dir / name;
    std::filesystem::create_directory(dir / "directory");
    ASSERT_EQ(::mkfifo((dir / "fifo").c_str(), 0600), 0);
    std::filesystem::create_symlink("nowhere", dir / "dangling");
    std::filesystem::create_symlink("loop", dir / "loop");
    std::filesystem::create_symlink("fifo", dir / "link-to-fifo");
    const int listener = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    (dir / "socket").native().copy(address.sun_path, sizeof(address.sun_path) - 1);
    ASSERT_EQ(::bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof(address)), 0);

    const auto file = MappedFile::open(path);
    ::close(listener);
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().code, code) << file.error().text;
    EXPECT_EQ(file.error().text, path.filename().string() + ": " + problem);
}

INSTANTIATE_TEST_SUITE_P(EverythingElse, MappedFileRefuses,
                         testing::Values(Refused{"directory", ErrorCode::kNotAModel, "not a regular file"},
                                         Refused{"fifo", ErrorCode::kNotAModel, "not a regular file"},
                                         Refused{"link-to-fifo", ErrorCode::kNotAModel, "not a regular file"},
                                         Refused{"socket", ErrorCode::kNotAModel, "not a regular file"},
                                         Refused{"/dev/zero", ErrorCode::kNotAModel, "not a regular file"},
                                         Refused{"missing", ErrorCode::kNotFound, "no such file"},
                                         Refused{"dangling", ErrorCode::kNotFound, "no such file"},
                                         Refused{"loop", ErrorCode::kIo, "Too many levels of symbolic links"}));

TEST(MappedFile, RefusesWhatMayNotBeRead) {
    const TempDir dir;
    const auto path = file_of(dir, "secret", 10);
    std::filesystem::permissions(path, std::filesystem::perms::none);
    std::filesystem::permissions(dir.path(), std::filesystem::perms::all);
    const int status = run_in_child([&] {
        // Root may read everything, so stop being root.
        if (::geteuid() == 0 && ::seteuid(65534) != 0) return 2;
        const auto file = MappedFile::open(path);
        const bool refused =
            !file && file.error().code == ErrorCode::kPermission && file.error().text == "secret: permission denied";
        return refused ? 0 : 1;
    });
    EXPECT_TRUE(exited_with(status, 0)) << status;
}

TEST(MappedFile, NamesAreSafeToShow) {
    const auto file = MappedFile::open("/nowhere/\x1B[31m\n\u202E.gguf");
    EXPECT_EQ(file.error().text, "\\u{001B}[31m\\u{000A}\\u{202E}.gguf: no such file");
}

// The promise of the room: the file is cut while four threads read all of it.
TEST(MappedFile, SurvivesTruncationUnderFourReaders) {
    constexpr std::size_t kPages = 1024;
    const TempDir dir;
    const auto path = file_of(dir, "model", kPages * kPage);
    const auto file = MappedFile::open(path);
    ASSERT_TRUE(file);
    std::atomic<bool> cut = false;
    std::latch reading(4);
    std::vector<std::thread> readers;
    std::vector<std::uint64_t> sums(4);
    for (std::size_t i = 0; i < sums.size(); ++i)
        readers.emplace_back([&, i] {
            sums[i] = sum_of(file->bytes());
            reading.count_down();
            while (!cut) sums[i] = sum_of(file->bytes());
            sums[i] = sum_of(file->bytes());
        });
    reading.wait();
    EXPECT_TRUE(file->readable());
    std::filesystem::resize_file(path, 100 * kPage);
    cut = true;
    for (std::thread& reader : readers) reader.join();

    EXPECT_FALSE(file->readable());
    // What is left of the file is still there, the rest reads as zeros.
    for (const std::uint64_t sum : sums) EXPECT_EQ(sum, 100 * kPage);
    // It stays unreadable, even if the file grows back.
    std::filesystem::resize_file(path, kPages * kPage);
    EXPECT_FALSE(file->readable());
}

TEST(MappedFile, PopulateNoticesTruncation) {
    const TempDir dir;
    const auto path = file_of(dir, "model", 64 * kPage);
    const auto file = MappedFile::open(path);
    std::filesystem::resize_file(path, kPage);
    file->populate(0, 64 * kPage);
    EXPECT_FALSE(file->readable());
}

TEST(MappedFile, AnotherFileStaysReadable) {
    const TempDir dir;
    const auto cut_path = file_of(dir, "cut", 8 * kPage);
    const auto cut = MappedFile::open(cut_path);
    const auto whole = MappedFile::open(file_of(dir, "whole", 8 * kPage));
    std::filesystem::resize_file(cut_path, 0);
    EXPECT_EQ(sum_of(cut->bytes()), 0u);
    EXPECT_EQ(sum_of(whole->bytes()), 8 * kPage);
    EXPECT_FALSE(cut->readable());
    EXPECT_TRUE(whole->readable());
}

TEST(MappedFile, AReusedEntryStartsReadable) {
    const TempDir dir;
    for (int i = 0; i < 3; ++i) {
        const auto path = file_of(dir, "model", 2 * kPage);
        const auto file = MappedFile::open(path);
        EXPECT_TRUE(file->readable());
        std::filesystem::resize_file(path, 0);
        EXPECT_EQ(sum_of(file->bytes()), 0u);
        EXPECT_FALSE(file->readable());
    }
}

TEST(MappedFile, ReplacedByRenameKeepsItsBytes) {
    const TempDir dir;
    const auto path = file_of(dir, "model", 4 * kPage, 1);
    const auto file = MappedFile::open(path);
    std::filesystem::rename(file_of(dir, "new", 4 * kPage, 2), path);
    EXPECT_EQ(sum_of(file->bytes()), 4 * kPage);
    std::filesystem::remove(path);
    EXPECT_EQ(sum_of(file->bytes()), 4 * kPage);
    EXPECT_TRUE(file->readable());
}

// Opening and closing in some threads while another meets SIGBUS: the handler reads the table while it changes.
TEST(MappedFile, TableChangesWhileFaultsAreHandled) {
    const TempDir dir;
    const auto churn_path = file_of(dir, "churn", kPage);
    std::atomic<bool> stop = false;
    std::vector<std::thread> churn;
    for (int i = 0; i < 3; ++i)
        churn.emplace_back([&] {
            while (!stop) EXPECT_EQ(sum_of(MappedFile::open(churn_path)->bytes()), kPage);
        });
    for (int i = 0; i < 50; ++i) {
        const auto path = file_of(dir, "cut", 16 * kPage);
        const auto file = MappedFile::open(path);
        std::filesystem::resize_file(path, 0);
        EXPECT_EQ(sum_of(file->bytes()), 0u);
        EXPECT_FALSE(file->readable());
    }
    stop = true;
    for (std::thread& thread : churn) thread.join();
}

TEST(MappedFile, RunsOutOfEntriesWithAnError) {
    const TempDir dir;
    const auto path = file_of(dir, "model", 1);
    std::vector<MappedFile> files;
    for (int i = 0; i < 5000; ++i) {
        auto file = MappedFile::open(path);
        if (!file) {
            EXPECT_EQ(file.error().text, "model: too many files are open (allowed 2048)");
            EXPECT_EQ(files.size(), 2048u);
            files.clear();
            EXPECT_TRUE(MappedFile::open(path));
            return;
        }
        files.push_back(std::move(*file));
    }
    FAIL() << "no limit";
}

}  // namespace
}  // namespace vibrant
