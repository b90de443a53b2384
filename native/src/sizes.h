// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* Size classes and sampling probabilities. */
#ifndef JDHAT_SIZES_H
#define JDHAT_SIZES_H

#include <stdint.h>

/* Size class of a size in bytes: 8 steps per power of two (docs/recording-format.md). */
uint32_t sizes_class(uint64_t size);

/* Weight of one seen block of mean size `size` under interval λ with thinning k: 1 / P(seen), and
 * 2^k / P for a tracked one. 1 when λ = 0 and k = 0. Used only to choose which clock points
 * compaction keeps; estimates are made in Java. */
double sizes_weight(double size, uint64_t lambda, uint32_t k);

#endif
