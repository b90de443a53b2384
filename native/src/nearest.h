// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* "Did you mean …?" */
#ifndef JDHAT_NEAREST_H
#define JDHAT_NEAREST_H

/* The name among `known` (ended by NULL) that is the fewest letters off: at most two in a name of
 * five letters or more, one in a shorter one. NULL when none is so near. */
const char *nearest_name(const char *name, const char *const *known);

#endif
