// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The page that people look at a profile with: one HTML file that needs no network.
 *
 * <pre>{@code
 * PageTemplate.write("parser.json", gzippedPageDocument, out);
 * }</pre>
 *
 * <p>docs/viewer.md describes the page. Nothing is ever null; a stream is flushed and left open.
 */
package dev.jdhat.page;
