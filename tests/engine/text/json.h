// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Reads the JSON of our own golden files: whole documents, no diagnostics beyond "this is not JSON"
// (the test ends).
#pragma once

#include <cctype>
#include <charconv>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/check.h"
#include "engine/base/utf8.h"

namespace vibrant::test {

struct Json {
    double number = 0;  // true is 1
    std::string text;
    std::vector<Json> items;
    std::map<std::string, Json, std::less<>> members;

    [[nodiscard]] const Json& operator[](std::string_view key) const {
        const auto member = members.find(key);
        VIBRANT_CHECK(member != members.end());
        return member->second;
    }
    [[nodiscard]] bool has(std::string_view key) const { return members.contains(key); }
};

class JsonReader {
  public:
    explicit JsonReader(std::string_view source) : source_(source) {}

    [[nodiscard]] Json read() {
        Json value;
        switch (skip_space()) {
            case '{':
                read_list('}', [&] {
                    std::string key = read_string();
                    VIBRANT_CHECK(skip_space() == ':');
                    ++at_;
                    value.members[std::move(key)] = read();
                });
                break;
            case '[':
                read_list(']', [&] { value.items.push_back(read()); });
                break;
            case '"':
                value.text = read_string();
                break;
            default:
                read_plain(value);
        }
        return value;
    }

  private:
    char skip_space() {
        while (at_ < source_.size() && std::isspace(static_cast<unsigned char>(source_[at_]))) ++at_;
        VIBRANT_CHECK(at_ < source_.size());
        return source_[at_];
    }

    template <class Item>
    void read_list(char end, Item&& item) {
        ++at_;
        if (skip_space() != end) {
            for (;;) {
                item();
                if (skip_space() != ',') break;
                ++at_;
                skip_space();
            }
        }
        VIBRANT_CHECK(skip_space() == end);
        ++at_;
    }

    void read_plain(Json& value) {
        for (const auto& [name, number] : {std::pair{"true", 1.0}, {"false", 0.0}, {"null", 0.0}}) {
            if (!source_.substr(at_).starts_with(name)) continue;
            value.number = number;
            at_ += std::string_view(name).size();
            return;
        }
        const char* begin = source_.data() + at_;
        const auto [end, error] = std::from_chars(begin, source_.data() + source_.size(), value.number);
        VIBRANT_CHECK(error == std::errc() && end > begin);
        at_ += static_cast<std::size_t>(end - begin);
    }

    std::uint32_t read_hex() {
        std::uint32_t value = 0;
        const char* begin = source_.data() + at_;
        const auto [end, error] = std::from_chars(begin, begin + 4, value, 16);
        VIBRANT_CHECK(error == std::errc() && end == begin + 4);
        at_ += 4;
        return value;
    }

    std::string read_string() {
        std::string text;
        VIBRANT_CHECK(source_[at_] == '"');
        for (++at_; source_[at_] != '"'; VIBRANT_CHECK(at_ < source_.size())) {
            if (source_[at_] != '\\') {
                text.push_back(source_[at_++]);
                continue;
            }
            const char escape = source_[at_ + 1];
            at_ += 2;
            constexpr std::string_view kEscapes = "b\bf\fn\nr\rt\t";
            if (escape == 'u') {
                std::uint32_t code_point = read_hex();
                if (code_point >= 0xD800 && code_point < 0xDC00) {
                    at_ += 2;  // the \u of the second half
                    code_point = 0x10000 + ((code_point - 0xD800) << 10) + (read_hex() - 0xDC00);
                }
                append_utf8(text, code_point);
            } else if (const std::size_t known = kEscapes.find(escape); known != std::string_view::npos) {
                text.push_back(kEscapes[known + 1]);
            } else {
                text.push_back(escape);  // " \ /
            }
        }
        ++at_;
        return text;
    }

    std::string_view source_;
    std::size_t at_ = 0;
};

// One value per line.
[[nodiscard]] inline std::vector<Json> read_json_lines(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::vector<Json> values;
    for (std::string line; std::getline(file, line);) values.push_back(JsonReader(line).read());
    VIBRANT_CHECK(!values.empty());
    return values;
}

}  // namespace vibrant::test
