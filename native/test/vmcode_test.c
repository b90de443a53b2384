// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "vmcode.h"

#define SEGMENT    128u
#define SEGMENTS   32u
#define COMPILE_ID 24u /* offset in a blob */

/* A code heap as the VM has them. */
struct block {
	uint64_t length; /* segments */
	uint8_t used;
};
static struct {
	_Alignas(SEGMENT) uint8_t memory[SEGMENTS * SEGMENT];
	uint8_t segments[SEGMENTS];
	uintptr_t high, segments_end;
} heap;

static int setup(void **state)
{
	(void)state;
	memset(&heap, 0, sizeof heap);
	heap.high = (uintptr_t)heap.memory + sizeof heap.memory;
	heap.segments_end = (uintptr_t)heap.segments + sizeof heap.segments;
	memset(&vmtables, 0, sizeof vmtables);
	vmtables.heaps = 1;
	vmtables.log2_segment = 7;
	vmtables.heap[0] = (struct vmtables_heap){
	        (uintptr_t)heap.memory, (uintptr_t)heap.segments - ((uintptr_t)heap.memory >> 7),
	        (uintptr_t)&heap.high, (uintptr_t)&heap.segments_end};
	vmtables.block_size = sizeof(struct block);
	vmtables.block_length = offsetof(struct block, length);
	vmtables.length_before = vmtables.block_size - vmtables.block_length;
	vmtables.block_used = offsetof(struct block, used);
	vmtables.compile_id = COMPILE_ID;
	return 0;
}

static struct block *block_at(uint32_t segment)
{
	return (struct block *)(heap.memory + (size_t)segment * SEGMENT);
}

/* The segments of a block, as the VM numbers them. */
static void number(uint32_t segment, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		heap.segments[segment + i] = (uint8_t)i;
}

static uintptr_t allocate(uint32_t segment, uint32_t n)
{
	*block_at(segment) = (struct block){n, 1};
	number(segment, n);
	return (uintptr_t)(block_at(segment) + 1);
}

static uintptr_t compile(uint32_t segment, uint32_t n, uint32_t id)
{
	uintptr_t blob = allocate(segment, n);
	memcpy((void *)(blob + COMPILE_ID), &id, sizeof id);
	return blob;
}

static uint64_t version(uint32_t id)
{
	return (uint64_t)id << 32;
}

/* As find_code notes a block of n segments. */
static struct vmtables_block block_of(uint32_t segment, uint32_t n)
{
	return (struct vmtables_block){(uintptr_t)&heap.segments[segment], n};
}

static void code_is_found_where_it_is(void **state)
{
	uintptr_t blob = compile(4, 8, 77);
	(void)state;
	assert_true(vmcode_is(blob, version(77), block_of(4, 8)));
	assert_false(vmcode_is(blob, version(78), block_of(4, 8)));
	compile(4, 8, 78);
	assert_false(vmcode_is(blob, version(77), block_of(4, 8)));
	assert_true(vmcode_is(blob, version(78), block_of(4, 8)));
}

/* The freed method's number is still to be read, and its return address lies in another one. */
static void freed_code_is_gone_though_its_number_stays(void **state)
{
	uintptr_t blob = compile(4, 8, 77);
	(void)state;
	/* The VM gives away the end of what is free. */
	*block_at(4) = (struct block){3, 0};
	compile(7, 5, 78);
	assert_false(vmcode_is(blob, version(77), block_of(4, 8)));
	/* What is left in front of it is used next, and not yet written. */
	allocate(4, 3);
	assert_false(vmcode_is(blob, version(77), block_of(4, 8)));
}

/* Free blocks that meet become one: what was a header is none any more, or of a longer block. */
static void freed_code_is_gone_within_what_is_free(void **state)
{
	uintptr_t blob = compile(4, 8, 77);
	(void)state;
	*block_at(2) = (struct block){10, 0};
	number(2, 10);
	assert_false(vmcode_is(blob, version(77), block_of(4, 8)));
	compile(2, 10, 78);
	assert_false(vmcode_is(blob, version(77), block_of(4, 8)));
	compile(4, 8, 77);
	allocate(4, 10);
	assert_false(vmcode_is(blob, version(77), block_of(4, 8)));
}

/* Lengths are compared as a whole. */
static void a_length_of_which_only_a_part_is_the_same_is_another(void **state)
{
	uintptr_t blob = compile(4, 8, 77);
	(void)state;
	block_at(4)->length = (1u << VMTABLES_LENGTH_BITS) + 8;
	assert_false(vmcode_is(blob, version(77), block_of(4, 8)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test_setup(code_is_found_where_it_is, setup),
	        cmocka_unit_test_setup(freed_code_is_gone_though_its_number_stays, setup),
	        cmocka_unit_test_setup(freed_code_is_gone_within_what_is_free, setup),
	        cmocka_unit_test_setup(a_length_of_which_only_a_part_is_the_same_is_another, setup),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
