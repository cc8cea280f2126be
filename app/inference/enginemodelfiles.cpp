// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "inference/enginemodelfiles.h"

#include <algorithm>
#include <filesystem>

#include <QFile>

#include "engine/engine.h"
#include "inference/enginevalues.h"

namespace
{
constexpr std::size_t kElements = 8; // of an array shown

std::filesystem::path pathOf(const QString &path)
{
    return QFile::encodeName(path).toStdString();
}

QString stringOf(const vibrant::gguf::File &file, std::string_view key)
{
    const auto found = file.string(key);
    return found && *found ? textOf(vibrant::printable(**found)) : QString();
}

// What the metadata say, without the rooms that may refuse it.
void readHeader(const vibrant::gguf::File &file, ModelDescription &description)
{
    description.architecture = stringOf(file, "general.architecture");
    description.licence = stringOf(file, "general.license");
    description.chatTemplate = file.has("tokenizer.chat_template");
    description.fileBytes = file.file_bytes();
    description.parts = static_cast<int>(file.n_parts());
    if (const QString name = stringOf(file, "general.name"); !name.isEmpty()) {
        description.name = name;
    }
    const auto context = file.uint(description.architecture.toStdString() + ".context_length");
    if (context && *context) {
        description.trainedContext
            = static_cast<int>(std::min<std::uint64_t>(**context, std::numeric_limits<int>::max()));
    }
    for (const vibrant::gguf::TensorInfo &tensor : file.tensors()) {
        description.parameters += tensor.shape[0] * tensor.shape[1] * tensor.shape[2] * tensor.shape[3];
    }
}

QString fullText(const vibrant::gguf::File &file, std::string_view key, const QString &shown)
{
    const auto text = file.string(key);
    return text && *text ? QString::fromUtf8(QByteArrayView(
                               (*text)->data(), std::min<qsizetype>(std::ssize(**text), MetadataEntry::kMostText)))
                         : shown;
}
}

ModelDescription describeWithEngine(const QString &path)
{
    ModelDescription description;
    const std::filesystem::path file = pathOf(path);
    description.name = textOf(vibrant::printable(file.stem().string()));
    const auto opened = vibrant::gguf::File::open(file);
    if (!opened) {
        description.problem = errorOf(opened.error());
        return description;
    }
    readHeader(**opened, description);
    const auto model = vibrant::open_model(*opened);
    if (!model) {
        description.problem = errorOf(model.error());
        return description;
    }
    const vibrant::ModelSummary summary = vibrant::summarize(**model);
    description.quantisation = textOf(summary.quantisation);
    description.trainedContext = static_cast<int>(summary.trained_context);
    description.notice = textOf(summary.notice);
    description.kv = kvCosts(**model);
    description.bufferBytes = bufferBytes(**model);
    return description;
}

std::expected<ModelContents, InferenceError> contentsWithEngine(const QString &path)
{
    const auto opened = vibrant::gguf::File::open(pathOf(path));
    if (!opened) {
        return std::unexpected(errorOf(opened.error()));
    }
    const vibrant::gguf::File &file = **opened;
    // What a load reads; a file that cannot be loaded has its reason, and no marks.
    const auto model = vibrant::open_model(*opened);
    const std::vector<std::string> unread
        = model ? vibrant::summarize(**model).unread_keys : std::vector<std::string>();
    ModelContents contents;
    for (const std::string_view key : file.keys()) {
        MetadataEntry entry { textOf(key), textOf(file.type_text(key)), textOf(file.display(key)), {},
            std::ranges::contains(unread, vibrant::printable(key)) };
        if (const std::string elements = file.first_elements(key, kElements); !elements.empty()) {
            entry.value += QLatin1Char(' ') + textOf(elements);
        }
        entry.full = fullText(file, key, entry.value);
        contents.metadata.append(entry);
    }
    for (const vibrant::gguf::TensorInfo &tensor : file.tensors()) {
        contents.tensors.append({ textOf(vibrant::printable(tensor.name)), textOf(vibrant::traits(tensor.type).name),
            textOf(tensor.shape_text()), tensor.n_bytes });
    }
    return contents;
}

quint64 availableMemoryOfEngine()
{
    return vibrant::available_memory();
}
