// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Markdown from a model, cut anywhere: the blocks depend on the text only, closed ones stay, and every block's inline
// text becomes runs that hold no more than it.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <QString>

#include "engine/base/check.h"
#include "text/inlinemarkdown.h"
#include "text/markdownscanner.h"
#include "text/mathtext.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    // The first byte seeds the lengths of the chunks.
    std::uint32_t lengths = data[0] * 0x9E3779B9u + 1;
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(data) + 1, static_cast<qsizetype>(size) - 1);
    MarkdownScanner whole;
    whole.append(text);
    whole.finish();

    MarkdownScanner streamed;
    std::size_t n_closed = 0;
    for (QStringView rest = text; !rest.isEmpty();) {
        lengths = lengths * 1664525u + 1013904223u;
        const qsizetype n = std::min<qsizetype>((lengths >> 28) + 1, rest.size());  // 1 to 16
        streamed.append(rest.first(n));
        rest = rest.sliced(n);
        const auto& blocks = streamed.blocks();
        VIBRANT_CHECK(streamed.takeFirstTouched() >= n_closed);
        for (; n_closed < blocks.size() && blocks[n_closed].closed; ++n_closed) {
        }
        VIBRANT_CHECK(n_closed + 1 >= blocks.size());
    }
    streamed.finish();
    VIBRANT_CHECK(streamed.blocks() == whole.blocks());

    VIBRANT_CHECK(whole.blocks().size() <= MarkdownScanner::kMaxBlocks + MarkdownScanner::kMaxDepth + 2);
    for (const Markdown::Block& block : whole.blocks()) {
        VIBRANT_CHECK(block.closed);
        VIBRANT_CHECK(block.listDepth + block.quoteDepth <= MarkdownScanner::kMaxDepth);
        VIBRANT_CHECK(block.cells.size() <= MarkdownScanner::kMaxCells);
        VIBRANT_CHECK(MathText::readable(block.text).size() <= 2 * block.text.size());
        if (block.kind != Markdown::Kind::Paragraph && block.kind != Markdown::Kind::Heading) continue;
        qsizetype n_chars = 0;
        for (const InlineRun& run : parseInline(block.text)) {
            n_chars += run.text.size();
            VIBRANT_CHECK(run.link.isEmpty() || isSafeLink(run.link));
        }
        // An image adds " ()" around its address; a formula may become twice as long.
        VIBRANT_CHECK(n_chars <= 2 * block.text.size() + 3 * block.text.count(QLatin1Char('!')));
        qsizetype at = 0;
        for (const MathText::Span& span : MathText::spans(block.text)) {
            VIBRANT_CHECK(span.begin >= at && span.end - span.begin > 2 * span.delimiter);
            VIBRANT_CHECK(span.end <= block.text.size());
            at = span.end;
        }
    }
    return 0;
}
