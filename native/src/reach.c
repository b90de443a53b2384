// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "reach.h"

#include <jvmti.h>
#include <stdlib.h>
#include <string.h>

#include "budget.h"
#include "platform/platform.h"
#include "vm.h"

/* Classes that are loaded while a walk is prepared may be of references too; then it is repeated,
 * at most so many times. */
#define WALKS_MAX 3

/* The upper half of a tag: of a class of references, the index of `referent` in its instances, and
 * 1. The lower half: of a block, its number, and 1. The mirror of a class can be both. */
#define TAG_HALF  32
#define TAG_LOWER 0xffffffff

/* Room for a local reference to each loaded class. HotSpot refuses to promise more than twice this.
 */
#define LOCALS 32768

/* An environment of our own: our tags are in nobody's way, and the other one can do without. */
static jvmtiEnv *tagger;

static bool open_tagger(void)
{
	jvmtiCapabilities wanted;
	jvmtiEnv *env = NULL;

	if (tagger != NULL)
		return true;
	if ((*vm.java_vm)->GetEnv(vm.java_vm, (void **)&env, JVMTI_VERSION_11) != JNI_OK)
		return false;
	memset(&wanted, 0, sizeof wanted);
	wanted.can_tag_objects = 1;
	if ((*env)->AddCapabilities(env, &wanted) != JVMTI_ERROR_NONE) {
		(*env)->DisposeEnvironment(env);
		return false;
	}
	tagger = env;
	return true;
}

/* -1 when the VM does not say, as of a class that is not linked and so has no instances. */
static jint field_count(jclass type)
{
	jfieldID *fields = NULL;
	jint n = 0;

	if ((*tagger)->GetClassFields(tagger, type, &n, &fields) != JVMTI_ERROR_NONE)
		return -1;
	(*tagger)->Deallocate(tagger, (unsigned char *)fields);
	return n;
}

/* The classes that a class has fields from, apart from its superclasses: no interface twice. */
struct interfaces {
	jclass *list;
	jint count, room;
};

static bool add_interface(JNIEnv *jni, struct interfaces *found, jclass interface)
{
	jint i;

	for (i = 0; i < found->count; i++)
		if ((*jni)->IsSameObject(jni, found->list[i], interface))
			return true;
	if (found->count == found->room) {
		jint room = found->room == 0 ? 16 : found->room * 2;
		jclass *list = realloc(found->list, (size_t)room * sizeof *list);

		if (list == NULL)
			return false;
		found->list = list;
		found->room = room;
	}
	found->list[found->count++] = interface;
	return true;
}

static bool add_interfaces_of(JNIEnv *jni, struct interfaces *found, jclass type)
{
	jclass *direct = NULL;
	bool added = true;
	jint i, n = 0;

	if ((*tagger)->GetImplementedInterfaces(tagger, type, &n, &direct) != JVMTI_ERROR_NONE)
		return false;
	for (i = 0; i < n && added; i++)
		added = add_interface(jni, found, direct[i]);
	(*tagger)->Deallocate(tagger, (unsigned char *)direct);
	return added;
}

/* Fields of all interfaces that a class implements, which JVMTI counts before those of its
 * superclasses; -1 when they cannot be told. */
static jint interface_fields(JNIEnv *jni, jclass type)
{
	struct interfaces found = {0};
	jint i, n, sum = 0;
	bool known = true;

	for (; type != NULL && known; type = (*jni)->GetSuperclass(jni, type))
		known = add_interfaces_of(jni, &found, type);
	for (i = 0; i < found.count && known; i++) {
		n = field_count(found.list[i]);
		known = n >= 0 && add_interfaces_of(jni, &found, found.list[i]);
		sum += n;
	}
	free(found.list);
	return known ? sum : -1;
}

struct references {
	jclass soft, weak, phantom;
	jint referent; /* its place among the fields of a class that implements no interface */
};

static jint place_of_referent(JNIEnv *jni)
{
	jclass type = (*jni)->FindClass(jni, "java/lang/ref/Reference");
	jfieldID *fields = NULL, wanted;
	jint i, n = 0, place = -1;

	wanted = type == NULL ? NULL
	                      : (*jni)->GetFieldID(jni, type, "referent", "Ljava/lang/Object;");
	if (vm_clear_exception(jni) || wanted == NULL)
		return -1;
	if ((*tagger)->GetClassFields(tagger, type, &n, &fields) != JVMTI_ERROR_NONE)
		return -1;
	for (i = 0; i < n; i++)
		if (fields[i] == wanted)
			place = i;
	(*tagger)->Deallocate(tagger, (unsigned char *)fields);
	return place;
}

static bool find_references(JNIEnv *jni, struct references *references)
{
	references->soft = (*jni)->FindClass(jni, "java/lang/ref/SoftReference");
	references->weak = (*jni)->FindClass(jni, "java/lang/ref/WeakReference");
	references->phantom = (*jni)->FindClass(jni, "java/lang/ref/PhantomReference");
	if (vm_clear_exception(jni))
		return false;
	references->referent = place_of_referent(jni);
	return references->referent >= 0;
}

static bool is_reference(JNIEnv *jni, const struct references *references, jclass type)
{
	return (*jni)->IsAssignableFrom(jni, type, references->soft) ||
	       (*jni)->IsAssignableFrom(jni, type, references->weak) ||
	       (*jni)->IsAssignableFrom(jni, type, references->phantom);
}

/* Tells a class of references apart in the walk. True when it was not told apart before. */
static bool tag_class(JNIEnv *jni, const struct references *references, jclass type)
{
	jlong tag = 0;
	jint before;

	if ((*tagger)->GetTag(tagger, type, &tag) != JVMTI_ERROR_NONE || tag >> TAG_HALF != 0)
		return false;
	before = interface_fields(jni, type);
	if (before < 0)
		return false;
	tag |= (jlong)(before + references->referent + 1) << TAG_HALF;
	return (*tagger)->SetTag(tagger, type, tag) == JVMTI_ERROR_NONE;
}

static bool untag_class(JNIEnv *jni, const struct references *references, jclass type)
{
	(void)jni;
	(void)references;
	return (*tagger)->SetTag(tagger, type, 0) == JVMTI_ERROR_NONE;
}

typedef bool (*class_visitor)(JNIEnv *jni, const struct references *references, jclass type);

/* Shows every loaded class of soft, weak and phantom references. Leaves no local reference, which
 * would be a root in the walk. Returns to how many visit said true, or -1. */
static jint visit_classes(JNIEnv *jni, class_visitor visit)
{
	struct references references;
	jclass *classes = NULL;
	jint i, n = 0, visited = -1;

	if ((*jni)->PushLocalFrame(jni, LOCALS) != 0) {
		vm_clear_exception(jni);
		return -1;
	}
	if (find_references(jni, &references) &&
	    (*tagger)->GetLoadedClasses(tagger, &n, &classes) == JVMTI_ERROR_NONE) {
		for (i = 0, visited = 0; i < n; i++)
			if (is_reference(jni, &references, classes[i]))
				visited += visit(jni, &references, classes[i]);
		(*tagger)->Deallocate(tagger, (unsigned char *)classes);
	}
	(*jni)->PopLocalFrame(jni, NULL);
	return visited;
}

struct walk {
	JNIEnv *jni;
	void *const *references;
	uint8_t *how;
	uint32_t n, left;
	uint8_t found; /* what a block is that this walk comes to */
	uint64_t ns;   /* in walks, so far */
};

/* Gives block i the tag, if it lives. */
static bool tag_block(struct walk *walk, uint32_t i, jlong tag)
{
	jobject block = (*walk->jni)->NewLocalRef(walk->jni, walk->references[i]);
	bool tagged;

	if (block == NULL) {
		if (walk->how[i] == REACH_UNSEEN)
			walk->how[i] = REACH_DEAD;
		return true;
	}
	tagged = (*tagger)->SetTag(tagger, block, tag) == JVMTI_ERROR_NONE;
	(*walk->jni)->DeleteLocalRef(walk->jni, block);
	return tagged;
}

static bool tag_blocks(struct walk *walk)
{
	uint32_t i;

	for (i = 0; i < walk->n; i++) {
		if (!tag_block(walk, i, (jlong)i + 1))
			return false;
		walk->left += walk->how[i] == REACH_UNSEEN;
	}
	return true;
}

static void untag(struct walk *walk)
{
	uint32_t i;

	for (i = 0; i < walk->n; i++)
		if (walk->how[i] != REACH_DEAD)
			tag_block(walk, i, 0);
	visit_classes(walk->jni, untag_class);
}

static jint JNICALL step(jvmtiHeapReferenceKind kind, const jvmtiHeapReferenceInfo *info,
                         jlong class_tag, jlong referrer_class_tag, jlong size, jlong *tag,
                         jlong *referrer_tag, jint length, void *user_data)
{
	struct walk *walk = user_data;
	jlong referent = referrer_class_tag >> TAG_HALF;
	uint32_t block = (uint32_t)(*tag & TAG_LOWER);

	(void)class_tag;
	(void)size;
	(void)referrer_tag;
	(void)length;
	if (referent != 0 && walk->found == REACH_STRONG && kind == JVMTI_HEAP_REFERENCE_FIELD &&
	    info->field.index == referent - 1)
		return 0;
	if (block != 0 && walk->how[block - 1] == REACH_UNSEEN) {
		walk->how[block - 1] = walk->found;
		if (--walk->left == 0)
			return JVMTI_VISIT_ABORT;
	}
	return JVMTI_VISIT_OBJECTS;
}

static bool follow(struct walk *walk, enum reach found)
{
	uint64_t begin = platform_now_ns();
	jvmtiHeapCallbacks callbacks;
	jvmtiError error;

	memset(&callbacks, 0, sizeof callbacks);
	callbacks.heap_reference_callback = step;
	walk->found = (uint8_t)found;
	error = (*tagger)->FollowReferences(tagger, 0, NULL, NULL, &callbacks, walk);
	walk->ns += platform_now_ns() - begin;
	return error == JVMTI_ERROR_NONE;
}

static void forget_found(struct walk *walk)
{
	uint32_t i;

	for (i = 0; i < walk->n; i++) {
		if (walk->how[i] == REACH_STRONG) {
			walk->how[i] = REACH_UNSEEN;
			walk->left++;
		}
	}
}

static bool walk_strong(struct walk *walk)
{
	uint32_t walks;
	jint added = visit_classes(walk->jni, tag_class);

	for (walks = 0; added > 0 && walks < WALKS_MAX; walks++) {
		forget_found(walk);
		if (!follow(walk, REACH_STRONG))
			return false;
		added = visit_classes(walk->jni, tag_class);
	}
	return added >= 0;
}

static bool walk_all(struct walk *walk)
{
	if (!tag_blocks(walk))
		return false;
	if (walk->left > 0 && !walk_strong(walk))
		return false;
	return walk->left == 0 || follow(walk, REACH_SOFT);
}

bool reach_walk(JNIEnv *jni, void *const *references, uint32_t n, uint8_t *how, uint64_t *walk_us)
{
	struct walk walk = {.jni = jni, .references = references, .how = how, .n = n};
	bool walked;

	memset(how, REACH_UNSEEN, n);
	*walk_us = 0;
	if (!open_tagger() || !budget_take((uint64_t)n * REACH_BYTES_PER_BLOCK))
		return false;
	walked = walk_all(&walk);
	untag(&walk);
	budget_give((uint64_t)n * REACH_BYTES_PER_BLOCK);
	*walk_us = walk.ns / 1000;
	return walked;
}
