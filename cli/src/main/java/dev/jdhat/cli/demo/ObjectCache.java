// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * No leak: a cache with a bound. It fills up once and then gives back as much as it takes. In the
 * profile: a large total, and at the end just what fits in.
 */
final class ObjectCache {
    static final int CAPACITY = 64;
    static final int HEAD_LENGTH = 16 * 1024;

    private final Map<Integer, byte[]> heads = new LinkedHashMap<>();

    synchronized void put(int id, UploadBuffer upload) {
        byte[] head = new byte[HEAD_LENGTH];
        upload.copyHead(head);
        heads.put(id, head);
        if (heads.size() > CAPACITY) {
            heads.remove(heads.keySet().iterator().next());
        }
    }
}
