// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "vmtables.h"

#include <stdlib.h>
#include <string.h>

#include "platform/platform.h"

/* The format of the tables is a contract of their own: each says by how much its entries are apart
 * and where their fields are. HotSpot has kept this one since JDK 6. */
struct struct_entry {
	const char *type, *field, *type_of_field;
	int32_t is_static;
	uint64_t offset;
	void *address;
};
struct type_entry {
	const char *type, *super;
	int32_t is_oop, is_integer, is_unsigned;
	uint64_t size;
};
struct int_entry {
	const char *name;
	int32_t value;
};

struct vmtables vmtables;

/* What find_code and method need. */
static struct {
	uint32_t name, kind, frame_size, stub_offset;
	bool has_kind;
	int32_t kind_method, kind_stub;
	uintptr_t stub_vtable;
	uint32_t constants, code_size, name_index;
	uint32_t const_method_size, constants_size;
	uint32_t symbol_length, symbol_body;
	bool has_continuations;
} layout;

static const struct struct_entry *structs;
static const struct type_entry *types;
static const struct int_entry *ints;
static const char *missing; /* the first thing that was not there */

static const struct struct_entry *entry(const char *type, const char *field)
{
	const struct struct_entry *at;

	for (at = structs; at->type != NULL; at++)
		if (strcmp(at->type, type) == 0 && strcmp(at->field, field) == 0)
			return at;
	return NULL;
}

static uint32_t offset(const char *type, const char *field)
{
	const struct struct_entry *found = entry(type, field);

	if (found == NULL || found->is_static) {
		missing = missing != NULL ? missing : field;
		return 0;
	}
	return (uint32_t)found->offset;
}

/* Of two places the one that this version has. */
static uint32_t offset_in_either(const char *type, const char *other, const char *field)
{
	return offset(entry(type, field) != NULL ? type : other, field);
}

static uintptr_t static_word(const char *type, const char *field)
{
	const struct struct_entry *found = entry(type, field);

	if (found == NULL || !found->is_static) {
		missing = missing != NULL ? missing : field;
		return 0;
	}
	return vmtables_word((uintptr_t)found->address);
}

static uint32_t size(const char *type)
{
	const struct type_entry *at;

	for (at = types; at->type != NULL; at++)
		if (strcmp(at->type, type) == 0)
			return (uint32_t)at->size;
	missing = missing != NULL ? missing : type;
	return 0;
}

static int32_t constant(const char *name)
{
	const struct int_entry *at;

	for (at = ints; at->name != NULL; at++)
		if (strcmp(at->name, name) == 0)
			return at->value;
	missing = missing != NULL ? missing : name;
	return 0;
}

static void read_threads(void)
{
	uint32_t anchor = offset("JavaThread", "_anchor");
	uint32_t in_wrapper = offset("JavaCallWrapper", "_anchor");
	uint32_t sp = offset("JavaFrameAnchor", "_last_Java_sp");
	uint32_t pc = offset("JavaFrameAnchor", "_last_Java_pc");
	uint32_t fp = offset("JavaFrameAnchor", "_last_Java_fp");

	vmtables.last_sp = anchor + sp;
	vmtables.last_pc = anchor + pc;
	vmtables.last_fp = anchor + fp;
	vmtables.wrapper_last_sp = in_wrapper + sp;
	vmtables.wrapper_last_pc = in_wrapper + pc;
	vmtables.wrapper_last_fp = in_wrapper + fp;
	vmtables.stack_base = offset_in_either("JavaThread", "Thread", "_stack_base");
	vmtables.stack_size = offset_in_either("JavaThread", "Thread", "_stack_size");
	vmtables.call_stub_return = static_word("StubRoutines", "_call_stub_return_address");
	layout.has_continuations = entry("JavaThread", "_vthread") != NULL;
	if (entry("ContinuationEntry", "_return_pc") != NULL)
		vmtables.continuation_return = static_word("ContinuationEntry", "_return_pc");
#ifdef __aarch64__
	vmtables.wrapper_slot = VMTABLES_AARCH64_WRAPPER;
#else
	vmtables.wrapper_slot = (intptr_t)constant("frame::entry_frame_call_wrapper_offset") *
	                        (intptr_t)sizeof(uintptr_t);
#endif
}

static void read_interpreter(void)
{
	uintptr_t queue = static_word("AbstractInterpreter", "_code");

	if (queue == 0)
		return;
	vmtables.interpreter = vmtables_word(queue + offset("StubQueue", "_stub_buffer"));
	vmtables.interpreter_size = vmtables_32(queue + offset("StubQueue", "_buffer_limit"));
}

static void read_heap(uintptr_t at, struct vmtables_heap *heap)
{
	uint32_t memory = offset("CodeHeap", "_memory"), segmap = offset("CodeHeap", "_segmap");
	uint32_t low = offset("VirtualSpace", "_low"), high = offset("VirtualSpace", "_high");

	/* All have segments of one size. */
	vmtables.log2_segment = vmtables_32(at + offset("CodeHeap", "_log2_segment_size"));
	heap->low = vmtables_word(at + memory + low);
	heap->segments = vmtables_word(at + segmap + low) - (heap->low >> vmtables.log2_segment);
	heap->high_at = at + memory + high;
	heap->segments_end_at = at + segmap + high;
}

static int by_address(const void *a, const void *b)
{
	uintptr_t one = ((const struct vmtables_heap *)a)->low;
	uintptr_t other = ((const struct vmtables_heap *)b)->low;

	return (one > other) - (one < other);
}

static void read_heaps(void)
{
	uintptr_t heaps = static_word("CodeCache", "_heaps"), data;
	uint32_t i;

	vmtables.block_size = size("HeapBlock");
	vmtables.block_length = offset("HeapBlock::Header", "_length");
	vmtables.block_used = offset("HeapBlock::Header", "_used");
	vmtables.length_before = vmtables.block_size - vmtables.block_length;
	if (heaps == 0)
		return;
	/* JDK 11 has the length in a class of another name. */
	vmtables.heaps = vmtables_32(
	        heaps + offset_in_either("GrowableArrayBase", "GenericGrowableArray", "_len"));
	data = vmtables_word(heaps + offset("GrowableArray<int>", "_data"));
	if (vmtables.heaps == 0 || vmtables.heaps > VMTABLES_HEAPS_MAX)
		missing = "CodeCache::_heaps";
	for (i = 0; i < vmtables.heaps && missing == NULL; i++)
		read_heap(vmtables_word(data + i * sizeof(uintptr_t)), &vmtables.heap[i]);
	qsort(vmtables.heap, i, sizeof *vmtables.heap, by_address);
}

static void read_code(void)
{
	layout.name = offset("CodeBlob", "_name");
	layout.frame_size = offset("CodeBlob", "_frame_size");
	layout.stub_offset = offset("nmethod", "_stub_offset");
	vmtables.compile_id = offset("nmethod", "_compile_id");
	vmtables.compiled_method = offset_in_either("nmethod", "CompiledMethod", "_method");
	/* Up to JDK 23 a blob's class is known by its virtual functions, then it has a field. */
	layout.has_kind = entry("CodeBlob", "_kind") != NULL;
	if (layout.has_kind) {
		layout.kind = offset("CodeBlob", "_kind");
		layout.kind_method = constant("CodeBlobKind::Nmethod");
		layout.kind_stub = constant("CodeBlobKind::RuntimeStub");
	} else {
		uintptr_t stub = static_word("SharedRuntime", "_ic_miss_blob");

		layout.stub_vtable = stub != 0 ? vmtables_word(stub) : 0;
	}
}

static void read_methods(void)
{
	vmtables.const_method = offset("Method", "_constMethod");
	vmtables.version = offset("ConstMethod", "_method_idnum");
	layout.constants = offset("ConstMethod", "_constants");
	layout.code_size = offset("ConstMethod", "_code_size");
	layout.name_index = offset("ConstMethod", "_name_index");
	layout.const_method_size = size("ConstMethod");
	layout.constants_size = size("ConstantPool");
	layout.symbol_length = offset("Symbol", "_length");
	layout.symbol_body = offset("Symbol", "_body");
}

static const volatile int64_t *counter(uintptr_t start, const char *name)
{
	uintptr_t at = start + vmtables_32(start + offset("PerfDataPrologue", "entry_offset"));
	uint32_t n = vmtables_32(start + offset("PerfDataPrologue", "num_entries")), i;

	for (i = 0; i < n; i++) {
		const char *its =
		        (const char *)at + vmtables_32(at + offset("PerfDataEntry", "name_offset"));

		if (strcmp(its, name) == 0)
			return (const volatile int64_t *)(at +
			                                  vmtables_32(at + offset("PerfDataEntry",
			                                                          "data_offset")));
		at += vmtables_32(at + offset("PerfDataEntry", "entry_length"));
	}
	return NULL;
}

/* They are not there under -XX:-UsePerfData. */
static void read_counters(void)
{
	uintptr_t start = static_word("PerfMemory", "_start");

	if (start == 0)
		return;
	vmtables.loaded_classes = counter(start, "java.cls.loadedClasses");
	vmtables.safepoints = counter(start, "sun.rt.safepoints");
	if (vmtables.loaded_classes == NULL || vmtables.safepoints == NULL)
		vmtables.loaded_classes = vmtables.safepoints = NULL;
}

static const void *table(const void *in_vm, const char *name)
{
	const void *const *symbol = platform_symbol_beside(in_vm, name);

	return symbol != NULL ? *symbol : NULL;
}

static uint64_t stride(const void *in_vm, const char *name)
{
	const uint64_t *symbol = platform_symbol_beside(in_vm, name);

	return symbol != NULL ? *symbol : 0;
}

bool vmtables_init(const void *in_vm, const char **why)
{
	missing = NULL;
	structs = table(in_vm, "gHotSpotVMStructs");
	types = table(in_vm, "gHotSpotVMTypes");
	ints = table(in_vm, "gHotSpotVMIntConstants");
	*why = "this VM does not describe its layout";
	if (structs == NULL || types == NULL || ints == NULL ||
	    stride(in_vm, "gHotSpotVMStructEntryArrayStride") != sizeof *structs ||
	    stride(in_vm, "gHotSpotVMTypeEntryArrayStride") != sizeof *types ||
	    stride(in_vm, "gHotSpotVMIntConstantEntryArrayStride") != sizeof *ints)
		return false;
	read_threads();
	read_interpreter();
	read_heaps();
	read_code();
	read_methods();
	read_counters();
	*why = missing;
	return missing == NULL;
}

/* The block in use that a pc lies in: the bytes of its segments lead back to its first one. False
 * when there is none, or none that can be known again. */
static bool find_block(uintptr_t pc, struct vmtables_code *code)
{
	const struct vmtables_heap *heap = &vmtables.heap[vmtables.heaps - 1];
	uintptr_t first, at, block, length;

	while (heap > vmtables.heap && pc < heap->low)
		heap--;
	first = heap->segments + (heap->low >> vmtables.log2_segment);
	at = heap->segments + (pc >> vmtables.log2_segment);
	if (pc < heap->low || pc >= vmtables_word(heap->high_at) ||
	    at >= vmtables_word(heap->segments_end_at) || vmtables_byte(at) == 0xff)
		return false;
	while (vmtables_byte(at) > 0 && vmtables_byte(at) <= at - first)
		at -= vmtables_byte(at);
	block = (at - heap->segments) << vmtables.log2_segment;
	/* A size_t or a uint32_t, by the version. */
	length = vmtables_32(block + vmtables.block_length);
	code->blob = block + vmtables.block_size;
	code->block = (struct vmtables_block){at, length};
	return vmtables_byte(block + vmtables.block_used) != 0 &&
	       length >> VMTABLES_LENGTH_BITS == 0 &&
	       (uint64_t)at << VMTABLES_LENGTH_BITS >> VMTABLES_LENGTH_BITS == at;
}

static bool is_native_wrapper(uintptr_t blob)
{
	const char *name = (const char *)vmtables_word(blob + layout.name);

	return name != NULL && strcmp(name, "native nmethod") == 0;
}

static bool is_method(uintptr_t blob)
{
	const char *name = (const char *)vmtables_word(blob + layout.name);

	if (layout.has_kind)
		return (int32_t)vmtables_byte(blob + layout.kind) == layout.kind_method;
	return name != NULL && (strcmp(name, "nmethod") == 0 || is_native_wrapper(blob));
}

static bool is_stub(uintptr_t blob)
{
	return layout.has_kind ? (int32_t)vmtables_byte(blob + layout.kind) == layout.kind_stub
	                       : vmtables_word(blob) == layout.stub_vtable;
}

/* Behind its code a method has handlers for exceptions and deoptimisation: a return address that
 * leads there was put in the place of the true one. enterSpecial is a native wrapper, too; where it
 * cannot be told from the others (JDK 21), none is known. */
static enum vmtables_kind kind_of_method(uintptr_t blob, uintptr_t pc)
{
	if (pc >= blob + vmtables_32(blob + layout.stub_offset))
		return VMTABLES_OTHER;
	if (layout.has_continuations && vmtables.continuation_return == 0 &&
	    is_native_wrapper(blob))
		return VMTABLES_OTHER;
	return VMTABLES_METHOD;
}

struct vmtables_code vmtables_find_code(uintptr_t pc)
{
	struct vmtables_code code = {.kind = VMTABLES_OTHER};
	int32_t words;

	if (!find_block(pc, &code))
		return code;
	words = (int32_t)vmtables_32(code.blob + layout.frame_size);
	if (words < 2)
		return code;
	code.frame_bytes = (uint32_t)words * (uint32_t)sizeof(uintptr_t);
	if (is_method(code.blob)) {
		code.kind = kind_of_method(code.blob, pc);
		code.compile_id = vmtables_32(code.blob + vmtables.compile_id);
	} else if (is_stub(code.blob)) {
		code.kind = VMTABLES_STUB;
	}
	return code;
}

static bool read_word(uintptr_t address, uintptr_t *value)
{
	return platform_read_memory((const void *)address, value, sizeof *value);
}

static bool read_16(uintptr_t address, uint16_t *value)
{
	return platform_read_memory((const void *)address, value, sizeof *value);
}

bool vmtables_id_leads_to(uintptr_t id, uintptr_t method)
{
	uintptr_t its;

	return read_word(id, &its) && its == method;
}

bool vmtables_method(uintptr_t method, uintptr_t bcp, struct vmtables_method *result)
{
	uintptr_t constant_method, pool, symbol, code;
	uint16_t index, length, code_size;

	if (!read_word(method + vmtables.const_method, &constant_method) ||
	    !read_word(constant_method + layout.constants, &pool) ||
	    !read_16(constant_method + layout.name_index, &index) ||
	    !read_16(constant_method + layout.code_size, &code_size) ||
	    !read_word(pool + layout.constants_size + index * sizeof(uintptr_t), &symbol) ||
	    !read_16(symbol + layout.symbol_length, &length))
		return false;
	if (length >= VMTABLES_NAME_MAX)
		length = VMTABLES_NAME_MAX - 1;
	code = constant_method + layout.const_method_size;
	result->bci = bcp >= code && bcp - code < code_size ? (int64_t)(bcp - code) : -1;
	result->name[length] = '\0';
	return platform_read_memory((const void *)(symbol + layout.symbol_body), result->name,
	                            length);
}
