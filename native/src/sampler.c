// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#include "sampler.h"

#include <stdatomic.h>

#include "carriers.h"
#include "classes.h"
#include "contexts.h"
#include "epoch.h"
#include "fastwalk.h"
#include "intervals.h"
#include "live.h"
#include "platform/platform.h"
#include "stacks.h"
#include "timing.h"
#include "vm.h"

#define PRESSURE_EVENTS 64u
#define PRIME_PIECE     16384
#define PRIME_MAX       (10 * 1024 * 1024)
#define PRIME_OVERHEAD  16

/* An event that was overtaken by a stop may still read the settings it began with: each session's
 * stand in a slot of their own, which is used again only many sessions later. */
#define SETTINGS_SLOTS 64u

static struct sampler_settings slots[SETTINGS_SLOTS];
static _Atomic(const struct sampler_settings *) sampling; /* NULL = off */

void sampler_start(const struct sampler_settings *settings)
{
	struct sampler_settings *slot = &slots[settings->session % SETTINGS_SLOTS];

	*slot = *settings;
	atomic_store(&sampling, slot);
}

void sampler_stop(void)
{
	atomic_store(&sampling, NULL);
}

const struct sampler_settings *sampler_now(void)
{
	return atomic_load_explicit(&sampling, memory_order_acquire);
}

void sampler_thread_start(bool older)
{
	const struct sampler_settings *settings = sampler_now();

	if (older)
		carriers_thread_start(INTERVALS_UNKNOWN, 0);
	else
		carriers_thread_start(intervals_slot(), settings != NULL ? settings->session : 0);
}

/* Whether the first event of a carrier in this session may count. One that was born in the session
 * drew under a λ that we know. One from before may have drawn under another than that of the start,
 * or have counted bytes from before it. */
static bool first_counts(const struct carrier *carrier, const struct sampler_settings *settings)
{
	uint64_t drawn, start;

	if (carrier->draw == INTERVALS_UNKNOWN)
		return false;
	if (carrier->born_session == settings->session)
		return true;
	drawn = intervals_lambda(carrier->draw);
	start = intervals_lambda(settings->start_draw);
	if (drawn == 0)
		return start == 0;
	return drawn == start && settings->java_version < SAMPLER_COUNTS_WHILE_OFF;
}

static bool accept(struct carrier *carrier, const struct sampler_settings *settings, uint64_t size)
{
	bool counts;

	if (carrier->priming) {
		carrier->primed = true;
		return false;
	}
	/* Later ones count but for those that were drawn while λ was being changed. */
	counts = carrier->session == settings->session ? carrier->draw != INTERVALS_UNKNOWN
	                                               : first_counts(carrier, settings);
	carrier->session = settings->session;
	if (!counts) {
		carriers_count(&carrier->counts.dropped_blocks, 1);
		carriers_count(&carrier->counts.dropped_bytes, size);
	}
	return counts;
}

/* Tracked with probability 2^-k: *reference, else NULL for the reason that is returned. */
static enum inbox_untracked make_reference(struct carrier *carrier,
                                           const struct sampler_settings *settings, JNIEnv *jni,
                                           jobject object, uint32_t k, void **reference)
{
	*reference = NULL;
	if (!settings->track)
		return UNTRACKED_OFF;
	if (k > 0 && (carriers_random(carrier) >> (64 - k)) != 0)
		return UNTRACKED_THINNED;
	*reference = live_reference(jni, object);
	return *reference != NULL ? UNTRACKED_NOT : UNTRACKED_NO_ROOM;
}

uint32_t sampler_timed_one_in(const struct carrier *carrier,
                              const struct sampler_settings *settings)
{
	return timing_one_in(carrier->draw == INTERVALS_EXACT, settings->budget);
}

void sampler_relieve(const struct carrier *carrier, const struct sampler_settings *settings)
{
	if (carrier->counts.events % PRESSURE_EVENTS == 0 &&
	    inbox_bytes() > settings->pressed_bytes)
		settings->pressed();
}

static void sample(struct carrier *carrier, const struct sampler_settings *settings, JNIEnv *jni,
                   jthread thread, jobject object, jclass type, uint64_t size)
{
	uint32_t k = intervals_k(), epoch = epoch_now();
	uint32_t stack = stacks_walk(carrier, jni, thread, settings->depth);
	uint32_t class_id = classes_of(stack, jni, type);
	uint32_t context =
	        contexts_of(carrier, jni, thread, settings->threads, settings->session, 0);
	void *reference;
	enum inbox_untracked untracked =
	        make_reference(carrier, settings, jni, object, k, &reference);
	struct inbox_record *record;

	sampler_relieve(carrier, settings);
	record = inbox_place(&carrier->inbox);
	if (record != NULL) {
		*record = (struct inbox_record){.reference = reference,
		                                .size = size,
		                                .stack = stack,
		                                .class_id = class_id,
		                                .epoch = epoch,
		                                .context = context,
		                                .interval = intervals_class(carrier->draw, k),
		                                .unit = UNIT_HEAP,
		                                .untracked = (uint8_t)untracked};
		inbox_push(&carrier->inbox);
		return;
	}
	settings->pressed();
	if (reference != NULL)
		live_forget(jni, reference);
	carriers_count(&carrier->counts.lost_blocks, 1);
	carriers_count(&carrier->counts.lost_bytes, size);
}

/* What is known of the pending draw of a thread that has no carrier yet. */
static uint16_t first_draw(const struct sampler_settings *settings)
{
	return settings->late_draws ? INTERVALS_UNKNOWN : settings->start_draw;
}

void JNICALL sampler_allocation(jvmtiEnv *jvmti, JNIEnv *jni, jthread thread, jobject object,
                                jclass type, jlong size)
{
	const struct sampler_settings *settings = sampler_now();
	struct carrier *carrier;
	struct timing timing;
	uint16_t draw;

	(void)jvmti;
	if (settings == NULL || !settings->heap)
		return;
	carrier = carriers_mine(first_draw(settings));
	if (carrier == NULL) {
		if (!carriers_ours())
			carriers_count_lost((uint64_t)size);
		return;
	}
	carriers_enter(carrier);
	timing_begin(&timing, carrier, sampler_timed_one_in(carrier, settings));
	/* The VM drew the next sample before this call, under the λ that is in force now. */
	draw = intervals_slot();
	if (sampler_now() == settings && accept(carrier, settings, (uint64_t)size) &&
	    !carrier->own) {
		carriers_count(&carrier->counts.events, 1);
		sample(carrier, settings, jni, thread, object, type, (uint64_t)size);
	}
	carrier->draw = draw;
	timing_end(&timing, carrier);
	carriers_leave(carrier);
}

struct carrier *sampler_carrier(void)
{
	const struct sampler_settings *settings = sampler_now();

	if (settings == NULL)
		return NULL;
	return carriers_mine(first_draw(settings));
}

void JNICALL sampler_class_prepare(jvmtiEnv *jvmti, JNIEnv *jni, jthread thread, jclass type)
{
	const struct sampler_settings *settings = sampler_now();
	struct carrier *carrier;

	(void)jvmti;
	(void)type;
	if (settings == NULL || !fastwalk_wants_proof() || carriers_ours())
		return;
	carrier = carriers_mine(first_draw(settings));
	if (carrier == NULL || carriers_inside(carrier))
		return;
	carriers_enter(carrier);
	stacks_prove(carrier, jni, thread, settings->depth);
	carriers_leave(carrier);
}

static void allocate_until_primed(struct carrier *carrier, JNIEnv *jni, jsize piece)
{
	int bytes;

	carrier->primed = false;
	for (bytes = 0; bytes < PRIME_MAX && !carrier->primed; bytes += piece + PRIME_OVERHEAD) {
		jbyteArray array = (*jni)->NewByteArray(jni, piece);

		if (vm_clear_exception(jni) || array == NULL)
			return;
		(*jni)->DeleteLocalRef(jni, array);
	}
}

void sampler_prime(JNIEnv *jni)
{
	const struct sampler_settings *settings = sampler_now();
	struct carrier *carrier = carriers_mine(INTERVALS_UNKNOWN);

	if (carrier == NULL || settings == NULL)
		return;
	carrier->priming = true;
	allocate_until_primed(carrier, jni, PRIME_PIECE);
	/* On Java 11 a large piece can be sampled outside the thread's buffer, which stays
	 * disarmed: only when a small one is, every block will be. */
	if (carrier->primed && intervals_lambda(intervals_slot()) == 0)
		allocate_until_primed(carrier, jni, 0);
	carrier->priming = false;
	carrier->session = carrier->primed ? settings->session : 0;
}

void sampler_prime_if_older(JNIEnv *jni)
{
	const struct sampler_settings *settings = sampler_now();
	const struct carrier *carrier = sampler_carrier();

	if (carrier != NULL && settings != NULL && settings->heap &&
	    carrier->session != settings->session && !first_counts(carrier, settings))
		sampler_prime(jni);
}
