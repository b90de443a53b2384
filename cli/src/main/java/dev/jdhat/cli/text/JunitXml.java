// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.text;

import dev.jdhat.check.CheckResult;
import dev.jdhat.check.Outcome;
import dev.jdhat.check.Verdict;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The outcomes of a check in the form in which build servers read tests: a limit is a test. */
public final class JunitXml {
    private JunitXml() {}

    /** Writes UTF-8; leaves the stream open. */
    public static void write(String name, CheckResult result, OutputStream out)
            throws IOException {
        try {
            suite(name, result, out);
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException
                    ? (IOException) e.getNestedException()
                    : new IOException(e);
        }
    }

    private static void suite(String name, CheckResult result, OutputStream out)
            throws XMLStreamException {
        XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        attribute(xml, "name", name);
        attribute(xml, "tests", String.valueOf(result.outcomes().size()));
        attribute(xml, "failures", count(result, Verdict.BROKEN));
        attribute(xml, "errors", count(result, Verdict.UNKNOWN));
        for (Outcome outcome : result.outcomes()) {
            test(xml, name, outcome);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private static String count(CheckResult result, Verdict verdict) {
        return String.valueOf(
                result.outcomes().stream()
                        .filter(outcome -> outcome.verdict() == verdict)
                        .count());
    }

    private static void test(XMLStreamWriter xml, String name, Outcome outcome)
            throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(xml, "classname", name);
        attribute(xml, "name", outcome.limit().toString());
        if (outcome.verdict() != Verdict.KEPT) {
            xml.writeStartElement(outcome.verdict() == Verdict.BROKEN ? "failure" : "error");
            attribute(xml, "message", outcome.measured());
            List<String> sites = CheckText.sites(outcome);
            xml.writeCharacters(sound(String.join("\n", sites)));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void attribute(XMLStreamWriter xml, String key, String value)
            throws XMLStreamException {
        xml.writeAttribute(key, sound(value));
    }

    /** XML has no way to write most control characters and half surrogate pairs. */
    private static String sound(String text) {
        return text.codePoints()
                .map(c -> c >= ' ' && c < 0xd800 || c > 0xdfff && c < 0xfffe || c > 0xffff
                                || c == '\n' || c == '\t' ? c : 0xfffd)
                .collect(
                        StringBuilder::new,
                        StringBuilder::appendCodePoint,
                        StringBuilder::append)
                .toString();
    }
}
