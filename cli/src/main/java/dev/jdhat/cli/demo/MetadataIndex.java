// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.demo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** No leak: what the service knows of each object. It grows with what is stored, as it should. */
final class MetadataIndex {
    private final Map<Integer, Metadata> entries = new ConcurrentHashMap<>();

    void add(int id, UploadBuffer upload) {
        entries.put(id, new Metadata(upload.length(), System.currentTimeMillis()));
    }

    int size() {
        return entries.size();
    }

    private static final class Metadata {
        private final int length;
        private final long stored;

        Metadata(int length, long stored) {
            this.length = length;
            this.stored = stored;
        }

        @Override
        public String toString() {
            return length + " bytes, stored at " + stored;
        }
    }
}
