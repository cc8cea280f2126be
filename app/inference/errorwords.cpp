// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

#include "inference/errorwords.h"

#include <QCoreApplication>

namespace
{
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ErrorWords)
};

QString textOf(Recovery::Action action)
{
    switch (action) {
    case Recovery::None:
        return {};
    case Recovery::ChooseFile:
        return Tr::tr("Choose another file…", "button below an error");
    case Recovery::ShowFolder:
        return Tr::tr("Show the folder", "button below an error");
    case Recovery::Retry:
        return Tr::tr("Try again", "button below an error");
    case Recovery::ShowLibrary:
        return Tr::tr("Show the models on this computer", "button below an error");
    case Recovery::PlanMemory:
        return Tr::tr("See what would fit…", "button below an error");
    case Recovery::StartNewChat:
        return Tr::tr("New chat", "button below an error");
    }
    return {};
}

ErrorWords words(const QString &title, const QString &hint, Recovery::Action action)
{
    return { .title = title, .hint = hint, .text = {}, .action = action, .actionText = textOf(action) };
}
}

ErrorWords wordsFor(InferenceError::Code code)
{
    using Code = InferenceError::Code;
    switch (code) {
    case Code::NotFound:
        return words(Tr::tr("The file is not there"),
            Tr::tr("It may have been moved, renamed or deleted. Open it from where it is now."), Recovery::ChooseFile);
    case Code::Permission:
        return words(Tr::tr("The file may not be read"),
            Tr::tr("Give your user permission to read it, or copy it to a folder of your own."), Recovery::ShowFolder);
    case Code::Io:
        return words(Tr::tr("The file could not be opened"),
            Tr::tr("Check that the disk is connected and healthy, then try again."), Recovery::Retry);
    case Code::NotAModel:
        return words(Tr::tr("This is not a GGUF model"),
            Tr::tr("Vibrant opens .gguf files. If you downloaded it, the download may have saved a web page or a "
                   "placeholder instead."),
            Recovery::ChooseFile);
    case Code::AnotherKind:
        return words(Tr::tr("This file goes with a model and is none"),
            Tr::tr("It changes or completes a model. Open the file of that model itself."), Recovery::ChooseFile);
    case Code::Truncated:
        return words(Tr::tr("The end of the file is missing"),
            Tr::tr("The download was probably interrupted. Download the file again."), Recovery::ShowFolder);
    case Code::Malformed:
        return words(Tr::tr("The file is damaged"),
            Tr::tr("Download it again; if it stays damaged, the file was made wrongly. Try another source."),
            Recovery::ShowFolder);
    case Code::Unsupported:
        return words(Tr::tr("This kind of model is not supported yet"),
            Tr::tr("The file is in order, but Vibrant cannot run it. The line below says what is missing."),
            Recovery::ShowLibrary);
    case Code::UnsupportedType:
        return words(Tr::tr("This quantisation is not supported yet"),
            Tr::tr("Most models can be had in several. Download the same one as Q4_K_M or Q8_0."),
            Recovery::ShowLibrary);
    case Code::UnsupportedForm:
        return words(Tr::tr("This form of GGUF is not supported"),
            Tr::tr("The file is of another time or for another kind of processor. Download a newer conversion."),
            Recovery::ShowLibrary);
    case Code::OutOfMemory:
        return words(Tr::tr("Not enough memory"),
            Tr::tr("A smaller context may fit. Or close other programs, or open a smaller quantisation."),
            Recovery::PlanMemory);
    case Code::InvalidArgument:
        return words(Tr::tr("The request was not accepted"),
            Tr::tr("Open the first file of a model in several parts; change a message and send it again."),
            Recovery::ChooseFile);
    case Code::ContextOverflow:
        return words(Tr::tr("The conversation is too long"),
            Tr::tr("It does not fit this model's context. Start a new chat, or send a shorter message."),
            Recovery::StartNewChat);
    case Code::Numeric:
        return words(Tr::tr("The model produced invalid numbers"),
            Tr::tr("The file is probably damaged or was converted wrongly. Try another one."), Recovery::ShowLibrary);
    case Code::Unreadable:
        return words(Tr::tr("The model file became unreadable"),
            Tr::tr("It was changed or its disk was removed while in use. Open the model again."), Recovery::Retry);
    case Code::Cancelled:
        return words(Tr::tr("Cancelled"), {}, Recovery::None);
    case Code::NoModel:
        return words(
            Tr::tr("No model is loaded"), Tr::tr("Open a model, then send the message again."), Recovery::ShowLibrary);
    }
    return {};
}

ErrorWords wordsFor(const InferenceError &error)
{
    ErrorWords words = wordsFor(error.code);
    words.text = error.text;
    return words;
}
