// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A file that claims to be exported chats: it is refused with a reason, or gives valid trees that come back the same when
// they are written and read once more, and whose shown path visits no message twice.

#include <cstddef>
#include <cstdint>

#include <QByteArray>
#include <QSet>

#include "chats/chatjson.h"
#include "chats/chattitle.h"
#include "chats/chattree.h"
#include "engine/base/check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray json(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto chats = ChatJson::read(json);
    if (!chats) {
        VIBRANT_CHECK(!chats.error().isEmpty());
        return 0;
    }
    for (const ChatContents& contents : *chats) {
        QSet<MessageId> earlier;
        for (const MessageRecord& message : contents.messages) {
            VIBRANT_CHECK(message.parent == 0 || earlier.contains(message.parent));
            VIBRANT_CHECK(!earlier.contains(message.id));
            VIBRANT_CHECK(message.state != MessageState::Partial);
            VIBRANT_CHECK(message.createdMs >= 0 && message.figures.generatedTokens >= 0);
            VIBRANT_CHECK(chatTitle(message.text).size() <= kTitleChars);
            earlier.insert(message.id);
        }
        const ChatTree tree(contents);
        QSet<MessageId> shown;
        for (const MessageId id : tree.path()) {
            VIBRANT_CHECK(!shown.contains(id));
            VIBRANT_CHECK(tree.versions(id).contains(id));
            shown.insert(id);
        }
        VIBRANT_CHECK(shown.isEmpty() == contents.messages.isEmpty());
        VIBRANT_CHECK(contents.chat.summary.title.size() <= ChatJson::kMaxTitle);
        VIBRANT_CHECK(contents.chat.options.sampling == contents.chat.options.sampling.clamped());
    }
    const auto again = ChatJson::read(ChatJson::write(*chats));
    VIBRANT_CHECK(again && again->size() == chats->size());
    for (qsizetype i = 0; i < chats->size(); ++i) {
        const ChatContents &was = (*chats)[i], &is = (*again)[i];
        VIBRANT_CHECK(was.chat.summary == is.chat.summary && was.chat.options == is.chat.options);
        VIBRANT_CHECK(was.chat.activeRoot == is.chat.activeRoot && was.messages.size() == is.messages.size());
        for (qsizetype m = 0; m < was.messages.size(); ++m) {
            VIBRANT_CHECK(was.messages[m].text == is.messages[m].text &&
                          was.messages[m].parent == is.messages[m].parent);
            VIBRANT_CHECK(was.messages[m].activeChild == is.messages[m].activeChild &&
                          was.messages[m].seed == is.messages[m].seed);
            VIBRANT_CHECK(was.messages[m].attachments == is.messages[m].attachments);
        }
    }
    return 0;
}
