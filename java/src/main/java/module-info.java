// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/** Reads jdhat's recordings, computes profiles, writes DHAT files, and brings the agent. */
module dev.jdhat {
    requires com.fasterxml.jackson.core;
    requires com.sun.jna;
    requires static transitive org.junit.jupiter.api;
    requires static com.google.protobuf;
    requires static io.opentelemetry.proto;
    requires static jdk.jfr;
    requires static org.openjdk.jmc.flightrecorder.writer;

    exports dev.jdhat;
    exports dev.jdhat.recording;
    exports dev.jdhat.profile;
    exports dev.jdhat.filter;
    exports dev.jdhat.compare;
    exports dev.jdhat.merge;
    exports dev.jdhat.check;
    exports dev.jdhat.leaks;
    exports dev.jdhat.export;
    exports dev.jdhat.page;
    exports dev.jdhat.report;
    exports dev.jdhat.junit;
    exports dev.jdhat.agent to com.sun.jna;
}
