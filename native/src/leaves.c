// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "leaves.h"

#include <stdbool.h>

#include "bytecodes.h"
#include "vm.h"

/* Before a method is compiled the VM makes the String constants of its class, on the thread that
 * asked for it and wherever that is: in a loop, at the beginning of the method. */
static bool program_allocates(const struct dictionary_vm_frame *leaf)
{
	unsigned char *code = NULL;
	bool allocates = true;
	jint n = 0;

	if (leaf->location < 0 || (*vm.jvmti)->GetBytecodes(vm.jvmti, (jmethodID)leaf->method, &n,
	                                                    &code) != JVMTI_ERROR_NONE)
		return true;
	if (leaf->location < n)
		allocates = bytecodes_may_allocate(code[leaf->location]);
	(*vm.jvmti)->Deallocate(vm.jvmti, code);
	return allocates;
}

uint32_t leaves_judge(uint32_t stack, const struct dictionary_vm_frame *leaf)
{
	uint32_t known = dictionary_leaf(stack);

	if (known != 0)
		return known;
	known = program_allocates(leaf) ? stack : dictionary_flagged(stack, STACK_VM);
	dictionary_set_leaf(stack, known);
	return known;
}
