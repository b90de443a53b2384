// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#define _DARWIN_C_SOURCE

#include <crt_externs.h>
#include <dispatch/dispatch.h>
#include <dlfcn.h>
#include <mach/mach.h>
#include <stdatomic.h>
#include <string.h>

#include "platform.h"
#include "posix.h"

/* ---- the semaphore: the system's, and a word that keeps it from counting past one ---- */

static dispatch_semaphore_t system_semaphore(struct platform_semaphore *semaphore)
{
	return (dispatch_semaphore_t)semaphore->word[0];
}

static _Atomic(uintptr_t) *posted(struct platform_semaphore *semaphore)
{
	return (_Atomic(uintptr_t) *)&semaphore->word[1];
}

void platform_semaphore_init(struct platform_semaphore *semaphore)
{
	semaphore->word[0] = (uintptr_t)dispatch_semaphore_create(0);
	atomic_init(posted(semaphore), 0);
}

void platform_semaphore_post(struct platform_semaphore *semaphore)
{
	if (atomic_exchange(posted(semaphore), 1) == 0)
		dispatch_semaphore_signal(system_semaphore(semaphore));
}

bool platform_semaphore_wait(struct platform_semaphore *semaphore, uint64_t timeout_us)
{
	int64_t most = INT64_MAX / 2;
	int64_t wait_ns = timeout_us < (uint64_t)most / 1000 ? (int64_t)timeout_us * 1000 : most;
	dispatch_time_t end = dispatch_time(DISPATCH_TIME_NOW, wait_ns);
	if (dispatch_semaphore_wait(system_semaphore(semaphore), end) != 0)
		return false;
	atomic_exchange(posted(semaphore), 0);
	return true;
}

/* ---- the library itself ---- */

bool platform_own_path(char *path, size_t n)
{
	Dl_info info;
	if (dladdr((const void *)(uintptr_t)&platform_own_path, &info) == 0 ||
	    info.dli_fname == NULL)
		return false;
	if (strlen(info.dli_fname) >= n)
		return false;
	memcpy(path, info.dli_fname, strlen(info.dli_fname) + 1);
	return true;
}

const void *platform_symbol_beside(const void *within, const char *name)
{
	Dl_info info;
	void *module = NULL;
	const void *symbol;
	if (dladdr(within, &info) != 0 && info.dli_fname != NULL)
		module = dlopen(info.dli_fname, RTLD_LAZY | RTLD_NOLOAD);
	if (module == NULL)
		return NULL;
	symbol = dlsym(module, name);
	dlclose(module);
	return symbol;
}

void platform_pin_library(void)
{
	char path[PLATFORM_PATH_MAX];
	if (platform_own_path(path, sizeof path))
		(void)dlopen(path, RTLD_NOW | RTLD_NODELETE);
}

/* ---- memory ---- */

uint64_t platform_free_memory(void)
{
	vm_statistics64_data_t pages;
	mach_msg_type_number_t count = HOST_VM_INFO64_COUNT;
	mach_port_t host = mach_host_self();
	kern_return_t result =
	        host_statistics64(host, HOST_VM_INFO64, (host_info64_t)&pages, &count);
	mach_port_deallocate(mach_task_self(), host);
	if (result != KERN_SUCCESS)
		return 0;
	return ((uint64_t)pages.free_count + pages.inactive_count) * vm_page_size;
}

/* ---- children ---- */

char **posix_environment(void)
{
	return *_NSGetEnviron();
}

void posix_close_others(posix_spawn_file_actions_t *actions, posix_spawnattr_t *attributes)
{
	short flags = 0;
	posix_spawn_file_actions_addinherit_np(actions, 2);
	posix_spawnattr_getflags(attributes, &flags);
	posix_spawnattr_setflags(attributes, (short)(flags | POSIX_SPAWN_CLOEXEC_DEFAULT));
}
