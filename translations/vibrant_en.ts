<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AttachmentsModel</name>
    <message numerus="yes">
        <source>%1 has more text than fits: the first %n file(s) are attached</source>
        <comment>a folder</comment>
        <translation>
            <numerusform>%1 has more text than fits: the first file is attached</numerusform>
            <numerusform>%1 has more text than fits: the first %n files are attached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of %1 are too large or cannot be read</source>
        <comment>a folder</comment>
        <translation>
            <numerusform>One file of %1 is too large or cannot be read</numerusform>
            <numerusform>%n files of %1 are too large or cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <comment>size of a file</comment>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 token(s)</source>
        <comment>price of a file</comment>
        <translation>
            <numerusform>%1 token</numerusform>
            <numerusform>%1 tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatFilesModel</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <comment>size of a file</comment>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiffRow</name>
    <message numerus="yes">
        <source>%n unchanged line(s)</source>
        <comment>button that shows them</comment>
        <translation>
            <numerusform>%n unchanged line</numerusform>
            <numerusform>%n unchanged lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message numerus="yes">
        <source>%n line(s) added</source>
        <comment>summary of a comparison</comment>
        <translation>
            <numerusform>%n line added</numerusform>
            <numerusform>%n lines added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) removed</source>
        <comment>summary of a comparison</comment>
        <translation>
            <numerusform>%n line removed</numerusform>
            <numerusform>%n lines removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilesSheet</name>
    <message numerus="yes">
        <source>Save %n file(s)…</source>
        <comment>button; to a folder</comment>
        <translation>
            <numerusform>Save %n file…</numerusform>
            <numerusform>Save %n files…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoldBar</name>
    <message numerus="yes">
        <source>Show all %n line(s)</source>
        <comment>button below long code</comment>
        <translation>
            <numerusform>Show the one line</numerusform>
            <numerusform>Show all %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelLibrary</name>
    <message numerus="yes">
        <source>%Ln models</source>
        <translation>
            <numerusform>%Ln model</numerusform>
            <numerusform>%Ln models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SaveFiles</name>
    <message numerus="yes">
        <source>%n file(s) saved to %1</source>
        <comment>%1 is a folder</comment>
        <translation>
            <numerusform>%n file saved to %1</numerusform>
            <numerusform>%n files saved to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SaveQuestion</name>
    <message numerus="yes">
        <source>%n file(s) exist already</source>
        <comment>question before saving</comment>
        <translation>
            <numerusform>One file exists already</numerusform>
            <numerusform>%n files exist already</numerusform>
        </translation>
    </message>
</context>
</TS>
