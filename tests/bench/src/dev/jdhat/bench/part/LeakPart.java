// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.part;

import dev.jdhat.bench.measure.Contestant;
import dev.jdhat.bench.measure.LiveSites;
import dev.jdhat.bench.measure.LiveSites.Live;
import dev.jdhat.bench.measure.Run;
import dev.jdhat.bench.measure.Runner;
import dev.jdhat.bench.measure.Setting;
import dev.jdhat.bench.measure.Spread;
import dev.jdhat.bench.measure.Tool;
import dev.jdhat.bench.measure.Workload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Live bytes of two leaks, whose truth the program knows, as everybody tells them. */
public final class LeakPart implements Part {
    private static final int ROUNDS = 100;
    private static final int EXACT_ROUNDS = 2;
    private static final double ERRORS = 4;
    private static final double MEAN_PERCENT = 3;

    /** A leak: the method that makes it, and the class and the bytes of its blocks. */
    private record Site(String method, String className, int size) {}

    private static final List<Site> SITES =
            List.of(new Site("leakNodes", "Leak$Node", 32), new Site("keepArrays", "byte[]", 1000));

    /** What was said of one site in one run, beside the truth. */
    private record Said(double truth, Live live) {}

    @Override
    public String name() {
        return "leak";
    }

    @Override
    public List<String> needs(Setting setting) {
        return List.of("async-profiler");
    }

    @Override
    public Result run(Setting setting) throws IOException, InterruptedException {
        Result result = new Result();
        Table table = result.table("live bytes of two leaks, in MB");
        for (Contestant contestant : setting.contestants("exact", "exact-portable", "auto", "64k",
                "512k", "ap-live-64k", "ap-live-512k", "jfr")) {
            measure(setting, contestant, table, result);
        }
        return result;
    }

    private static void measure(Setting setting, Contestant contestant, Table table, Result result)
            throws IOException, InterruptedException {
        List<List<Said>> runs = new ArrayList<>();
        int count = contestant.interval() == 512 << 10 ? setting.rounds(20) : setting.rounds(3);
        for (int i = 0; i < count; i++) {
            runs.add(one(setting, contestant));
        }
        for (int site = 0; site < SITES.size(); site++) {
            int which = site;
            List<Said> said = runs.stream().map(run -> run.get(which)).toList();
            row(table, contestant, SITES.get(site), said);
            if (contestant.tool() == Tool.JDHAT) {
                judge(result, contestant, SITES.get(site).method(), said);
            }
        }
        if (contestant.name().equals("512k")) {
            judgeMean(result, runs);
        }
    }

    private static List<Said> one(Setting setting, Contestant contestant)
            throws IOException, InterruptedException {
        // What sees every block takes its time over them.
        int rounds = contestant.name().contains("exact") ? setting.size(ROUNDS, EXACT_ROUNDS)
                : ROUNDS;
        // Of its formats only JFR's has the live blocks and their sizes at once.
        Contestant telling = contestant.tool() == Tool.ASYNC_PROFILER ? contestant.with("jfr")
                : contestant;
        Run run = new Runner(setting).run(telling,
                Workload.own(setting, 2_048, 512, "Leak", rounds));
        List<Said> said = new ArrayList<>();
        for (Site site : SITES) {
            said.add(new Said(run.said(site.method()),
                    new LiveSites(setting, telling).of(site.method(), site.className())));
        }
        return said;
    }

    private static void row(Table table, Contestant contestant, Site site, List<Said> said) {
        Table.Row row = table.row().put("contestant", contestant.name())
                .put("site", site.method()).put("runs", said.size())
                .put("truth", said.get(0).truth() / 1e6);
        Spread shown = Spread.of(said.size(), i -> said.get(i).live().bytes() / 1e6);
        row.put("shown", shown).put("mean", shown.mean());
        row.put("samples", Spread.of(said.size(), i -> said.get(i).live().samples()));
        if (contestant.tool() == Tool.ASYNC_PROFILER) {
            // What its samples would stand for if it kept all of them and weighted them.
            double interval = contestant.interval();
            double weight = site.size() / -Math.expm1(-site.size() / interval);
            row.put("samples, weighted", Spread.of(said.size(),
                    i -> said.get(i).live().samples() * weight / 1e6));
        }
        if (contestant.tool() == Tool.JDHAT) {
            row.put("worst, standard errors", worst(said));
        }
    }

    /** In standard errors; an exact figure must be the truth itself. */
    private static double worst(List<Said> said) {
        return said.stream().mapToDouble(each -> each.live().off(each.truth())).max().orElseThrow();
    }

    private static void judge(Result result, Contestant contestant, String site, List<Said> said) {
        result.add(Target.truthAtMost(
                String.format("%s, %s, worst of %d runs", contestant, site, said.size()),
                worst(said), ERRORS, " standard errors"));
    }

    /** One run has an error of its own, so only the mean of many can be judged. */
    private static void judgeMean(Result result, List<List<Said>> runs) {
        double truth = 0;
        double shown = 0;
        for (List<Said> run : runs) {
            for (Said said : run) {
                truth += said.truth();
                shown += said.live().bytes();
            }
        }
        if (runs.size() >= 20) {
            result.add(Target.truthAtMost(
                    "512k, mean of " + runs.size() + " runs, off the truth of both leaks",
                    100 * Math.abs(shown / truth - 1), MEAN_PERCENT, " %"));
        }
    }
}
