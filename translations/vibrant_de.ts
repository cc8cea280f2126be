<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>ActionModel</name>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vibrant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the answer, close what is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the message field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jump to the newest text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unload the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduce motion, or allow it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the figures for a bug report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New line in the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier messages, at the start of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later messages, at its end</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Announcements</name>
    <message>
        <source>%1 is ready</source>
        <comment>read out; %1 is the name of a model</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerNotices</name>
    <message>
        <source>The answer is complete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppearanceSettings</name>
    <message>
        <source>Automatic</source>
        <comment>choice of a setting</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vibrant</source>
        <comment>name of our own colours of code</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <comment>heading in the settings</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <comment>setting: light or dark</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <comment>choice of colours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <comment>choice of colours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <comment>choice of colours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font</source>
        <comment>setting</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <comment>setting</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font of code</source>
        <comment>setting</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of code</source>
        <comment>setting</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of code on light ground</source>
        <comment>setting</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of code on dark ground</source>
        <comment>setting</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <comment>setting: no animations</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No fades, no slides, no blinking.</source>
        <comment>explanation of a setting</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AssistantMessage</name>
    <message>
        <source>The answer broke off here</source>
        <comment>title above an error in the middle of an answer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no answer</source>
        <comment>title above an error before any text arrived</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>button that asks for the answer once more</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The context is full</source>
        <comment>title below an answer that was cut because no tokens are left</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer stops here because the model cannot look at more text at once. A new chat starts with an empty context.</source>
        <comment>explanation below an answer that was cut</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <comment>mark on an answer that the user stopped</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <comment>feedback after copying an answer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <comment>button that copies an answer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy answer</source>
        <comment>accessible name of the button that copies an answer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regenerate</source>
        <comment>button that asks for the answer once more</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formatted</source>
        <comment>button that shows an answer as text again</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <comment>button that shows the characters of an answer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show formatted</source>
        <comment>accessible name of a button below an answer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show source</source>
        <comment>accessible name of a button below an answer</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttachButton</name>
    <message>
        <source>Attach files</source>
        <comment>button that opens a menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files…</source>
        <comment>menu: attach files</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder…</source>
        <comment>menu: attach all text files of a folder</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all</source>
        <comment>menu: attached files</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach files</source>
        <comment>title of the file dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach a folder</source>
        <comment>title of the folder dialog</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttachmentStrip</name>
    <message>
        <source>Attached files</source>
        <comment>accessible name of a list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>an attached file and its price, read out</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <comment>button; %1 is an attached file</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttachmentsModel</name>
    <message>
        <source>%1 is not a file on this computer</source>
        <comment>an address</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pasted text</source>
        <comment>name of an attachment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pasted text %1</source>
        <comment>name of an attachment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No more can be attached to one message</source>
        <comment>too many files</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no text files that git would not leave out</source>
        <comment>a folder</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 has more text than fits: the first %n file(s) are attached</source>
        <comment>a folder</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of %1 are too large or cannot be read</source>
        <comment>a folder</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>reading…</source>
        <comment>state of a file</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <comment>size of a file</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 token(s)</source>
        <comment>price of a file</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <comment>button that closes a message</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BlockDelegate</name>
    <message>
        <source>task</source>
        <comment>a check box in an answer</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatController</name>
    <message>
        <source>%1. %2</source>
        <comment>what happened, what to do</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This chat cannot be opened: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer finished. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The context is full. The answer ends here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer stopped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatExport</name>
    <message>
        <source>Thoughts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatFilesModel</name>
    <message>
        <source>answer %1</source>
        <comment>where code comes from</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <comment>size of a file</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>where code comes from, lines</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>language, where code comes from, lines</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a file and where it comes from</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatHeader</name>
    <message>
        <source>Models and chats</source>
        <comment>button that opens the sidebar in a narrow window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <comment>title of a conversation without messages</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat (Ctrl+N)</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the figures (F9)</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the figures (F9)</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <comment>button that opens the menu of the window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open model…</source>
        <comment>menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+O</source>
        <comment>shortcut shown in a menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <comment>menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <comment>shortcut shown in a menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the system</source>
        <comment>menu: which colour scheme</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <comment>menu: which colour scheme</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <comment>menu: which colour scheme</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <comment>menu: no animations</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <comment>menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1</source>
        <comment>shortcut shown in a menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <comment>menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <comment>shortcut shown in a menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files in this chat</source>
        <comment>button that opens a dialog</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatJson</name>
    <message>
        <source>too large (found %1 bytes, allowed %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not JSON (%1 at byte %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not an export of this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written by a later version (found %1, allowed up to %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many chats (found %1, allowed %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many messages (allowed %1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatSession</name>
    <message>
        <source>%1. %2</source>
        <comment>what happened, what to do</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeBlock</name>
    <message>
        <source>Code</source>
        <comment>title of a code block whose language is unknown</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code block, %1</source>
        <comment>%1 is a programming language</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeHeader</name>
    <message>
        <source>contains invisible characters, shown as signs</source>
        <comment>warning on a code block</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not wrap %1 lines</source>
        <comment>button; %1 is a programming language</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrap %1 lines</source>
        <comment>button; %1 is a programming language</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare %1 code</source>
        <comment>button; %1 is a programming language</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save %1 code as a file</source>
        <comment>button; %1 is a programming language</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <comment>feedback after copying code</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <comment>button that copies code</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy %1 code</source>
        <comment>%1 is a programming language</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareSheet</name>
    <message>
        <source>Compare</source>
        <comment>title of a dialog that shows two versions of code</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with a file</source>
        <comment>title of the file dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what to compare with</source>
        <comment>button that opens a list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file on disk…</source>
        <comment>menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against %1</source>
        <comment>%1 is the name of the code that is compared</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in this chat to compare this code with. A file on disk will do.</source>
        <comment>shown where a comparison would be</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both are the same.</source>
        <comment>result of a comparison</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Ask about code…</source>
        <comment>placeholder of the message field</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model, then ask about code…</source>
        <comment>placeholder of the message field</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <comment>accessible name of the message field</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will be answered once the model is loaded</source>
        <comment>state of a sent message</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter sends · Shift + Enter for a new line</source>
        <comment>hint below the message field</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of context used</source>
        <comment>%1 is a share like 21 %</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <comment>button while an answer is being stopped</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <comment>button that stops the answer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <comment>button that sends the message</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>name of the Escape key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attached</source>
        <comment>read out after a paste became an attachment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl + Enter sends · Enter for a new line</source>
        <comment>hint below the message field</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Composition</name>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings and recent models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget recent models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was measured on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the measurements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete all conversations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContextCard</name>
    <message>
        <source>Context</source>
        <comment>title of a card: how much text the model can look at</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context used</source>
        <comment>accessible name of a gauge</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearly full: a new chat starts with an empty context.</source>
        <comment>warning below the context gauge</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationListModel</name>
    <message>
        <source>Untitled chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned</source>
        <comment>heading of the chats that stay on top</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>month and year</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationStore</name>
    <message>
        <source>Recovered chat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationsController</name>
    <message>
        <source>The file of your conversations was damaged. %1 chats with %2 messages could be saved; the damaged file is kept as %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of your conversations was damaged. %1 chats with %2 messages could be saved, some of them from a backup; the damaged file is kept as %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <comment>title of a chat</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is in the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One chat was imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 chats were imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be imported: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: new messages are kept in memory only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window has your conversations open: this one keeps its own in memory only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your conversations were written by a later version of this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of the conversations belongs to another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations cannot be saved: they are kept in memory only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space and try again, or export the conversations to another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the other window and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install that version again. The file was not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the file away and try again. It was not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again, or export the conversations to another place before you quit.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CostLine</name>
    <message>
        <source>%1 tokens, and the context has %2 with room for an answer: something must be left out</source>
        <comment>the message does not fit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost of sending</source>
        <comment>what a line of figures is</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DesktopNotifier</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiffModel</name>
    <message>
        <source>These texts are too long to be compared.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiffRow</name>
    <message>
        <source>removed</source>
        <comment>a line of a comparison, read out</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <comment>a line of a comparison, read out</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged line(s)</source>
        <comment>button that shows them</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiffSide</name>
    <message>
        <source>%1 %2: %3</source>
        <comment>a number, added or removed, a line of code</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message numerus="yes">
        <source>%n line(s) added</source>
        <comment>summary of a comparison</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) removed</source>
        <comment>summary of a comparison</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Previous change (Shift+F7)</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next change (F7)</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <comment>accessible name of a comparison</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DraftCost</name>
    <message>
        <source>less than a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 min</source>
        <comment>minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+%1 tokens</source>
        <comment>what sending costs</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to the first token</source>
        <comment>a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then about %1 tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of the context</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Drop to open the model</source>
        <comment>while a file hovers over the window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to attach</source>
        <comment>while a file hovers over the window</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyChat</name>
    <message>
        <source>What shall we work on?</source>
        <comment>invitation in an empty chat</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs on this computer. Nothing you write leaves it.</source>
        <comment>%1 is the name of a model</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write</source>
        <comment>title of an example prompt</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a C++ ring buffer of fixed capacity with push, pop and a range-for iterator.</source>
        <comment>example prompt</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain</source>
        <comment>title of an example prompt</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain when a Python generator is better than a list, with a short example of each.</source>
        <comment>example prompt</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <comment>title of an example prompt</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write unit tests for a function that parses ISO 8601 dates, edge cases first.</source>
        <comment>example prompt</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EngineSettings</name>
    <message>
        <source>Automatic</source>
        <comment>choice of a setting</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models loaded from now on</source>
        <comment>heading in the settings</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor threads</source>
        <comment>setting</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic measures once what suits this machine. More threads than processor cores are never used.</source>
        <comment>explanation of a setting</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context, in tokens</source>
        <comment>setting: how much text the model can look at</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic takes what the model was made for, up to what fits the memory.</source>
        <comment>explanation of a setting</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yield to other programs</source>
        <comment>setting: low priority</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers take longer while something else works. Switching it off takes effect at the next start.</source>
        <comment>explanation of a setting</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>The file is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been moved, renamed or deleted. Open it from where it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file may not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give your user permission to read it, or copy it to a folder of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the disk is connected and healthy, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a GGUF model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vibrant opens .gguf files. If you downloaded it, the download may have saved a web page or a placeholder instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end of the file is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The download was probably interrupted. Download the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download it again; if it stays damaged, the file was made wrongly. Try another source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of model is not supported yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vibrant runs Qwen2 and Llama models in the common quantisations, such as Q4_K_M. Try one of those.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enough memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs, or open a smaller model or a smaller quantisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the message and send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversation is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not fit this model&apos;s context. Start a new chat, or send a shorter message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model produced invalid numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is probably damaged or was converted wrongly. Try another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model file became unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was changed or its disk was removed while in use. Open the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model, then send the message again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FigureRow</name>
    <message>
        <source>%1: %2</source>
        <comment>a label and its figure, read out together</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>%1, %2</source>
        <comment>a file and where it comes from, read out</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileSaver</name>
    <message>
        <source>%1 could not be written: %2</source>
        <comment>a file, the system&apos;s reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a folder that can be written to</source>
        <comment>a path</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 would be outside of the folder</source>
        <comment>a file name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 could not be made</source>
        <comment>a path</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a place on this computer</source>
        <comment>an address</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilesSheet</name>
    <message>
        <source>Files in this chat</source>
        <comment>title of a dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer in this chat has code in it yet.</source>
        <comment>in place of a list of files</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <comment>accessible name of a list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of %1</source>
        <comment>%1 is a file name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this one…</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Save %n file(s)…</source>
        <comment>button; to a folder</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Open a model to begin</source>
        <comment>invitation at the first start</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vibrant answers with coder models in GGUF files, straight from where they are. Everything happens on this computer.</source>
        <comment>explanation at the first start</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open model…</source>
        <comment>button that opens the file dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+O</source>
        <comment>shortcut shown in a button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or drop a .gguf file anywhere in this window</source>
        <comment>hint at the first start</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened before</source>
        <comment>heading of a list of models</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoldBar</name>
    <message numerus="yes">
        <source>Show all %n line(s)</source>
        <comment>button below long code</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show less</source>
        <comment>button below long code</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1k</source>
        <comment>thousands of tokens</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percentage</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 token</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first token %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cached</source>
        <comment>prompt tokens</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt: %1 tokens, %2 of them cached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt read at %1 tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer: %1 tokens at %2 tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context: %1 of %2 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GaugeBar</name>
    <message>
        <source>in progress</source>
        <comment>state of a progress bar without known end</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>fill of a gauge in percent</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HotPathCard</name>
    <message>
        <source>Where the time goes</source>
        <comment>title of a card</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <comment>read out: an operation, its share of the time, its speed</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinkSheet</name>
    <message>
        <source>Open this link?</source>
        <comment>title of a question</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” leads to</source>
        <comment>%1 is the text of a link; its host follows</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <comment>feedback after copying an address</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <comment>button that opens a link</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LoadErrorBanner</name>
    <message>
        <source>Choose another file…</source>
        <comment>button below a load error</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>button below a load error</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LoadProgress</name>
    <message>
        <source>Opening %1</source>
        <comment>%1 is the name of a model</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading %1</source>
        <comment>accessible name of the progress; %1 is the name of a model</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>button that cancels loading a model</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MachineCard</name>
    <message>
        <source>This machine</source>
        <comment>title of a card</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernels</source>
        <comment>label of a figure: which instruction set is used</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <comment>label of a figure</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory read</source>
        <comment>label of a figure: how fast the weights are read</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory read, of what this machine gives</source>
        <comment>accessible name of a gauge</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>%1 — Vibrant</source>
        <comment>window title; %1 is the title of the conversation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vibrant</source>
        <comment>name of the app</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MathBlock</name>
    <message>
        <source>Formula: %1</source>
        <comment>read out before a displayed formula</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MemoryCard</name>
    <message>
        <source>Memory</source>
        <comment>title of a card</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory split</source>
        <comment>accessible name of a bar</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageDelegate</name>
    <message>
        <source>Your message</source>
        <comment>read out for an entry of the conversation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <comment>read out for an entry of the conversation</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Messages</source>
        <comment>accessible name of the conversation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jump to newest</source>
        <comment>button that scrolls to the end of the conversation</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>No model</source>
        <comment>the model card while nothing is loaded</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a GGUF file to begin</source>
        <comment>the model card while nothing is loaded</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open model…</source>
        <comment>button that opens the file dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unload</source>
        <comment>button that frees the model&apos;s memory</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelController</name>
    <message>
        <source>%1 · %2 · %3 context</source>
        <comment>quantisation, file size, context size in tokens</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the weights · %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the running answer to end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a file on this computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenModelDialog</name>
    <message>
        <source>Open model</source>
        <comment>title of the file dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GGUF models (*.gguf)</source>
        <comment>file dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <comment>file dialog</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaletteRow</name>
    <message>
        <source>%1: %2</source>
        <comment>a label and its figure, read out together</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaletteSheet</name>
    <message>
        <source>All commands</source>
        <comment>title of a dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What shall be done?</source>
        <comment>placeholder of the field of the command palette</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command is called that.</source>
        <comment>empty list of the command palette</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QGuiApplication</name>
    <message>
        <source>&quot;%1&quot; cannot be the name of a profile: 1 to 40 letters, digits, - and _.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vibrant is running already and does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat with a local coder model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer with canned text, without a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep settings and conversations apart, under this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit every screen without a display and report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model to open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RawView</name>
    <message>
        <source>Source of the message</source>
        <comment>accessible name</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentFileRow</name>
    <message>
        <source>the file is not there</source>
        <comment>state of a recent model</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loaded</source>
        <comment>state of a recent model</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>size of a file, then its folder</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found · %1</source>
        <comment>%1 is a folder</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1 from the list</source>
        <comment>button beside a recent model; the file stays</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaveFile</name>
    <message>
        <source>Saved as %1</source>
        <comment>%1 is the path of a file</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save code</source>
        <comment>title of the file dialog</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaveFiles</name>
    <message numerus="yes">
        <source>%n file(s) saved to %1</source>
        <comment>%1 is a folder</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Save to which folder?</source>
        <comment>title of the folder dialog</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaveQuestion</name>
    <message numerus="yes">
        <source>%n file(s) exist already</source>
        <comment>question before saving</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Keep both</source>
        <comment>button: saves under another name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <comment>button: overwrites files</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsSheet</name>
    <message>
        <source>Settings</source>
        <comment>title of a dialog</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <comment>button that closes a dialog</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <comment>title of a dialog</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a label and its figure, read out together</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Vibrant</source>
        <comment>name of the app</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts (F1)</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New chat</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent models</source>
        <comment>heading of a list</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpeedCard</name>
    <message>
        <source>%1 of the prompt read</source>
        <comment>read out</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens per second</source>
        <comment>read out</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the prompt</source>
        <comment>after a share like 42 %</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens / s</source>
        <comment>unit after a big figure</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt read</source>
        <comment>accessible name of the progress of reading the prompt</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens per second over time</source>
        <comment>accessible name of a small chart</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <comment>label of a figure: tokens read of the prompt</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left</source>
        <comment>label of a figure</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token</source>
        <comment>label of a figure: time until the first token</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <comment>label of a figure</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <comment>label of a figure: speed of reading the prompt</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusController</name>
    <message>
        <source>Weights in memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work buffers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 GB/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GB/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 context</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusPanel</name>
    <message>
        <source>Copied</source>
        <comment>button, after it has copied</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy for a bug report</source>
        <comment>button that copies the figures as text</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StorageModel</name>
    <message>
        <source>nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StorageSettings</name>
    <message>
        <source>Privacy</source>
        <comment>heading in the settings</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vibrant opens no network connection. Everything it knows is in these places, readable for you only.</source>
        <comment>explanation in the settings</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the path of %1</source>
        <comment>button; %1 is what is kept there</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show %1 in the file manager</source>
        <comment>button; %1 is what is kept there</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: press again to confirm</source>
        <comment>button; %1 is what it does</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableBlock</name>
    <message>
        <source>Table</source>
        <comment>accessible name of a table in an answer</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextFile</name>
    <message>
        <source>%1 is not an ordinary file</source>
        <comment>a file name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not there any more</source>
        <comment>a file name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too large: %2, and up to %3 can be read</source>
        <comment>a file name, its size, the most</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <comment>a file name, the system&apos;s reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a text file</source>
        <comment>a file name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a file on this computer</source>
        <comment>an address</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThinkingHead</name>
    <message>
        <source>Thinking… %1 s</source>
        <comment>%1 seconds so far</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking…</source>
        <comment>before the answer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thought for %1 s</source>
        <comment>%1 seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thoughts</source>
        <comment>what the model thought before its answer, time unknown</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown</source>
        <comment>state of what can be folded</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden</source>
        <comment>state of what can be folded</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrashModel</name>
    <message>
        <source>Untitled chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days left</source>
        <comment>until a deleted chat is gone for good</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UserMessage</name>
    <message>
        <source>You wrote: %1</source>
        <comment>read out before the user&apos;s own message</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <comment>button that unfolds a long message</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show less</source>
        <comment>button that folds a long message</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaitingRow</name>
    <message>
        <source>Reading the prompt</source>
        <comment>the model works on the question, before it answers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt read</source>
        <comment>accessible name of the progress of reading the prompt</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WritingSettings</name>
    <message>
        <source>Writing</source>
        <comment>heading in the settings</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send with</source>
        <comment>setting: which key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>a key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <comment>keys</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Enter breaks the line.</source>
        <comment>explanation of a setting</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter breaks the line.</source>
        <comment>explanation of a setting</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notify when a long answer is complete</source>
        <comment>setting</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only while the window is in the background.</source>
        <comment>explanation of a setting</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
