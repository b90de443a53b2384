// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE

#include "linux.h"

#include <dirent.h>
#include <elf.h>
#include <link.h>
#include <linux/futex.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "platform.h"
#include "posix.h"

/* ---- the semaphore: one word, 1 when there is a post to be taken ----
 * sem_post would bind GLIBC_2.34; the system call below it is the same everywhere. */

static _Atomic(uint32_t) *word_of(struct platform_semaphore *semaphore)
{
	return (_Atomic(uint32_t) *)(void *)semaphore->word;
}

void platform_semaphore_init(struct platform_semaphore *semaphore)
{
	atomic_init(word_of(semaphore), 0);
}

void platform_semaphore_post(struct platform_semaphore *semaphore)
{
	if (atomic_exchange(word_of(semaphore), 1) == 0)
		syscall(SYS_futex, word_of(semaphore), FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
}

bool platform_semaphore_wait(struct platform_semaphore *semaphore, uint64_t timeout_us)
{
	uint64_t start = platform_now_ns();
	while (atomic_exchange(word_of(semaphore), 0) == 0) {
		uint64_t passed = (platform_now_ns() - start) / 1000;
		if (passed >= timeout_us)
			return false;
		uint64_t left = timeout_us - passed;
		struct timespec timeout = {(time_t)(left / 1000000), (long)(left % 1000000) * 1000};
		syscall(SYS_futex, word_of(semaphore), FUTEX_WAIT_PRIVATE, 0, &timeout, NULL, 0);
	}
	return true;
}

/* ---- the library itself ---- */

/* The path in a line of /proc/self/maps if its range holds the address, else NULL. */
static char *path_in_line(char *line, uintptr_t address)
{
	char *end;
	uintptr_t from = strtoull(line, &end, 16);
	if (*end != '-')
		return NULL;
	uintptr_t to = strtoull(end + 1, NULL, 16);
	char *path = strchr(line, '/');
	if (address < from || address >= to || path == NULL)
		return NULL;
	path[strcspn(path, "\n")] = '\0';
	return path;
}

/* The kernel adds a word to the path of a file that was removed. What stood beside it may still be
 * there, so the bare path is worth having. */
static void strip_deleted(char *path)
{
	static const char mark[] = " (deleted)";
	size_t length = strlen(path);
	size_t marked = sizeof mark - 1;
	if (length > marked && strcmp(path + length - marked, mark) == 0 &&
	    !platform_file_exists(path))
		path[length - marked] = '\0';
}

/* dladdr would do, but binds GLIBC_2.34. */
bool platform_own_path(char *path, size_t n)
{
	char line[PLATFORM_PATH_MAX + 256];
	FILE *maps = fopen("/proc/self/maps", "re");
	const char *found = NULL;
	if (maps == NULL)
		return false;
	while (found == NULL && fgets(line, sizeof line, maps) != NULL)
		found = path_in_line(line, (uintptr_t)&platform_own_path);
	fclose(maps);
	if (found == NULL || strlen(found) >= n)
		return false;
	memcpy(path, found, strlen(found) + 1);
	strip_deleted(path);
	return true;
}

/* A loaded module's dynamic symbols; dlsym would read them, but binds GLIBC_2.34, and dladdr is of
 * no help where the module was loaded for itself alone. */
struct module {
	uintptr_t within; /* wanted: the module that holds it */
	uintptr_t base;
	const ElfW(Dyn) * dynamic;
};

static int holds(struct dl_phdr_info *info, size_t size, void *context)
{
	struct module *module = context;
	bool found = false;
	(void)size;
	module->dynamic = NULL;
	for (int i = 0; i < info->dlpi_phnum; i++) {
		const ElfW(Phdr) *header = &info->dlpi_phdr[i];
		uintptr_t from = info->dlpi_addr + header->p_vaddr;
		if (header->p_type == PT_DYNAMIC)
			module->dynamic = (const ElfW(Dyn) *)from;
		if (header->p_type == PT_LOAD && module->within - from < header->p_memsz)
			found = true;
	}
	module->base = info->dlpi_addr;
	return found;
}

/* glibc has made the addresses in the dynamic section absolute, musl has not. */
static const void *dynamic_address(const struct module *module, ElfW(Sxword) tag)
{
	const ElfW(Dyn) *entry = module->dynamic;
	while (entry->d_tag != DT_NULL && entry->d_tag != tag)
		entry++;
	if (entry->d_tag == DT_NULL)
		return NULL;
	uintptr_t address = entry->d_un.d_ptr;
	return (const void *)(address < module->base ? module->base + address : address);
}

/* Number of symbols: the end of the last chain of the GNU hash table. */
static uint32_t symbol_count(const struct module *module)
{
	const uint32_t *hash = dynamic_address(module, DT_HASH);
	const uint32_t *gnu = dynamic_address(module, DT_GNU_HASH);
	uint32_t last = 0;
	if (hash != NULL)
		return hash[1];
	if (gnu == NULL)
		return 0;
	const uint32_t *bucket = gnu + 4 + gnu[2] * (sizeof(uintptr_t) / sizeof(uint32_t));
	const uint32_t *chain = bucket + gnu[0];
	for (uint32_t i = 0; i < gnu[0]; i++)
		last = bucket[i] > last ? bucket[i] : last;
	if (last < gnu[1])
		return gnu[1];
	while ((chain[last - gnu[1]] & 1) == 0)
		last++;
	return last + 1;
}

const void *platform_symbol_beside(const void *within, const char *name)
{
	struct module module = {.within = (uintptr_t)within};
	if (dl_iterate_phdr(holds, &module) == 0 || module.dynamic == NULL)
		return NULL;
	const ElfW(Sym) *symbol = dynamic_address(&module, DT_SYMTAB);
	const char *names = dynamic_address(&module, DT_STRTAB);
	uint32_t n = symbol != NULL && names != NULL ? symbol_count(&module) : 0;
	for (uint32_t i = 0; i < n; i++)
		if (symbol[i].st_shndx != SHN_UNDEF && strcmp(names + symbol[i].st_name, name) == 0)
			return (const void *)(module.base + symbol[i].st_value);
	return NULL;
}

/* Nothing to do at run time: the library is linked with -z nodelete, which glibc obeys, and musl
 * never unmaps a library. */
void platform_pin_library(void)
{
}

/* ---- memory ---- */

#define UNKNOWN UINT64_MAX

/* The number behind `key` at the start of a line of text. */
static uint64_t number_of(const char *text, const char *key)
{
	size_t length = strlen(key);
	for (const char *line = text; line != NULL; line = strchr(line, '\n')) {
		line += *line == '\n';
		if (strncmp(line, key, length) == 0)
			return strtoull(line + length, NULL, 10);
	}
	return UNKNOWN;
}

/* The number that a file holds; "max" and a missing file are no number. */
static uint64_t number_in(const char *folder, const char *name)
{
	char path[2 * PLATFORM_PATH_MAX];
	char text[64];
	snprintf(path, sizeof path, "%s/%s", folder, name);
	if (platform_file_read_text(path, text, sizeof text) != 0 || text[0] < '0' || text[0] > '9')
		return UNKNOWN;
	return strtoull(text, NULL, 10);
}

static uint64_t machine_free(const char *root)
{
	char path[PLATFORM_PATH_MAX];
	char text[8192];
	snprintf(path, sizeof path, "%s/proc/meminfo", root);
	if (platform_file_read_text(path, text, sizeof text) != 0)
		return UNKNOWN;
	uint64_t kilobytes = number_of(text, "MemAvailable:");
	if (kilobytes == UNKNOWN)
		kilobytes = number_of(text, "MemFree:");
	return kilobytes == UNKNOWN ? UNKNOWN : kilobytes * 1024;
}

/* Where one version of control groups is mounted, and what it calls things. */
struct group_files {
	const char *mount, *limit, *used, *reclaimable;
};
static const struct group_files version_1 = {"/sys/fs/cgroup/memory", "memory.limit_in_bytes",
                                             "memory.usage_in_bytes", "total_inactive_file "};
static const struct group_files version_2 = {"/sys/fs/cgroup", "memory.max", "memory.current",
                                             "inactive_file "};

/* What one group has left. File pages that are not in use are given up before the limit bites. */
static uint64_t group_free(const char *folder, const struct group_files *files)
{
	uint64_t limit = number_in(folder, files->limit);
	uint64_t used = number_in(folder, files->used);
	if (limit == UNKNOWN || used == UNKNOWN)
		return UNKNOWN;
	char path[2 * PLATFORM_PATH_MAX];
	char text[8192];
	snprintf(path, sizeof path, "%s/memory.stat", folder);
	if (platform_file_read_text(path, text, sizeof text) == 0) {
		uint64_t reclaimable = number_of(text, files->reclaimable);
		if (reclaimable != UNKNOWN)
			used -= reclaimable < used ? reclaimable : used;
	}
	return limit > used ? limit - used : 0;
}

/* The least that a group or one above it has left. In a container the path may be the host's and
 * exist only in part; the walk ends at the mount point, which is then the container's own group. */
static uint64_t groups_free(const char *root, const char *group, const struct group_files *files)
{
	char folder[PLATFORM_PATH_MAX];
	int base = snprintf(folder, sizeof folder, "%s%s", root, files->mount);
	snprintf(folder + base, sizeof folder - (size_t)base, "%s", group);
	uint64_t least = UNKNOWN;
	for (;;) {
		uint64_t left = group_free(folder, files);
		least = left < least ? left : least;
		char *slash = strrchr(folder + base, '/');
		if (slash == NULL)
			return least;
		*slash = '\0';
	}
}

/* Whether a line of /proc/self/cgroup, "id:controllers:path", speaks of memory. */
static const struct group_files *files_of(const char *controllers, size_t length)
{
	if (length == 0)
		return &version_2;
	for (const char *at = controllers; at < controllers + length; at += strcspn(at, ",:") + 1)
		if (strncmp(at, "memory", 6) == 0 && strchr(",:", at[6]) != NULL)
			return &version_1;
	return NULL;
}

static uint64_t container_free(const char *root)
{
	char path[PLATFORM_PATH_MAX];
	char text[8192];
	snprintf(path, sizeof path, "%s/proc/self/cgroup", root);
	if (platform_file_read_text(path, text, sizeof text) != 0)
		return UNKNOWN;
	uint64_t least = UNKNOWN;
	char *rest = NULL;
	for (char *line = strtok_r(text, "\n", &rest); line != NULL;
	     line = strtok_r(NULL, "\n", &rest)) {
		const char *controllers = strchr(line, ':');
		const char *group = controllers == NULL ? NULL : strchr(controllers + 1, ':');
		if (group == NULL)
			continue;
		controllers++;
		const struct group_files *files =
		        files_of(controllers, (size_t)(group - controllers));
		uint64_t left = files == NULL ? UNKNOWN : groups_free(root, group + 1, files);
		least = left < least ? left : least;
	}
	return least;
}

uint64_t linux_free_memory(const char *root)
{
	uint64_t machine = machine_free(root);
	uint64_t container = container_free(root);
	uint64_t least = machine < container ? machine : container;
	if (least == UNKNOWN)
		return 0;
	return least > 0 ? least : 1;
}

uint64_t platform_free_memory(void)
{
	return linux_free_memory("");
}

/* ---- children ---- */

extern char **environ;

char **posix_environment(void)
{
	return environ;
}

void posix_close_others(posix_spawn_file_actions_t *actions, posix_spawnattr_t *attributes)
{
	(void)attributes;
	DIR *files = opendir("/proc/self/fd");
	if (files == NULL)
		return;
	for (struct dirent *entry; (entry = readdir(files)) != NULL;) {
		int fd = atoi(entry->d_name);
		if (fd > STDERR_FILENO && fd != dirfd(files))
			posix_spawn_file_actions_addclose(actions, fd);
	}
	closedir(files);
}
