// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "bytecodes.h"

/* Those that only move, compute or jump. Left out: division (it raises), loads and stores of array
 * elements and fields, ldc, returns (a monitor may be wrong). */
static const struct {
	uint8_t first, last;
} harmless[] = {
        {0x00, 0x11}, /* nop, constants up to sipush */
        {0x15, 0x2d}, /* loads of local variables */
        {0x36, 0x4e}, /* stores to them */
        {0x57, 0x5f}, /* the operand stack */
        {0x60, 0x6b}, /* add, sub, mul */
        {0x6e, 0x6f}, /* fdiv, ddiv */
        {0x72, 0x98}, /* frem, drem, neg, shifts, logic, iinc, conversions, comparisons */
        {0x99, 0xa7}, /* if…, goto */
        {0xaa, 0xab}, /* switches */
        {0xc4, 0xc4}, /* wide */
        {0xc6, 0xc8}, /* ifnull, ifnonnull, goto_w */
};

bool bytecodes_may_allocate(uint8_t opcode)
{
	for (unsigned i = 0; i < sizeof harmless / sizeof harmless[0]; i++)
		if (opcode >= harmless[i].first && opcode <= harmless[i].last)
			return false;
	return true;
}
