// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The option string of every door: `key=value,key,…`. A comma inside a value is written `\,`. */
#ifndef JDHAT_OPTIONS_H
#define JDHAT_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "format.h"
#include "platform/platform.h"

#define OPTIONS_MESSAGE_MAX 512
#define OPTIONS_NAME_MAX    256
#define OPTIONS_LENGTH_MAX  16384

enum options_command {
	COMMAND_START, /* no word, or `start` */
	COMMAND_STOP,
	COMMAND_DUMP,
	COMMAND_STATUS,
	COMMAND_MARK, /* `mark=NAME` */
	COMMAND_HELP,
	COMMAND_LEAVE,  /* `leave`, `leave=SESSION` */
	COMMAND_WINDOW, /* `window=NAME` */
	COMMAND_SETTLE, /* collections and finalisers */
	COMMAND_REACH,  /* `reach=FROM-TO` */
	COMMAND_BIND,   /* AgentCalls' methods */
	COMMAND_CLOSE   /* `close=ID` */
};
enum options_switch { SWITCH_DEFAULT, SWITCH_OFF, SWITCH_ON };
enum options_liveness { LIVENESS_DEFAULT, LIVENESS_OFF, LIVENESS_ON, LIVENESS_FORCE };
enum options_threads { THREADS_NONE, THREADS_NAME, THREADS_POOL };
enum options_stack_walk { WALK_AUTO, WALK_PORTABLE, WALK_FAST, WALK_CHECKED };
/* Bits. */
enum options_record { RECORDS_HEAP = 1, RECORDS_AD_HOC = 2, RECORDS_BOTH = 3 };
enum options_window { WINDOW_ALL, WINDOW_THIS };
enum options_start { START_NOW, START_IDLE, START_DELAY };
#define OPTIONS_BUDGET_UNIT 10000.0 /* struct options' budget of a whole core */

struct options {
	enum options_command command;
	char name[OPTIONS_NAME_MAX]; /* of a mark or window */
	uint32_t number;             /* of what the command is about; 0 = not given */
	uint32_t reach_from, reach_to;
	uint64_t interval; /* bytes; 0 = exact, or auto; at most 1 GiB. Default 512 KiB */
	bool interval_given;
	bool interval_auto; /* exact while the budget allows, then sampled */
	uint64_t budget;    /* hundredths of a per cent of one core; 0 = off. Default 2 % */
	bool budget_given;
	char file[PLATFORM_PATH_MAX]; /* recording, patterns not yet expanded. Default
	                                 jdhat-%p%n.jdhat */
	bool file_given;
	char report[PLATFORM_PATH_MAX]; /* JSON written at exit; "" = none. Default dhat-heap.json
	                                 */
	bool report_given;
	char reply[PLATFORM_PATH_MAX]; /* where a command writes its answer; "" = nowhere */
	uint32_t depth;                /* frames, 1 to 2048. Default 128 */
	enum options_switch gc;     /* the final collection: on, off, or by the rule of the door */
	uint64_t gc_timeout_us;     /* default 5 s */
	uint64_t gc_at;             /* force a collection when so many blocks wait; 0 = never */
	uint64_t report_timeout_us; /* default 10 s */
	uint64_t tick_us;           /* 100 ms to 1 h; default 1 s */
	uint64_t flush_us;          /* 10 ms to 1 min; default 100 ms */
	enum options_threads threads;       /* default none */
	enum options_stack_walk stack_walk; /* default auto */
	uint64_t max_size;                  /* bytes, at least 1 MiB; default 256 MiB */
	uint64_t max_memory; /* bytes, at least 4 MiB; 0 = by rule: 64 MiB sampled; a quarter of
	                        the free memory, at least 256 MiB, exact */
	enum options_liveness liveness;
	enum options_record record; /* default heap */
	enum options_start start;
	uint64_t start_delay_us; /* with START_DELAY */
	bool quiet;
	enum options_window window_threads;
	enum format_scope window_kind;
	bool join; /* a session that runs already will do */
};

/* Fills options with the defaults and what text says. text may be NULL. On an error returns false
 * with a sentence that names the word and the way out. `@PATH` as the whole text reads the options
 * from a file. */
bool options_parse(const char *text, struct options *options, char message[OPTIONS_MESSAGE_MAX]);

/* What λ may do in a session with these options: an interval that was asked for stays as it is,
 * unless a budget was asked for, too. */
enum format_pace options_pace(const struct options *options);

/* The last number that %n stands for: a file with it is written over. */
#define OPTIONS_NUMBER_MAX 9

/* What the patterns in a path stand for. */
struct options_names {
	const char *folder; /* comes before the path as it is; may be empty */
	uint64_t pid;
	uint64_t wall_us;
	const char *host;
};

/* Expands %p (pid), %t (start time, yyyyMMdd-HHmmss in UTC), %h (host), %n (nothing, or -2 to -9
 * where files with the numbers before are there), %% in a path. False when it does not fit or a
 * pattern is unknown; then message says which. */
bool options_expand(const char *pattern, const struct options_names *names, char *path, size_t n,
                    char message[OPTIONS_MESSAGE_MAX]);

/* The text of `help`: one line per option. */
const char *options_help(void);

#endif
