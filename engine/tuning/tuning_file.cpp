// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/tuning/tuning_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <format>
#include <system_error>

namespace vibrant {
namespace {

constexpr std::string_view kHeader = "vibrant tuning 1\n";
constexpr std::size_t kMostBytes = 4096;  // of a file: a long CPU list is a few hundred

struct Descriptor {
    int fd;
    ~Descriptor() {
        if (fd >= 0) ::close(fd);
    }
};

bool skip(std::string_view& text, std::string_view expected) {
    if (!text.starts_with(expected)) return false;
    text.remove_prefix(expected.size());
    return true;
}

// "<name> <1..most>\n"
template <class T>
std::optional<T> count(std::string_view& text, std::string_view name, T most) {
    if (!skip(text, name) || !skip(text, " ")) return std::nullopt;
    T value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (error != std::errc{} || !skip(text, "\n") || value < 1 || value > most) return std::nullopt;
    return value;
}

// 64-bit FNV-1a
std::uint64_t hash(std::string_view text) {
    std::uint64_t value = 0xCBF29CE484222325u;
    for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    return value;
}

bool write_all(int fd, std::string_view text) {
    while (!text.empty()) {
        const ssize_t n = ::write(fd, text.data(), text.size());
        if (n <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

}  // namespace

std::filesystem::path tuning_folder() {
    // Relative paths are to be ignored, says the specification.
    if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache && cache[0] == '/')
        return std::filesystem::path(cache) / "vibrant";
    if (const char* home = std::getenv("HOME"); home && home[0] == '/')
        return std::filesystem::path(home) / ".cache" / "vibrant";
    return {};
}

std::string tuning_key(const CpuTopology& topology, std::string_view kernels, std::string_view weight_type) {
    std::string key =
        std::format("{}; CPUs {}; {} cores; {}; {} kernels; {} weights",
                    topology.model.empty() ? "unknown" : topology.model, topology.cpus, topology.physical,
                    topology.quota > 0.0 ? std::format("quota {:.2f}", topology.quota) : std::string("no quota"),
                    kernels, weight_type);
    for (char& c : key)
        if (static_cast<unsigned char>(c) < 0x20) c = ' ';  // one line whatever the system calls its CPU
    return key;
}

std::filesystem::path tuning_path(const std::filesystem::path& folder, std::string_view key) {
    return folder / std::format("tuning-{:016x}.txt", hash(key));
}

std::string tuning_text(std::string_view key, const MachineRecord& record) {
    return std::format("{}machine {}\nprefill {}\ndecode {}\nprefetch {}\n", kHeader, key, record.threads.prefill,
                       record.threads.decode, record.gemv.prefetch_bytes);
}

std::optional<MachineRecord> parse_tuning(std::string_view text, std::string_view key, int most_threads) {
    if (!skip(text, kHeader) || !skip(text, "machine ") || !skip(text, key) || !skip(text, "\n")) return std::nullopt;
    const auto prefill = count(text, "prefill", most_threads);
    const auto decode = prefill ? count(text, "decode", most_threads) : std::nullopt;
    const auto prefetch = decode ? count(text, "prefetch", kMostPrefetchBytes) : std::nullopt;
    if (!prefetch || !text.empty()) return std::nullopt;
    return MachineRecord{{.prefill = *prefill, .decode = *decode}, {.prefetch_bytes = *prefetch}};
}

std::optional<MachineRecord> read_tuning(const std::filesystem::path& path, std::string_view key, int most_threads) {
    // O_NONBLOCK: whatever lies there can't hold us up.
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)};
    struct stat status{};
    if (file.fd < 0 || ::fstat(file.fd, &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    std::array<char, kMostBytes> text;
    const ssize_t n = ::read(file.fd, text.data(), text.size());
    return n <= 0 ? std::nullopt : parse_tuning({text.data(), static_cast<std::size_t>(n)}, key, most_threads);
}

bool write_tuning(const std::filesystem::path& path, std::string_view key, const MachineRecord& record) {
    const std::string text = tuning_text(key, record);
    if (text.size() > kMostBytes) return false;
    std::error_code error;
    std::filesystem::create_directories(path.parent_path(), error);
    const std::filesystem::path part = path.native() + std::format(".{}", ::getpid());
    bool complete = false;
    {
        const Descriptor file{::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600)};
        complete = file.fd >= 0 && write_all(file.fd, text);
        if (file.fd < 0) return false;
    }
    if (complete && ::rename(part.c_str(), path.c_str()) == 0) return true;
    ::unlink(part.c_str());
    return false;
}

}  // namespace vibrant
