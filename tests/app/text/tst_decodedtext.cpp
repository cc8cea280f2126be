// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Bytes of files to text, or a refusal.
#include <QStringEncoder>
#include <QTest>

#include "text/decodedtext.h"

class TestDecodedText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodes_data();
    void decodes();
    void refusesBinary_data();
    void refusesBinary();
    void randomBytesAreBinary();
};

namespace
{
QByteArray encoded(const QString &text, QStringConverter::Encoding encoding, bool mark)
{
    QStringEncoder encoder(encoding, mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder(text);
}
}

void TestDecodedText::decodes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("encoding");
    const QString text = QStringLiteral("int größe = 1; // € 日本\n");
    const QString latin = QStringLiteral("int value = 1;\nreturn value;\n");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &decoded, const char *encoding) {
        QTest::newRow(name) << bytes << decoded << QString::fromLatin1(encoding);
    };
    row("utf-8", text.toUtf8(), text, "UTF-8");
    row("utf-8 with mark", "\xEF\xBB\xBF" + text.toUtf8(), text, "UTF-8");
    row("utf-16 le", encoded(text, QStringConverter::Utf16LE, true), text, "UTF-16");
    row("utf-16 be", encoded(text, QStringConverter::Utf16BE, true), text, "UTF-16");
    row("utf-32", encoded(text, QStringConverter::Utf32LE, true), text, "UTF-32");
    row("utf-16 le unmarked", encoded(latin, QStringConverter::Utf16LE, false), latin, "UTF-16");
    row("utf-16 be unmarked", encoded(latin, QStringConverter::Utf16BE, false), latin, "UTF-16");
    row("latin-1",
        "gr\xF6\xDF"
        "er \xE9t\xE9",
        QStringLiteral("größer été"), "Windows-1252");
    row("windows", "\x80 5 \x93ok\x94", QStringLiteral("€ 5 “ok”"), "Windows-1252");
    row("crlf", "a\r\nb\rc\n", QStringLiteral("a\nb\nc\n"), "UTF-8");
    row("empty", "", QString(), "UTF-8");
    row("log with colours", "\x1B[31merror\x1B[0m: no\n", QStringLiteral("\x1B[31merror\x1B[0m: no\n"), "UTF-8");
    row("one form feed", "page\f2", QStringLiteral("page\f2"), "UTF-8");
}

void TestDecodedText::decodes()
{
    QFETCH(QByteArray, bytes);
    const std::optional<DecodedText> decoded = decodeText(bytes);
    QVERIFY(decoded);
    QTEST(decoded->text, "text");
    QTEST(decoded->encoding, "encoding");
}

void TestDecodedText::refusesBinary_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nul") << QByteArray("ab\0cd", 5);
    QTest::newRow("gguf") << QByteArray("GGUF\3\0\0\0", 8);
    QTest::newRow("pdf") << QByteArray("%PDF-1.7\ntext text");
    QTest::newRow("png") << QByteArray("\x89PNG\r\n\x1A\n");
    QTest::newRow("jpeg") << QByteArray("\xFF\xD8\xFF\xE0 text");
    QTest::newRow("elf") << QByteArray("\x7F"
                                       "ELF\2\1\1");
    QTest::newRow("zip") << QByteArray("PK\x03\x04 text");
    QTest::newRow("utf-16 broken") << QByteArray("\xFF\xFE\x00\xD8", 4);
    QTest::newRow("controls") << QByteArray(100, '\x01');
    QTest::newRow("marked utf-16 of nul") << QByteArray("\xFF\xFE\0\0a\0", 6);
}

void TestDecodedText::refusesBinary()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!decodeText(bytes));
}

void TestDecodedText::randomBytesAreBinary()
{
    quint64 state = 88172645463325252ULL;
    for (int i = 0; i < 200; ++i) {
        QByteArray bytes(4096, Qt::Uninitialized);
        for (char &byte : bytes) {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            byte = static_cast<char>(std::max<quint64>((state >> 32) & 0xFF, 1)); // even without a zero
        }
        QVERIFY(!decodeText(bytes));
    }
}

QTEST_GUILESS_MAIN(TestDecodedText)
#include "tst_decodedtext.moc"
