// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* What posix.c asks of linux.c and macos.c besides platform.h. Nobody else includes it. */
#ifndef JDHAT_POSIX_H
#define JDHAT_POSIX_H

#include <spawn.h>

/* The environment of the process, ended by NULL. */
char **posix_environment(void);
/* Sees to it that a child gets no open file of the target but 0, 1 and 2: an inherited socket would
 * keep its port taken for as long as the child runs. */
void posix_close_others(posix_spawn_file_actions_t *actions, posix_spawnattr_t *attributes);

#endif
