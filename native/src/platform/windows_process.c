// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* The part of platform.h that is about the process and its children. */
#define WIN32_LEAN_AND_MEAN
#define _WIN32_WINNT 0x0A00

#include "windows.h"

#include <windows.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform.h"

/* ---- the process ---- */

uint64_t platform_process_id(void)
{
	return GetCurrentProcessId();
}

void platform_host_name(char *name, size_t n)
{
	wchar_t wide[256];
	DWORD length = 256;
	if (!GetComputerNameExW(ComputerNameDnsHostname, wide, &length) || length == 0 ||
	    !windows_narrow(wide, name, n))
		snprintf(name, n, "localhost");
}

const char *platform_temporary_folder(void)
{
	static SRWLOCK once = SRWLOCK_INIT;
	static char folder[PLATFORM_PATH_MAX];
	wchar_t wide[MAX_PATH + 1];
	AcquireSRWLockExclusive(&once);
	if (folder[0] == '\0') {
		DWORD length = GetTempPathW(MAX_PATH + 1, wide);
		if (length == 0 || length > MAX_PATH ||
		    !windows_narrow(wide, folder, sizeof folder))
			strcpy(folder, "C:\\Windows\\Temp");
		size_t end = strlen(folder);
		if (end > 3 && folder[end - 1] == '\\')
			folder[end - 1] = '\0';
	}
	ReleaseSRWLockExclusive(&once);
	return folder;
}

/* The system hands out copies in UTF-16 only. What was handed out stays valid: a changed value gets
 * an entry of its own, and the few variables that are asked for are never freed. */
struct variable {
	struct variable *next;
	char *name;
	char value[];
};

static struct variable *remember(const char *name, const char *value)
{
	static SRWLOCK lock = SRWLOCK_INIT;
	static struct variable *all;
	AcquireSRWLockExclusive(&lock);
	struct variable *found = all;
	while (found != NULL &&
	       (strcmp(found->name, name) != 0 || strcmp(found->value, value) != 0))
		found = found->next;
	if (found == NULL && (found = malloc(sizeof *found + strlen(value) + 1)) != NULL) {
		strcpy(found->value, value);
		found->name = strdup(name);
		found->next = all;
		all = found->name != NULL ? found : all;
	}
	ReleaseSRWLockExclusive(&lock);
	return found;
}

const char *platform_environment(const char *name)
{
	/* The longest that Windows allows, and what it may need in UTF-8. */
	enum { LONGEST = 32768 };
	const struct variable *found = NULL;
	wchar_t *wide_name = windows_wide(name);
	wchar_t *wide = malloc(LONGEST * sizeof *wide);
	char *value = malloc(3 * LONGEST);
	if (wide_name != NULL && wide != NULL && value != NULL) {
		SetLastError(ERROR_SUCCESS);
		DWORD length = GetEnvironmentVariableW(wide_name, wide, LONGEST);
		bool is_there = length > 0 || GetLastError() == ERROR_SUCCESS;
		if (length == 0)
			wide[0] = L'\0';
		if (is_there && length < LONGEST && windows_narrow(wide, value, 3 * LONGEST))
			found = remember(name, value);
	}
	free(wide_name);
	free(wide);
	free(value);
	return found != NULL ? found->value : NULL;
}

static HMODULE module_of(uintptr_t address, DWORD flags)
{
	HMODULE module = NULL;
	GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | flags, (LPCWSTR)address,
	                   &module);
	return module;
}

static HMODULE own_module(DWORD flags)
{
	return module_of((uintptr_t)&module_of, flags);
}

const void *platform_symbol_beside(const void *within, const char *name)
{
	HMODULE module = module_of((uintptr_t)within, GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT);
	return module == NULL ? NULL : (const void *)(uintptr_t)GetProcAddress(module, name);
}

bool platform_own_path(char *path, size_t n)
{
	static const DWORD longest = PLATFORM_PATH_MAX;
	wchar_t wide[PLATFORM_PATH_MAX];
	HMODULE module = own_module(GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT);
	DWORD length = module == NULL ? 0 : GetModuleFileNameW(module, wide, longest);
	return length > 0 && length < longest && windows_narrow(wide, path, n);
}

bool platform_read_memory(const void *from, void *to, size_t n)
{
	SIZE_T done = 0;
	return ReadProcessMemory(GetCurrentProcess(), from, to, n, &done) && done == n;
}

void platform_pin_library(void)
{
	(void)own_module(GET_MODULE_HANDLE_EX_FLAG_PIN);
}

uint64_t platform_free_memory(void)
{
	MEMORYSTATUSEX status = {.dwLength = sizeof status};
	if (!GlobalMemoryStatusEx(&status))
		return 0;
	uint64_t least = status.ullAvailPhys;
	return status.ullAvailPageFile < least ? status.ullAvailPageFile : least;
}

/* A console takes UTF-16, whatever its code page; a file or pipe takes the bytes. */
void platform_write_error_stream(const char *text, size_t n)
{
	HANDLE stream = GetStdHandle(STD_ERROR_HANDLE);
	DWORD mode, written;
	if (stream == NULL || stream == INVALID_HANDLE_VALUE)
		return;
	int length = GetConsoleMode(stream, &mode)
	                     ? MultiByteToWideChar(CP_UTF8, 0, text, (int)n, NULL, 0)
	                     : 0;
	wchar_t *wide = length > 0 ? malloc((size_t)length * sizeof *wide) : NULL;
	if (wide != NULL) {
		MultiByteToWideChar(CP_UTF8, 0, text, (int)n, wide, length);
		WriteConsoleW(stream, wide, (DWORD)length, &written, NULL);
	} else {
		WriteFile(stream, text, (DWORD)n, &written, NULL);
	}
	free(wide);
}

/* ---- children ---- */

/* Text in UTF-16 that grows; without memory it becomes NULL and stays so. */
struct wide_text {
	wchar_t *data;
	size_t length, capacity;
};

static void put(struct wide_text *text, const wchar_t *part, size_t n)
{
	if (text->data != NULL && text->length + n > text->capacity) {
		size_t capacity = 2 * (text->length + n);
		wchar_t *data = realloc(text->data, capacity * sizeof *data);
		if (data == NULL)
			free(text->data);
		text->data = data;
		text->capacity = capacity;
	}
	if (text->data != NULL)
		memcpy(text->data + text->length, part, n * sizeof *part);
	text->length += n;
}

static void put_times(struct wide_text *text, wchar_t c, size_t times)
{
	while (times-- > 0)
		put(text, &c, 1);
}

/* One argument in quotes, as CommandLineToArgvW takes it apart again: backslashes mean themselves
 * unless a quote follows them; then they, and the quote, take one more each. */
static void put_argument(struct wide_text *line, const wchar_t *argument)
{
	size_t backslashes = 0;
	put_times(line, L'"', 1);
	for (; *argument != L'\0'; argument++) {
		if (*argument == L'"')
			put_times(line, L'\\', backslashes + 1);
		backslashes = *argument == L'\\' ? backslashes + 1 : 0;
		put(line, argument, 1);
	}
	put_times(line, L'\\', backslashes);
	put_times(line, L'"', 1);
}

static wchar_t *command_line(const char *const *argv)
{
	struct wide_text line = {malloc(256 * sizeof(wchar_t)), 0, 256};
	for (size_t i = 0; argv[i] != NULL; i++) {
		wchar_t *wide = windows_wide(argv[i]);
		if (i > 0)
			put(&line, L" ", 1);
		if (wide != NULL)
			put_argument(&line, wide);
		free(wide);
	}
	put(&line, L"", 1);
	return line.data;
}

/* True when variable ("NAME=value") has the name that `named` begins with, up to its end or its
 * '='. */
static bool is_named(const wchar_t *variable, const char *named)
{
	wchar_t *wide = windows_wide(named);
	size_t length = wide != NULL ? wcscspn(wide, L"=") : 0;
	bool same =
	        length > 0 && _wcsnicmp(variable, wide, length) == 0 && variable[length] == L'=';
	free(wide);
	return same;
}

static bool is_left_out(const wchar_t *variable, const char *const *without, const char *with)
{
	bool out = with != NULL && is_named(variable, with);
	for (; !out && without != NULL && *without != NULL; without++)
		out = is_named(variable, *without);
	return out;
}

static wchar_t *child_environment(const char *const *without, const char *with)
{
	struct wide_text block = {malloc(1024 * sizeof(wchar_t)), 0, 1024};
	wchar_t *ours = GetEnvironmentStringsW();
	for (const wchar_t *at = ours; at != NULL && *at != L'\0'; at += wcslen(at) + 1)
		if (!is_left_out(at, without, with))
			put(&block, at, wcslen(at) + 1);
	if (ours != NULL)
		FreeEnvironmentStringsW(ours);
	wchar_t *wide = with != NULL ? windows_wide(with) : NULL;
	if (wide != NULL)
		put(&block, wide, wcslen(wide) + 1);
	free(wide);
	put(&block, L"\0", 2);
	return block.data;
}

/* The standard handles of a child, and an inheritance of exactly these. */
struct streams {
	HANDLE handles[2]; /* nothing, for input and output; the error stream */
	LPPROC_THREAD_ATTRIBUTE_LIST list;
	STARTUPINFOEXW start;
};

static bool streams_open(struct streams *streams)
{
	SECURITY_ATTRIBUTES inherited = {sizeof inherited, NULL, TRUE};
	HANDLE self = GetCurrentProcess();
	SIZE_T size = 0;
	memset(streams, 0, sizeof *streams);
	HANDLE nothing =
	        CreateFileW(L"NUL", GENERIC_READ | GENERIC_WRITE,
	                    FILE_SHARE_READ | FILE_SHARE_WRITE, &inherited, OPEN_EXISTING, 0, NULL);
	if (nothing == INVALID_HANDLE_VALUE)
		return false;
	streams->handles[0] = nothing;
	DWORD count = 2;
	if (!DuplicateHandle(self, GetStdHandle(STD_ERROR_HANDLE), self, &streams->handles[1], 0,
	                     TRUE, DUPLICATE_SAME_ACCESS))
		count = 1;
	InitializeProcThreadAttributeList(NULL, 1, 0, &size);
	streams->list = malloc(size);
	if (streams->list == NULL ||
	    !InitializeProcThreadAttributeList(streams->list, 1, 0, &size) ||
	    !UpdateProcThreadAttribute(streams->list, 0, PROC_THREAD_ATTRIBUTE_HANDLE_LIST,
	                               streams->handles, count * sizeof(HANDLE), NULL, NULL))
		return false;
	streams->start.StartupInfo.cb = sizeof streams->start;
	streams->start.StartupInfo.dwFlags = STARTF_USESTDHANDLES;
	streams->start.StartupInfo.hStdInput = streams->start.StartupInfo.hStdOutput = nothing;
	streams->start.StartupInfo.hStdError = count == 2 ? streams->handles[1] : nothing;
	streams->start.lpAttributeList = streams->list;
	return true;
}

static void streams_close(struct streams *streams)
{
	DWORD error = GetLastError();
	for (size_t i = 0; i < 2; i++)
		if (streams->handles[i] != NULL)
			CloseHandle(streams->handles[i]);
	free(streams->list);
	SetLastError(error);
}

static int start_child(wchar_t *line, wchar_t *environment, HANDLE *child)
{
	struct streams streams;
	PROCESS_INFORMATION process;
	/* A target without a console must not see one flash up. */
	DWORD flags = CREATE_UNICODE_ENVIRONMENT | EXTENDED_STARTUPINFO_PRESENT |
	              (GetConsoleWindow() == NULL ? CREATE_NO_WINDOW : 0);
	int error = ERROR_SUCCESS;
	if (!streams_open(&streams) ||
	    !CreateProcessW(NULL, line, NULL, NULL, TRUE, flags, environment, NULL,
	                    &streams.start.StartupInfo, &process))
		error = (int)GetLastError();
	streams_close(&streams);
	if (error != ERROR_SUCCESS)
		return error;
	CloseHandle(process.hThread);
	*child = process.hProcess;
	return ERROR_SUCCESS;
}

enum platform_child platform_run_child(const char *const *argv, const char *const *without,
                                       const char *with, uint64_t timeout_us, int *exit_code)
{
	wchar_t *line = command_line(argv);
	wchar_t *environment = child_environment(without, with);
	HANDLE child = NULL;
	*exit_code = line == NULL || environment == NULL ? ERROR_NOT_ENOUGH_MEMORY
	                                                 : start_child(line, environment, &child);
	free(line);
	free(environment);
	if (*exit_code != 0)
		return PLATFORM_CHILD_FAILED;
	uint64_t ms = timeout_us / 1000;
	DWORD wait = WaitForSingleObject(child, ms < INFINITE ? (DWORD)ms : INFINITE - 1);
	DWORD code = 0;
	if (wait == WAIT_OBJECT_0)
		GetExitCodeProcess(child, &code);
	CloseHandle(child);
	*exit_code = (int)code;
	return wait == WAIT_OBJECT_0 ? PLATFORM_CHILD_OK : PLATFORM_CHILD_TIMEOUT;
}
