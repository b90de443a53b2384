// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* What windows.c and windows_process.c share. All text of ours is UTF-8, all text of the system
 * UTF-16. */
#ifndef JDHAT_WINDOWS_H
#define JDHAT_WINDOWS_H

#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>

/* A copy in UTF-16, to be freed; NULL without memory. */
wchar_t *windows_wide(const char *text);
/* The same in UTF-8, into text. False, and text is empty, when it does not fit. */
bool windows_narrow(const wchar_t *wide, char *text, size_t n);

#endif
