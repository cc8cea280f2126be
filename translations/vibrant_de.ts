<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>ActionModel</name>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Vibrant</source>
        <translation>Vibrant</translation>
    </message>
    <message>
        <source>Message field</source>
        <translation>Nachrichtenfeld</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Stop the answer, close what is open</source>
        <translation>Die Antwort anhalten, Offenes schließen</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Noch einmal antworten</translation>
    </message>
    <message>
        <source>Go to the message field</source>
        <translation>Zum Nachrichtenfeld</translation>
    </message>
    <message>
        <source>Jump to the newest text</source>
        <translation>Zum neuesten Text springen</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>Ein Modell öffnen</translation>
    </message>
    <message>
        <source>Unload the model</source>
        <translation>Das Modell entladen</translation>
    </message>
    <message>
        <source>Show or hide the figures</source>
        <translation>Die Messwerte zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Normale Textgröße</translation>
    </message>
    <message>
        <source>Colours of the system</source>
        <translation>Farben des Systems</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <source>Reduce motion, or allow it again</source>
        <translation>Bewegung verringern oder wieder zulassen</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>Alle Befehle</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Copy the figures for a bug report</source>
        <translation>Die Messwerte für einen Fehlerbericht kopieren</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>Die Nachricht senden</translation>
    </message>
    <message>
        <source>New line in the message</source>
        <translation>Neue Zeile in der Nachricht</translation>
    </message>
    <message>
        <source>Earlier messages, at the start of the text</source>
        <translation>Frühere Nachrichten, am Anfang des Textes</translation>
    </message>
    <message>
        <source>Later messages, at its end</source>
        <translation>Spätere Nachrichten, an seinem Ende</translation>
    </message>
    <message>
        <source>Models on this computer</source>
        <translation>Modelle auf diesem Computer</translation>
    </message>
    <message>
        <source>Switch to another model</source>
        <translation>Zu einem anderen Modell wechseln</translation>
    </message>
    <message>
        <source>New temporary chat</source>
        <translation>Neuer flüchtiger Chat</translation>
    </message>
    <message>
        <source>Next chat</source>
        <translation>Nächster Chat</translation>
    </message>
    <message>
        <source>Previous chat</source>
        <translation>Vorheriger Chat</translation>
    </message>
    <message>
        <source>Find in this chat</source>
        <translation>In diesem Chat suchen</translation>
    </message>
    <message>
        <source>Search all chats</source>
        <translation>Alle Chats durchsuchen</translation>
    </message>
    <message>
        <source>Move this chat to the trash</source>
        <translation>Diesen Chat in den Papierkorb legen</translation>
    </message>
    <message>
        <source>How this chat is answered</source>
        <translation>Wie dieser Chat beantwortet wird</translation>
    </message>
    <message>
        <source>Import chats</source>
        <translation>Chats importieren</translation>
    </message>
    <message>
        <source>Export all chats</source>
        <translation>Alle Chats exportieren</translation>
    </message>
    <message>
        <source>Rename this chat</source>
        <translation>Diesen Chat umbenennen</translation>
    </message>
    <message>
        <source>Pin this chat, or unpin it</source>
        <translation>Diesen Chat anheften oder nicht mehr anheften</translation>
    </message>
    <message>
        <source>Duplicate this chat</source>
        <translation>Diesen Chat duplizieren</translation>
    </message>
    <message>
        <source>Export this chat as Markdown</source>
        <translation>Diesen Chat als Markdown exportieren</translation>
    </message>
    <message>
        <source>Export this chat as a web page</source>
        <translation>Diesen Chat als Webseite exportieren</translation>
    </message>
    <message>
        <source>Export this chat as JSON</source>
        <translation>Diesen Chat als JSON exportieren</translation>
    </message>
</context>
<context>
    <name>Announcements</name>
    <message>
        <source>%1 is ready</source>
        <comment>read out; %1 is the name of a model</comment>
        <translation>%1 ist bereit</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>read out; the title of a chat that is not shown, then how its answer ended</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>AnswerActions</name>
    <message>
        <source>Stopped</source>
        <comment>mark on an answer that the user stopped</comment>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <comment>mark on an answer: the program ended in the middle of it</comment>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Edited</source>
        <comment>mark on an answer that the user changed</comment>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Continue</source>
        <comment>button: the model goes on with an answer that was cut</comment>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Continue the answer</source>
        <comment>accessible name of a button below an answer</comment>
        <translation>Antwort fortsetzen</translation>
    </message>
    <message>
        <source>Copied</source>
        <comment>feedback after copying an answer</comment>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy</source>
        <comment>button that copies an answer</comment>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy answer</source>
        <comment>accessible name of the button that copies an answer</comment>
        <translation>Antwort kopieren</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <comment>button that asks for the answer once more</comment>
        <translation>Neu erzeugen</translation>
    </message>
    <message>
        <source>Regenerate this answer</source>
        <comment>accessible name of the button on an earlier answer</comment>
        <translation>Auf diese Frage neu antworten</translation>
    </message>
    <message>
        <source>More about this answer</source>
        <comment>accessible name of a button that opens a menu</comment>
        <translation>Mehr zu dieser Antwort</translation>
    </message>
    <message>
        <source>Edit answer</source>
        <comment>menu of an answer</comment>
        <translation>Antwort ändern</translation>
    </message>
    <message>
        <source>Show formatted</source>
        <comment>accessible name of a button below an answer</comment>
        <translation>Formatiert zeigen</translation>
    </message>
    <message>
        <source>Show source</source>
        <comment>accessible name of a button below an answer</comment>
        <translation>Quelltext zeigen</translation>
    </message>
    <message>
        <source>Hide details</source>
        <comment>menu of an answer: model, seed, figures</comment>
        <translation>Einzelheiten ausblenden</translation>
    </message>
    <message>
        <source>Details</source>
        <comment>menu of an answer: model, seed, figures</comment>
        <translation>Einzelheiten</translation>
    </message>
</context>
<context>
    <name>AnswerNotices</name>
    <message>
        <source>The answer is complete</source>
        <translation>Die Antwort ist fertig</translation>
    </message>
</context>
<context>
    <name>AppearanceSettings</name>
    <message>
        <source>Automatic</source>
        <comment>choice of a setting</comment>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Vibrant</source>
        <comment>name of our own colours of code</comment>
        <translation>Vibrant</translation>
    </message>
    <message>
        <source>Appearance</source>
        <comment>heading in the settings</comment>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Colours</source>
        <comment>setting: light or dark</comment>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the system</source>
        <comment>choice of colours</comment>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <comment>choice of colours</comment>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <comment>choice of colours</comment>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Font</source>
        <comment>setting</comment>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>Text size</source>
        <comment>setting</comment>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Font of code</source>
        <comment>setting</comment>
        <translation>Schrift für Code</translation>
    </message>
    <message>
        <source>Size of code</source>
        <comment>setting</comment>
        <translation>Größe von Code</translation>
    </message>
    <message>
        <source>Colours of code on light ground</source>
        <comment>setting</comment>
        <translation>Farben von Code auf hellem Grund</translation>
    </message>
    <message>
        <source>Colours of code on dark ground</source>
        <comment>setting</comment>
        <translation>Farben von Code auf dunklem Grund</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <comment>setting: no animations</comment>
        <translation>Bewegung verringern</translation>
    </message>
    <message>
        <source>No fades, no slides, no blinking.</source>
        <comment>explanation of a setting</comment>
        <translation>Kein Überblenden, kein Gleiten, kein Blinken.</translation>
    </message>
    <message>
        <source>Contrast</source>
        <comment>setting: of all colours</comment>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>As the system</source>
        <comment>choice of the contrast</comment>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Normal</source>
        <comment>choice of the contrast</comment>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High</source>
        <comment>choice of the contrast</comment>
        <translation>Hoch</translation>
    </message>
</context>
<context>
    <name>AssistantMessage</name>
    <message>
        <source>The answer broke off here</source>
        <comment>title above an error in the middle of an answer</comment>
        <translation>Hier brach die Antwort ab</translation>
    </message>
    <message>
        <source>There is no answer</source>
        <comment>title above an error before any text arrived</comment>
        <translation>Es gibt keine Antwort</translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>button that asks for the answer once more</comment>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>The context is full</source>
        <comment>title below an answer that was cut because no tokens are left</comment>
        <translation>Der Kontext ist voll</translation>
    </message>
    <message>
        <source>New chat</source>
        <comment>button</comment>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Keep</source>
        <comment>button: keeps the changed answer</comment>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Choose what fits…</source>
        <comment>button: what the model may forget</comment>
        <translation>Wählen, was passt…</translation>
    </message>
    <message>
        <source>The answer stops here because the model cannot look at more text at once. Leave out earlier messages, or begin a new chat with an empty context.</source>
        <comment>explanation below an answer that was cut</comment>
        <translation>Die Antwort endet hier, weil das Modell nicht mehr Text auf einmal überblicken kann. Lassen Sie frühere Nachrichten weg, oder beginnen Sie einen neuen Chat mit leerem Kontext.</translation>
    </message>
    <message>
        <source>The answer stops here because it has as many tokens as the settings of this chat allow.</source>
        <comment>explanation below an answer that was cut</comment>
        <translation>Die Antwort endet hier, weil sie so viele Token hat, wie die Einstellungen dieses Chats erlauben.</translation>
    </message>
    <message>
        <source>Details of the answer: %1</source>
        <comment>read out; %1 is figures, one line each</comment>
        <translation>Einzelheiten der Antwort: %1</translation>
    </message>
</context>
<context>
    <name>AttachButton</name>
    <message>
        <source>Attach files</source>
        <comment>button that opens a menu</comment>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Files…</source>
        <comment>menu: attach files</comment>
        <translation>Dateien…</translation>
    </message>
    <message>
        <source>A folder…</source>
        <comment>menu: attach all text files of a folder</comment>
        <translation>Ein Ordner…</translation>
    </message>
    <message>
        <source>Remove all</source>
        <comment>menu: attached files</comment>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>Attach files</source>
        <comment>title of the file dialog</comment>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Attach a folder</source>
        <comment>title of the folder dialog</comment>
        <translation>Einen Ordner anhängen</translation>
    </message>
</context>
<context>
    <name>AttachmentStrip</name>
    <message>
        <source>Attached files</source>
        <comment>accessible name of a list</comment>
        <translation>Angehängte Dateien</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>an attached file and its price, read out</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <comment>button; %1 is an attached file</comment>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>AttachmentsModel</name>
    <message>
        <source>%1 is not a file on this computer</source>
        <comment>an address</comment>
        <translation>%1 ist keine Datei auf diesem Rechner</translation>
    </message>
    <message>
        <source>pasted text</source>
        <comment>name of an attachment</comment>
        <translation>eingefügter Text</translation>
    </message>
    <message>
        <source>pasted text %1</source>
        <comment>name of an attachment</comment>
        <translation>eingefügter Text %1</translation>
    </message>
    <message>
        <source>No more can be attached to one message</source>
        <comment>too many files</comment>
        <translation>An eine Nachricht lässt sich nicht mehr anhängen</translation>
    </message>
    <message>
        <source>%1 has no text files that git would not leave out</source>
        <comment>a folder</comment>
        <translation>%1 enthält keine Textdateien außer solchen, die git auslässt</translation>
    </message>
    <message numerus="yes">
        <source>%1 has more text than fits: the first %n file(s) are attached</source>
        <comment>a folder</comment>
        <translation>
            <numerusform>%1 enthält mehr Text, als hineinpasst: die erste Datei ist angehängt</numerusform>
            <numerusform>%1 enthält mehr Text, als hineinpasst: die ersten %n Dateien sind angehängt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of %1 are too large or cannot be read</source>
        <comment>a folder</comment>
        <translation>
            <numerusform>Eine Datei aus %1 ist zu groß oder nicht lesbar</numerusform>
            <numerusform>%n Dateien aus %1 sind zu groß oder nicht lesbar</numerusform>
        </translation>
    </message>
    <message>
        <source>reading…</source>
        <comment>state of a file</comment>
        <translation>wird gelesen…</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <comment>size of a file</comment>
        <translation>
            <numerusform>eine Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 token(s)</source>
        <comment>price of a file</comment>
        <translation>
            <numerusform>%1 Token</numerusform>
            <numerusform>%1 Token</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <comment>button that closes a message</comment>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>ChatController</name>
    <message>
        <source>%1. %2</source>
        <comment>what happened, what to do</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>This could not be saved: %1</source>
        <translation>Das konnte nicht gespeichert werden: %1</translation>
    </message>
    <message>
        <source>This chat cannot be opened: %1</source>
        <translation>Dieser Chat lässt sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>Answer finished. %1</source>
        <translation>Antwort fertig. %1</translation>
    </message>
    <message>
        <source>The context is full. The answer ends here.</source>
        <translation>Der Kontext ist voll. Die Antwort endet hier.</translation>
    </message>
    <message>
        <source>Answer stopped</source>
        <translation>Antwort angehalten</translation>
    </message>
    <message>
        <source>The answer has as many tokens as this chat allows. It ends here.</source>
        <translation>Die Antwort hat so viele Token, wie dieser Chat erlaubt. Sie endet hier.</translation>
    </message>
</context>
<context>
    <name>ChatExport</name>
    <message>
        <source>Thoughts</source>
        <translation>Gedanken</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
</context>
<context>
    <name>ChatFiles</name>
    <message>
        <source>Export all chats</source>
        <comment>title of the file dialog</comment>
        <translation>Alle Chats exportieren</translation>
    </message>
    <message>
        <source>Export this chat</source>
        <comment>title of the file dialog</comment>
        <translation>Diesen Chat exportieren</translation>
    </message>
    <message>
        <source>Import chats</source>
        <comment>title of the file dialog</comment>
        <translation>Chats importieren</translation>
    </message>
    <message>
        <source>Exported chats (*.json)</source>
        <comment>in the file dialog</comment>
        <translation>Exportierte Chats (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <comment>in the file dialog</comment>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>ChatFilesModel</name>
    <message>
        <source>answer %1</source>
        <comment>where code comes from</comment>
        <translation>Antwort %1</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <comment>size of a file</comment>
        <translation>
            <numerusform>eine Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>where code comes from, lines</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>language, where code comes from, lines</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a file and where it comes from</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>attached</source>
        <comment>where a file comes from</comment>
        <translation>angehängt</translation>
    </message>
    <message>
        <source>answer %1, version %2</source>
        <comment>where code comes from</comment>
        <translation>Antwort %1, Fassung %2</translation>
    </message>
</context>
<context>
    <name>ChatHeader</name>
    <message>
        <source>Models and chats</source>
        <comment>button that opens the sidebar in a narrow window</comment>
        <translation>Modelle und Chats</translation>
    </message>
    <message>
        <source>New chat (Ctrl+N)</source>
        <comment>button</comment>
        <translation>Neuer Chat (Strg+N)</translation>
    </message>
    <message>
        <source>Hide the figures (F9)</source>
        <comment>button</comment>
        <translation>Messwerte ausblenden (F9)</translation>
    </message>
    <message>
        <source>Show the figures (F9)</source>
        <comment>button</comment>
        <translation>Messwerte zeigen (F9)</translation>
    </message>
    <message>
        <source>Menu</source>
        <comment>button that opens the menu of the window</comment>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Open model…</source>
        <comment>menu</comment>
        <translation>Modell öffnen…</translation>
    </message>
    <message>
        <source>Ctrl+O</source>
        <comment>shortcut shown in a menu</comment>
        <translation>Strg+O</translation>
    </message>
    <message>
        <source>New chat</source>
        <comment>menu</comment>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <comment>shortcut shown in a menu</comment>
        <translation>Strg+N</translation>
    </message>
    <message>
        <source>Colours of the system</source>
        <comment>menu: which colour scheme</comment>
        <translation>Farben des Systems</translation>
    </message>
    <message>
        <source>Light</source>
        <comment>menu: which colour scheme</comment>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <comment>menu: which colour scheme</comment>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <comment>menu</comment>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>F1</source>
        <comment>shortcut shown in a menu</comment>
        <translation>F1</translation>
    </message>
    <message>
        <source>Quit</source>
        <comment>menu</comment>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <comment>shortcut shown in a menu</comment>
        <translation>Strg+Q</translation>
    </message>
    <message>
        <source>Files in this chat</source>
        <comment>button that opens a dialog</comment>
        <translation>Dateien in diesem Chat</translation>
    </message>
    <message>
        <source>Switch model…</source>
        <comment>menu</comment>
        <translation>Modell wechseln…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+M</source>
        <comment>shortcut shown in a menu</comment>
        <translation>Strg+Umschalt+M</translation>
    </message>
    <message>
        <source>Models on this computer</source>
        <comment>menu</comment>
        <translation>Modelle auf diesem Computer</translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <comment>shortcut shown in a menu</comment>
        <translation>Strg+M</translation>
    </message>
    <message>
        <source>Temporary</source>
        <comment>mark on a chat that is not stored</comment>
        <translation>Flüchtig</translation>
    </message>
    <message>
        <source>Find in this chat (Ctrl+F)</source>
        <comment>button</comment>
        <translation>In diesem Chat suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Settings of this chat</source>
        <comment>button that opens a dialog</comment>
        <translation>Einstellungen dieses Chats</translation>
    </message>
    <message>
        <source>New temporary chat</source>
        <comment>menu: a chat that is not stored</comment>
        <translation>Neuer flüchtiger Chat</translation>
    </message>
    <message>
        <source>Ctrl+Shift+N</source>
        <comment>shortcut shown in a menu</comment>
        <translation>Strg+Umschalt+N</translation>
    </message>
    <message>
        <source>Settings…</source>
        <comment>menu</comment>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <comment>shortcut shown in a menu</comment>
        <translation>Strg+,</translation>
    </message>
</context>
<context>
    <name>ChatJson</name>
    <message>
        <source>too large (found %1 bytes, allowed %2)</source>
        <translation>zu groß (gefunden %1 Byte, erlaubt %2)</translation>
    </message>
    <message>
        <source>not JSON (%1 at byte %2)</source>
        <translation>kein JSON (%1 bei Byte %2)</translation>
    </message>
    <message>
        <source>not an export of this program</source>
        <translation>kein Export dieses Programms</translation>
    </message>
    <message>
        <source>written by a later version (found %1, allowed up to %2)</source>
        <translation>von einer neueren Version geschrieben (gefunden %1, erlaubt bis %2)</translation>
    </message>
    <message>
        <source>too many chats (found %1, allowed %2)</source>
        <translation>zu viele Chats (gefunden %1, erlaubt %2)</translation>
    </message>
    <message>
        <source>too many messages (allowed %1)</source>
        <translation>zu viele Nachrichten (erlaubt %1)</translation>
    </message>
</context>
<context>
    <name>ChatList</name>
    <message>
        <source>Chats</source>
        <comment>accessible name of the list of chats</comment>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Your chats will be listed here</source>
        <comment>in the sidebar, before there is a chat</comment>
        <translation>Hier werden Ihre Chats stehen</translation>
    </message>
</context>
<context>
    <name>ChatListModel</name>
    <message>
        <source>Untitled chat</source>
        <translation>Chat ohne Titel</translation>
    </message>
    <message>
        <source>Pinned</source>
        <comment>heading of the chats that stay on top</comment>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Previous 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>month and year</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>ChatMenu</name>
    <message>
        <source>Rename</source>
        <comment>menu of a chat</comment>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>F2</source>
        <comment>a key</comment>
        <translation>F2</translation>
    </message>
    <message>
        <source>Unpin</source>
        <comment>menu of a chat</comment>
        <translation>Nicht mehr anheften</translation>
    </message>
    <message>
        <source>Pin</source>
        <comment>menu of a chat: keep it on top</comment>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <comment>menu of a chat</comment>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Export as Markdown…</source>
        <comment>menu of a chat</comment>
        <translation>Als Markdown exportieren…</translation>
    </message>
    <message>
        <source>Export as web page…</source>
        <comment>menu of a chat</comment>
        <translation>Als Webseite exportieren…</translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <comment>menu of a chat: with all versions</comment>
        <translation>Als JSON exportieren…</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <comment>menu of a chat</comment>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Del</source>
        <comment>a key</comment>
        <translation>Entf</translation>
    </message>
</context>
<context>
    <name>ChatRow</name>
    <message>
        <source>an answer is being written</source>
        <comment>state of a chat</comment>
        <translation>eine Antwort wird geschrieben</translation>
    </message>
    <message>
        <source>pinned</source>
        <comment>state of a chat</comment>
        <translation>angeheftet</translation>
    </message>
    <message>
        <source>New name of the chat</source>
        <comment>accessible name of a field</comment>
        <translation>Neuer Name des Chats</translation>
    </message>
    <message>
        <source>More about %1</source>
        <comment>button that opens the menu of a chat</comment>
        <translation>Mehr zu %1</translation>
    </message>
    <message>
        <source>a new answer</source>
        <comment>state of a chat</comment>
        <translation>eine neue Antwort</translation>
    </message>
</context>
<context>
    <name>ChatSession</name>
    <message>
        <source>%1. %2</source>
        <comment>what happened, what to do</comment>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>ChatSettingsSheet</name>
    <message>
        <source>Settings of this chat</source>
        <comment>title of a dialog</comment>
        <translation>Einstellungen dieses Chats</translation>
    </message>
    <message>
        <source>Instructions</source>
        <comment>heading: the system prompt</comment>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>What the model is told before every conversation, for example: answer with code only</source>
        <comment>placeholder of a field</comment>
        <translation>Was dem Modell vor jedem Gespräch gesagt wird, zum Beispiel: Antworte nur mit Code</translation>
    </message>
    <message>
        <source>Temperature</source>
        <comment>setting of sampling</comment>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>0: always the likeliest word. Higher: more varied.</source>
        <comment>explanation of a setting</comment>
        <translation>0: immer das wahrscheinlichste Wort. Höher: abwechslungsreicher.</translation>
    </message>
    <message>
        <source>Top p</source>
        <comment>setting of sampling</comment>
        <translation>Top p</translation>
    </message>
    <message>
        <source>Only the likeliest words that make up this share. 1: all.</source>
        <comment>explanation of a setting</comment>
        <translation>Nur die wahrscheinlichsten Wörter, die zusammen diesen Anteil haben. 1: alle.</translation>
    </message>
    <message>
        <source>Min p</source>
        <comment>setting of sampling</comment>
        <translation>Min p</translation>
    </message>
    <message>
        <source>Only words at least this likely, compared with the likeliest. 0: all.</source>
        <comment>explanation of a setting</comment>
        <translation>Nur Wörter, die gegenüber dem wahrscheinlichsten mindestens so wahrscheinlich sind. 0: alle.</translation>
    </message>
    <message>
        <source>Top k</source>
        <comment>setting of sampling</comment>
        <translation>Top k</translation>
    </message>
    <message>
        <source>Only this many of the likeliest words.</source>
        <comment>explanation of a setting</comment>
        <translation>Nur so viele der wahrscheinlichsten Wörter.</translation>
    </message>
    <message>
        <source>off</source>
        <comment>value of a setting</comment>
        <translation>aus</translation>
    </message>
    <message>
        <source>Repeat penalty</source>
        <comment>setting of sampling</comment>
        <translation>Wiederholungsstrafe</translation>
    </message>
    <message>
        <source>Makes recent words less likely. 1: off.</source>
        <comment>explanation of a setting</comment>
        <translation>Macht eben benutzte Wörter unwahrscheinlicher. 1: aus.</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <comment>setting</comment>
        <translation>Längste Antwort</translation>
    </message>
    <message>
        <source>In tokens.</source>
        <comment>explanation of a setting</comment>
        <translation>In Token.</translation>
    </message>
    <message>
        <source>what fits</source>
        <comment>value of a setting: as long an answer as the context holds</comment>
        <translation>was passt</translation>
    </message>
    <message>
        <source>Seed</source>
        <comment>setting of sampling</comment>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed gives the same answer again.</source>
        <comment>explanation of a setting</comment>
        <translation>Derselbe Startwert gibt dieselbe Antwort noch einmal.</translation>
    </message>
    <message>
        <source>random</source>
        <comment>value of the seed: another each time</comment>
        <translation>zufällig</translation>
    </message>
</context>
<context>
    <name>ChatStore</name>
    <message>
        <source>Recovered chat</source>
        <translation>Geretteter Chat</translation>
    </message>
</context>
<context>
    <name>ChatTitle</name>
    <message>
        <source>New chat</source>
        <comment>title of a conversation without messages</comment>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>New name of the chat</source>
        <comment>accessible name of a field</comment>
        <translation>Neuer Name des Chats</translation>
    </message>
    <message>
        <source>Menu of this chat</source>
        <comment>button: rename, pin, export…</comment>
        <translation>Menü dieses Chats</translation>
    </message>
    <message>
        <source>Import chats…</source>
        <comment>menu: from a file</comment>
        <translation>Chats importieren…</translation>
    </message>
    <message>
        <source>Export all chats…</source>
        <comment>menu: into one file</comment>
        <translation>Alle Chats exportieren…</translation>
    </message>
</context>
<context>
    <name>ChatsController</name>
    <message>
        <source>The file of your conversations was damaged. %1 chats with %2 messages could be saved; the damaged file is kept as %3.</source>
        <translation>Die Datei mit den Gesprächen war beschädigt. %1 Chats mit %2 Nachrichten ließen sich retten; die beschädigte Datei bleibt als %3 erhalten.</translation>
    </message>
    <message>
        <source>The file of your conversations was damaged. %1 chats with %2 messages could be saved, some of them from a backup; the damaged file is kept as %3.</source>
        <translation>Die Datei mit den Gesprächen war beschädigt. %1 Chats mit %2 Nachrichten ließen sich retten, manche davon aus einer Sicherung; die beschädigte Datei bleibt als %3 erhalten.</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <comment>title of a chat</comment>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>The chat</source>
        <translation>Der Chat</translation>
    </message>
    <message>
        <source>“%1” is in the trash</source>
        <translation>„%1“ ist im Papierkorb</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>One chat was imported</source>
        <translation>Ein Chat wurde importiert</translation>
    </message>
    <message>
        <source>%1 chats were imported</source>
        <translation>%1 Chats wurden importiert</translation>
    </message>
    <message>
        <source>%1 could not be imported: %2</source>
        <translation>%1 konnte nicht importiert werden: %2</translation>
    </message>
    <message>
        <source>The disk is full: new messages are kept in memory only</source>
        <translation>Der Datenträger ist voll: neue Nachrichten bleiben nur im Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Another window has your conversations open: this one keeps its own in memory only</source>
        <translation>Ein anderes Fenster hat die Gespräche geöffnet: dieses behält seine nur im Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Your conversations were written by a later version of this program</source>
        <translation>Die Gespräche wurden von einer neueren Version dieses Programms geschrieben</translation>
    </message>
    <message>
        <source>The file of the conversations belongs to another program</source>
        <translation>Die Datei der Gespräche gehört einem anderen Programm</translation>
    </message>
    <message>
        <source>Conversations cannot be saved: they are kept in memory only</source>
        <translation>Gespräche lassen sich nicht speichern: sie bleiben nur im Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Free some space and try again, or export the conversations to another disk.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es noch einmal, oder exportieren Sie die Gespräche auf einen anderen Datenträger.</translation>
    </message>
    <message>
        <source>Close the other window and try again.</source>
        <translation>Schließen Sie das andere Fenster und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Move the file away and try again. It was not touched.</source>
        <translation>Verschieben Sie die Datei und versuchen Sie es noch einmal. Sie wurde nicht angerührt.</translation>
    </message>
    <message>
        <source>Try again, or export the conversations to another place before you quit.</source>
        <translation>Versuchen Sie es noch einmal, oder exportieren Sie die Gespräche vor dem Beenden an einen anderen Ort.</translation>
    </message>
    <message>
        <source>Not all conversations could be deleted from the disk: %1</source>
        <translation>Nicht alle Gespräche konnten von der Platte gelöscht werden: %1</translation>
    </message>
    <message>
        <source>Install that version again. Here they can be read and exported; what is new is kept in memory only, the file is not touched.</source>
        <translation>Installieren Sie wieder jene Version. Hier können sie gelesen und exportiert werden; Neues bleibt nur im Speicher, die Datei wird nicht angerührt.</translation>
    </message>
</context>
<context>
    <name>CodeBlock</name>
    <message>
        <source>Code</source>
        <comment>title of a code block whose language is unknown</comment>
        <translation>Code</translation>
    </message>
    <message>
        <source>Code block, %1</source>
        <comment>%1 is a programming language</comment>
        <translation>Codeblock, %1</translation>
    </message>
</context>
<context>
    <name>CodeHeader</name>
    <message>
        <source>contains invisible characters, shown as signs</source>
        <comment>warning on a code block</comment>
        <translation>enthält unsichtbare Zeichen, sichtbar gemacht</translation>
    </message>
    <message>
        <source>Do not wrap %1 lines</source>
        <comment>button; %1 is a programming language</comment>
        <translation>%1-Zeilen nicht umbrechen</translation>
    </message>
    <message>
        <source>Wrap %1 lines</source>
        <comment>button; %1 is a programming language</comment>
        <translation>%1-Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Compare %1 code</source>
        <comment>button; %1 is a programming language</comment>
        <translation>%1-Code vergleichen</translation>
    </message>
    <message>
        <source>Save %1 code as a file</source>
        <comment>button; %1 is a programming language</comment>
        <translation>%1-Code als Datei speichern</translation>
    </message>
    <message>
        <source>Copied</source>
        <comment>feedback after copying code</comment>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy</source>
        <comment>button that copies code</comment>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy %1 code</source>
        <comment>%1 is a programming language</comment>
        <translation>%1-Code kopieren</translation>
    </message>
</context>
<context>
    <name>CompareSheet</name>
    <message>
        <source>Compare</source>
        <comment>title of a dialog that shows two versions of code</comment>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare with a file</source>
        <comment>title of the file dialog</comment>
        <translation>Mit einer Datei vergleichen</translation>
    </message>
    <message>
        <source>Choose what to compare with</source>
        <comment>button that opens a list</comment>
        <translation>Auswählen, womit verglichen wird</translation>
    </message>
    <message>
        <source>A file on disk…</source>
        <comment>menu</comment>
        <translation>Eine Datei…</translation>
    </message>
    <message>
        <source>against %1</source>
        <comment>%1 is the name of the code that is compared</comment>
        <translation>mit %1</translation>
    </message>
    <message>
        <source>There is nothing in this chat to compare this code with. A file on disk will do.</source>
        <comment>shown where a comparison would be</comment>
        <translation>In diesem Chat gibt es nichts, womit sich dieser Code vergleichen ließe. Eine Datei tut es auch.</translation>
    </message>
    <message>
        <source>Both are the same.</source>
        <comment>result of a comparison</comment>
        <translation>Beide sind gleich.</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Ask about code…</source>
        <comment>placeholder of the message field</comment>
        <translation>Etwas über Code fragen…</translation>
    </message>
    <message>
        <source>Open a model, then ask about code…</source>
        <comment>placeholder of the message field</comment>
        <translation>Ein Modell öffnen, dann über Code fragen…</translation>
    </message>
    <message>
        <source>Message</source>
        <comment>accessible name of the message field</comment>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Will be answered once the model is loaded</source>
        <comment>state of a sent message</comment>
        <translation>Wird beantwortet, sobald das Modell geladen ist</translation>
    </message>
    <message>
        <source>Enter sends · Shift + Enter for a new line</source>
        <comment>hint below the message field</comment>
        <translation>Eingabetaste sendet · Umschalt + Eingabe für eine neue Zeile</translation>
    </message>
    <message>
        <source>%1 of context used</source>
        <comment>%1 is a share like 21 %</comment>
        <translation>%1 des Kontexts belegt</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <comment>button while an answer is being stopped</comment>
        <translation>Hält an…</translation>
    </message>
    <message>
        <source>Stop</source>
        <comment>button that stops the answer</comment>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Send</source>
        <comment>button that sends the message</comment>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>name of the Escape key</comment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Attached</source>
        <comment>read out after a paste became an attachment</comment>
        <translation>Angehängt</translation>
    </message>
    <message>
        <source>Ctrl + Enter sends · Enter for a new line</source>
        <comment>hint below the message field</comment>
        <translation>Strg + Eingabe sendet · Eingabe für eine neue Zeile</translation>
    </message>
    <message>
        <source>Choose what fits…</source>
        <comment>button: what the model may forget</comment>
        <translation>Wählen, was passt…</translation>
    </message>
</context>
<context>
    <name>Composition</name>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Settings and recent models</source>
        <translation>Einstellungen und zuletzt benutzte Modelle</translation>
    </message>
    <message>
        <source>Forget recent models</source>
        <translation>Zuletzt benutzte Modelle vergessen</translation>
    </message>
    <message>
        <source>Forget the measurements</source>
        <translation>Die Messungen vergessen</translation>
    </message>
    <message>
        <source>Delete all conversations</source>
        <translation>Alle Gespräche löschen</translation>
    </message>
    <message>
        <source>Folders of models, choices per model</source>
        <translation>Ordner mit Modellen, Einstellungen je Modell</translation>
    </message>
    <message>
        <source>Forget the choices</source>
        <translation>Einstellungen vergessen</translation>
    </message>
    <message>
        <source>What was measured on this machine</source>
        <translation>Was auf diesem Rechner gemessen wurde</translation>
    </message>
</context>
<context>
    <name>ContextCard</name>
    <message>
        <source>Context</source>
        <comment>title of a card: how much text the model can look at</comment>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Context used</source>
        <comment>accessible name of a gauge</comment>
        <translation>Belegter Kontext</translation>
    </message>
    <message>
        <source>Nearly full: a new chat starts with an empty context.</source>
        <comment>warning below the context gauge</comment>
        <translation>Fast voll: ein neuer Chat beginnt mit leerem Kontext.</translation>
    </message>
</context>
<context>
    <name>CostLine</name>
    <message>
        <source>%1 tokens, and the context has %2 with room for an answer: something must be left out</source>
        <comment>the message does not fit</comment>
        <translation>%1 Token, und der Kontext hat %2 mit Platz für eine Antwort: etwas muss weggelassen werden</translation>
    </message>
    <message>
        <source>cost of sending</source>
        <comment>what a line of figures is</comment>
        <translation>Kosten des Sendens</translation>
    </message>
</context>
<context>
    <name>DesktopNotifier</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>DiffModel</name>
    <message>
        <source>These texts are too long to be compared.</source>
        <translation>Diese Texte sind zu lang für einen Vergleich.</translation>
    </message>
</context>
<context>
    <name>DiffRow</name>
    <message>
        <source>removed</source>
        <comment>a line of a comparison, read out</comment>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>added</source>
        <comment>a line of a comparison, read out</comment>
        <translation>hinzugefügt</translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged line(s)</source>
        <comment>button that shows them</comment>
        <translation>
            <numerusform>eine unveränderte Zeile</numerusform>
            <numerusform>%n unveränderte Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiffSide</name>
    <message>
        <source>%1 %2: %3</source>
        <comment>a number, added or removed, a line of code</comment>
        <translation>%1 %2: %3</translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message numerus="yes">
        <source>%n line(s) added</source>
        <comment>summary of a comparison</comment>
        <translation>
            <numerusform>eine Zeile hinzugefügt</numerusform>
            <numerusform>%n Zeilen hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) removed</source>
        <comment>summary of a comparison</comment>
        <translation>
            <numerusform>eine Zeile entfernt</numerusform>
            <numerusform>%n Zeilen entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>Previous change (Shift+F7)</source>
        <comment>button</comment>
        <translation>Vorige Änderung (Umschalt+F7)</translation>
    </message>
    <message>
        <source>Next change (F7)</source>
        <comment>button</comment>
        <translation>Nächste Änderung (F7)</translation>
    </message>
    <message>
        <source>Differences</source>
        <comment>accessible name of a comparison</comment>
        <translation>Unterschiede</translation>
    </message>
</context>
<context>
    <name>DraftCost</name>
    <message>
        <source>less than a second</source>
        <translation>unter einer Sekunde</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <comment>seconds</comment>
        <translation>etwa %1 s</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <comment>minutes</comment>
        <translation>etwa %1 min</translation>
    </message>
    <message>
        <source>+%1 tokens</source>
        <comment>what sending costs</comment>
        <translation>+%1 Token</translation>
    </message>
    <message>
        <source>%1 to the first token</source>
        <comment>a time</comment>
        <translation>%1 bis zum ersten Token</translation>
    </message>
    <message>
        <source>then about %1 tokens/s</source>
        <translation>dann etwa %1 Token/s</translation>
    </message>
    <message>
        <source>%1 % of the context</source>
        <translation>%1 % des Kontexts</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Drop to open the model</source>
        <comment>while a file hovers over the window</comment>
        <translation>Loslassen, um das Modell zu öffnen</translation>
    </message>
    <message>
        <source>Drop to attach</source>
        <comment>while a file hovers over the window</comment>
        <translation>Loslassen, um anzuhängen</translation>
    </message>
</context>
<context>
    <name>EmptyChat</name>
    <message>
        <source>What shall we work on?</source>
        <comment>invitation in an empty chat</comment>
        <translation>Woran wollen wir arbeiten?</translation>
    </message>
    <message>
        <source>%1 runs on this computer. Nothing you write leaves it.</source>
        <comment>%1 is the name of a model</comment>
        <translation>%1 läuft auf diesem Rechner. Nichts, was Sie schreiben, verlässt ihn.</translation>
    </message>
    <message>
        <source>Write</source>
        <comment>title of an example prompt</comment>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Write a C++ ring buffer of fixed capacity with push, pop and a range-for iterator.</source>
        <comment>example prompt</comment>
        <translation>Schreib einen C++-Ringpuffer fester Größe mit push, pop und einem Iterator für range-for.</translation>
    </message>
    <message>
        <source>Explain</source>
        <comment>title of an example prompt</comment>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Explain when a Python generator is better than a list, with a short example of each.</source>
        <comment>example prompt</comment>
        <translation>Erkläre, wann ein Python-Generator besser ist als eine Liste, mit je einem kurzen Beispiel.</translation>
    </message>
    <message>
        <source>Test</source>
        <comment>title of an example prompt</comment>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Write unit tests for a function that parses ISO 8601 dates, edge cases first.</source>
        <comment>example prompt</comment>
        <translation>Schreib Unit-Tests für eine Funktion, die Daten nach ISO 8601 liest, Grenzfälle zuerst.</translation>
    </message>
    <message>
        <source>Ask</source>
        <comment>title of an example prompt</comment>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Try</source>
        <comment>title of an example prompt</comment>
        <translation>Probieren</translation>
    </message>
</context>
<context>
    <name>EngineSettings</name>
    <message>
        <source>Automatic</source>
        <comment>choice of a setting</comment>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Models loaded from now on</source>
        <comment>heading in the settings</comment>
        <translation>Modelle, die ab jetzt geladen werden</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <comment>setting</comment>
        <translation>Prozessor-Threads</translation>
    </message>
    <message>
        <source>Automatic measures once what suits this machine. More threads than processor cores are never used.</source>
        <comment>explanation of a setting</comment>
        <translation>Automatisch misst einmal, was zu diesem Rechner passt. Mehr Threads als Prozessorkerne werden nie benutzt.</translation>
    </message>
    <message>
        <source>Context, in tokens</source>
        <comment>setting: how much text the model can look at</comment>
        <translation>Kontext, in Token</translation>
    </message>
    <message>
        <source>Automatic takes what the model was made for, up to what fits the memory.</source>
        <comment>explanation of a setting</comment>
        <translation>Automatisch nimmt, wofür das Modell gemacht ist, soweit es in den Speicher passt.</translation>
    </message>
    <message>
        <source>Yield to other programs</source>
        <comment>setting: low priority</comment>
        <translation>Anderen Programmen den Vortritt lassen</translation>
    </message>
    <message>
        <source>Answers take longer while something else works. Switching it off takes effect at the next start.</source>
        <comment>explanation of a setting</comment>
        <translation>Antworten dauern länger, solange anderes arbeitet. Das Ausschalten wirkt beim nächsten Start.</translation>
    </message>
    <message>
        <source>Unload when idle, after minutes</source>
        <comment>setting</comment>
        <translation>Bei Untätigkeit entladen, nach Minuten</translation>
    </message>
    <message>
        <source>Gives the memory of the context back when nobody asks anything; the next message loads the model again. Off by default: then the conversation need not be read anew.</source>
        <comment>explanation of a setting</comment>
        <translation>Gibt den Speicher des Kontexts frei, wenn niemand etwas fragt; die nächste Nachricht lädt das Modell wieder. Von sich aus nie: Dann muss die Unterhaltung nicht neu gelesen werden.</translation>
    </message>
    <message>
        <source>Never</source>
        <comment>choice of a setting</comment>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Folders of models</source>
        <comment>setting: where models are looked for</comment>
        <translation>Ordner mit Modellen</translation>
    </message>
    <message>
        <source>Your own, and those of other programs.</source>
        <comment>explanation of a setting</comment>
        <translation>Ihre eigenen und die anderer Programme.</translation>
    </message>
    <message>
        <source>Folders…</source>
        <comment>button: opens the list of folders with models</comment>
        <translation>Ordner…</translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>The file is not there</source>
        <translation>Die Datei ist nicht da</translation>
    </message>
    <message>
        <source>It may have been moved, renamed or deleted. Open it from where it is now.</source>
        <translation>Sie wurde vielleicht verschoben, umbenannt oder gelöscht. Öffnen Sie sie dort, wo sie jetzt ist.</translation>
    </message>
    <message>
        <source>The file may not be read</source>
        <translation>Die Datei darf nicht gelesen werden</translation>
    </message>
    <message>
        <source>Give your user permission to read it, or copy it to a folder of your own.</source>
        <translation>Geben Sie Ihrem Benutzer das Leserecht, oder kopieren Sie sie in einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>The file could not be opened</source>
        <translation>Die Datei konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Check that the disk is connected and healthy, then try again.</source>
        <translation>Prüfen Sie, ob der Datenträger angeschlossen und in Ordnung ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This is not a GGUF model</source>
        <translation>Das ist kein GGUF-Modell</translation>
    </message>
    <message>
        <source>Vibrant opens .gguf files. If you downloaded it, the download may have saved a web page or a placeholder instead.</source>
        <translation>Vibrant öffnet .gguf-Dateien. Vielleicht wurde beim Herunterladen stattdessen eine Webseite oder ein Platzhalter gespeichert.</translation>
    </message>
    <message>
        <source>The end of the file is missing</source>
        <translation>Das Ende der Datei fehlt</translation>
    </message>
    <message>
        <source>The download was probably interrupted. Download the file again.</source>
        <translation>Wahrscheinlich brach das Herunterladen ab. Laden Sie die Datei noch einmal herunter.</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>Die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>Download it again; if it stays damaged, the file was made wrongly. Try another source.</source>
        <translation>Laden Sie sie noch einmal herunter; bleibt sie beschädigt, wurde sie falsch erzeugt. Versuchen Sie eine andere Quelle.</translation>
    </message>
    <message>
        <source>This kind of model is not supported yet</source>
        <translation>Diese Art Modell wird noch nicht unterstützt</translation>
    </message>
    <message>
        <source>The file is in order, but Vibrant cannot run it. The line below says what is missing.</source>
        <translation>Die Datei ist in Ordnung, aber Vibrant kann sie nicht ausführen. Die Zeile darunter sagt, was fehlt.</translation>
    </message>
    <message>
        <source>Not enough memory</source>
        <translation>Nicht genug Speicher</translation>
    </message>
    <message>
        <source>The request was not accepted</source>
        <translation>Die Anfrage wurde nicht angenommen</translation>
    </message>
    <message>
        <source>The conversation is too long</source>
        <translation>Das Gespräch ist zu lang</translation>
    </message>
    <message>
        <source>It does not fit this model&apos;s context. Start a new chat, or send a shorter message.</source>
        <translation>Es passt nicht in den Kontext dieses Modells. Beginnen Sie einen neuen Chat, oder senden Sie eine kürzere Nachricht.</translation>
    </message>
    <message>
        <source>The model produced invalid numbers</source>
        <translation>Das Modell lieferte ungültige Zahlen</translation>
    </message>
    <message>
        <source>The file is probably damaged or was converted wrongly. Try another one.</source>
        <translation>Die Datei ist wahrscheinlich beschädigt oder wurde falsch umgewandelt. Versuchen Sie eine andere.</translation>
    </message>
    <message>
        <source>The model file became unreadable</source>
        <translation>Die Modelldatei wurde unlesbar</translation>
    </message>
    <message>
        <source>It was changed or its disk was removed while in use. Open the model again.</source>
        <translation>Sie wurde geändert oder ihr Datenträger während der Benutzung entfernt. Öffnen Sie das Modell noch einmal.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation>Kein Modell ist geladen</translation>
    </message>
    <message>
        <source>Open a model, then send the message again.</source>
        <translation>Öffnen Sie ein Modell und senden Sie die Nachricht noch einmal.</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <comment>button below an error</comment>
        <translation>Andere Datei wählen…</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <comment>button below an error</comment>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>button below an error</comment>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Show the models on this computer</source>
        <comment>button below an error</comment>
        <translation>Modelle auf diesem Computer zeigen</translation>
    </message>
    <message>
        <source>See what would fit…</source>
        <comment>button below an error</comment>
        <translation>Ansehen, was passen würde…</translation>
    </message>
    <message>
        <source>New chat</source>
        <comment>button below an error</comment>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>A smaller context may fit. Or close other programs, or open a smaller quantisation.</source>
        <translation>Vielleicht passt ein kleinerer Kontext. Oder schließen Sie andere Programme, oder öffnen Sie eine kleinere Quantisierung.</translation>
    </message>
    <message>
        <source>Open the first file of a model in several parts; change a message and send it again.</source>
        <translation>Öffnen Sie bei einem Modell in mehreren Teilen die erste Datei; ändern Sie eine Nachricht und senden Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>This file goes with a model and is none</source>
        <translation>Diese Datei gehört zu einem Modell und ist selbst keines</translation>
    </message>
    <message>
        <source>It changes or completes a model. Open the file of that model itself.</source>
        <translation>Sie ändert oder ergänzt ein Modell. Öffnen Sie die Datei des Modells selbst.</translation>
    </message>
    <message>
        <source>This quantisation is not supported yet</source>
        <translation>Diese Quantisierung wird noch nicht unterstützt</translation>
    </message>
    <message>
        <source>Most models can be had in several. Download the same one as Q4_K_M or Q8_0.</source>
        <translation>Die meisten Modelle gibt es in mehreren. Laden Sie dasselbe als Q4_K_M oder Q8_0 herunter.</translation>
    </message>
    <message>
        <source>This form of GGUF is not supported</source>
        <translation>Diese Form von GGUF wird nicht unterstützt</translation>
    </message>
    <message>
        <source>The file is of another time or for another kind of processor. Download a newer conversion.</source>
        <translation>Die Datei ist aus einer anderen Zeit oder für eine andere Art Prozessor. Laden Sie eine neuere Umwandlung herunter.</translation>
    </message>
</context>
<context>
    <name>FigureRow</name>
    <message>
        <source>%1: %2</source>
        <comment>a label and its figure, read out together</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>%1, %2</source>
        <comment>a file and where it comes from, read out</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>FileSaver</name>
    <message>
        <source>%1 could not be written: %2</source>
        <comment>a file, the system&apos;s reason</comment>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>%1 is not a folder that can be written to</source>
        <comment>a path</comment>
        <translation>%1 ist kein Ordner, in den geschrieben werden kann</translation>
    </message>
    <message>
        <source>%1 would be outside of the folder</source>
        <comment>a file name</comment>
        <translation>%1 läge außerhalb des Ordners</translation>
    </message>
    <message>
        <source>The folder %1 could not be made</source>
        <comment>a path</comment>
        <translation>Der Ordner %1 ließ sich nicht anlegen</translation>
    </message>
    <message>
        <source>%1 is not a place on this computer</source>
        <comment>an address</comment>
        <translation>%1 ist kein Ort auf diesem Rechner</translation>
    </message>
</context>
<context>
    <name>FilesSheet</name>
    <message>
        <source>Files in this chat</source>
        <comment>title of a dialog</comment>
        <translation>Dateien in diesem Chat</translation>
    </message>
    <message>
        <source>No answer in this chat has code in it yet.</source>
        <comment>in place of a list of files</comment>
        <translation>Noch enthält keine Antwort in diesem Chat Code.</translation>
    </message>
    <message>
        <source>Files</source>
        <comment>accessible name of a list</comment>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Preview of %1</source>
        <comment>%1 is a file name</comment>
        <translation>Vorschau von %1</translation>
    </message>
    <message>
        <source>Save this one…</source>
        <comment>button</comment>
        <translation>Diese speichern…</translation>
    </message>
    <message numerus="yes">
        <source>Save %n file(s)…</source>
        <comment>button; to a folder</comment>
        <translation>
            <numerusform>Eine Datei speichern…</numerusform>
            <numerusform>%n Dateien speichern…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this chat</source>
        <comment>placeholder of a field</comment>
        <translation>In diesem Chat suchen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>a place, and how many there are</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Not found</source>
        <comment>find in this chat</comment>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Earlier place (Shift+Enter)</source>
        <comment>button of find in this chat</comment>
        <translation>Frühere Stelle (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Later place (Enter)</source>
        <comment>button of find in this chat</comment>
        <translation>Spätere Stelle (Eingabe)</translation>
    </message>
    <message>
        <source>Close the search</source>
        <comment>button of find in this chat</comment>
        <translation>Suche schließen</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Open a model to begin</source>
        <comment>invitation at the first start</comment>
        <translation>Zum Beginnen ein Modell öffnen</translation>
    </message>
    <message>
        <source>Vibrant answers with coder models in GGUF files, straight from where they are. Everything happens on this computer.</source>
        <comment>explanation at the first start</comment>
        <translation>Vibrant antwortet mit Programmiermodellen aus GGUF-Dateien, gleich von dort, wo sie liegen. Alles geschieht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Open model…</source>
        <comment>button that opens the file dialog</comment>
        <translation>Modell öffnen…</translation>
    </message>
    <message>
        <source>Ctrl+O</source>
        <comment>shortcut shown in a button</comment>
        <translation>Strg+O</translation>
    </message>
    <message>
        <source>or drop a .gguf file anywhere in this window</source>
        <comment>hint at the first start</comment>
        <translation>oder eine .gguf-Datei irgendwo in dieses Fenster ziehen</translation>
    </message>
    <message>
        <source>Opened before</source>
        <comment>heading of a list of models</comment>
        <translation>Zuvor geöffnet</translation>
    </message>
    <message>
        <source>One model is on this computer already</source>
        <comment>button that shows the models that were found</comment>
        <translation>Ein Modell ist schon auf diesem Computer</translation>
    </message>
    <message>
        <source>%1 models are on this computer already</source>
        <comment>button that shows the models that were found</comment>
        <translation>%1 Modelle sind schon auf diesem Computer</translation>
    </message>
</context>
<context>
    <name>FitRow</name>
    <message>
        <source>%1, the model sees it</source>
        <comment>read out; %1 is a message</comment>
        <translation>%1, das Modell sieht es</translation>
    </message>
    <message>
        <source>%1, left out</source>
        <comment>read out; %1 is a message</comment>
        <translation>%1, weggelassen</translation>
    </message>
</context>
<context>
    <name>FitSheet</name>
    <message>
        <source>What may the model forget?</source>
        <comment>title of a dialog: the message does not fit</comment>
        <translation>Was darf das Modell vergessen?</translation>
    </message>
    <message>
        <source>The model will see this chat from the chosen message on. Earlier ones stay here for you; you can choose again at any time.</source>
        <comment>explanation in a dialog</comment>
        <translation>Das Modell sieht diesen Chat ab der gewählten Nachricht. Frühere bleiben hier für Sie; Sie können jederzeit neu wählen.</translation>
    </message>
    <message>
        <source>Messages of this chat</source>
        <comment>accessible name of a list</comment>
        <translation>Nachrichten dieses Chats</translation>
    </message>
    <message>
        <source>Room used</source>
        <comment>accessible name of a gauge</comment>
        <translation>Belegter Platz</translation>
    </message>
    <message>
        <source>Counting…</source>
        <comment>tokens are being counted</comment>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>%1 of %2 tokens</source>
        <comment>how much of the room a prompt needs</comment>
        <translation>%1 von %2 Token</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>button</comment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Let it see everything</source>
        <comment>button</comment>
        <translation>Alles sehen lassen</translation>
    </message>
    <message>
        <source>Begin there</source>
        <comment>button: the model sees the chat from that message on</comment>
        <translation>Dort beginnen</translation>
    </message>
    <message>
        <source>Without the earlier messages it is still too long: shorten the message, take a file out, or open the model with a larger context.</source>
        <comment>in a dialog: there is nothing more to leave out</comment>
        <translation>Auch ohne die früheren Nachrichten ist es zu lang: Kürzen Sie die Nachricht, nehmen Sie eine Datei heraus, oder öffnen Sie das Modell mit einem größeren Kontext.</translation>
    </message>
    <message>
        <source>Counted once a model is open</source>
        <comment>tokens of a chat</comment>
        <translation>Wird gezählt, sobald ein Modell offen ist</translation>
    </message>
</context>
<context>
    <name>FoldBar</name>
    <message numerus="yes">
        <source>Show all %n line(s)</source>
        <comment>button below long code</comment>
        <translation>
            <numerusform>Die eine Zeile zeigen</numerusform>
            <numerusform>Alle %n Zeilen zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show less</source>
        <comment>button below long code</comment>
        <translation>Weniger zeigen</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1k</source>
        <comment>thousands of tokens</comment>
        <translation>%1k</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percentage</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>1 token</source>
        <translation>1 Token</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln Token</numerusform>
            <numerusform>%Ln Token</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 Token/s</translation>
    </message>
    <message>
        <source>first token %1</source>
        <translation>erstes Token %1</translation>
    </message>
    <message>
        <source>%1 cached</source>
        <comment>prompt tokens</comment>
        <translation>%1 im Cache</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
    <message>
        <source>Prompt read at %1 tokens/s</source>
        <translation>Eingabe mit %1 Token/s gelesen</translation>
    </message>
    <message>
        <source>Answer: %1 tokens at %2 tokens/s</source>
        <translation>Antwort: %1 Token mit %2 Token/s</translation>
    </message>
    <message>
        <source>First token after %1</source>
        <translation>Erstes Token nach %1</translation>
    </message>
    <message>
        <source>Context: %1 of %2 tokens</source>
        <translation>Kontext: %1 von %2 Token</translation>
    </message>
    <message>
        <source>Seed: %1</source>
        <translation>Startwert: %1</translation>
    </message>
    <message>
        <source>%1 B</source>
        <comment>billions of parameters</comment>
        <translation>%1 Mrd.</translation>
    </message>
    <message>
        <source>%1 M</source>
        <comment>millions of parameters</comment>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>Prompt: %1 tokens, %2 cached and %3 new</source>
        <translation>Eingabe: %1 Token, %2 aus dem Cache und %3 neu</translation>
    </message>
    <message>
        <source>Ended: %1</source>
        <comment>why an answer ended</comment>
        <translation>Ende: %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>GaugeBar</name>
    <message>
        <source>in progress</source>
        <comment>state of a progress bar without known end</comment>
        <translation>läuft</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>fill of a gauge in percent</comment>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>HiddenNotice</name>
    <message>
        <source>contains invisible characters</source>
        <comment>warning below a message</comment>
        <translation>enthält unsichtbare Zeichen</translation>
    </message>
</context>
<context>
    <name>HotPathCard</name>
    <message>
        <source>Where the time goes</source>
        <comment>title of a card</comment>
        <translation>Wohin die Zeit geht</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <comment>read out: an operation, its share of the time, its speed</comment>
        <translation>%1: %2 %3</translation>
    </message>
</context>
<context>
    <name>LibraryHeader</name>
    <message>
        <source>Models and chats</source>
        <comment>button that opens the sidebar in a narrow window</comment>
        <translation>Modelle und Chats</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <comment>button</comment>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Models</source>
        <comment>title of the page with all models</comment>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Looking… %1</source>
        <comment>a search for models is running; %1 is how many were found</comment>
        <translation>Suche… %1</translation>
    </message>
    <message>
        <source>1 on this computer</source>
        <comment>how many models there are</comment>
        <translation>1 auf diesem Computer</translation>
    </message>
    <message>
        <source>%1 on this computer</source>
        <comment>how many models there are</comment>
        <translation>%1 auf diesem Computer</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <comment>button</comment>
        <translation>Suche beenden</translation>
    </message>
    <message>
        <source>Look again</source>
        <comment>button that searches for models</comment>
        <translation>Noch einmal suchen</translation>
    </message>
    <message>
        <source>Where models are looked for</source>
        <comment>button</comment>
        <translation>Wo nach Modellen gesucht wird</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <comment>button that opens the file dialog</comment>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>Back to the chat</source>
        <comment>button</comment>
        <translation>Zurück zum Chat</translation>
    </message>
</context>
<context>
    <name>LibraryList</name>
    <message>
        <source>Models</source>
        <comment>heading of a list</comment>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>No model has all these words.</source>
        <comment>empty list of models, filtered</comment>
        <translation>Kein Modell hat alle diese Wörter.</translation>
    </message>
    <message>
        <source>No models were found on this computer.</source>
        <comment>empty list of models</comment>
        <translation>Auf diesem Computer wurden keine Modelle gefunden.</translation>
    </message>
    <message>
        <source>Vibrant looks in the folders you name and in the caches of Hugging Face, LM Studio, Ollama, llama.cpp and GPT4All.</source>
        <comment>empty list of models</comment>
        <translation>Vibrant sucht in den Ordnern, die Sie nennen, und in den Ablagen von Hugging Face, LM Studio, Ollama, llama.cpp und GPT4All.</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <comment>button</comment>
        <translation>Ordner hinzufügen…</translation>
    </message>
</context>
<context>
    <name>LibraryPlaces</name>
    <message>
        <source>Opened before</source>
        <comment>where a model was found</comment>
        <translation>Früher geöffnet</translation>
    </message>
    <message>
        <source>Comes with Vibrant</source>
        <comment>where a model was found</comment>
        <translation>Kommt mit Vibrant</translation>
    </message>
</context>
<context>
    <name>LibraryRow</name>
    <message>
        <source>%1 context</source>
        <comment>tokens a model can look at</comment>
        <translation>%1 Kontext</translation>
    </message>
    <message>
        <source>loaded</source>
        <comment>state of a model</comment>
        <translation>geladen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <comment>a model whose header is being read</comment>
        <translation>Wird gelesen…</translation>
    </message>
</context>
<context>
    <name>LibraryTools</name>
    <message>
        <source>Search models</source>
        <comment>placeholder of the filter field</comment>
        <translation>Modelle suchen</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <comment>accessible name of a choice</comment>
        <translation>Reihenfolge der Liste</translation>
    </message>
    <message>
        <source>By name</source>
        <comment>order of models</comment>
        <translation>Nach Namen</translation>
    </message>
    <message>
        <source>By size</source>
        <comment>order of models</comment>
        <translation>Nach Größe</translation>
    </message>
    <message>
        <source>Recent first</source>
        <comment>order of models</comment>
        <translation>Neueste zuerst</translation>
    </message>
</context>
<context>
    <name>LinkSheet</name>
    <message>
        <source>Open this link?</source>
        <comment>title of a question</comment>
        <translation>Diesen Link öffnen?</translation>
    </message>
    <message>
        <source>“%1” leads to</source>
        <comment>%1 is the text of a link; its host follows</comment>
        <translation>„%1“ führt zu</translation>
    </message>
    <message>
        <source>Copy address</source>
        <comment>button</comment>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <comment>feedback after copying an address</comment>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>button</comment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>button that opens a link</comment>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>LoadPlan</name>
    <message>
        <source>Exact, 16 bits</source>
        <comment>how the context is kept in memory</comment>
        <translation>Genau, 16 Bit</translation>
    </message>
    <message>
        <source>Compact, 8 bits</source>
        <comment>how the context is kept in memory</comment>
        <translation>Kompakt, 8 Bit</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>%1, and %2 from the loaded model</source>
        <comment>free memory</comment>
        <translation>%1, und %2 vom geladenen Modell</translation>
    </message>
    <message>
        <source>It fits.</source>
        <translation>Es passt.</translation>
    </message>
    <message>
        <source>It fits when %1 is unloaded first.</source>
        <translation>Es passt, wenn %1 vorher entladen wird.</translation>
    </message>
    <message>
        <source>%1 more than there is.</source>
        <comment>memory a model needs</comment>
        <translation>%1 mehr, als es gibt.</translation>
    </message>
    <message>
        <source>%1 It would be read from the disk again and again, and be very slow.</source>
        <translation>%1 Es würde immer wieder vom Datenträger gelesen und wäre sehr langsam.</translation>
    </message>
</context>
<context>
    <name>LoadProgress</name>
    <message>
        <source>Opening %1</source>
        <comment>%1 is the name of a model</comment>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Loading %1</source>
        <comment>accessible name of the progress; %1 is the name of a model</comment>
        <translation>%1 wird geladen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>button that cancels loading a model</comment>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>MachineCard</name>
    <message>
        <source>This machine</source>
        <comment>title of a card</comment>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Kernels</source>
        <comment>label of a figure: which instruction set is used</comment>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Threads</source>
        <comment>label of a figure</comment>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Memory read</source>
        <comment>label of a figure: how fast the weights are read</comment>
        <translation>Gelesener Speicher</translation>
    </message>
    <message>
        <source>Memory read, of what this machine gives</source>
        <comment>accessible name of a gauge</comment>
        <translation>Gelesener Speicher, gemessen an dem, was dieser Rechner hergibt</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>%1 — Vibrant</source>
        <comment>window title; %1 is the title of the conversation</comment>
        <translation>%1 — Vibrant</translation>
    </message>
    <message>
        <source>Vibrant</source>
        <comment>name of the app</comment>
        <translation>Vibrant</translation>
    </message>
</context>
<context>
    <name>MathBlock</name>
    <message>
        <source>Formula: %1</source>
        <comment>read out before a displayed formula</comment>
        <translation>Formel: %1</translation>
    </message>
</context>
<context>
    <name>MemoryCard</name>
    <message>
        <source>Memory</source>
        <comment>title of a card</comment>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Memory split</source>
        <comment>accessible name of a bar</comment>
        <translation>Aufteilung des Speichers</translation>
    </message>
</context>
<context>
    <name>MessageDelegate</name>
    <message>
        <source>Your message</source>
        <comment>read out for an entry of the conversation</comment>
        <translation>Ihre Nachricht</translation>
    </message>
    <message>
        <source>Answer</source>
        <comment>read out for an entry of the conversation</comment>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <source>Edit the message</source>
        <comment>accessible name of a field</comment>
        <translation>Nachricht ändern</translation>
    </message>
    <message>
        <source>The earlier version is kept</source>
        <comment>hint while a message is edited</comment>
        <translation>Die frühere Fassung bleibt erhalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>button</comment>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Messages</source>
        <comment>accessible name of the conversation</comment>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Jump to newest</source>
        <comment>button that scrolls to the end of the conversation</comment>
        <translation>Zum Neuesten</translation>
    </message>
</context>
<context>
    <name>MessageModel</name>
    <message>
        <source>the model was done</source>
        <comment>why an answer ended</comment>
        <translation>das Modell war fertig</translation>
    </message>
    <message>
        <source>you stopped it</source>
        <comment>why an answer ended</comment>
        <translation>von Ihnen angehalten</translation>
    </message>
    <message>
        <source>the context is full</source>
        <comment>why an answer ended</comment>
        <translation>der Kontext ist voll</translation>
    </message>
    <message>
        <source>this chat&apos;s limit of tokens</source>
        <comment>why an answer ended</comment>
        <translation>die Tokengrenze dieses Chats</translation>
    </message>
    <message>
        <source>an error</source>
        <comment>why an answer ended</comment>
        <translation>ein Fehler</translation>
    </message>
    <message>
        <source>the program ended</source>
        <comment>why an answer ended</comment>
        <translation>das Programm wurde beendet</translation>
    </message>
</context>
<context>
    <name>MetadataModel</name>
    <message>
        <source>%1 · not used</source>
        <comment>type of a value that nothing reads</comment>
        <translation>%1 · nicht verwendet</translation>
    </message>
</context>
<context>
    <name>MetadataRow</name>
    <message>
        <source>%1 · shortened</source>
        <comment>type of a value of which not all is shown</comment>
        <translation>%1 · gekürzt</translation>
    </message>
    <message>
        <source>Copy the value of %1</source>
        <comment>button; %1 is a key</comment>
        <translation>Wert von %1 kopieren</translation>
    </message>
</context>
<context>
    <name>MetadataSheet</name>
    <message>
        <source>Search keys, values and tensors</source>
        <comment>placeholder of the filter field</comment>
        <translation>Schlüssel, Werte und Tensoren durchsuchen</translation>
    </message>
    <message>
        <source>Metadata (%1)</source>
        <comment>table; %1 is the number of its rows</comment>
        <translation>Metadaten (%1)</translation>
    </message>
    <message>
        <source>Tensors (%1)</source>
        <comment>table; %1 is the number of its rows</comment>
        <translation>Tensoren (%1)</translation>
    </message>
    <message>
        <source>Copy all of it</source>
        <comment>button</comment>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Reading…</source>
        <comment>a model whose header is being read</comment>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Metadata</source>
        <comment>name of a list</comment>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Tensors</source>
        <comment>name of a list</comment>
        <translation>Tensoren</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>No model</source>
        <comment>the model card while nothing is loaded</comment>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>Open a GGUF file to begin</source>
        <comment>the model card while nothing is loaded</comment>
        <translation>Zum Beginnen eine GGUF-Datei öffnen</translation>
    </message>
    <message>
        <source>Open model…</source>
        <comment>button that opens the file dialog</comment>
        <translation>Modell öffnen…</translation>
    </message>
    <message>
        <source>Unload</source>
        <comment>button that frees the model&apos;s memory</comment>
        <translation>Entladen</translation>
    </message>
    <message>
        <source>Asleep; wakes with the next message</source>
        <comment>the model card</comment>
        <translation>Schläft; wacht mit der nächsten Nachricht auf</translation>
    </message>
    <message>
        <source>Models</source>
        <comment>button that opens the page with all models</comment>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Starter model</source>
        <comment>mark on the model that comes with the program</comment>
        <translation>Startmodell</translation>
    </message>
</context>
<context>
    <name>ModelController</name>
    <message>
        <source>%1 · %2 · %3 context</source>
        <comment>quantisation, file size, context size in tokens</comment>
        <translation>%1 · %2 · %3 Kontext</translation>
    </message>
    <message>
        <source>Opening the file</source>
        <translation>Die Datei wird geöffnet</translation>
    </message>
    <message>
        <source>Reading the vocabulary</source>
        <translation>Das Vokabular wird gelesen</translation>
    </message>
    <message>
        <source>Checking the weights · %1 of %2</source>
        <translation>Die Gewichte werden gelesen · %1 von %2</translation>
    </message>
    <message>
        <source>Preparing the context</source>
        <translation>Der Kontext wird vorbereitet</translation>
    </message>
    <message>
        <source>Waiting for the running answer to end</source>
        <translation>Wartet auf das Ende der laufenden Antwort</translation>
    </message>
    <message>
        <source>%1 is not a file on this computer</source>
        <translation>%1 ist keine Datei auf diesem Rechner</translation>
    </message>
    <message>
        <source>Unloading the model before it</source>
        <translation>Das vorige Modell wird entladen</translation>
    </message>
    <message>
        <source>This is Vibrant&apos;s own starter model: tiny, and good for a few hundred small programming tasks. Open a coder model for real work.</source>
        <translation>Das ist Vibrants eigenes Startmodell: winzig, und gut für ein paar hundert kleine Programmieraufgaben. Für echte Arbeit ein Coder-Modell öffnen.</translation>
    </message>
</context>
<context>
    <name>ModelDetails</name>
    <message>
        <source>%1: %2</source>
        <comment>what happened, the engine&apos;s words</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ModelFacts</name>
    <message>
        <source>in the file</source>
        <comment>where the chat template is</comment>
        <translation>in der Datei</translation>
    </message>
    <message>
        <source>none: a plain form is used</source>
        <comment>where the chat template is</comment>
        <translation>keine: eine einfache Form wird verwendet</translation>
    </message>
    <message>
        <source>%1 in %2 files</source>
        <comment>size of a model and its parts</comment>
        <translation>%1 in %2 Dateien</translation>
    </message>
</context>
<context>
    <name>ModelFactsCard</name>
    <message>
        <source>Name</source>
        <comment>fact about a model</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Architecture</source>
        <comment>fact about a model</comment>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Quantisation</source>
        <comment>fact about a model: how its numbers are stored</comment>
        <translation>Quantisierung</translation>
    </message>
    <message>
        <source>Parameters</source>
        <comment>fact about a model</comment>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Size</source>
        <comment>fact about a model</comment>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Trained context</source>
        <comment>fact about a model: tokens</comment>
        <translation>Gelernter Kontext</translation>
    </message>
    <message>
        <source>Chat template</source>
        <comment>fact about a model</comment>
        <translation>Chat-Vorlage</translation>
    </message>
    <message>
        <source>Licence</source>
        <comment>fact about a model</comment>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>File</source>
        <comment>fact about a model: where it is</comment>
        <translation>Datei</translation>
    </message>
</context>
<context>
    <name>ModelLibrary</name>
    <message>
        <source>the folder is not there</source>
        <comment>beside a place in which models were looked for</comment>
        <translation>der Ordner ist nicht da</translation>
    </message>
    <message>
        <source>may not be read</source>
        <comment>beside a place in which models were looked for</comment>
        <translation>darf nicht gelesen werden</translation>
    </message>
    <message>
        <source>too large to be searched to the end</source>
        <comment>beside a place in which models were looked for</comment>
        <translation>zu groß, um bis zum Ende durchsucht zu werden</translation>
    </message>
    <message>
        <source>1 model</source>
        <translation>1 Modell</translation>
    </message>
    <message numerus="yes">
        <source>%Ln models</source>
        <translation>
            <numerusform>%Ln Modell</numerusform>
            <numerusform>%Ln Modelle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelPane</name>
    <message>
        <source>Load again with these choices</source>
        <comment>button</comment>
        <translation>Mit diesen Einstellungen neu laden</translation>
    </message>
    <message>
        <source>Loaded</source>
        <comment>button of the model in use</comment>
        <translation>Geladen</translation>
    </message>
    <message>
        <source>Load</source>
        <comment>button</comment>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Unload the other and load</source>
        <comment>button</comment>
        <translation>Das andere entladen und laden</translation>
    </message>
    <message>
        <source>Load anyway</source>
        <comment>button</comment>
        <translation>Trotzdem laden</translation>
    </message>
    <message>
        <source>Choose a model from the list</source>
        <comment>empty pane</comment>
        <translation>Wählen Sie ein Modell aus der Liste</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <comment>button: in the file manager</comment>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Metadata…</source>
        <comment>button: all keys and tensors of a model</comment>
        <translation>Metadaten…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <comment>a model whose header is being read</comment>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Unload</source>
        <comment>button that frees the model&apos;s memory</comment>
        <translation>Entladen</translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>Answer with another model</source>
        <comment>title of a dialog</comment>
        <translation>Mit einem anderen Modell antworten</translation>
    </message>
    <message>
        <source>Which model?</source>
        <comment>placeholder of the field of a dialog</comment>
        <translation>Welches Modell?</translation>
    </message>
    <message>
        <source>Looking for models…</source>
        <comment>empty list</comment>
        <translation>Modelle werden gesucht…</translation>
    </message>
    <message>
        <source>No such model was found on this computer.</source>
        <comment>empty list</comment>
        <translation>Auf diesem Computer wurde kein solches Modell gefunden.</translation>
    </message>
    <message>
        <source>All models, and what they need</source>
        <comment>button that opens the page with all models</comment>
        <translation>Alle Modelle, und was sie brauchen</translation>
    </message>
</context>
<context>
    <name>NewChatSettings</name>
    <message>
        <source>New chats</source>
        <comment>heading in the settings</comment>
        <translation>Neue Chats</translation>
    </message>
    <message>
        <source>Instructions</source>
        <comment>heading: the system prompt</comment>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>What the model is told before every conversation, for example: answer with code only</source>
        <comment>placeholder of a field</comment>
        <translation>Was dem Modell vor jedem Gespräch gesagt wird, zum Beispiel: Antworte nur mit Code</translation>
    </message>
    <message>
        <source>Instructions for new chats</source>
        <comment>accessible name of a field: the system prompt</comment>
        <translation>Anweisungen für neue Chats</translation>
    </message>
    <message>
        <source>Temperature</source>
        <comment>setting of sampling</comment>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>0: always the likeliest word. Higher: more varied.</source>
        <comment>explanation of a setting</comment>
        <translation>0: immer das wahrscheinlichste Wort. Höher: abwechslungsreicher.</translation>
    </message>
</context>
<context>
    <name>OpenModelDialog</name>
    <message>
        <source>Open model</source>
        <comment>title of the file dialog</comment>
        <translation>Modell öffnen</translation>
    </message>
    <message>
        <source>GGUF models (*.gguf)</source>
        <comment>file dialog</comment>
        <translation>GGUF-Modelle (*.gguf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <comment>file dialog</comment>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>OtherModelLine</name>
    <message>
        <source>%1 answered here so far</source>
        <comment>%1 is the name of a model that is not open</comment>
        <translation>Hier hat bisher %1 geantwortet</translation>
    </message>
    <message>
        <source>Switch to it</source>
        <comment>button: opens the model that answered this chat</comment>
        <translation>Dazu wechseln</translation>
    </message>
    <message>
        <source>Open it</source>
        <comment>button: opens the model that answered this chat</comment>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <comment>accessible name of a button; %1 is the name of a model</comment>
        <translation>%1 öffnen</translation>
    </message>
</context>
<context>
    <name>PageBanners</name>
    <message>
        <source>Open model…</source>
        <comment>button that opens the file dialog</comment>
        <translation>Modell öffnen…</translation>
    </message>
</context>
<context>
    <name>PaletteRow</name>
    <message>
        <source>%1: %2</source>
        <comment>a label and its figure, read out together</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>PaletteSheet</name>
    <message>
        <source>All commands</source>
        <comment>title of a dialog</comment>
        <translation>Alle Befehle</translation>
    </message>
    <message>
        <source>What shall be done?</source>
        <comment>placeholder of the field of the command palette</comment>
        <translation>Was soll geschehen?</translation>
    </message>
    <message>
        <source>No command is called that.</source>
        <comment>empty list of the command palette</comment>
        <translation>So heißt kein Befehl.</translation>
    </message>
</context>
<context>
    <name>PlacesSheet</name>
    <message>
        <source>Where models are looked for</source>
        <comment>title of a dialog</comment>
        <translation>Wo nach Modellen gesucht wird</translation>
    </message>
    <message>
        <source>Models are opened where they are. Nothing is copied, moved or changed, and nothing is downloaded.</source>
        <comment>explanation</comment>
        <translation>Modelle werden geöffnet, wo sie sind. Nichts wird kopiert, verschoben oder geändert, und nichts wird heruntergeladen.</translation>
    </message>
    <message>
        <source>Do not look in %1 any more</source>
        <comment>button; the folder stays</comment>
        <translation>Nicht mehr in %1 suchen</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <comment>button</comment>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>A folder with models</source>
        <comment>title of the folder dialog</comment>
        <translation>Ein Ordner mit Modellen</translation>
    </message>
</context>
<context>
    <name>PlanChoicesCard</name>
    <message>
        <source>Context: %1</source>
        <comment>choice for a model; %1 is a number of tokens</comment>
        <translation>Kontext: %1</translation>
    </message>
    <message>
        <source>Chosen for you: enough for code, and never more than half of the free memory.</source>
        <comment>explanation of the automatic context</comment>
        <translation>Für Sie gewählt: genug für Code, und nie mehr als die Hälfte des freien Speichers.</translation>
    </message>
    <message>
        <source>How much of the conversation and its files the model can look at.</source>
        <comment>explanation of the context</comment>
        <translation>Wie viel von der Unterhaltung und ihren Dateien das Modell sehen kann.</translation>
    </message>
    <message>
        <source>Choose the context automatically</source>
        <comment>accessible name of a switch</comment>
        <translation>Kontext automatisch wählen</translation>
    </message>
    <message>
        <source>Context</source>
        <comment>accessible name of a slider</comment>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Use the largest that fits: %1</source>
        <comment>button; %1 is a number of tokens</comment>
        <translation>Den größten nehmen, der passt: %1</translation>
    </message>
    <message>
        <source>Context in memory</source>
        <comment>choice for a model: the type of the cache</comment>
        <translation>Kontext im Speicher</translation>
    </message>
    <message>
        <source>Threads</source>
        <comment>choice for a model</comment>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Automatic</source>
        <comment>choice of a setting</comment>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Back to automatic</source>
        <comment>button: forgets the choices for a model</comment>
        <translation>Zurück zu automatisch</translation>
    </message>
</context>
<context>
    <name>PlanMemoryCard</name>
    <message>
        <source>Memory it needs</source>
        <comment>title of a card</comment>
        <translation>Speicher, den es braucht</translation>
    </message>
    <message>
        <source>What the model needs of the free memory</source>
        <comment>accessible name of a bar</comment>
        <translation>Was das Modell vom freien Speicher braucht</translation>
    </message>
    <message>
        <source>Weights</source>
        <comment>part of the memory: the model itself</comment>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Context of %1</source>
        <comment>part of the memory; %1 is a number of tokens</comment>
        <translation>Kontext von %1</translation>
    </message>
    <message>
        <source>Work buffers</source>
        <comment>part of the memory</comment>
        <translation>Arbeitspuffer</translation>
    </message>
    <message>
        <source>Free</source>
        <comment>memory</comment>
        <translation>Frei</translation>
    </message>
</context>
<context>
    <name>PresetRow</name>
    <message>
        <source>Preset</source>
        <comment>setting: a named set of settings</comment>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no preset is chosen</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>Remove the preset %1</source>
        <comment>button</comment>
        <translation>Vorgabe %1 entfernen</translation>
    </message>
    <message>
        <source>Keep these settings as a preset</source>
        <comment>button</comment>
        <translation>Diese Einstellungen als Vorgabe behalten</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <comment>placeholder of a field</comment>
        <translation>Name der Vorgabe</translation>
    </message>
    <message>
        <source>Keep</source>
        <comment>button: keeps the settings as a preset</comment>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>QGuiApplication</name>
    <message>
        <source>&quot;%1&quot; cannot be the name of a profile: 1 to 40 letters, digits, - and _.</source>
        <translation>„%1“ kann kein Profil heißen: 1 bis 40 Buchstaben, Ziffern, - und _.</translation>
    </message>
    <message>
        <source>Vibrant is running already and does not answer.</source>
        <translation>Vibrant läuft schon und antwortet nicht.</translation>
    </message>
    <message>
        <source>Chat with a local coder model.</source>
        <translation>Mit einem lokalen Programmiermodell chatten.</translation>
    </message>
    <message>
        <source>Answer with canned text, without a model.</source>
        <translation>Mit vorgefertigtem Text antworten, ohne Modell.</translation>
    </message>
    <message>
        <source>Keep settings and conversations apart, under this name.</source>
        <translation>Einstellungen und Gespräche getrennt halten, unter diesem Namen.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>Visit every screen without a display and report.</source>
        <translation>Jede Ansicht ohne Bildschirm besuchen und berichten.</translation>
    </message>
    <message>
        <source>The model to open.</source>
        <translation>Das Modell, das geöffnet wird.</translation>
    </message>
</context>
<context>
    <name>RawView</name>
    <message>
        <source>Source of the message</source>
        <comment>accessible name</comment>
        <translation>Quelltext der Nachricht</translation>
    </message>
</context>
<context>
    <name>RecentFileRow</name>
    <message>
        <source>the file is not there</source>
        <comment>state of a recent model</comment>
        <translation>die Datei ist nicht da</translation>
    </message>
    <message>
        <source>loaded</source>
        <comment>state of a recent model</comment>
        <translation>geladen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>size of a file, then its folder</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Not found · %1</source>
        <comment>%1 is a folder</comment>
        <translation>Nicht gefunden · %1</translation>
    </message>
    <message>
        <source>Remove %1 from the list</source>
        <comment>button beside a recent model; the file stays</comment>
        <translation>%1 aus der Liste entfernen</translation>
    </message>
</context>
<context>
    <name>SaveFile</name>
    <message>
        <source>Saved as %1</source>
        <comment>%1 is the path of a file</comment>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Save code</source>
        <comment>title of the file dialog</comment>
        <translation>Code speichern</translation>
    </message>
</context>
<context>
    <name>SaveFiles</name>
    <message numerus="yes">
        <source>%n file(s) saved to %1</source>
        <comment>%1 is a folder</comment>
        <translation>
            <numerusform>Eine Datei in %1 gespeichert</numerusform>
            <numerusform>%n Dateien in %1 gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>Save to which folder?</source>
        <comment>title of the folder dialog</comment>
        <translation>In welchen Ordner speichern?</translation>
    </message>
</context>
<context>
    <name>SaveQuestion</name>
    <message numerus="yes">
        <source>%n file(s) exist already</source>
        <comment>question before saving</comment>
        <translation>
            <numerusform>Eine Datei gibt es schon</numerusform>
            <numerusform>%n Dateien gibt es schon</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep both</source>
        <comment>button: saves under another name</comment>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>Replace</source>
        <comment>button: overwrites files</comment>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>button</comment>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>SearchHitRow</name>
    <message>
        <source>%1: %2</source>
        <comment>title of a chat, then what was found in it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message>
        <source>Search results</source>
        <comment>accessible name of a list</comment>
        <translation>Suchergebnisse</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <comment>%1 is what was searched for</comment>
        <translation>Nichts gefunden für „%1“</translation>
    </message>
</context>
<context>
    <name>SettingsSheet</name>
    <message>
        <source>Settings</source>
        <comment>title of a dialog</comment>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <comment>button that closes a dialog</comment>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <comment>title of a dialog</comment>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a label and its figure, read out together</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Vibrant</source>
        <comment>name of the app</comment>
        <translation>Vibrant</translation>
    </message>
    <message>
        <source>Keyboard shortcuts (F1)</source>
        <comment>button</comment>
        <translation>Tastenkürzel (F1)</translation>
    </message>
    <message>
        <source>New chat</source>
        <comment>button</comment>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Search all chats</source>
        <comment>placeholder of a field</comment>
        <translation>Alle Chats durchsuchen</translation>
    </message>
    <message>
        <source>Trash</source>
        <comment>button that shows the deleted chats</comment>
        <translation>Papierkorb</translation>
    </message>
</context>
<context>
    <name>SpeedCard</name>
    <message>
        <source>%1 of the prompt read</source>
        <comment>read out</comment>
        <translation>%1 der Eingabe gelesen</translation>
    </message>
    <message>
        <source>%1 tokens per second</source>
        <comment>read out</comment>
        <translation>%1 Token je Sekunde</translation>
    </message>
    <message>
        <source>of the prompt</source>
        <comment>after a share like 42 %</comment>
        <translation>der Eingabe</translation>
    </message>
    <message>
        <source>tokens / s</source>
        <comment>unit after a big figure</comment>
        <translation>Token / s</translation>
    </message>
    <message>
        <source>Prompt read</source>
        <comment>accessible name of the progress of reading the prompt</comment>
        <translation>Gelesene Eingabe</translation>
    </message>
    <message>
        <source>Tokens per second over time</source>
        <comment>accessible name of a small chart</comment>
        <translation>Token je Sekunde im Lauf der Zeit</translation>
    </message>
    <message>
        <source>Prompt</source>
        <comment>label of a figure: tokens read of the prompt</comment>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Time left</source>
        <comment>label of a figure</comment>
        <translation>Noch</translation>
    </message>
    <message>
        <source>First token</source>
        <comment>label of a figure: time until the first token</comment>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Speed</source>
        <comment>label of a figure</comment>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Prompt</source>
        <comment>label of a figure: speed of reading the prompt</comment>
        <translation>Eingabe</translation>
    </message>
</context>
<context>
    <name>StatusController</name>
    <message>
        <source>Weights in memory</source>
        <translation>Gewichte im Speicher</translation>
    </message>
    <message>
        <source>Weights on disk</source>
        <translation>Gewichte auf dem Datenträger</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>KV-Cache</translation>
    </message>
    <message>
        <source>Work buffers</source>
        <translation>Arbeitspuffer</translation>
    </message>
    <message>
        <source>App</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>%1 of %2 GB/s</source>
        <translation>%1 von %2 GB/s</translation>
    </message>
    <message>
        <source>%1 GB/s</source>
        <translation>%1 GB/s</translation>
    </message>
    <message>
        <source>Waiting for the model</source>
        <translation>Wartet auf das Modell</translation>
    </message>
    <message>
        <source>Reading the prompt</source>
        <translation>Liest die Eingabe</translation>
    </message>
    <message>
        <source>Generating</source>
        <translation>Schreibt</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Hält an</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Lädt</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Letzte Antwort</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>%1 of %2 tokens</source>
        <translation>%1 von %2 Token</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 Token/s</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 Tok/s</translation>
    </message>
    <message>
        <source>%1 context</source>
        <translation>%1 Kontext</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>Schläft</translation>
    </message>
</context>
<context>
    <name>StatusPanel</name>
    <message>
        <source>Copied</source>
        <comment>button, after it has copied</comment>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy for a bug report</source>
        <comment>button that copies the figures as text</comment>
        <translation>Für Fehlerbericht kopieren</translation>
    </message>
</context>
<context>
    <name>StorageBanner</name>
    <message>
        <source>Try again</source>
        <comment>button: to keep conversations on disk</comment>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Export all…</source>
        <comment>button: all conversations into a file</comment>
        <translation>Alles exportieren…</translation>
    </message>
</context>
<context>
    <name>StorageModel</name>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
</context>
<context>
    <name>StorageSettings</name>
    <message>
        <source>Privacy</source>
        <comment>heading in the settings</comment>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Vibrant opens no network connection. Everything it knows is in these places, readable for you only.</source>
        <comment>explanation in the settings</comment>
        <translation>Vibrant öffnet keine Netzverbindung. Alles, was es weiß, liegt an diesen Orten, nur für Sie lesbar.</translation>
    </message>
    <message>
        <source>Copy the path of %1</source>
        <comment>button; %1 is what is kept there</comment>
        <translation>Den Pfad kopieren: %1</translation>
    </message>
    <message>
        <source>Show %1 in the file manager</source>
        <comment>button; %1 is what is kept there</comment>
        <translation>In der Dateiverwaltung zeigen: %1</translation>
    </message>
    <message>
        <source>%1: press again to confirm</source>
        <comment>button; %1 is what it does</comment>
        <translation>%1: zum Bestätigen noch einmal drücken</translation>
    </message>
</context>
<context>
    <name>TableBlock</name>
    <message>
        <source>Table</source>
        <comment>accessible name of a table in an answer</comment>
        <translation>Tabelle</translation>
    </message>
</context>
<context>
    <name>TaskBox</name>
    <message>
        <source>task</source>
        <comment>a check box in an answer</comment>
        <translation>Aufgabe</translation>
    </message>
</context>
<context>
    <name>TextFile</name>
    <message>
        <source>%1 is not an ordinary file</source>
        <comment>a file name</comment>
        <translation>%1 ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>%1 is not there any more</source>
        <comment>a file name</comment>
        <translation>%1 ist nicht mehr da</translation>
    </message>
    <message>
        <source>%1 is too large: %2, and up to %3 can be read</source>
        <comment>a file name, its size, the most</comment>
        <translation>%1 ist zu groß: %2, und bis zu %3 lassen sich lesen</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <comment>a file name, the system&apos;s reason</comment>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 is not a text file</source>
        <comment>a file name</comment>
        <translation>%1 ist keine Textdatei</translation>
    </message>
    <message>
        <source>%1 is not a file on this computer</source>
        <comment>an address</comment>
        <translation>%1 ist keine Datei auf diesem Rechner</translation>
    </message>
</context>
<context>
    <name>ThinkingHead</name>
    <message>
        <source>Thinking… %1 s</source>
        <comment>%1 seconds so far</comment>
        <translation>Denkt nach… %1 s</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <comment>before the answer</comment>
        <translation>Denkt nach…</translation>
    </message>
    <message>
        <source>Thought for %1 s</source>
        <comment>%1 seconds</comment>
        <translation>%1 s nachgedacht</translation>
    </message>
    <message>
        <source>Thoughts</source>
        <comment>what the model thought before its answer, time unknown</comment>
        <translation>Gedanken</translation>
    </message>
    <message>
        <source>shown</source>
        <comment>state of what can be folded</comment>
        <translation>sichtbar</translation>
    </message>
    <message>
        <source>hidden</source>
        <comment>state of what can be folded</comment>
        <translation>verborgen</translation>
    </message>
</context>
<context>
    <name>TrashModel</name>
    <message>
        <source>Untitled chat</source>
        <translation>Chat ohne Titel</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>%1 days left</source>
        <comment>until a deleted chat is gone for good</comment>
        <translation>noch %1 Tage</translation>
    </message>
</context>
<context>
    <name>TrashPage</name>
    <message>
        <source>Back to the chats</source>
        <comment>button</comment>
        <translation>Zurück zu den Chats</translation>
    </message>
    <message>
        <source>Trash</source>
        <comment>heading</comment>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Really?</source>
        <comment>button: asks once more before the trash is emptied</comment>
        <translation>Wirklich?</translation>
    </message>
    <message>
        <source>Empty</source>
        <comment>button that empties the trash</comment>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Delete all for good</source>
        <comment>accessible name of a button</comment>
        <translation>Alle endgültig löschen</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <comment>accessible name of a button</comment>
        <translation>Papierkorb leeren</translation>
    </message>
    <message>
        <source>Chats are deleted for good after 30 days.</source>
        <comment>in the trash</comment>
        <translation>Chats werden nach 30 Tagen endgültig gelöscht.</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <comment>in the trash</comment>
        <translation>Der Papierkorb ist leer.</translation>
    </message>
    <message>
        <source>Deleted chats</source>
        <comment>accessible name of a list</comment>
        <translation>Gelöschte Chats</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <comment>button; %1 is the title of a chat</comment>
        <translation>%1 wiederherstellen</translation>
    </message>
    <message>
        <source>Delete %1 for good</source>
        <comment>button; %1 is the title of a chat</comment>
        <translation>%1 endgültig löschen</translation>
    </message>
</context>
<context>
    <name>UnchooseButton</name>
    <message>
        <source>%1: back to the default</source>
        <comment>button beside a setting</comment>
        <translation>%1: zurück zur Vorgabe</translation>
    </message>
</context>
<context>
    <name>UndoToast</name>
    <message>
        <source>Undo</source>
        <comment>button: the chat comes back from the trash</comment>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>UserMessage</name>
    <message>
        <source>You wrote: %1</source>
        <comment>read out before the user&apos;s own message</comment>
        <translation>Sie schrieben: %1</translation>
    </message>
    <message>
        <source>Show all</source>
        <comment>button that unfolds a long message</comment>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Show less</source>
        <comment>button that folds a long message</comment>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>Send</source>
        <comment>button that sends the message</comment>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <comment>button below the user&apos;s message</comment>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>Edit and send again</source>
        <comment>button below the user&apos;s message</comment>
        <translation>Ändern und neu senden</translation>
    </message>
</context>
<context>
    <name>VersionSwitcher</name>
    <message>
        <source>Version %1 of %2</source>
        <comment>of a message</comment>
        <translation>Fassung %1 von %2</translation>
    </message>
    <message>
        <source>Earlier version</source>
        <comment>button on a message</comment>
        <translation>Frühere Fassung</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>version of a message, and how many there are</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Later version</source>
        <comment>button on a message</comment>
        <translation>Spätere Fassung</translation>
    </message>
</context>
<context>
    <name>ViewStartLine</name>
    <message>
        <source>The model sees from here on</source>
        <comment>a line across the chat</comment>
        <translation>Ab hier sieht das Modell den Chat</translation>
    </message>
</context>
<context>
    <name>WaitingRow</name>
    <message>
        <source>Reading the prompt</source>
        <comment>the model works on the question, before it answers</comment>
        <translation>Liest die Eingabe</translation>
    </message>
    <message>
        <source>Prompt read</source>
        <comment>accessible name of the progress of reading the prompt</comment>
        <translation>Gelesene Eingabe</translation>
    </message>
    <message>
        <source>Waits for the answer of another chat</source>
        <comment>state of a sent message</comment>
        <translation>Wartet auf die Antwort eines anderen Chats</translation>
    </message>
</context>
<context>
    <name>WritingSettings</name>
    <message>
        <source>Writing</source>
        <comment>heading in the settings</comment>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Send with</source>
        <comment>setting: which key</comment>
        <translation>Senden mit</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>a key</comment>
        <translation>Eingabetaste</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <comment>keys</comment>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Shift+Enter breaks the line.</source>
        <comment>explanation of a setting</comment>
        <translation>Umschalt+Eingabe bricht die Zeile um.</translation>
    </message>
    <message>
        <source>Enter breaks the line.</source>
        <comment>explanation of a setting</comment>
        <translation>Die Eingabetaste bricht die Zeile um.</translation>
    </message>
    <message>
        <source>Notify when a long answer is complete</source>
        <comment>setting</comment>
        <translation>Melden, wenn eine lange Antwort fertig ist</translation>
    </message>
    <message>
        <source>Only while the window is in the background.</source>
        <comment>explanation of a setting</comment>
        <translation>Nur solange das Fenster im Hintergrund ist.</translation>
    </message>
</context>
</TS>
