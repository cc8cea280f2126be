// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// A chat to read elsewhere: what is shown of it, as Markdown or as a page of HTML that needs nothing else. All
// text of the page is escaped, there is no script in it and a policy that forbids any; links lead only where a click in
// the window may. For everything, all versions included, see ChatJson.
#pragma once

#include "chats/chatrecords.h"

namespace ChatExport
{
[[nodiscard]] QString toMarkdown(const ChatContents &contents);
[[nodiscard]] QString toHtml(const ChatContents &contents);
}
