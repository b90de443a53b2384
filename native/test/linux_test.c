// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* Free memory under control groups, from made-up /proc and /sys. */
#define _XOPEN_SOURCE 700

#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "platform/linux.h"
#include "platform/platform.h"

#define MIB (UINT64_C(1) << 20)

static char root[] = "/tmp/jdhat-linux-test-XXXXXX";

static void put(const char *path, const char *text)
{
	char full[512];
	snprintf(full, sizeof full, "%s%s", root, path);
	for (char *at = full + strlen(root) + 1; (at = strchr(at, '/')) != NULL; at++) {
		*at = '\0';
		(void)mkdir(full, 0700);
		*at = '/';
	}
	assert_int_equal(0, platform_file_write_text(full, text, strlen(text)));
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *place)
{
	(void)info;
	(void)kind;
	(void)place;
	return remove(path);
}

static int make_root(void **state)
{
	(void)state;
	strcpy(root + strlen(root) - 6, "XXXXXX");
	if (mkdtemp(root) == NULL)
		return -1;
	put("/proc/meminfo", "MemTotal:  8388608 kB\nMemFree:   1024 kB\nMemAvailable:    4194304 "
	                     "kB\nBuffers: 1 kB\n");
	return 0;
}

static int remove_root(void **state)
{
	(void)state;
	return nftw(root, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

static void the_machine_alone(void **state)
{
	(void)state;
	assert_int_equal(4096 * MIB, linux_free_memory(root));
	put("/proc/meminfo", "MemTotal:  8388608 kB\nMemFree:   1024 kB\n");
	assert_int_equal(MIB, linux_free_memory(root));
	put("/proc/meminfo", "nothing\n");
	assert_int_equal(0, linux_free_memory(root));
}

static void version_2(void **state)
{
	(void)state;
	put("/proc/self/cgroup", "0::/a/b\n");
	put("/sys/fs/cgroup/a/b/memory.max", "536870912\n");
	put("/sys/fs/cgroup/a/b/memory.current", "209715200\n");
	assert_int_equal(312 * MIB, linux_free_memory(root));
	put("/sys/fs/cgroup/a/b/memory.stat",
	    "anon 1\nfile 5\ninactive_file 104857600\nactive_file 7\n");
	assert_int_equal(412 * MIB, linux_free_memory(root));
	put("/sys/fs/cgroup/a/b/memory.max", "max\n");
	assert_int_equal(4096 * MIB, linux_free_memory(root));
}

static void a_group_above_may_be_tighter(void **state)
{
	(void)state;
	put("/proc/self/cgroup", "0::/a/b\n");
	put("/sys/fs/cgroup/a/b/memory.max", "536870912\n");
	put("/sys/fs/cgroup/a/b/memory.current", "0\n");
	put("/sys/fs/cgroup/a/memory.max", "104857600\n");
	put("/sys/fs/cgroup/a/memory.current", "52428800\n");
	assert_int_equal(50 * MIB, linux_free_memory(root));
}

static void version_1(void **state)
{
	(void)state;
	put("/proc/self/cgroup",
	    "12:cpu,cpuacct:/x\n5:hugetlb,memory:/docker/1\n1:name=systemd:/y\n0::/z\n");
	put("/sys/fs/cgroup/memory/docker/1/memory.limit_in_bytes", "268435456\n");
	put("/sys/fs/cgroup/memory/docker/1/memory.usage_in_bytes", "104857600\n");
	assert_int_equal(156 * MIB, linux_free_memory(root));
	put("/sys/fs/cgroup/memory/docker/1/memory.stat",
	    "inactive_file 1\ntotal_inactive_file 4194304\n");
	assert_int_equal(160 * MIB, linux_free_memory(root));
	put("/sys/fs/cgroup/memory/docker/1/memory.limit_in_bytes", "9223372036854771712\n");
	assert_int_equal(4096 * MIB, linux_free_memory(root));
}

/* In a container without a namespace of its own for groups, the path is the host's, and the mount
 * point is the container's group. */
static void the_path_may_be_the_hosts(void **state)
{
	(void)state;
	put("/proc/self/cgroup", "4:memory:/docker/not-here\n");
	put("/sys/fs/cgroup/memory/memory.limit_in_bytes", "268435456\n");
	put("/sys/fs/cgroup/memory/memory.usage_in_bytes", "167772160\n");
	assert_int_equal(96 * MIB, linux_free_memory(root));
}

static void nothing_left_is_not_unknown(void **state)
{
	(void)state;
	put("/proc/self/cgroup", "0::/\n");
	put("/sys/fs/cgroup/memory.max", "104857600\n");
	put("/sys/fs/cgroup/memory.current", "104857600\n");
	assert_int_equal(1, linux_free_memory(root));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test_setup_teardown(the_machine_alone, make_root, remove_root),
	        cmocka_unit_test_setup_teardown(version_2, make_root, remove_root),
	        cmocka_unit_test_setup_teardown(a_group_above_may_be_tighter, make_root,
	                                        remove_root),
	        cmocka_unit_test_setup_teardown(version_1, make_root, remove_root),
	        cmocka_unit_test_setup_teardown(the_path_may_be_the_hosts, make_root, remove_root),
	        cmocka_unit_test_setup_teardown(nothing_left_is_not_unknown, make_root,
	                                        remove_root),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
