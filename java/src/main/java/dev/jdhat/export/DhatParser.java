// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.jdhat.profile.FrameTable;
import dev.jdhat.profile.FrameTexts;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProfileInfoBuilder;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.StackNumbers;
import dev.jdhat.profile.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the keys of one DHAT file, in any order. */
final class DhatParser {
    private static final List<String> REQUIRED = List.of("dhatFileVersion", "mode", "verb", "bklt",
            "bkacc", "tu", "Mtu", "cmd", "pid", "te", "pps", "ftbl");
    private static final List<String> REQUIRED_LIFETIMES = List.of("tg", "tuth");

    private final Fields fields;
    private final ExtensionReader extension;
    private final ProfileInfoBuilder info = ProfileInfo.builder();
    private final Set<String> seen = new HashSet<>();
    private final List<ParsedPoint> points = new ArrayList<>();
    private final FrameTexts texts;
    /** The number of the text of each frame. */
    private int[] frames = {};
    private boolean lifetimes;

    DhatParser(JsonParser json, String name, FrameTexts texts) {
        this.texts = texts;
        fields = new Fields(json, name);
        extension = new ExtensionReader(fields);
    }

    Profile parse() throws IOException {
        if (fields.json().nextToken() != JsonToken.START_OBJECT) {
            throw fields.error("is not a DHAT file: it holds no JSON object; give the path of a"
                    + " DHAT file");
        }
        while (fields.next()) {
            if (!seen.add(fields.name())) {
                throw fields.lieHere("the field \"" + fields.name() + "\" is there twice");
            }
            readField(fields.name());
        }
        if (fields.json().nextToken() != null) {
            throw fields.error("is not a DHAT file: something follows its JSON object");
        }
        check();
        info.lifetimes(lifetimes);
        Profile.Builder profile = Profile.builder(info.build()).points(merged());
        return extension.addTo(profile).build();
    }

    private void readField(String name) throws IOException {
        switch (name) {
            case "dhatFileVersion": readVersion(); break;
            case "mode": info.mode(fields.text()); break;
            case "verb": info.verb(fields.text()); break;
            case "bklt": lifetimes = fields.bool(); break;
            case "bkacc": fields.bool(); break;
            case "bu": info.byteName(fields.text()); break;
            case "bsu": info.bytesName(fields.text()); break;
            case "bksu": readBlocksName(); break;
            case "tu": info.timeUnit(fields.text()); break;
            case "Mtu": info.megaTimeUnit(fields.text()); break;
            case "tuth": info.shortLived(fields.number()); break;
            case "cmd": info.command(fields.text()); break;
            case "pid": info.pid(fields.number()); break;
            case "te": info.timeAtEnd(fields.number()); break;
            case "tg": info.timeAtPeak(fields.number()); break;
            case "pps": readPoints(); break;
            case "ftbl": readFrames(); break;
            case "jdhat": extension.read(info); break;
            default: fields.skip(); break;
        }
    }

    private void readVersion() throws IOException {
        long version = fields.number();
        if (version != DhatReader.FILE_VERSION) {
            throw fields.error("is a DHAT file of version " + version + ", and jdhat reads version "
                    + DhatReader.FILE_VERSION + "; make it anew with Valgrind 3.17 or newer,"
                    + " dhat-rs or jdhat");
        }
    }

    private void readBlocksName() throws IOException {
        String name = fields.text();
        info.blocksName(name);
        if (name.equals("events")) {
            info.unit(Unit.AD_HOC);
        }
    }

    private void readPoints() throws IOException {
        fields.startArray();
        while (fields.nextElement()) {
            fields.startObject();
            ParsedPoint point = new ParsedPoint();
            while (fields.next()) {
                if (fields.name().equals("jdhat")) {
                    extension.read(point);
                } else {
                    point.read(fields);
                }
            }
            points.add(point);
        }
    }

    private void readFrames() throws IOException {
        List<String> read = new ArrayList<>();
        fields.startArray();
        while (fields.nextElement()) {
            read.add(fields.frame());
        }
        frames = texts.numbers(read);
    }

    private void check() throws DhatException {
        if (!seen.contains("dhatFileVersion")) {
            throw fields.error("is not a DHAT file: the field \"dhatFileVersion\" is missing; give"
                    + " the path of a DHAT file");
        }
        for (String name : REQUIRED) {
            require(seen.contains(name), name);
        }
        if (lifetimes) {
            for (String name : REQUIRED_LIFETIMES) {
                require(seen.contains(name), name);
            }
        }
        for (ParsedPoint point : points) {
            String missing = point.missing(lifetimes);
            require(missing == null, missing);
        }
        long[] sums = ParsedPoint.noSums();
        for (ParsedPoint point : points) {
            String tooLarge = point.addTo(sums);
            if (tooLarge != null) {
                throw fields.lie("\"" + tooLarge + "\" of all program points is more than a number"
                        + " can be");
            }
        }
    }

    private void require(boolean there, String name) throws DhatException {
        if (!there) {
            throw fields.lie("the field \"" + name + "\" is missing");
        }
    }

    /** Points whose frames differ in their addresses only become one. */
    private List<ProgramPoint> merged() throws DhatException {
        StackNumbers stacks = new StackNumbers();
        List<ParsedPoint> distinct = new ArrayList<>(points.size());
        for (ParsedPoint point : points) {
            replace(point.frames());
            int stack = stacks.of(point.frames());
            if (stack == distinct.size()) {
                distinct.add(point);
            } else {
                distinct.get(stack).add(point);
            }
        }
        points.clear();
        FrameTable table = texts.table();
        List<ProgramPoint> merged = new ArrayList<>(distinct.size());
        for (ParsedPoint point : distinct) {
            merged.add(point.build(table.stack(point.frames()), lifetimes));
        }
        return merged;
    }

    /** Frames with equal texts become one. */
    private void replace(int[] indices) throws DhatException {
        for (int i = 0; i < indices.length; i++) {
            if (indices[i] >= frames.length) {
                throw fields.lie("a program point names frame " + indices[i] + ", and it has "
                        + frames.length);
            }
            indices[i] = frames[indices[i]];
        }
    }
}
