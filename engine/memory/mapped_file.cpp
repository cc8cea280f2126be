// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "engine/memory/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <format>
#include <limits>
#include <utility>

#include "engine/memory/mapping_table.h"

namespace vibrant {
namespace {

std::unexpected<Error> os_error(const std::filesystem::path& path, int error) {
    const std::string name = printable(path.filename().native());
    switch (error) {
        case ENOENT:
        case ENOTDIR:
            return fail(ErrorCode::kNotFound, std::format("{}: no such file", name));
        case EACCES:
        case EPERM:
            return fail(ErrorCode::kPermission, std::format("{}: permission denied", name));
        case ENOMEM:
            return fail(ErrorCode::kOutOfMemory, std::format("{}: no address space left to map the file", name));
        default:
            break;
    }
    std::array<char, 128> text{};
    // The GNU variant, which may return a static text instead of filling the buffer.
    return fail(ErrorCode::kIo, std::format("{}: {}", name, ::strerror_r(error, text.data(), text.size())));
}

struct Descriptor {
    int fd;
    ~Descriptor() {
        if (fd >= 0) ::close(fd);
    }
};

std::size_t page_size() {
    static const auto size = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    return size;
}

}  // namespace

Result<MappedFile> MappedFile::open(const std::filesystem::path& path) {
    const auto not_regular = [&] {
        return fail(ErrorCode::kNotAModel, std::format("{}: not a regular file", printable(path.filename().native())));
    };
    // Looked at before it is opened, because opening a device can act on it; and again after,
    // because the name may have changed hands in between. O_NONBLOCK so that a FIFO put there
    // meanwhile can't block us.
    struct stat status{};
    if (::stat(path.c_str(), &status) != 0) return os_error(path, errno);
    if (!S_ISREG(status.st_mode)) return not_regular();
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)};
    if (file.fd < 0) return os_error(path, errno);
    if (::fstat(file.fd, &status) != 0) return os_error(path, errno);
    if (!S_ISREG(status.st_mode)) return not_regular();

    MappedFile mapped;
    if (status.st_size == 0) return mapped;
    if (std::cmp_greater(status.st_size, std::numeric_limits<std::size_t>::max())) return os_error(path, ENOMEM);
    const auto size = static_cast<std::size_t>(status.st_size);
    void* const data = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.fd, 0);
    if (data == MAP_FAILED) return os_error(path, errno);
    mapped.bytes_ = {static_cast<const std::byte*>(data), size};
    mapped.entry_ = mapping_table::add(mapped.bytes_);
    if (mapped.entry_ < 0)
        return fail(ErrorCode::kIo, std::format("{}: too many files are open (allowed {})",
                                                printable(path.filename().native()), mapping_table::kMaxMappings));
    return mapped;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : bytes_(std::exchange(other.bytes_, {})), entry_(std::exchange(other.entry_, -1)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    if (this != &other) {
        close();
        bytes_ = std::exchange(other.bytes_, {});
        entry_ = std::exchange(other.entry_, -1);
    }
    return *this;
}

MappedFile::~MappedFile() {
    close();
}

void MappedFile::close() {
    if (entry_ >= 0) mapping_table::remove(entry_);
    if (!bytes_.empty()) ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
    entry_ = -1;
    bytes_ = {};
}

bool MappedFile::readable() const {
    return entry_ < 0 || !mapping_table::failed(entry_);
}

std::uint64_t MappedFile::resident_bytes() const {
    std::array<unsigned char, 4096> pages;  // one byte per page, lowest bit: resident
    const std::size_t step = pages.size() * page_size();
    std::uint64_t resident = 0;
    for (std::size_t at = 0; at < bytes_.size(); at += step) {
        const std::size_t length = std::min(step, bytes_.size() - at);
        if (::mincore(const_cast<std::byte*>(bytes_.data() + at), length, pages.data()) != 0) break;
        const std::size_t n_pages = (length + page_size() - 1) / page_size();
        for (std::size_t i = 0; i < n_pages; ++i)
            if (pages[i] & 1) resident += std::min(page_size(), length - i * page_size());
    }
    return resident;
}

void MappedFile::populate(std::size_t offset, std::size_t length) const {
    if (offset >= bytes_.size()) return;
    const std::size_t begin = offset - offset % page_size();
    const std::size_t end = offset + std::min(length, bytes_.size() - offset);
#ifdef MADV_POPULATE_READ
    if (::madvise(const_cast<std::byte*>(bytes_.data() + begin), end - begin, MADV_POPULATE_READ) == 0) return;
#endif
    // A kernel before 5.14, or a page that can't be read: touching that one tells the SIGBUS
    // handler.
    for (std::size_t at = begin; at < end; at += page_size())
        static_cast<void>(*static_cast<const volatile std::byte*>(bytes_.data() + at));
}

}  // namespace vibrant
