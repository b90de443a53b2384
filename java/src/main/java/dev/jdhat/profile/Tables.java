// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import dev.jdhat.recording.RecordingVisitor;
import dev.jdhat.recording.Site;
import dev.jdhat.recording.StackFlags;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What the describing records say, turned into program points as it comes. */
class Tables implements RecordingVisitor {
    private static final int LEFT_OUT = -1;

    private final ProfileOptions options;
    private final WindowBounds bounds;
    private final boolean byThread;
    private final PointTable points = new PointTable();
    private final ThreadParts parts = new ThreadParts();
    private final Stacks stacks;

    private final IdMap stringIds = new IdMap();
    private final List<String> strings = new ArrayList<>();
    private final IdMap typeIds = new IdMap();
    private final List<String> types = new ArrayList<>();
    private final IdMap stackIds = new IdMap();
    private final List<Integer> stackNumbers = new ArrayList<>();
    private final IdMap scopeIds = new IdMap();
    private final List<String> scopes = new ArrayList<>();
    private final BitSet scopesInside = new BitSet();
    private final IdMap contextIds = new IdMap();
    private final List<String> threads = new ArrayList<>();
    private final List<String> adHocKinds = new ArrayList<>();
    private final BitSet contextsInside = new BitSet();
    private final IdMap intervalIds = new IdMap();
    private final List<long[]> intervals = new ArrayList<>();
    private final IdMap siteIds = new IdMap();
    private final SiteTable sites = new SiteTable();
    private long doubtfulStacks;

    /** @param byThread whether the recording tells threads apart */
    Tables(ProfileOptions options, WindowBounds bounds, boolean byThread) {
        this.options = options;
        this.bounds = bounds;
        this.byThread = byThread;
        stacks = new Stacks(options, points.frames());
    }

    SiteTable sites() {
        return sites;
    }

    /** Number of the site in {@link #sites}, or −1 when its blocks do not count. */
    int site(int id) {
        return siteIds.get(id);
    }

    PointTable points() {
        return points;
    }

    /** None where threads are not told apart. */
    ThreadParts parts() {
        return parts;
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
        stacks.method(id, text(type), text(name), text(file), isNative);
    }

    @Override
    public void type(int id, int name) {
        typeIds.add(id);
        types.add(options.rawFrames() ? text(name) : Folding.folded(text(name)));
    }

    @Override
    public void scope(int id, int parent, int kind, int name) {
        int number = scopeIds.add(id);
        scopes.add(text(name));
        int outer = scopeIds.get(parent);
        scopesInside.set(number, id == bounds.scope() || outer >= 0 && scopesInside.get(outer));
    }

    @Override
    public void context(int id, int scope, int thread, int adHocKind) {
        int number = contextIds.add(id);
        threads.add(text(thread));
        adHocKinds.add(text(adHocKind));
        int inner = scopeIds.get(scope);
        contextsInside.set(number, inner >= 0 && scopesInside.get(inner));
    }

    @Override
    public void stack(int id, StackFlags flags, int[] methods, int[] lines) {
        stackIds.add(id);
        int[] shown = stacks.shown(flags, methods, lines);
        stackNumbers.add(shown == null ? LEFT_OUT : points.stack(shown));
        doubtfulStacks += flags.doubtful() && shown != null ? 1 : 0;
    }

    @Override
    public void site(int id, Site site) {
        if (site.adHoc() != (options.unit() == Unit.AD_HOC) || !isInside(site.context())) {
            return;
        }
        int stack = stackNumber(stackIds.get(site.stack()));
        if (stack == LEFT_OUT) {
            return;
        }
        siteIds.add(id);
        int typeIndex = typeIds.get(site.type());
        String type = typeIndex < 0 ? "" : types.get(typeIndex);
        int point = points.point(leaf(site, type), stack, type);
        long[] interval = intervals.get(intervalIds.get(site.interval()));
        boolean sampled = !site.adHoc();
        int context = contextIds.get(site.context());
        int part = byThread ? parts.part(point, context < 0 ? "" : threads.get(context)) : 0;
        sites.add(id, point, part, sampled ? interval[0] : 0, sampled ? (int) interval[1] : 0);
    }

    /** Whether blocks of a context are the window's. */
    private boolean isInside(int context) {
        int number = contextIds.get(context);
        return bounds.scope() == 0 || number >= 0 && contextsInside.get(number);
    }

    private int stackNumber(int index) {
        if (index >= 0) {
            return stackNumbers.get(index);
        }
        int[] shown = stacks.unknown();
        return shown == null ? LEFT_OUT : points.stack(shown);
    }

    private String leaf(Site site, String type) {
        if (site.adHoc()) {
            int context = contextIds.get(site.context());
            String kind = context < 0 ? "" : adHocKinds.get(context);
            return kind.isEmpty() ? "" : kind + TypeFrame.KIND;
        }
        return type.isEmpty() || !options.typeFrames() ? "" : type + TypeFrame.CLASS;
    }
}
