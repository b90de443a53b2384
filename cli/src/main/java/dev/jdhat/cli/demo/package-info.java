// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The program that {@code jdhat demo} profiles: a small asynchronous object store with the usual
 * asynchronous leaks built in, one class for each. What it allocates at the lines that matter is
 * the same in every run and is written down in {@link dev.jdhat.cli.demo.KnownSite}.
 */
package dev.jdhat.cli.demo;
