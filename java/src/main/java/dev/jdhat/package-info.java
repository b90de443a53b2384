// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The program's way to the agent.
 *
 * <pre>{@code
 * Agent.attachSelf("start,interval=0,report=none,file=work.jdhat");
 * work();
 * Agent.attachSelf("stop");
 * try (Recording recording = Recording.open(Path.of("work.jdhat"))) {
 *     Profile profile = ProfileBuilder.build(recording, ProfileOptions.defaults());
 *     Summary.lines(profile, null).forEach(System.err::println);
 * }
 * }</pre>
 *
 * <p>No argument may be null. All methods may be called by any thread.
 */
package dev.jdhat;
