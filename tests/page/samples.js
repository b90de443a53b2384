// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// Small profiles of which everything is known.
'use strict';

const HEAD = { dhatFileVersion: 2, mode: 'jvm-heap', verb: 'Allocated', bklt: true, bkacc: false,
  tu: 'µs', Mtu: 's', tuth: 250000, cmd: 'shop.Main --orders 5000', pid: 4711, te: 12000000,
  tg: 9000000 };

/** Sites by their stacks; frames go into the table on the way. */
class Points {
  constructor() {
    this.frames = ['[root]'];
    this.list = [];
  }

  /** figures: tb tbk tl mb mbk gb gbk eb ebk; frames leaf first. */
  add(figures, frames, extension) {
    const keys = ['tb', 'tbk', 'tl', 'mb', 'mbk', 'gb', 'gbk', 'eb', 'ebk'];
    const point = {};
    figures.forEach((figure, i) => { point[keys[i]] = figure; });
    point.fs = frames.map(frame => {
      const known = this.frames.indexOf(frame);
      return known > 0 ? known : this.frames.push(frame) - 1;
    });
    if (extension) {
      point.jdhat = extension;
    }
    this.list.push(point);
    return this;
  }

  table() {
    return this.frames.map((frame, i) => i === 0 ? frame : `0x${i.toString(16)}: ${frame}`);
  }
}

const MAIN = 'shop.Main.main (Main.java:12)';
const SERVE = 'shop.Server.serve (Server.java:88)';
const ORDERS = 'shop.Orders.place (Orders.java:41)';

/** A shop with a leak, a cache, temporary strings and a large buffer. */
function shop(factor = 1) {
  const points = new Points();
  const f = n => n * factor;
  points.add([f(48000000), f(1000000), f(120000000000), 960000, 20000, 480000, 10000, 0, 0],
    ['java.lang.String (class)', 'java.lang.StringLatin1.newString (StringLatin1.java:752)',
      'java.lang.StringBuilder.toString (StringBuilder.java:475)',
      'shop.Orders.describe (Orders.java:77)', ORDERS, SERVE, MAIN],
    { class: 'java.lang.String', samples: f(1000000), tlMax: f(240000000000),
      temporary: f(995000), deathAges: [1, 1.005, 2] });
  points.add([f(6400000), f(200000), f(1100000000000), f(6400000), f(200000), f(4800000), f(150000),
    f(6400000), f(200000)],
  ['java.util.HashMap$Node (class)', 'java.util.HashMap.newNode (HashMap.java:1901)',
    'java.util.HashMap.putVal (HashMap.java:643)', 'shop.Sessions.remember (Sessions.java:23)',
    ORDERS, SERVE, MAIN],
  { class: 'java.util.HashMap$Node', samples: f(200000), tlMax: f(1200000000000), temporary: 0,
    survivorAges: [1, 6.5, 12] });
  points.add([4096000, 1000, 4000000000, 2048000, 500, 2048000, 500, 1024000, 250],
    ['byte[] (class)', 'shop.Cache.load (Cache.java:60)', 'shop.Cache.get (Cache.java:31)', ORDERS,
      SERVE, MAIN],
    { class: 'byte[]', samples: 1000, tlMax: 5000000000, temporary: 100,
      survivorAges: [1, 2, 4], deathAges: [1, 4.2, 9] });
  points.add([16777216, 1, 11900000, 16777216, 1, 16777216, 1, 16777216, 1],
    ['byte[] (class)', 'shop.Buffer.<init> (Buffer.java:9)', 'shop.Server.<init> (Server.java:20)',
      MAIN],
    { class: 'byte[]', samples: 1, tlMax: 12000000, temporary: 0, survivorAges: [12, 12, 12] });
  points.add([240, 10, 3000000, 240, 10, 0, 0, 240, 10],
    ['shop.Total (class)', 'shop.Report.sum (Report.java:5)', 'shop.Report.sum (Report.java:7)',
      'shop.Report.print (Report.java:14)', MAIN],
    { class: 'shop.Total', samples: 10, tlMax: 3300000, temporary: 0, survivorAges: [0, 0, 0] });
  points.add([72, 3, 0, 0, 0, 0, 0, 0, 0], ['[folded]'], { samples: 3, tlMax: 0, temporary: 3 });
  return { ...HEAD, jdhat: extension(), pps: points.list, ftbl: points.table() };
}

function extension() {
  return { version: '0.1.0', interval: 0, exact: true, sampled: false, olderThreads: 0,
    attached: false, collector: 'G1', java: 21, epochs: 25, collections: 12, compacted: false,
    finalCollection: 'done', ending: 'target-ended', peak: 'live', liveAtAll: true,
    livePeak: { bytes: 24105216, blocks: 160501, time: 9000000, upperBound: true },
    occupiedPeak: { bytes: 61000000, blocks: 700000, time: 8900000, upperBound: false },
    dropped: { bytes: 0, blocks: 0 }, lost: { bytes: 0, blocks: 0 },
    untracked: { bytes: 0, blocks: 0 }, folded: { bytes: 0, blocks: 0 }, notes: [],
    marks: [{ name: 'warm', time: 3000000 }], windows: [] };
}

/**
 * The shop later: everything has doubled, all indices are others, one site is new (with "extra")
 * and one is gone.
 */
function shopLater() {
  const now = shop(2);
  const frames = now.ftbl.map(frame => frame.replace(/^0x[0-9a-f]+: /, ''));
  const turned = i => i === 0 ? 0 : frames.length - i;
  const pps = now.pps.filter(point => !point.jdhat.class || point.jdhat.class !== 'shop.Total')
    .map(point => ({ ...point, fs: point.fs.map(turned) })).reverse();
  const extra = frames.length;
  const serve = frames.indexOf(SERVE);
  const [largest] = pps.slice(-1);
  pps.unshift({ ...largest, fs: [extra, turned(serve), turned(frames.indexOf(MAIN))],
    jdhat: { ...largest.jdhat, class: 'shop.Extra' } });
  const table = [frames[0], ...frames.slice(1).reverse(), 'shop.Extra (class)'];
  return { ...now, te: 20000000, pps,
    ftbl: table.map((frame, i) => i === 0 ? frame : `0x${i.toString(16)}: ${frame}`) };
}

/** Two profiles of which every site is something else: the cache has shrunk as well. */
function compared() {
  const profile = shopLater();
  const cache = profile.pps.find(point => point.tb === 4096000);
  Object.assign(cache, { tb: 3072000, tbk: 750, mb: 1024000, mbk: 250, gb: 1024000, gbk: 250,
    eb: 512000, ebk: 125 });
  return { profile, against: shop() };
}

/** Sampled every 512 KiB: the square of a standard error is figure × interval. */
function estimated(profile) {
  const interval = 524288;
  for (const point of profile.pps.filter(each => each.tb < 16777216 || each.tbk > 1)) {
    point.jdhat.errors = {};
    for (const [bytes, blocks] of [['tb', 'tbk'], ['gb', 'gbk'], ['eb', 'ebk']]) {
      const error = Math.sqrt(point[bytes] * interval);
      point.jdhat.errors[bytes] = Math.round(error);
      point.jdhat.errors[blocks] = Math.round(error * point[blocks] / (point[bytes] || 1));
    }
  }
  profile.jdhat = { ...profile.jdhat, exact: false, sampled: true, interval,
    sampling: { exact: { bytes: 0, blocks: 0 }, least: interval, greatest: interval, since: 0 } };
  return profile;
}

/**
 * Two samples of the shop. Sessions have really grown and shop.Extra is really new; strings and the
 * cache differ by noise, as do shop.Tiny, which is new, and shop.Total, which is gone. The buffer
 * is the same.
 */
function noisy() {
  const profile = shop();
  const [strings, sessions, cache] = profile.pps;
  const scale = (point, factor) => ['tb', 'tbk', 'mb', 'mbk', 'gb', 'gbk', 'eb', 'ebk']
    .forEach(key => { point[key] = Math.round(point[key] * factor); });
  scale(strings, 1.0625);
  scale(sessions, 6.25);
  scale(cache, 0.75);
  profile.pps = profile.pps.filter(point => point.jdhat.class !== 'shop.Total');
  const serve = profile.pps[0].fs.slice(-2);
  for (const [name, bytes] of [['shop.Extra', 20000000], ['shop.Tiny', 600000]]) {
    const at = profile.ftbl.push(`0x${(100 + bytes).toString(16)}: ${name} (class)`) - 1;
    profile.pps.push({ tb: bytes, tbk: bytes / 100, tl: 0, mb: bytes, mbk: bytes / 100, gb: bytes,
      gbk: bytes / 100, eb: bytes, ebk: bytes / 100, fs: [at, ...serve],
      jdhat: { class: name, samples: 1, tlMax: 0, temporary: 0 } });
  }
  return { profile: estimated(profile), against: estimated(shop()) };
}

/** Many small sites of one frame, each in one of two samples: none is more than noise. */
function chance(size = 200) {
  const sides = [0, 1].map(side => {
    const points = new Points();
    for (let i = side; i < size; i += 2) {
      points.add([600000, 6000, 0, 600000, 6000, 600000, 6000, 600000, 6000],
        [`shop.Type${i} (class)`, `shop.Maker.make${i} (Maker.java:${i})`, MAIN],
        { class: `shop.Type${i}`, samples: 1, tlMax: 0, temporary: 0 });
    }
    return estimated({ ...HEAD, jdhat: extension(), pps: points.list, ftbl: points.table() });
  });
  return { profile: sides[1], against: sides[0] };
}

/** Every second a tick, and a collection at each but the last; the third is full. */
function timeline() {
  const times = Array.from({ length: 13 }, (_, i) => i * 1000000);
  return { times, live: times.map((_, i) => i === 12 ? null : 16777216 + i * 800000),
    occupied: times.map((_, i) => 17000000 + i * 900000 + (i % 3) * 9000000),
    allocated: times.map((_, i) => i * 6000000),
    collections: times.map((_, i) => i === 0 || i === 12 ? 0 : i === 3 ? 2 : 1),
    marks: [{ name: 'warm', time: 3000000 }] };
}

/** The shop later over time, faster from its tenth second on. */
function timelineLater() {
  const times = Array.from({ length: 21 }, (_, i) => i * 1000000);
  return { times, live: times.map((_, i) => i === 20 ? null : 17000000 + i * 1200000),
    occupied: times.map((_, i) => 18000000 + i * 1300000 + (i % 4) * 8000000),
    allocated: times.map((_, i) => i * 7000000 + Math.max(0, i - 10) * 6000000),
    collections: times.map((_, i) => i === 0 || i === 20 ? 0 : i % 7 === 0 ? 2 : 1), marks: [] };
}

/** Two profiles with what was there over time. */
function overTime() {
  return { ...compared(), timeline: timelineLater(), earlierTimeline: timeline() };
}

/** Six buckets of two seconds; the sums of each point are those of the profile. */
function buckets() {
  return { edges: [0, 2000000, 4000000, 6000000, 8000000, 10000000, 12000000],
    points: {
      0: [[0, 0, 9600000, 200000], [2, 2, 19200000, 400000], [4, 5, 19200000, 400000]],
      1: [[0, -1, 1600000, 50000], [2, -1, 3200000, 100000], [5, -1, 1600000, 50000]],
      2: [[1, 3, 2048000, 500], [2, 4, 1024000, 250], [4, -1, 1024000, 250]],
      3: [[0, -1, 16777216, 1]],
    }, left: 2 };
}

/** The whole page document of the shop. */
function shopPage() {
  return { profile: shop(), timeline: timeline(), buckets: buckets(),
    folded: { points: 3, threshold: 0.00001, total: { bytes: 72, blocks: 3 },
      peak: { bytes: 0, blocks: 0 }, end: { bytes: 0, blocks: 0 } },
    sizes: { 0: [[40, 500000, 20000000], [56, 500000, 28000000]], 1: [[32, 200000, 6400000]],
      2: [[4096, 1000, 4096000]], 3: [[16777216, 1, 16777216]] },
    ages: { 1: { alive: [[1, 50000], [6, 100000], [12, 50000]], died: [] },
      2: { alive: [[1, 200], [4, 50]], died: [[1, 100], [4, 400], [9, 250]] } } };
}

/** Some of the shop's figures as estimates. */
function sampled() {
  const profile = shop();
  profile.jdhat = { ...profile.jdhat, exact: false, sampled: true, interval: 524288,
    sampling: { exact: { bytes: 0, blocks: 0 }, least: 524288, greatest: 524288, since: 0 } };
  profile.pps[0].jdhat.errors = { tb: 4800000, tbk: 100000, gb: 48000, gbk: 1000 };
  profile.pps[1].jdhat.errors = { tb: 640000, tbk: 20000, gb: 480000, gbk: 15000, eb: 640000,
    ebk: 20000 };
  return profile;
}

/** As Valgrind writes it, with accesses; two points differ in their addresses only. */
function valgrind() {
  const point = (tb, tbk, rb, wb, fs, acc) => ({ tb, tbk, tl: tbk * 400, mb: tb, mbk: tbk, gb: tb,
    gbk: tbk, eb: 0, ebk: 0, rb, wb, ...(acc ? { acc } : {}), fs });
  return { dhatFileVersion: 2, mode: 'heap', verb: 'Allocated', bklt: true, bkacc: true,
    tu: 'instrs', Mtu: 'Minstr', tuth: 500, cmd: './demo', pid: 11786, te: 169456, tg: 145337,
    pps: [point(160, 10, 0, 160, [1, 2], [-16, 10]), point(1000, 1, 5000000, 100, [3, 5]),
      point(24, 1, 24, 24, [3, 4]), point(24, 2, 48, 48, [3, 6])],
    ftbl: ['[root]', '0x10: malloc (in vgpreload.so)', '0x20: leak (demo.c:5)',
      '0x30: calloc (in vgpreload.so)', '0x40: grow (demo.c:9)', '0x50: read (demo.c:20)',
      '0x48: grow (demo.c:9)'] };
}

/** dhat-rs's ad hoc events. */
function adHoc() {
  return { dhatFileVersion: 2, mode: 'rust-ad-hoc', verb: 'Allocated', bklt: false, bkacc: false,
    bu: 'unit', bsu: 'units', bksu: 'events', tu: 'µs', Mtu: 's', cmd: 'target/debug/adhoc',
    pid: 21, te: 3456, pps: [{ tb: 141, tbk: 11, fs: [1, 2] }],
    ftbl: ['[root]', '0x1: adhoc::event (src/main.rs:7:5)', '0x2: adhoc::main (src/main.rs:3:1)'] };
}

const EVIL = '</script><img src=x onerror="document.title=\'owned\'"><b>';

/** Names that would do something if they became markup. */
function evil() {
  const points = new Points();
  points.add([100, 1, 5, 100, 1, 100, 1, 100, 1], [`${EVIL} (class)`, `${EVIL}.m (A.java:1)`,
    '\u202e\u0000{script}{data} (B.java:2)'], { class: EVIL, samples: 1, tlMax: 5, temporary: 0,
    survivorAges: [1, 1, 1] });
  const profile = { ...HEAD, cmd: EVIL, jdhat: { ...extension(), collector: EVIL, notes: [EVIL] },
    pps: points.list, ftbl: points.table() };
  return { profile, timeline: { ...timeline(), marks: [{ name: EVIL, time: 1000000 }] },
    buckets: { edges: [0, 12000000], points: { 0: [[0, -1, 100, 1]] }, left: 0 } };
}

/** Many sites with deep stacks, from a fixed sequence of random numbers. */
function many(size, depth = 40) {
  let seed = 42;
  const random = below => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed % below;
  };
  const frames = ['[root]'];
  for (let i = 1; i <= 20000; i++) {
    frames.push(`0x${i.toString(16)}: org.example.p${i % 37}.Type${i % 997}.method${i} `
      + `(Type${i % 997}.java:${i % 500})`);
  }
  const pps = Array.from({ length: size }, (_, i) => {
    const fs = [1 + random(20000)];
    for (let k = 1; k < depth; k++) {
      fs.push(1 + (Math.imul(k, 131) + (k < depth / 3 ? random(40) : random(3))) % 20000);
    }
    const tbk = 1 + random(1000);
    const tb = tbk * (16 + 8 * random(60));
    return { tb, tbk, tl: tbk * random(100000), mb: tb, mbk: tbk, gb: tb >> 1, gbk: tbk >> 1,
      eb: i % 7 ? 0 : tb >> 2, ebk: i % 7 ? 0 : tbk >> 2, fs };
  });
  return { ...HEAD, cmd: `many ${size}`, pps, ftbl: frames };
}

module.exports = { shop, shopLater, shopPage, compared, noisy, chance, timeline, overTime,
  sampled, valgrind, adHoc, evil, many, EVIL };
