// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import dev.jdhat.recording.RecordingVisitor;
import dev.jdhat.recording.Site;
import dev.jdhat.recording.StackFlags;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the describing records say, turned into program points as it comes. */
class Tables implements RecordingVisitor {
    private static final int LEFT_OUT = -1;
    private static final String OTHER_STACKS = "[other stacks]";
    private static final String OWN_WORK = "[jdhat]";
    private static final String NO_FRAMES = "[no Java frames]";

    private final ProfileOptions options;
    private final PointTable points = new PointTable();
    private final Frames frames = points.frames();

    private final IdMap stringIds = new IdMap();
    private final List<String> strings = new ArrayList<>();
    private final IdMap typeIds = new IdMap();
    private final List<String> types = new ArrayList<>();
    private final IdMap methodIds = new IdMap();
    private final List<Method> methods = new ArrayList<>();
    private final IdMap stackIds = new IdMap();
    private final List<Integer> stacks = new ArrayList<>();
    private final IdMap scopeIds = new IdMap();
    private final List<String> scopes = new ArrayList<>();
    private final IdMap contextIds = new IdMap();
    private final List<String> adHocKinds = new ArrayList<>();
    private final IdMap intervalIds = new IdMap();
    private final List<long[]> intervals = new ArrayList<>();
    private final IdMap siteIds = new IdMap();
    private final SiteTable sites = new SiteTable();
    private long doubtfulStacks;

    Tables(ProfileOptions options) {
        this.options = options;
    }

    SiteTable sites() {
        return sites;
    }

    /** Number of the site in {@link #sites}, or −1 when it is of another unit. */
    int site(int id) {
        return siteIds.get(id);
    }

    PointTable points() {
        return points;
    }

    String text(int stringId) {
        int index = stringIds.get(stringId);
        return index < 0 ? "" : strings.get(index);
    }

    String scopeName(int scopeId) {
        int index = scopeIds.get(scopeId);
        return index < 0 ? "" : scopes.get(index);
    }

    long doubtfulStacks() {
        return doubtfulStacks;
    }

    @Override
    public void string(int id, String text) {
        stringIds.add(id);
        strings.add(text);
    }

    @Override
    public void interval(int id, long lambda, int thinning) {
        intervalIds.add(id);
        intervals.add(new long[] {lambda, thinning});
    }

    @Override
    public void method(int id, int type, int name, int descriptor, int file, boolean isNative) {
        methodIds.add(id);
        methods.add(new Method(text(type), text(name), text(file), isNative));
    }

    @Override
    public void type(int id, int name) {
        typeIds.add(id);
        types.add(options.rawFrames() ? text(name) : Folding.folded(text(name)));
    }

    @Override
    public void scope(int id, int parent, int kind, int name) {
        scopeIds.add(id);
        scopes.add(text(name));
    }

    @Override
    public void context(int id, int scope, int thread, int adHocKind) {
        contextIds.add(id);
        adHocKinds.add(text(adHocKind));
    }

    @Override
    public void stack(int id, StackFlags flags, int[] methodsOfStack, int[] lines) {
        stackIds.add(id);
        doubtfulStacks += flags.doubtful() ? 1 : 0;
        int[] found = frames(methodsOfStack, lines);
        if (found.length == 0) {
            found = new int[] {frames.index(flags.other() ? OTHER_STACKS : NO_FRAMES)};
        }
        stacks.add(points.stack(Folding.withoutRecursion(found)));
    }

    @Override
    public void site(int id, Site site) {
        if (site.adHoc() != (options.unit() == Unit.AD_HOC)) {
            return;
        }
        siteIds.add(id);
        int typeIndex = typeIds.get(site.type());
        String type = typeIndex < 0 ? "" : types.get(typeIndex);
        long[] interval = intervals.get(intervalIds.get(site.interval()));
        boolean sampled = !site.adHoc();
        sites.add(point(site, type), sampled ? interval[0] : 0, sampled ? (int) interval[1] : 0);
    }

    private int point(Site site, String type) {
        int stack = stackIds.get(site.stack());
        int number = stack >= 0 ? stacks.get(stack)
                : points.stack(new int[] {frames.index(NO_FRAMES)});
        return points.point(leaf(site, type), number, type);
    }

    private String leaf(Site site, String type) {
        if (site.adHoc()) {
            int context = contextIds.get(site.context());
            String kind = context < 0 ? "" : adHocKinds.get(context);
            return kind.isEmpty() ? "" : kind + " (ad hoc)";
        }
        return type.isEmpty() || !options.typeFrames() ? "" : type + " (class)";
    }

    /**
     * Frames that are shown; what the profiler itself does is one frame, and plumbing is shown when
     * it is all there is.
     */
    private int[] frames(int[] methodsOfStack, int[] lines) {
        for (int method : methodsOfStack) {
            if (method != 0 && methods.get(methodIds.get(method)).ownWork) {
                return new int[] {frames.index(OWN_WORK)};
            }
        }
        int[] shown = frames(methodsOfStack, lines, !options.rawFrames());
        return shown.length > 0 ? shown : frames(methodsOfStack, lines, false);
    }

    private int[] frames(int[] methodsOfStack, int[] lines, boolean fold) {
        int[] found = new int[methodsOfStack.length];
        int n = 0;
        for (int i = 0; i < found.length; i++) {
            int method = methodIds.get(methodsOfStack[i]);
            int frame = method < 0 ? LEFT_OUT : frame(methods.get(method), lines[i], fold);
            if (frame != LEFT_OUT) {
                found[n++] = frame;
            }
        }
        return Arrays.copyOf(found, n);
    }

    private int frame(Method method, int line, boolean fold) {
        if (method.isInterface || fold && method.plumbing) {
            return LEFT_OUT;
        }
        Integer known = method.frames.get(line);
        if (known == null) {
            String type = options.rawFrames() ? method.type : Folding.folded(method.type);
            known = frames.index(
                    Frames.text(type, method.name, method.file, line, method.isNative));
            method.frames.put(line, known);
        }
        return known;
    }

    private static final class Method {
        private final String type;
        private final String name;
        private final String file;
        private final boolean isNative;
        private final boolean isInterface;
        private final boolean ownWork;
        private final boolean plumbing;
        private final Map<Integer, Integer> frames = new HashMap<>(2);

        Method(String type, String name, String file, boolean isNative) {
            this.type = type;
            this.name = name;
            this.file = file;
            this.isNative = isNative;
            isInterface = Folding.isInterface(type);
            ownWork = Folding.isOwnWork(type);
            plumbing = Folding.isPlumbing(type);
        }
    }
}
