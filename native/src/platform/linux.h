// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* Parts of linux.c that a test calls by themselves. */
#ifndef JDHAT_LINUX_H
#define JDHAT_LINUX_H

#include <stdint.h>

/* platform_free_memory, with /proc and /sys looked up below the folder `root` ("" for the real
 * ones). */
uint64_t linux_free_memory(const char *root);

#endif
