// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "tests/support/json.h"

#include <fstream>
#include <set>
#include <stdexcept>
#include <string>

namespace vibrant::test {

JsonValue read_json(std::string_view text) {
    using Event = JsonValue::parse_event_t;
    std::vector<std::set<std::string>> keys;  // of every object that is open
    return JsonValue::parse(text, [&](int, Event event, JsonValue& parsed) {
        if (event == Event::object_start) keys.emplace_back();
        if (event == Event::object_end) keys.pop_back();
        if (event == Event::key && !keys.back().insert(parsed.get<std::string>()).second)
            throw std::runtime_error("a key twice: " + parsed.dump());
        return true;
    });
}

std::vector<JsonValue> read_json_lines(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::vector<JsonValue> values;
    for (std::string line; std::getline(file, line);) values.push_back(read_json(line));
    if (values.empty()) throw std::runtime_error("no lines in " + path.string());
    return values;
}

}  // namespace vibrant::test
