// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Made-up descriptions of model files: from their names and sizes, as the models people have would look.
#pragma once

#include "inference/modelfiles.h"

// Never has a problem. A file that is not there has the size of a 7B model.
[[nodiscard]] ModelDescription fakeDescription(const QString &path);
[[nodiscard]] ModelContents fakeContents(const ModelDescription &description);
