// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "inference/fakeanswers.h"

QStringList fakeAnswers()
{
    return {
        QStringLiteral(
            R"md(The length is compared with what is left **before** anything is allocated, and the comparison is a
division-free check on unsigned values, so it can't wrap:

```cpp
// Takes the next string; its length must fit in the bytes that remain.
Result<std::string_view> Cursor::take_string() {
    const auto length = take<std::uint64_t>();
    if (!length) return std::unexpected(length.error());
    if (*length > remaining())
        return fail("string length {} at byte {}", *length, offset());
    return take_bytes(*length);
}
```

Two callers relied on the old behaviour for empty names. They now get an explicit `""`:

1. `read_metadata()` skips the key.
2. `read_tensor()` reports the *index* of the tensor, since it has no name to show.

> A length of 2^64 − 1 used to wrap to −1 and pass the check.
)md"),
        QStringLiteral(R"md(## Three ways to run it

| command | builds | tests |
|:--------|:------:|------:|
| `packaging/run` | release | 0 |
| `tests/run` | release | 214 |
| `ninja -C build` | what changed | 0 |

In Python the same check is one line shorter, because integers don't overflow:

```python
def take_string(self) -> str:
    """Reads a length-prefixed UTF-8 string."""
    (length,) = struct.unpack_from("<Q", self.data, self.offset)
    if length > self.remaining():
        raise FormatError(f"string length {length} at byte {self.offset}")
    return self.take(length).decode("utf-8")
```

And for the shell:

```sh
for f in models/*.gguf; do
    vibrant-cli inspect "$f" --json | jq -r '.architecture'
done
```

- [x] reads a length without trusting it
- [ ] has a fuzz target
  - start from the golden files
  - see <https://llvm.org/docs/LibFuzzer.html>
)md"),
        QStringLiteral(R"md(Use an enum and an exhaustive `match`; the compiler then finds the case you forgot.

```rust
#[derive(Debug, Clone, Copy)]
pub enum FinishReason {
    Stop,
    Length { limit: u32 },
    Cancelled,
}

impl FinishReason {
    pub fn describe(self) -> String {
        match self {
            Self::Stop => "the model ended its answer".into(),
            Self::Length { limit } => format!("limit of {limit} tokens"),
            Self::Cancelled => "stopped by you".into(),
        }
    }
}
```

The configuration becomes:

```yaml
generation:
  temperature: 0.2   # low for code
  max_tokens: 2048
```

and the build file:

```cmake
add_executable(demo main.cpp)
target_compile_features(demo PRIVATE cxx_std_23)
```

That is all. Shall I add tests for `describe()`?
)md"),
    };
}
