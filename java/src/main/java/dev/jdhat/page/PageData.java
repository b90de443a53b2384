// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.jdhat.compare.ProfileDiff;
import dev.jdhat.export.DhatCopy;
import dev.jdhat.export.DhatWriter;
import dev.jdhat.export.Gzip;
import dev.jdhat.filter.Filter;
import dev.jdhat.profile.Course;
import dev.jdhat.profile.CourseBuilder;
import dev.jdhat.profile.Curve;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileOptions;
import dev.jdhat.recording.Recording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The page document, which the viewer's page shows; docs/viewer.md has its keys. Immutable.
 *
 * <p>Where there are very many sites, the smallest are one, {@link FoldedProfile#FRAME}, so that a
 * page stays below 20 MB; {@link Builder#threshold} says otherwise.
 */
public final class PageData {
    private final FoldedProfile folded;
    private final double threshold;
    private final byte[] packed;

    private PageData(FoldedProfile folded, double threshold, byte[] packed) {
        this.folded = folded;
        this.threshold = threshold;
        this.packed = packed;
    }

    /** Of a profile alone, from any tool. */
    public static Builder of(Profile profile) {
        return new Builder(profile, null, Ranking.of(profile));
    }

    /** Of the later profile of two, against the earlier one. */
    public static Builder of(ProfileDiff diff) {
        return new Builder(diff.after(), diff.before(), Ranking.of(diff));
    }

    /**
     * Of a recording: its profile, and what was there over time. The recording may be closed then.
     *
     * @param filter which sites it is of
     */
    public static Builder of(Recording recording, ProfileOptions options, Filter filter)
            throws IOException {
        CourseBuilder recorded = CourseBuilder.of(recording, options);
        Builder builder = of(filter.of(recorded.profile()));
        builder.course = recorded.course(builder.profile, builder.ranking.first(Builder.FATES));
        return builder;
    }

    /** The JSON, gzipped. */
    public byte[] packed() {
        return packed.clone();
    }

    /** The profile as it is in the document. */
    public FoldedProfile profile() {
        return folded;
    }

    /**
     * What is folded has at most this share, from 0 to 1, of any figure: of the bytes and of the
     * blocks over the run, at t-gmax and at t-end.
     */
    public double threshold() {
        return threshold;
    }

    /** Makes a page document. */
    public static final class Builder {
        /** When and how blocks died is told of so many sites, those with the largest shares. */
        static final int FATES = 2_000;

        private static final int MOST_SITES = 200_000;
        /** Not to pack in vain what is surely too large: a frame takes two bytes and more. */
        private static final int MOST_FRAMES = 6_000_000;
        private static final int FEWEST_SITES = 1_000;
        /** In base64, and with the page around it, below 20 MB. */
        private static final int MOST_BYTES = 14_500_000;
        /** Small sites take a little more room than large ones. */
        private static final double SAFE = 0.93;
        private static final JsonFactory JSON = JsonFactory.builder().build();

        private final Profile profile;
        private final Profile before;
        private final Ranking ranking;
        private Course course;
        private Curve curve;
        private Curve curveBefore;
        private Path original;
        private Double threshold;
        private Boolean live;
        private int mostSites = MOST_SITES;
        private int mostBytes = MOST_BYTES;

        private Builder(Profile profile, Profile before, Ranking ranking) {
            this.profile = profile;
            this.before = before;
            this.ranking = ranking;
        }

        /**
         * Folds the sites that have less than a share, from 0 to 1, of every figure; 0 keeps all,
         * however large the page becomes. By default as few are folded as its size allows.
         */
        public Builder threshold(double share) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("A threshold is a share from 0 to 1, and "
                        + share + " is none.");
            }
            threshold = share;
            return this;
        }

        /**
         * The DHAT file that the profile was read from. One of another tool goes into the document
         * as it is, with what a {@link Profile} does not hold, as long as nothing is folded.
         */
        public Builder original(Path dhatFile) {
            original = Objects.requireNonNull(dhatFile);
            return this;
        }

        /** Whether a page that is served asks for more: there will be some. */
        public Builder live(boolean more) {
            live = more;
            return this;
        }

        /**
         * Of two profiles, what was there over time; null for one that is not of a recording.
         *
         * @throws IllegalStateException when there are not two
         */
        public Builder curves(Curve earlier, Curve later) {
            if (before == null) {
                throw new IllegalStateException("Curves are of two profiles, and there is one.");
            }
            curveBefore = earlier;
            curve = later;
            return this;
        }

        /** How large a document may be where nobody gives a threshold. */
        Builder limits(int sites, int packedBytes) {
            mostSites = sites;
            mostBytes = packedBytes;
            return this;
        }

        /** Makes the document; reads the original file again where there is one. */
        public PageData build() throws IOException {
            if (threshold != null) {
                return fold(ranking.withShare(threshold), threshold);
            }
            int most = ranking.withFrames(mostSites, MOST_FRAMES);
            PageData data = fold(most, ranking.share(most));
            while (data.packed.length > mostBytes && most > FEWEST_SITES) {
                most = (int) (SAFE * most * mostBytes / data.packed.length);
                data = fold(most, ranking.share(most));
            }
            return data;
        }

        private PageData fold(int most, double share) throws IOException {
            FoldedProfile folded = FoldedProfile.of(profile, ranking.points(most));
            FoldedProfile foldedBefore = before == null ? null
                    : FoldedProfile.of(before, ranking.points(most));
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (OutputStream out = new Gzip(packed)) {
                write(folded, foldedBefore, share, out);
            }
            return new PageData(folded, share, packed.toByteArray());
        }

        private void write(FoldedProfile folded, FoldedProfile foldedBefore, double share,
                OutputStream out) throws IOException {
            try (JsonGenerator json = JSON.createGenerator(out)) {
                json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
                json.writeStartObject();
                if (live != null) {
                    json.writeBooleanField("live", live);
                }
                startPart(json, "profile");
                boolean foreign = profile.info().version().isEmpty();
                if (original != null && foreign && folded.points() == 0) {
                    DhatCopy.write(original, out);
                } else {
                    DhatWriter.writeBriefly(folded.profile(), out);
                }
                if (foldedBefore != null) {
                    startPart(json, "against");
                    DhatWriter.writeBriefly(foldedBefore.profile(), out);
                }
                if (folded.points() > 0) {
                    write(json, folded, share);
                }
                if (course != null) {
                    new CourseWriter(json, folded.profile(), course).write();
                }
                write(json, "timeline", curve, profile);
                write(json, "earlierTimeline", curveBefore, before);
                json.writeEndObject();
            }
        }

        /** What comes next on the stream is the value, which another generator writes. */
        private static void startPart(JsonGenerator json, String name) throws IOException {
            json.writeFieldName(name);
            json.writeRawValue("");
            json.flush();
        }

        private static void write(JsonGenerator json, FoldedProfile folded, double share)
                throws IOException {
            json.writeObjectFieldStart("folded");
            json.writeNumberField("points", folded.points());
            json.writeNumberField("threshold", share);
            write(json, "total", folded.total());
            write(json, "peak", folded.atPeak());
            write(json, "end", folded.atEnd());
            json.writeEndObject();
        }

        /** Nothing where there is none. */
        private static void write(JsonGenerator json, String name, Curve curve, Profile of)
                throws IOException {
            if (curve != null) {
                new CurveWriter(json, curve, of.info().marks()).write(name);
            }
        }

        /** Nothing where it is not known. */
        private static void write(JsonGenerator json, String name, Figure figure)
                throws IOException {
            if (figure.known()) {
                json.writeObjectFieldStart(name);
                json.writeNumberField("bytes", figure.bytes());
                json.writeNumberField("blocks", figure.blocks());
                json.writeEndObject();
            }
        }
    }
}
