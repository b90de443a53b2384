// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* Walks over stacks that this test lays out as the VM does. What a walk says must not depend on
 * what was remembered of those before. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "vmcode.h"
#include "vmwalk.h"

#define METHODS   16u
#define BLOB      1024u /* bytes of one */
#define HEADER    16u   /* before it, with the length of its block */
#define SEGMENTS  8u
#define ID        100u /* offset in a blob */
#define DEPTH_MAX 60u
#define LIMIT     1000u
#define STACK     (256u * DEPTH_MAX)

/* ---- the VM ---- */

struct vmtables vmtables;

static _Alignas(64) uint8_t code[METHODS][HEADER + BLOB];
static uint8_t segments[METHODS];
static _Alignas(8) uint8_t interpreter[64];
static uint8_t call_stub[8];
static struct {
	uintptr_t last_sp, last_pc, last_fp, stack_base, stack_size;
} thread;

bool vmtables_init(const void *in_vm, const char **why)
{
	(void)in_vm;
	(void)why;
	return true;
}

static uint32_t id_of(uint32_t method)
{
	uint32_t id;
	memcpy(&id, &code[method][HEADER + ID], sizeof id);
	return id;
}

static void compile(uint32_t method, uint32_t id)
{
	uint32_t length = SEGMENTS;
	memcpy(&code[method][HEADER + ID], &id, sizeof id);
	memcpy(code[method], &length, sizeof length);
}

/* left, right and some others are not of one size. */
static uint32_t size_of(uint32_t method)
{
	return 32 + 16 * (method % 4);
}

struct vmtables_code vmtables_find_code(uintptr_t pc)
{
	struct vmtables_code found = {.kind = VMTABLES_OTHER};
	uint32_t method = (uint32_t)((pc - (uintptr_t)code) / sizeof code[0]);
	if (pc < (uintptr_t)code || method >= METHODS)
		return found;
	found.kind = method == 0 ? VMTABLES_STUB : VMTABLES_METHOD;
	found.blob = (uintptr_t)&code[method][HEADER];
	found.frame_bytes = size_of(method);
	found.compile_id = id_of(method);
	found.block = (struct vmtables_block){(uintptr_t)&segments[method], SEGMENTS};
	return found;
}

/* A frame: of a method or stub, at a call in it. */
enum kind { COMPILED, INTERPRETED, STUB, ENTRY };
struct frame {
	enum kind kind;
	uint32_t method, site;
};
struct stack {
	struct frame frame[DEPTH_MAX]; /* innermost first; the outermost is an ENTRY */
	uint32_t n;
};

static uintptr_t pc_in(const struct frame *frame)
{
	switch (frame->kind) {
	case INTERPRETED:
		return (uintptr_t)interpreter + 8;
	case ENTRY:
		return (uintptr_t)call_stub;
	default:
		return (uintptr_t)&code[frame->method][HEADER + 256 + 8 * frame->site];
	}
}

static void put(uintptr_t address, uintptr_t word)
{
	*(uintptr_t *)address = word;
}

/* Lays a stack out, its outermost frame at `top`. */
static void lay_out(const struct stack *stack, uintptr_t top)
{
	uintptr_t sp = top, fp = 0, pc = 0, wrapper;
	for (uint32_t i = stack->n; i-- > 0;) {
		const struct frame *frame = &stack->frame[i];
		put(sp - 8, pc);
		put(sp - 16, fp);
		switch (frame->kind) {
		case ENTRY:
			wrapper = sp - 64;
			put(wrapper, (uintptr_t)&thread);
			put(wrapper + 8, pc == 0 ? 0 : sp);
			put(wrapper + 16, pc);
			put(wrapper + 24, fp);
			fp = sp - 128;
			put(fp - 8, wrapper);
			sp -= 160;
			break;
		case INTERPRETED:
			fp = sp - 16;
			put(fp - 8, sp);
			put(fp - 24, (uintptr_t)&code[frame->method]);
			put(fp - 64, 4000 + frame->site);
			sp = fp - 96;
			break;
		default:
			sp -= size_of(frame->method);
			break;
		}
		pc = pc_in(frame);
	}
	thread.last_sp = sp;
	thread.last_pc = pc;
	thread.last_fp = fp;
}

static int setup(void **state)
{
	const char *why;
	(void)state;
	vmtables = (struct vmtables){
	        .last_sp = offsetof(__typeof__(thread), last_sp),
	        .last_pc = offsetof(__typeof__(thread), last_pc),
	        .last_fp = offsetof(__typeof__(thread), last_fp),
	        .stack_base = offsetof(__typeof__(thread), stack_base),
	        .stack_size = offsetof(__typeof__(thread), stack_size),
	        .call_stub_return = (uintptr_t)call_stub,
	        .wrapper_slot = -8,
	        .wrapper_last_sp = 8,
	        .wrapper_last_pc = 16,
	        .wrapper_last_fp = 24,
	        .interpreter = (uintptr_t)interpreter,
	        .interpreter_size = sizeof interpreter,
	        .length_before = HEADER,
	        .compile_id = ID,
	};
	memset(vmcode_places, 0, sizeof vmcode_places);
	memset(segments, 0, sizeof segments);
	for (uint32_t method = 0; method < METHODS; method++)
		compile(method, 100 + method);
	assert_true(vmwalk_init(NULL, &thread, (uintptr_t)&thread, &why));
	return 0;
}

/* ---- walks ---- */

/* The first time that a stack is deeper than any before there is no room for it. */
static struct vmwalk walked(struct vmwalk_memory *memory, uint32_t limit)
{
	struct vmwalk walk = {0};
	for (uint32_t tries = 0; tries < 3; tries++)
		if (vmwalk(&thread, limit, memory, &walk))
			return walk;
	fail_msg("no walk");
	return walk;
}

static bool equal(const struct vmwalk *one, const struct vmwalk *other)
{
	return one->hash == other->hash && one->frames == other->frames &&
	       one->interpreted == other->interpreted && one->continuation == other->continuation;
}

/* A walk that remembers says what one says that does not. `memory` lies above the walk's own frame
 * on the stack, as the frames do that it walks. */
static struct vmwalk both(struct vmwalk_memory *memory, const struct stack *stack, uintptr_t top,
                          uint32_t limit)
{
	struct vmwalk_memory none = {0};
	struct vmwalk known, fresh;
	lay_out(stack, top);
	known = walked(memory, limit);
	fresh = walked(&none, limit);
	vmwalk_forget(&none);
	assert_true(equal(&known, &fresh));
	return known;
}

/* ---- cases ---- */

enum { OUTER_STUB, LEFT, RIGHT, RUN };

/* A worker that calls itself by two methods of different sizes: as each bit of `path` says. */
static struct stack descent(uint32_t depth, uint32_t path)
{
	struct stack stack = {.n = depth + 3};
	uint32_t method = LEFT;
	stack.frame[depth + 2] = (struct frame){ENTRY, 0, 0};
	stack.frame[depth + 1] = (struct frame){COMPILED, RUN, 0};
	for (uint32_t i = depth; i > 0; i--, path >>= 1) {
		stack.frame[i] = (struct frame){COMPILED, method, path & 1};
		method = (path & 1) != 0 ? RIGHT : LEFT;
	}
	stack.frame[0] = (struct frame){STUB, OUTER_STUB, 0};
	return stack;
}

static uintptr_t top_of(uintptr_t *memory)
{
	thread.stack_base = (uintptr_t)(memory + STACK / sizeof *memory);
	thread.stack_size = 64u << 20;
	return thread.stack_base - 64;
}

#define PATHS 1024u

static void each_path_has_a_name_of_its_own(void **state)
{
	uintptr_t place[STACK / sizeof(uintptr_t)] = {0}, top = top_of(place);
	struct vmwalk_memory memory = {0};
	uint64_t name[PATHS];
	(void)state;
	for (uint32_t path = 0; path < PATHS; path++) {
		struct stack stack = descent(11, path);
		name[path] = both(&memory, &stack, top, LIMIT).hash;
		for (uint32_t other = 0; other < path; other++)
			assert_true(name[other] != name[path]);
	}
	/* The same in another order. */
	for (uint32_t i = 0; i < PATHS; i++) {
		uint32_t path = i * 389 % PATHS;
		struct stack stack = descent(11, path);
		assert_true(both(&memory, &stack, top, LIMIT).hash == name[path]);
	}
	vmwalk_forget(&memory);
}

/* What a frame called stands elsewhere when its caller is of another size: it is known all the
 * same, and where it is. */
static void frames_that_moved_are_known_where_they_are(void **state)
{
	uintptr_t place[STACK / sizeof(uintptr_t)] = {0}, top = top_of(place);
	struct vmwalk_memory memory = {0};
	struct stack left = descent(20, 0), right = left;
	uintptr_t sp;
	(void)state;
	right.frame[20].site = 1;
	right.frame[19].method = RIGHT;
	both(&memory, &left, top, LIMIT);
	sp = memory.sp[memory.n - 1];
	both(&memory, &right, top, LIMIT);
	assert_int_equal(sp - (size_of(RIGHT) - size_of(LEFT)), memory.sp[memory.n - 1]);
	assert_int_equal(memory.sp[memory.n - 1], thread.last_sp);
	both(&memory, &left, top, LIMIT);
	assert_int_equal(sp, memory.sp[memory.n - 1]);
	vmwalk_forget(&memory);
}

/* Other code at the same addresses, in what is outside, inside and part of what has not changed. */
static void other_code_has_another_name(void **state)
{
	uintptr_t place[STACK / sizeof(uintptr_t)] = {0}, top = top_of(place);
	struct vmwalk_memory memory = {0};
	struct stack stack = descent(20, 0);
	(void)state;
	for (uint32_t i = 1; i <= 21; i++)
		stack.frame[i].method = 4 + i % 9;
	for (uint32_t i = 1; i <= 21; i++) {
		uint64_t before = both(&memory, &stack, top, LIMIT).hash;
		compile(stack.frame[i].method, 1000 + i);
		assert_true(both(&memory, &stack, top, LIMIT).hash != before);
	}
	vmwalk_forget(&memory);
}

static uint64_t seed = UINT64_C(88172645463325252);

static uint32_t random_below(uint32_t n)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (uint32_t)(seed >> 33) % n;
}

static struct frame any_frame(void)
{
	uint32_t dice = random_below(12);
	enum kind kind = dice == 0 ? ENTRY : dice < 3 ? INTERPRETED : COMPILED;
	return (struct frame){kind, 1 + random_below(METHODS - 1), random_below(3)};
}

/* The outermost frame stays. */
static void change(struct stack *stack)
{
	uint32_t at = 1 + random_below(stack->n - 2);
	size_t rest = (stack->n - at) * sizeof stack->frame[0];
	switch (random_below(5)) {
	case 0:
		stack->frame[at - 1].site = random_below(3);
		break;
	case 1:
		stack->frame[at - 1] = any_frame();
		break;
	case 2:
		if (stack->n == DEPTH_MAX)
			break;
		memmove(&stack->frame[at + 1], &stack->frame[at], rest);
		stack->frame[at] = any_frame();
		stack->n++;
		break;
	case 3:
		if (stack->n < 6)
			break;
		memmove(&stack->frame[at], &stack->frame[at + 1], rest - sizeof stack->frame[0]);
		stack->n--;
		break;
	default:
		compile(stack->frame[at].method, random_below(1u << 30));
		break;
	}
	/* What an entry calls is Java's, and somebody has left Java. */
	for (uint32_t i = 0; i < stack->n - 1; i++)
		if (stack->frame[i].kind == ENTRY && (i == 0 || stack->frame[i + 1].kind == ENTRY))
			stack->frame[i] = (struct frame){COMPILED, RUN, 0};
}

static void any_stack_is_named_as_without_memory(void **state)
{
	uintptr_t place[STACK / sizeof(uintptr_t)] = {0}, top = top_of(place);
	struct vmwalk_memory memory = {0};
	struct stack stack = descent(12, 0);
	(void)state;
	for (uint32_t i = 0; i < 40000; i++) {
		uint32_t limit = random_below(4) == 0 ? 1 + random_below(30) : LIMIT;
		for (uint32_t changes = random_below(3); changes > 0; changes--)
			change(&stack);
		if (stack.n > 40 && random_below(40) == 0)
			stack = descent(12, random_below(64));
		both(&memory, &stack, top, limit);
	}
	vmwalk_forget(&memory);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test_setup(each_path_has_a_name_of_its_own, setup),
	        cmocka_unit_test_setup(frames_that_moved_are_known_where_they_are, setup),
	        cmocka_unit_test_setup(other_code_has_another_name, setup),
	        cmocka_unit_test_setup(any_stack_is_named_as_without_memory, setup),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
