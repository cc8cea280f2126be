// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// `vibrant --self-test`: loads the whole window on a FakeBackend, visits every scene in both colour schemes and fails on
// any message of Qt or QML. Needs no display, no model and no network. Prints one line; returns the exit code.
#pragma once

[[nodiscard]] int runSelfTest();
