// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.FinalCollection;
import dev.jdhat.profile.Peak;
import dev.jdhat.profile.PeakKind;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfoBuilder;
import dev.jdhat.profile.Runs;
import dev.jdhat.profile.Sampling;
import dev.jdhat.profile.Span;
import dev.jdhat.profile.Tally;
import dev.jdhat.recording.Ending;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the objects named {@code jdhat}; keys that it does not know are skipped. */
final class ExtensionReader {
    private final Fields fields;
    private final Map<String, Peak> peaks = new HashMap<>();
    private Runs runs = Runs.ONE;

    ExtensionReader(Fields fields) {
        this.fields = fields;
    }

    void read(ParsedPoint point) throws IOException {
        fields.startObject();
        while (fields.next()) {
            point.readExtension(fields);
        }
    }

    void read(ProfileInfoBuilder info) throws IOException {
        Sampling sampling = Sampling.NONE;
        long interval = 0;
        fields.startObject();
        while (fields.next()) {
            switch (fields.name()) {
                case "sampling": sampling = sampling(); break;
                case "version": info.version(fields.text()); break;
                case "interval": interval = fields.number(); break;
                case "sampled": info.sampled(fields.bool()); break;
                case "olderThreads": info.olderThreads(fields.number()); break;
                case "attached": info.attached(fields.bool()); break;
                case "collector": info.collector(fields.text()); break;
                case "java": info.javaVersion(fields.number()); break;
                case "epochs": info.epochs(fields.number()); break;
                case "collections": info.collections(fields.number()); break;
                case "compacted": info.compacted(fields.bool()); break;
                case "tornBytes": info.tornBytes(fields.number()); break;
                case "doubtfulStacks": info.doubtfulStacks(fields.number()); break;
                case "jvmAllocated": info.jvmAllocated(fields.signed()); break;
                case "thinned": info.thinned(fields.bool()); break;
                case "thinnedSince": info.thinnedSince(fields.signed()); break;
                case "liveAtAll": info.liveAtAll(fields.bool()); break;
                default: readOther(info); break;
            }
        }
        info.sampling(new Sampling(interval, sampling.exact(), sampling.least(),
                sampling.greatest(), sampling.since()));
    }

    private void readOther(ProfileInfoBuilder info) throws IOException {
        switch (fields.name()) {
            case "finalCollection":
                info.finalCollection(value(FinalCollection.values(), FinalCollection.UNKNOWN));
                break;
            case "ending": info.ending(value(Ending.values(), Ending.STOPPED)); break;
            case "peak": info.peakKind(value(PeakKind.values(), PeakKind.LIVE)); break;
            case "dropped": info.dropped(tally()); break;
            case "lost": info.lost(tally()); break;
            case "untracked": info.untracked(tally()); break;
            case "folded": info.folded(tally()); break;
            case "livePeak": peaks.put("livePeak", peak()); break;
            case "fullLivePeak": peaks.put("fullLivePeak", peak()); break;
            case "occupiedPeak": peaks.put("occupiedPeak", peak()); break;
            case "runs": runs = runs(); break;
            case "notes": info.notes(notes()); break;
            case "marks": info.marks(spans()); break;
            case "windows": info.windows(spans()); break;
            default: fields.skip(); break;
        }
    }

    /** What is not of the profile's info: its peaks and its runs. */
    Profile.Builder addTo(Profile.Builder profile) {
        return profile.runs(runs).livePeak(peaks.get("livePeak"))
                .fullLivePeak(peaks.get("fullLivePeak"))
                .occupiedPeak(peaks.get("occupiedPeak"));
    }

    private <T extends Enum<T>> T value(T[] values, T unknown) throws IOException {
        String text = fields.text();
        for (T value : values) {
            if (ExtensionWriter.text(value).equals(text)) {
                return value;
            }
        }
        return unknown;
    }

    private Tally tally() throws IOException {
        long blocks = 0;
        long bytes = 0;
        fields.startObject();
        while (fields.next()) {
            switch (fields.name()) {
                case "blocks": blocks = fields.number(); break;
                case "bytes": bytes = fields.number(); break;
                default: fields.skip(); break;
            }
        }
        return new Tally(blocks, bytes);
    }

    private Sampling sampling() throws IOException {
        Tally exact = Tally.NONE;
        long least = 0;
        long greatest = 0;
        long since = -1;
        fields.startObject();
        while (fields.next()) {
            switch (fields.name()) {
                case "exact": exact = tally(); break;
                case "least": least = fields.number(); break;
                case "greatest": greatest = fields.number(); break;
                case "since": since = fields.signed(); break;
                default: fields.skip(); break;
            }
        }
        return new Sampling(0, exact, least, greatest, since);
    }

    private Peak peak() throws IOException {
        long bytes = 0;
        long blocks = 0;
        long time = 0;
        double bytesError = 0;
        double blocksError = 0;
        boolean upperBound = false;
        fields.startObject();
        while (fields.next()) {
            switch (fields.name()) {
                case "bytes": bytes = fields.number(); break;
                case "blocks": blocks = fields.number(); break;
                case "bytesError": bytesError = fields.real(); break;
                case "blocksError": blocksError = fields.real(); break;
                case "time": time = fields.number(); break;
                case "upperBound": upperBound = fields.bool(); break;
                default: fields.skip(); break;
            }
        }
        return new Peak(Figure.of(bytes, blocks, bytesError, blocksError), time, upperBound);
    }

    private Runs runs() throws IOException {
        long count = 1;
        long time = 0;
        long withoutLiveness = 0;
        Map<String, Long> notes = new HashMap<>();
        fields.startObject();
        while (fields.next()) {
            switch (fields.name()) {
                case "count": count = fields.number(); break;
                case "time": time = fields.number(); break;
                case "withoutLiveness": withoutLiveness = fields.number(); break;
                case "notes": readNotesOfRuns(notes); break;
                default: fields.skip(); break;
            }
        }
        return new Runs(count, time, withoutLiveness, notes);
    }

    private void readNotesOfRuns(Map<String, Long> notes) throws IOException {
        fields.startArray();
        while (fields.nextElement()) {
            String text = "";
            long of = 0;
            fields.startObject();
            while (fields.next()) {
                switch (fields.name()) {
                    case "text": text = fields.text(); break;
                    case "runs": of = fields.number(); break;
                    default: fields.skip(); break;
                }
            }
            notes.put(text, of);
        }
    }

    private List<String> notes() throws IOException {
        List<String> notes = new ArrayList<>();
        fields.startArray();
        while (fields.nextElement()) {
            notes.add(fields.text());
        }
        return notes;
    }

    /** Windows have {@code from} and {@code to}, marks a {@code time}. */
    private List<Span> spans() throws IOException {
        List<Span> spans = new ArrayList<>();
        fields.startArray();
        while (fields.nextElement()) {
            String name = "";
            long from = 0;
            long to = 0;
            fields.startObject();
            while (fields.next()) {
                switch (fields.name()) {
                    case "name": name = fields.text(); break;
                    case "time": from = to = fields.number(); break;
                    case "from": from = fields.number(); break;
                    case "to": to = fields.signed(); break;
                    default: fields.skip(); break;
                }
            }
            spans.add(new Span(name, from, to));
        }
        return spans;
    }
}
