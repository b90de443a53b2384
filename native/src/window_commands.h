// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* `window` and `close`: a part of the session with figures of its own. Any thread that the JVM
 * knows. */
#ifndef JDHAT_WINDOW_COMMANDS_H
#define JDHAT_WINDOW_COMMANDS_H

#include "session.h"
#include "open_windows.h"

/* Opens a window named options->name: over all threads, or over what the calling one does from now
 * on. `window` is what was opened. False with a sentence when it cannot be. */
bool window_open(JNIEnv *jni, const struct options *options, struct window *window,
                 char message[SESSION_MESSAGE_MAX]);
/* Closes window options->number, whichever thread opened it; with `gc=on` its end is settled first.
 * The id of the epoch that its closing clock point closed, 0 with a sentence when it is not open.
 */
uint32_t window_close(JNIEnv *jni, const struct options *options,
                      char message[SESSION_MESSAGE_MAX]);

#endif
