// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.text;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.SortBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sites of a profile as a tree, leaf frame first, as DHAT's viewer shows it: a chain of frames
 * without a fork is one node, and what is below 1 % is told as a number of nodes only.
 */
public final class SiteTree {
    private static final double SIGNIFICANT = 0.01;

    /** Nobody reads more; a tree of recursive calls may not exhaust the stack. */
    private static final int MOST_LEVELS = 500;

    private final Profile profile;
    private final SortBy by;
    private final Style style;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    public SiteTree(Profile profile, SortBy by, Style style, int width) {
        this.profile = profile;
        this.by = by;
        this.style = style;
        this.width = width;
    }

    /** The tree down to {@code depth} levels of nodes, 500 at most. */
    public List<String> lines(int depth) {
        Node root = new Node("");
        for (ProgramPoint point : profile.points()) {
            Figure figure = by.of(point);
            if (figure.known() && figure.bytes() > 0) {
                root.add(point.frames(), figure);
            }
        }
        lines.clear();
        lines.add(figures(root) + " " + by.text());
        kids(root, "", Math.min(depth, MOST_LEVELS));
        return List.copyOf(lines);
    }

    private void kids(Node node, String indent, int depth) {
        List<Node> large = new ArrayList<>();
        Figure rest = Figure.ZERO;
        int small = 0;
        for (Node kid : node.largestFirst()) {
            if (kid.figure.bytes() >= SIGNIFICANT * by.of(profile).bytes()) {
                large.add(kid);
            } else {
                rest = rest.plus(kid.figure);
                small++;
            }
        }
        for (int i = 0; i < large.size(); i++) {
            boolean last = i == large.size() - 1 && small == 0;
            show(large.get(i), indent, last, depth);
        }
        if (small > 0) {
            lines.add(
                    indent
                            + "└─ "
                            + style.faint(
                                    "["
                                            + small
                                            + " insignificant: "
                                            + Units.percent(rest.bytes(), by.of(profile).bytes())
                                            + "]"));
        }
    }

    private void show(Node start, String indent, boolean last, int depth) {
        String below = indent + (last ? "   " : "│  ");
        lines.add(indent + (last ? "└─ " : "├─ ") + figures(start));
        Node node = start;
        frame(node, below);
        while (node.kids.size() == 1 && node.own == 0) {
            node = node.kids.values().iterator().next();
            frame(node, below);
        }
        if (node.kids.isEmpty()) {
            return;
        }
        if (depth > 1) {
            kids(node, below, depth - 1);
        } else {
            lines.add(below + style.faint("… " + node.kids.size() + " below"));
        }
    }

    private void frame(Node node, String indent) {
        lines.add(indent + Frames.fit(node.frame, Math.max(width - indent.length(), 20)));
    }

    private String figures(Node node) {
        return style.strong(Units.percent(node.figure.bytes(), by.of(profile).bytes()))
                + "  "
                + Units.bytes(node.figure)
                + " "
                + profile.info().bytesName()
                + Units.error(node.figure)
                + " in "
                + Units.blocks(node.figure)
                + " "
                + profile.info().blocksName();
    }

    /** A frame and what was allocated under it. */
    private static final class Node {
        private final String frame;
        private final Map<String, Node> kids = new LinkedHashMap<>();
        private Figure figure = Figure.ZERO;

        /** Sites whose stack ends here. */
        private int own;

        Node(String frame) {
            this.frame = frame;
        }

        void add(List<String> frames, Figure figureOfSite) {
            Node node = this;
            node.figure = node.figure.plus(figureOfSite);
            for (String name : frames) {
                node = node.kids.computeIfAbsent(name, Node::new);
                node.figure = node.figure.plus(figureOfSite);
            }
            node.own++;
        }

        List<Node> largestFirst() {
            List<Node> sorted = new ArrayList<>(kids.values());
            sorted.sort(Comparator.comparingLong((Node node) -> node.figure.bytes()).reversed());
            return sorted;
        }
    }
}
