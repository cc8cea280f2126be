// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "inference/fakemodelfiles.h"

#include <limits>

#include <QFileInfo>
#include <QRegularExpression>

namespace
{
constexpr quint64 kUsualBytes = 4'683'073'952; // Qwen2.5-Coder-7B-Instruct-Q4_K_M.gguf

struct Family {
    QLatin1StringView word; // in the file's name
    QLatin1StringView architecture, licence;
    int layers, kvHeads, trainedContext;
};
constexpr Family kFamilies[] = {
    { QLatin1StringView("llama"), QLatin1StringView("llama"), QLatin1StringView("llama3.2"), 28, 8, 131'072 },
    { QLatin1StringView("codestral"), QLatin1StringView("llama"), QLatin1StringView("mnpl-0.1"), 56, 8, 32'768 },
    { QLatin1StringView(""), QLatin1StringView("qwen2"), QLatin1StringView("apache-2.0"), 28, 4, 32'768 },
};
constexpr quint64 kHeadDim = 128;
}

ModelDescription fakeDescription(const QString &path)
{
    static const QRegularExpression quantisation(
        QStringLiteral("(?:^|[-.])(I?Q\\d\\w*|B?F16|F32)(?=[-.]|$)"), QRegularExpression::CaseInsensitiveOption);
    const QFileInfo file(path);
    const QString name = file.completeBaseName();
    const Family *family
        = std::ranges::find_if(kFamilies, [&](const Family &f) { return name.contains(f.word, Qt::CaseInsensitive); });
    ModelDescription description;
    description.name = name;
    description.architecture = family->architecture;
    description.licence = family->licence;
    const QRegularExpressionMatch match = quantisation.match(name);
    description.quantisation = match.hasMatch() ? match.captured(1).toUpper() : QStringLiteral("Q4_K_M");
    description.fileBytes = file.exists() ? static_cast<quint64>(file.size()) : kUsualBytes;
    description.parameters = description.fileBytes * 8 / 5; // five bits each
    description.trainedContext = family->trainedContext;
    description.chatTemplate = true;
    const quint64 perToken
        = 2 * 2 * kHeadDim * static_cast<quint64>(family->layers * family->kvHeads); // f16 keys and values
    constexpr quint32 kWholeContext = std::numeric_limits<quint32>::max(); // no layer slides
    description.kv = { { KvType::F16, 0, { { perToken, kWholeContext } } },
        { KvType::Int8, 0, { { perToken / 2, kWholeContext } } } };
    description.bufferBytes = 67'108'864;
    return description;
}

ModelContents fakeContents(const ModelDescription &description)
{
    const auto number = [](quint64 n) { return QString::number(n); };
    const auto entry = [](const QString &key, const QString &type, const QString &value, const QString &full = {}) {
        return MetadataEntry { key, type, value, full.isEmpty() ? value : full };
    };
    const QString text = QStringLiteral("string"), u32 = QStringLiteral("u32");
    const QString prefix = description.architecture + QLatin1Char('.');
    const QString chatTemplate
        = QStringLiteral("{%- for message in messages %}{{- '<|im_start|>' + message.role + '\\n' + message.content + "
                         "'<|im_end|>\\n' }}{%- endfor %}");
    ModelContents contents;
    contents.metadata = {
        entry(QStringLiteral("general.architecture"), text, description.architecture),
        entry(QStringLiteral("general.name"), text, description.name),
        entry(QStringLiteral("general.license"), text, description.licence),
        entry(prefix + QStringLiteral("block_count"), u32, number(28)),
        entry(prefix + QStringLiteral("context_length"), u32, number(static_cast<quint64>(description.trainedContext))),
        entry(prefix + QStringLiteral("embedding_length"), u32, number(3584)),
        entry(prefix + QStringLiteral("feed_forward_length"), u32, number(18944)),
        entry(prefix + QStringLiteral("attention.head_count"), u32, number(28)),
        entry(prefix + QStringLiteral("attention.head_count_kv"), u32, number(4)),
        entry(prefix + QStringLiteral("rope.freq_base"), QStringLiteral("f32"), QStringLiteral("1e+06")),
        entry(QStringLiteral("tokenizer.ggml.model"), text, QStringLiteral("gpt2")),
        entry(QStringLiteral("tokenizer.ggml.tokens"), QStringLiteral("string array"),
            QStringLiteral("[152064 x string] \"!\", \"\"\", \"#\", \"$\", \"%\", \"&\", \"'\", \"(\", …")),
        entry(QStringLiteral("tokenizer.chat_template"), text, chatTemplate.first(80) + QStringLiteral("…"),
            chatTemplate),
    };
    const auto tensor = [&](const QString &name, const char *type, quint64 rows, quint64 columns, quint64 bits) {
        contents.tensors.append({ name, QString::fromLatin1(type), QStringLiteral("[%1, %2]").arg(columns).arg(rows),
            rows * columns * bits / 16 });
    };
    tensor(QStringLiteral("token_embd.weight"), "Q4_K", 152'064, 3584, 9);
    for (int layer = 0; layer < 28; ++layer) {
        const QString block = QStringLiteral("blk.%1.").arg(layer);
        tensor(block + QStringLiteral("attn_q.weight"), "Q4_K", 3584, 3584, 9);
        tensor(block + QStringLiteral("attn_k.weight"), "Q4_K", 512, 3584, 9);
        tensor(block + QStringLiteral("attn_v.weight"), "Q6_K", 512, 3584, 13);
        tensor(block + QStringLiteral("ffn_down.weight"), "Q6_K", 3584, 18'944, 13);
    }
    return contents;
}
