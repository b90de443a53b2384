// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

#define WIN32_LEAN_AND_MEAN
#define _WIN32_WINNT 0x0A00

#include "windows.h"

#include <windows.h>

#include <sddl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform.h"

/* ---- text ---- */

wchar_t *windows_wide(const char *text)
{
	int n = MultiByteToWideChar(CP_UTF8, 0, text, -1, NULL, 0);
	wchar_t *wide = n > 0 ? malloc((size_t)n * sizeof *wide) : NULL;
	if (wide != NULL)
		MultiByteToWideChar(CP_UTF8, 0, text, -1, wide, n);
	return wide;
}

bool windows_narrow(const wchar_t *wide, char *text, size_t n)
{
	if (WideCharToMultiByte(CP_UTF8, 0, wide, -1, text, (int)n, NULL, NULL) > 0)
		return true;
	text[0] = '\0';
	return false;
}

/* ---- time ---- */

uint64_t platform_now_ns(void)
{
	LARGE_INTEGER frequency, count;
	QueryPerformanceFrequency(&frequency);
	QueryPerformanceCounter(&count);
	uint64_t f = (uint64_t)frequency.QuadPart;
	uint64_t c = (uint64_t)count.QuadPart;
	return c / f * 1000000000u + c % f * 1000000000u / f;
}

/* In units of 100 ns. */
static uint64_t ticks_of(FILETIME time)
{
	return (uint64_t)time.dwHighDateTime << 32 | time.dwLowDateTime;
}

uint64_t platform_wall_us(void)
{
	const uint64_t ticks_to_1970 = 116444736000000000u;
	FILETIME now;
	GetSystemTimePreciseAsFileTime(&now);
	return (ticks_of(now) - ticks_to_1970) / 10;
}

uint64_t platform_thread_cpu_ns(void)
{
	FILETIME created, ended, kernel, user;
	if (!GetThreadTimes(GetCurrentThread(), &created, &ended, &kernel, &user))
		return 0;
	return (ticks_of(kernel) + ticks_of(user)) * 100;
}

/* ---- waiting and the leaf lock ---- */

void platform_semaphore_init(struct platform_semaphore *semaphore)
{
	semaphore->word[0] = (uintptr_t)CreateEventW(NULL, FALSE, FALSE, NULL);
}

void platform_semaphore_post(struct platform_semaphore *semaphore)
{
	SetEvent((HANDLE)semaphore->word[0]);
}

bool platform_semaphore_wait(struct platform_semaphore *semaphore, uint64_t timeout_us)
{
	uint64_t ms = timeout_us / 1000 + (timeout_us % 1000 != 0);
	DWORD wait = ms < INFINITE ? (DWORD)ms : INFINITE - 1;
	return WaitForSingleObject((HANDLE)semaphore->word[0], wait) == WAIT_OBJECT_0;
}

static SRWLOCK *srw(struct platform_lock *lock)
{
	return (SRWLOCK *)(void *)lock->word;
}

void platform_lock_init(struct platform_lock *lock)
{
	InitializeSRWLock(srw(lock));
}

void platform_lock_acquire(struct platform_lock *lock)
{
	AcquireSRWLockExclusive(srw(lock));
}

void platform_lock_release(struct platform_lock *lock)
{
	ReleaseSRWLockExclusive(srw(lock));
}

/* ---- files ---- */

static int last_error(void)
{
	return (int)GetLastError();
}

/* Who may use a file that is created: the user of this process, and the system. Named outright,
 * because a process with an administrator's rights makes files that belong to the administrators.
 * To be freed; NULL where the system cannot make one, and then the folder's own list holds. */
static PSECURITY_DESCRIPTOR user_alone(void)
{
	union {
		TOKEN_USER user;
		BYTE room[sizeof(TOKEN_USER) + SECURITY_MAX_SID_SIZE];
	} info;
	DWORD size;
	HANDLE token;
	wchar_t *sid = NULL;
	wchar_t text[256];
	PSECURITY_DESCRIPTOR descriptor = NULL;
	if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token))
		return NULL;
	if (GetTokenInformation(token, TokenUser, &info, sizeof info, &size) &&
	    ConvertSidToStringSidW(info.user.User.Sid, &sid)) {
		swprintf(text, 256, L"D:P(A;;FA;;;%ls)(A;;FA;;;SY)", sid);
		ConvertStringSecurityDescriptorToSecurityDescriptorW(text, SDDL_REVISION_1,
		                                                     &descriptor, NULL);
	}
	LocalFree(sid);
	CloseHandle(token);
	return descriptor;
}

static HANDLE open_private(const char *path, DWORD disposition)
{
	wchar_t *wide = windows_wide(path);
	if (wide == NULL) {
		SetLastError(ERROR_NOT_ENOUGH_MEMORY);
		return INVALID_HANDLE_VALUE;
	}
	PSECURITY_DESCRIPTOR descriptor = user_alone();
	SECURITY_ATTRIBUTES attributes = {sizeof attributes, descriptor, FALSE};
	HANDLE handle =
	        CreateFileW(wide, GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_DELETE,
	                    descriptor != NULL ? &attributes : NULL, disposition,
	                    FILE_ATTRIBUTE_NORMAL | FILE_FLAG_OPEN_REPARSE_POINT, NULL);
	DWORD error = GetLastError();
	LocalFree(descriptor);
	free(wide);
	SetLastError(error);
	return handle;
}

static bool is_link(HANDLE handle)
{
	FILE_ATTRIBUTE_TAG_INFO info;
	return GetFileInformationByHandleEx(handle, FileAttributeTagInfo, &info, sizeof info) &&
	       (info.FileAttributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0 &&
	       info.ReparseTag == IO_REPARSE_TAG_SYMLINK;
}

/* Not shared for writing: that is the lock, and it is held before anything is cut. */
int platform_file_create(struct platform_file *file, const char *path)
{
	file->handle = -1;
	HANDLE handle = open_private(path, OPEN_ALWAYS);
	if (handle == INVALID_HANDLE_VALUE)
		return last_error();
	int error = 0;
	if (is_link(handle))
		error = ERROR_CANT_ACCESS_FILE;
	else if (GetFileType(handle) == FILE_TYPE_DISK && !SetEndOfFile(handle))
		error = last_error();
	if (error != 0)
		CloseHandle(handle);
	else
		file->handle = (intptr_t)handle;
	return error;
}

static int write_all(HANDLE handle, const char *bytes, size_t n)
{
	while (n > 0) {
		/* This offset means the end of the file. */
		OVERLAPPED at_end = {.Offset = 0xFFFFFFFF, .OffsetHigh = 0xFFFFFFFF};
		DWORD part = n < 0x1000000 ? (DWORD)n : 0x1000000;
		DWORD written = 0;
		if (!WriteFile(handle, bytes, part, &written, &at_end))
			return last_error();
		if (written == 0)
			return ERROR_WRITE_FAULT;
		bytes += written;
		n -= written;
	}
	return 0;
}

int platform_file_append(struct platform_file *file, const void *bytes, size_t n)
{
	return write_all((HANDLE)file->handle, bytes, n);
}

int platform_file_read(struct platform_file *file, uint64_t offset, void *bytes, size_t n)
{
	char *target = bytes;
	while (n > 0) {
		OVERLAPPED at = {.Offset = (DWORD)offset, .OffsetHigh = (DWORD)(offset >> 32)};
		DWORD part = n < 0x1000000 ? (DWORD)n : 0x1000000;
		DWORD got = 0;
		if (!ReadFile((HANDLE)file->handle, target, part, &got, &at))
			return last_error();
		if (got == 0)
			return ERROR_HANDLE_EOF;
		target += got;
		offset += got;
		n -= got;
	}
	return 0;
}

int64_t platform_file_length(struct platform_file *file)
{
	LARGE_INTEGER length;
	return GetFileSizeEx((HANDLE)file->handle, &length) ? length.QuadPart : -1;
}

void platform_file_close(struct platform_file *file)
{
	if (file->handle != -1)
		CloseHandle((HANDLE)file->handle);
	file->handle = -1;
}

/* Windows 10 can replace a file that is open. */
static bool rename_like_posix(const wchar_t *from, const wchar_t *to)
{
	struct {
		DWORD flags;
		HANDLE root;
		DWORD name_bytes;
		wchar_t name[1];
	} * info;
	const DWORD replace_posix = 0x1 | 0x2;
	const int rename_info_ex = 22;
	size_t bytes = wcslen(to) * sizeof *to;
	HANDLE handle =
	        CreateFileW(from, DELETE, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
	                    NULL, OPEN_EXISTING, 0, NULL);
	if (handle == INVALID_HANDLE_VALUE)
		return false;
	info = calloc(1, sizeof *info + bytes);
	bool done = false;
	if (info != NULL) {
		info->flags = replace_posix;
		info->name_bytes = (DWORD)bytes;
		memcpy(info->name, to, bytes);
		done = SetFileInformationByHandle(handle, rename_info_ex, info,
		                                  (DWORD)(sizeof *info + bytes));
	}
	free(info);
	CloseHandle(handle);
	return done;
}

/* Where the system cannot, the open file goes out of the way first, and goes away when it is
 * closed. For a moment nothing has the name then. */
static bool rename_in_steps(const wchar_t *from, const wchar_t *to)
{
	static const wchar_t ending[] = L".replaced";
	if (MoveFileExW(from, to, MOVEFILE_REPLACE_EXISTING))
		return true;
	DWORD error = GetLastError();
	bool done = false;
	bool is_folder = (GetFileAttributesW(to) & FILE_ATTRIBUTE_DIRECTORY) != 0;
	wchar_t *aside = malloc((wcslen(to) + 1) * sizeof *aside + sizeof ending);
	if (aside != NULL && error == ERROR_ACCESS_DENIED && !is_folder) {
		wcscat(wcscpy(aside, to), ending);
		if (MoveFileExW(to, aside, MOVEFILE_REPLACE_EXISTING)) {
			done = MoveFileExW(from, to, 0);
			if (done)
				DeleteFileW(aside);
			else
				MoveFileExW(aside, to, 0);
		}
	}
	free(aside);
	SetLastError(error);
	return done;
}

int platform_file_rename(const char *from, const char *to)
{
	int error = 0;
	wchar_t *wide_from = windows_wide(from);
	wchar_t *wide_to = windows_wide(to);
	if (wide_from == NULL || wide_to == NULL)
		error = ERROR_NOT_ENOUGH_MEMORY;
	else if (!rename_like_posix(wide_from, wide_to) && !rename_in_steps(wide_from, wide_to))
		error = last_error();
	free(wide_from);
	free(wide_to);
	return error;
}

int platform_file_remove(const char *path)
{
	wchar_t *wide = windows_wide(path);
	int error = wide == NULL ? ERROR_NOT_ENOUGH_MEMORY : DeleteFileW(wide) ? 0 : last_error();
	free(wide);
	return error;
}

bool platform_file_exists(const char *path)
{
	wchar_t *wide = windows_wide(path);
	bool exists = wide != NULL && GetFileAttributesW(wide) != INVALID_FILE_ATTRIBUTES;
	free(wide);
	return exists;
}

int platform_file_read_text(const char *path, char *text, size_t n)
{
	text[0] = '\0';
	wchar_t *wide = windows_wide(path);
	if (wide == NULL)
		return ERROR_NOT_ENOUGH_MEMORY;
	HANDLE handle = CreateFileW(wide, GENERIC_READ,
	                            FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
	                            OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
	int error = handle == INVALID_HANDLE_VALUE ? last_error() : 0;
	free(wide);
	if (error != 0)
		return error;
	size_t length = 0;
	DWORD got = 1;
	while (length < n - 1 && got > 0) {
		if (!ReadFile(handle, text + length, (DWORD)(n - 1 - length), &got, NULL)) {
			error = last_error();
			break;
		}
		length += got;
	}
	text[length] = '\0';
	CloseHandle(handle);
	return error;
}

/* A reader must never see half of it: a new file, renamed over the old one. */
int platform_file_write_text(const char *path, const char *text, size_t n)
{
	char temporary[PLATFORM_PATH_MAX];
	int length = snprintf(temporary, sizeof temporary, "%s.new", path);
	if (length < 0 || (size_t)length >= sizeof temporary)
		return ERROR_FILENAME_EXCED_RANGE;
	HANDLE handle = open_private(temporary, CREATE_ALWAYS);
	if (handle == INVALID_HANDLE_VALUE)
		return last_error();
	int error = write_all(handle, text, n);
	CloseHandle(handle);
	if (error == 0)
		error = platform_file_rename(temporary, path);
	if (error != 0)
		platform_file_remove(temporary);
	return error;
}

const char *platform_error_text(int code, char *text, size_t n)
{
	wchar_t wide[256];
	char words[768];
	DWORD length = FormatMessageW(FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS,
	                              NULL, (DWORD)code, 0, wide, 256, NULL);
	while (length > 0 && wcschr(L"\r\n. ", wide[length - 1]) != NULL)
		length--;
	wide[length] = L'\0';
	if (length == 0 || !windows_narrow(wide, words, sizeof words))
		snprintf(words, sizeof words, "unknown error");
	snprintf(text, n, "%s (%d)", words, code);
	return text;
}
