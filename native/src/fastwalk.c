// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "fastwalk.h"

#include <stdatomic.h>
#include <string.h>

#include "alignment.h"
#include "epoch.h"
#include "expansions.h"
#include "log.h"
#include "vm.h"
#include "vmgeneration.h"
#include "vmtables.h"
#include "vmwalk.h"

/* A stack's name is made of those of its frames, and each of these is verified at its 1st, 2nd, 4th
 * … use (expansions.c). */
#define FIRST_DUE 64

enum { OFF, UNPROVEN, PROVEN };
static _Atomic int state = OFF;
static _Atomic bool checked;      /* every found stack is verified */
static _Atomic(const char *) why; /* it is off for good */
static _Atomic uint64_t mismatches;
static bool ready;               /* agent thread: the VM's layout is known */
static bool told;                /* agent thread: of classes that are loaded */
static struct walk_cache *names; /* of stacks */

static bool off_for_good(const char *reason)
{
	atomic_store(&why, reason);
	atomic_store(&state, OFF);
	return false;
}

/* Where the VM keeps what it knows of the calling thread. */
static uintptr_t vm_thread(JNIEnv *jni)
{
	jclass type = (*jni)->FindClass(jni, "java/lang/Thread");
	jfieldID field = type == NULL ? NULL : (*jni)->GetFieldID(jni, type, "eetop", "J");
	jthread thread = vm_current_thread();

	if (vm_clear_exception(jni) || field == NULL || thread == NULL)
		return 0;
	return (uintptr_t)(*jni)->GetLongField(jni, thread, field);
}

static bool make_ready(JNIEnv *jni)
{
	const char *reason = "out of memory";

	/* The VM's own function leads to the library that has its tables. */
	if (names == NULL)
		names = walk_cache_new(FIRST_DUE);
	if (names == NULL || !expansions_init() ||
	    !vmwalk_init((const void *)(uintptr_t)(*vm.java_vm)->GetEnv, jni, vm_thread(jni),
	                 &reason))
		return off_for_good(reason);
	ready = true;
	return true;
}

bool fastwalk_wants_proof(void)
{
	return atomic_load_explicit(&state, memory_order_relaxed) == UNPROVEN;
}

static void tell(bool wanted)
{
	if (wanted != told)
		(*vm.jvmti)->SetEventNotificationMode(vm.jvmti,
		                                      wanted ? JVMTI_ENABLE : JVMTI_DISABLE,
		                                      JVMTI_EVENT_CLASS_PREPARE, NULL);
	told = wanted;
}

void fastwalk_begin(JNIEnv *jni, enum options_stack_walk mode)
{
	atomic_store(&checked, mode == WALK_CHECKED);
	if (mode == WALK_PORTABLE) {
		atomic_store(&state, OFF);
		return;
	}
	if (atomic_load(&why) == NULL && (ready || make_ready(jni))) {
		if (atomic_load(&state) == OFF)
			atomic_store(&state, UNPROVEN);
		tell(fastwalk_wants_proof());
		return;
	}
	if (mode == WALK_FAST)
		log_info("the fast stack walk cannot be used: %s; the JVM walks every stack",
		         atomic_load(&why));
}

void fastwalk_end(void)
{
	tell(false);
}

bool fastwalk_name(struct carrier *carrier, JNIEnv *jni, jthread thread, uint32_t limit,
                   struct fastwalk_name *name)
{
	struct vmwalk walk;

	if (atomic_load_explicit(&state, memory_order_acquire) == OFF)
		return false;
	if (!vmwalk(jni, limit, &carrier->walk, &walk))
		return false;
	/* A carrier that acts for itself on top of a virtual thread's frames is walked by the VM
	 * past them; and one that has just unmounted a virtual thread still goes by its name. */
	if (walk.continuation != vm_is_virtual(jni, thread))
		return false;
	name->interpreted = walk.interpreted;
	name->key.hash = walk.hash;
	name->key.frames = walk.frames;
	name->generation = vmgeneration_now(epoch_collections());
	name->key.generation = walk.interpreted ? name->generation : 0;
	return true;
}

/* Whether this stack may be known already. */
static bool allowed(const struct fastwalk_name *name)
{
	return atomic_load_explicit(&state, memory_order_acquire) >=
	       (name->interpreted ? PROVEN : UNPROVEN);
}

uint32_t fastwalk_find(struct carrier *carrier, const struct fastwalk_name *name, uint32_t depth,
                       bool *due)
{
	uint32_t stack = walk_cache_find(names, &name->key, carriers_random(carrier), due);

	if (stack == 0 && allowed(name)) {
		stack = expansions_compose(carrier, name->generation, depth, due);
		if (!*due)
			walk_cache_put(names, &name->key, stack);
	}
	*due = *due || atomic_load_explicit(&checked, memory_order_relaxed);
	if (stack != 0 && !*due)
		carriers_count(&carrier->counts.fast_walks, 1);
	return stack;
}

bool fastwalk_holds(struct carrier *carrier, JNIEnv *jni, jthread thread, uint32_t limit,
                    const struct fastwalk_name *name)
{
	struct fastwalk_name now;

	return fastwalk_name(carrier, jni, thread, limit, &now) &&
	       now.generation == name->generation && now.key.hash == name->key.hash;
}

static void wrong(void)
{
	atomic_fetch_add(&mismatches, 1);
	off_for_good("it gave a wrong stack");
}

void fastwalk_verify(struct carrier *carrier, uint32_t found, uint32_t stack)
{
	carriers_count(&carrier->counts.fast_walks, 1);
	carriers_count(&carrier->counts.checked_walks, 1);
	/* What has no room now may have had some before. */
	if (found == stack || stack == dictionary_other_stacks() ||
	    dictionary_same_frames(found, stack))
		return;
	wrong();
}

/* Whether a frame that was read as an interpreted one is what the VM says. */
static bool reads_right(const struct vmwalk_step *read, const struct dictionary_vm_frame *frame)
{
	struct vmtables_method method;
	char *name = NULL;
	bool right;

	if (!vmtables_method((uintptr_t)read->a, vmwalk_bcp(read), &method) ||
	    method.bci != frame->location ||
	    (*vm.jvmti)->GetMethodName(vm.jvmti, (jmethodID)frame->method, &name, NULL, NULL) !=
	            JVMTI_ERROR_NONE)
		return false;
	right = strncmp(method.name, name, VMTABLES_NAME_MAX - 1) == 0;
	(*vm.jvmti)->Deallocate(vm.jvmti, (unsigned char *)name);
	return right;
}

/* The frames at one end of a stack, as long as they are interpreted, stand for one frame of the VM
 * each. Two methods of them that read right prove where the method and the bytecode stand in a
 * frame. */
static void prove_at(enum vmwalk_end end, const struct vmwalk_memory *memory,
                     const struct dictionary_vm_frame *frames, uint32_t n)
{
	const struct vmwalk_step *read, *before = NULL;
	int unproven = UNPROVEN;
	uint32_t i, methods = 0;
	bool ids = true;

	for (i = 0; i < n && (read = vmwalk_interpreted(memory, end, i)) != NULL; i++) {
		const struct dictionary_vm_frame *frame =
		        &frames[end == VMWALK_INNERMOST ? i : n - 1 - i];

		if (!reads_right(read, frame)) {
			off_for_good("this JVM's interpreter has frames of another kind");
			return;
		}
		methods += before == NULL || read->a != before->a;
		ids = ids && vmtables_id_leads_to((uintptr_t)frame->method, (uintptr_t)read->a);
		before = read;
	}
	if (methods < 2)
		return;
	vmwalk_proven();
	if (ids)
		alignment_proven();
	atomic_compare_exchange_strong(&state, &unproven, PROVEN);
}

void fastwalk_prove(const struct carrier *carrier, uint32_t n, bool whole)
{
	if (fastwalk_wants_proof())
		prove_at(VMWALK_INNERMOST, &carrier->walk, carrier->frames, n);
	if (fastwalk_wants_proof() && whole && carrier->walk.n > 0)
		prove_at(VMWALK_OUTERMOST, &carrier->walk, carrier->frames, n);
}

void fastwalk_learn(struct carrier *carrier, JNIEnv *jni, const struct fastwalk_name *name,
                    uint32_t stack, uint32_t n, bool whole)
{
	if (name->interpreted)
		fastwalk_prove(carrier, n, whole);
	if (!allowed(name) || stack == dictionary_other_stacks())
		return;
	if (expansions_learn(carrier, jni, name->generation, n, whole))
		walk_cache_put(names, &name->key, stack);
	else
		wrong();
}

void fastwalk_turn(uint32_t generation)
{
	if (!ready)
		return;
	if (!fastwalk_wants_proof())
		tell(false);
	walk_cache_turn(names, generation);
	expansions_turn(generation);
}

struct fastwalk_state fastwalk_state(void)
{
	struct fastwalk_state now = {atomic_load(&state) != OFF, atomic_load(&checked),
	                             atomic_load(&why), atomic_load(&mismatches)};

	return now;
}
