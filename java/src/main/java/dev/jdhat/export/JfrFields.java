// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmc.flightrecorder.writer.api.TypedFieldValue;

/**
 * The fields of a value of a flight recording by their names. The writer takes any map for them,
 * keeps it as long as the recording, compares it with those of its other constants, and asks it for
 * each field when the value is written. So these are small, quick to compare, and may make a field
 * when it is asked for.
 */
abstract class JfrFields extends AbstractMap<String, TypedFieldValue> {
    /** The names of all fields, in the order of the type. */
    abstract List<String> names();

    /** The field of one of these names. */
    abstract TypedFieldValue field(String name);

    @Override
    public abstract boolean equals(Object other);

    @Override
    public abstract int hashCode();

    @Override
    public final int size() {
        return names().size();
    }

    @Override
    public final TypedFieldValue get(Object name) {
        return field((String) name);
    }

    @Override
    public final Set<Map.Entry<String, TypedFieldValue>> entrySet() {
        Map<String, TypedFieldValue> all = new LinkedHashMap<>();
        names().forEach(name -> all.put(name, field(name)));
        return all.entrySet();
    }
}
