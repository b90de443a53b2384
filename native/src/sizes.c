// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "sizes.h"

uint32_t sizes_class(uint64_t size)
{
	if (size < 16)
		return (uint32_t)size;
	unsigned e = 63 - (unsigned)__builtin_clzll(size);
	return 16 + 8 * (e - 4) + (uint32_t)((size >> (e - 3)) & 7);
}

/* 1 − exp(−x), without libm: a short series for small x, where 1 − exp(−2x) = q·(2 − q) leads back
 * from. Nothing is ever subtracted from nearly the same, so tiny x lose no digits. */
static double seen(double x)
{
	if (x > 40)
		return 1;
	unsigned halvings = 0;
	while (x > 0.0625) {
		x /= 2;
		halvings++;
	}
	double q = x * (1 - x / 2 * (1 - x / 3 * (1 - x / 4 * (1 - x / 5 * (1 - x / 6)))));
	while (halvings-- > 0)
		q *= 2 - q;
	return q;
}

double sizes_weight(double size, uint64_t lambda, uint32_t k)
{
	double thinned = (double)(UINT64_C(1) << (k < 63 ? k : 63));
	if (lambda == 0 || size <= 0)
		return thinned;
	return thinned / seen(size / (double)lambda);
}
