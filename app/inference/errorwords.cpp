// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "inference/errorwords.h"

#include <QCoreApplication>

namespace
{
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ErrorWords)
};
}

ErrorWords wordsFor(InferenceError::Code code)
{
    using Code = InferenceError::Code;
    switch (code) {
    case Code::NotFound:
        return {Tr::tr("The file is not there"), Tr::tr("It may have been moved, renamed or deleted. Open it from where it is now.")};
    case Code::Permission:
        return {Tr::tr("The file may not be read"), Tr::tr("Give your user permission to read it, or copy it to a folder of your own.")};
    case Code::Io:
        return {Tr::tr("The file could not be opened"), Tr::tr("Check that the disk is connected and healthy, then try again.")};
    case Code::NotAModel:
        return {Tr::tr("This is not a GGUF model"),
                Tr::tr("Vibrant opens .gguf files. If you downloaded it, the download may have saved a web page or a placeholder instead.")};
    case Code::Truncated:
        return {Tr::tr("The end of the file is missing"), Tr::tr("The download was probably interrupted. Download the file again.")};
    case Code::Malformed:
        return {Tr::tr("The file is damaged"), Tr::tr("Download it again; if it stays damaged, the file was made wrongly. Try another source.")};
    case Code::Unsupported:
        return {Tr::tr("This kind of model is not supported yet"),
                Tr::tr("Vibrant runs Qwen2 and Llama models in the common quantisations, such as Q4_K_M. Try one of those.")};
    case Code::OutOfMemory:
        return {Tr::tr("Not enough memory"), Tr::tr("Close other programs, or open a smaller model or a smaller quantisation.")};
    case Code::InvalidArgument:
        return {Tr::tr("The request was not accepted"), Tr::tr("Change the message and send it again.")};
    case Code::ContextOverflow:
        return {Tr::tr("The conversation is too long"), Tr::tr("It does not fit this model's context. Start a new chat, or send a shorter message.")};
    case Code::Numeric:
        return {Tr::tr("The model produced invalid numbers"), Tr::tr("The file is probably damaged or was converted wrongly. Try another one.")};
    case Code::Unreadable:
        return {Tr::tr("The model file became unreadable"),
                Tr::tr("It was changed or its disk was removed while in use. Open the model again.")};
    case Code::Cancelled:
        return {Tr::tr("Cancelled"), {}};
    case Code::NoModel:
        return {Tr::tr("No model is loaded"), Tr::tr("Open a model, then send the message again.")};
    }
    return {};
}
