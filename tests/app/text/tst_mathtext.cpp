// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Formulas: what they read like, where they are found, and above all where there are none.
#include <QTest>

#include "text/inlinemarkdown.h"
#include "text/mathtext.h"

namespace
{
QString shown(const QString &source)
{
    QString text;
    for (const InlineRun &run : parseInline(source)) {
        text += run.text;
    }
    return text.replace(QChar(QChar::LineSeparator), QLatin1Char('|'));
}
}

class TestMathText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readable_data();
    void readable();
    void inProse_data();
    void inProse();
    void hostile();
};

void TestMathText::readable_data()
{
    QTest::addColumn<QString>("tex");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *tex, const char *expected) {
        QTest::newRow(tex) << QString::fromUtf8(tex) << QString::fromUtf8(expected);
    };
    row("E = mc^2", "E = mc²");
    row("x^{10} + y_{12}", "x¹⁰ + y₁₂");
    row("x_i^2", "xᵢ²");
    row("2^{n-1}", "2ⁿ⁻¹");
    row("a^{Qx}", "a^(Qx)");
    row("A^T", "Aᵀ");
    row("a_Q", "a_Q");
    row("\\frac{1}{2}", "1/2");
    row("\\frac12", "1/2");
    row("\\frac{a+b}{2c}", "(a+b)/2c");
    row("\\frac{\\frac{a}{b}}{c}", "(a/b)/c");
    row("\\sqrt{x}", "√x");
    row("\\sqrt{x^2 + y^2}", "√(x² + y²)");
    row("\\sqrt[3]{8}", "∛8");
    row("\\alpha \\le \\beta", "α ≤ β");
    row("\\sum_{i=1}^{n} i", "∑ᵢ₌₁ⁿ i");
    row("\\int_0^\\infty e^{-x} \\, dx", "∫₀^∞ e⁻ˣ dx");
    row("O(n \\log n)", "O(n log n)");
    row("\\sin\\theta", "sin θ");
    row("\\lfloor n/2 \\rfloor", "⌊ n/2 ⌋");
    row("f: \\mathbb{R} \\to \\mathbb{N}", "f: ℝ → ℕ");
    row("\\text{if } x \\neq 0", "if x ≠ 0");
    row("\\left( \\frac{a}{b} \\right)", "( a/b )");
    row("\\left. x \\right|", "x |");
    row("\\hat{y} - \\bar x", "ŷ − x̄");
    row("\\mathbf{W}x + \\mathrm{b}", "Wx + b");
    row("\\{1, 2, \\ldots\\}", "{1, 2, …}");
    row("f'(x)", "f′(x)");
    row("\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}", "a b\nc d");
    row("\\begin{aligned} x &= 1 \\\\ y &= 2 \\end{aligned}", "x = 1\ny = 2");
    row("\\unknown{x}", "\\unknownx");
    row("50\\%", "50%");
    row("{", "");
    row("____x", "ₓ");
    row("x^^2", "x²");
    row("}}}", "");
    row("\\", "\\");
    row("^", "");
    row("\\frac", "/");
    row("", "");
}

void TestMathText::readable()
{
    QFETCH(QString, tex);
    QFETCH(QString, expected);
    QCOMPARE(MathText::readable(tex).normalized(QString::NormalizationForm_C),
        expected.normalized(QString::NormalizationForm_C));
}

void TestMathText::inProse_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *source, const char *expected) {
        QTest::newRow(source) << QString::fromUtf8(source) << QString::fromUtf8(expected);
    };
    const auto same = [&row](const char *source) { row(source, source); };
    row("The cost is \\(O(n^2)\\) here.", "The cost is O(n²) here.");
    row("so \\[x = \\frac{1}{2}\\] and", "so |x = 1/2| and");
    row("\\[x\\]", "x");
    row("Let $n$ be $2^k$.", "Let n be 2ᵏ.");
    row("$$E = mc^2$$", "E = mc²");
    row("**$x_1$** and *$y$*", "x₁ and y");
    row("($a+b$)", "(a+b)");
    row("$O(n \\log n)$ time", "O(n log n) time");
    row("$\\alpha$, $\\beta$", "α, β");
    row("[$x^2$](https://a.b)", "x²");
    row("`$x^2$` is code, $x^2$ is not", "$x^2$ is code, x² is not");
    row("``a ` $x^2$`` $y^2$", "a ` $x^2$ y²");
    // prices
    same("It costs $5 and $10.");
    same("$5-$10");
    same("from $1,000 to $2,000");
    same("US$5 or A$7");
    same("a $20 bill, a $5 coin");
    same("between $3.50 and $4");
    same("$100k (about 90k$)");
    // shells and templates
    same("Set $HOME and $PATH first.");
    same("$HOME/bin:$PATH");
    same("echo $1 $2");
    same("use $foo, not $bar");
    same("the PID is $$, the parent $PPID");
    same("$MY_VAR and $OTHER_VAR");
    same("cost=$a;$b");
    same("jQuery's $ and $.ajax");
    same("${name} and ${other}");
    same("$my_var$");
    row("escaped \\$5$ and", "escaped $5$ and");
    // escapes that are none
    row("\\(see the manual\\)", "(see the manual)");
    row("a \\[optional argument\\] b", "a [optional argument] b");
    row("sed 's/\\(foo\\)/x/'", "sed 's/(foo)/x/'");
    row("unclosed \\(x^2", "unclosed (x^2");
    same("unclosed $x^2");
}

void TestMathText::inProse()
{
    QFETCH(QString, source);
    QFETCH(QString, expected);
    QCOMPARE(shown(source), expected);
}

void TestMathText::hostile()
{
    for (const char *unit : { "\\frac{", "{", "^{", "_", "\\sqrt[", "\\left", "$", "$$", "\\(", "\\[", "\\\\", "`$x$",
             "\\frac{a}{b}", "\\begin{" }) {
        const QString text = QString::fromLatin1(unit).repeated(20'000);
        QVERIFY2(MathText::readable(text).size() <= 2 * text.size(), unit);
        QVERIFY2(MathText::spans(text).size() <= text.size(), unit);
        QVERIFY(!shown(text).contains(QChar(0xFDD0)));
    }
    // Characters that stand for formulas inside cannot be smuggled in from outside.
    QCOMPARE(shown(QStringLiteral("\uFDD0\uFDE0 $x^2$")), QStringLiteral("\uFFFD\uFFFD x²"));
}

QTEST_GUILESS_MAIN(TestMathText)
#include "tst_mathtext.moc"
