// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// Every view shows the figures of the profile.
'use strict';

const assert = require('assert');

/** The cells of a grid, row by row. */
const cells = page => page.run(() => [...document.querySelectorAll('#view .grid .rows .row')]
  .map(row => [...row.children].map(cell => cell.textContent)));
const text = (page, selector) => page.run(at => [...document.querySelectorAll(at)]
  .map(element => element.innerText.replace(/\s+/g, ' ').trim()), selector);
const click = (page, selector, nth = 0) => page.run((at, n) =>
  document.querySelectorAll(at)[n].click(), selector, nth);

module.exports = {
  async 'ages that are all the same are one number'(t) {
    const page = await t.open('shop', 'view=table&metric=end');
    const said = [];
    for (const row of [0, 1]) {
      await page.run(at => document.querySelectorAll('#view .rows .row')[at].click(), row);
      said.push(await page.run(() => [...document.querySelectorAll('#details .figures dt')].find(
        ({ textContent }) => textContent === 'Age of what is alive').nextSibling.textContent));
    }
    assert.deepStrictEqual(said, ['12 collections', '1 to 12 collections, mean 6.5']);
  },

  async 'the head has the sums'(t) {
    const page = await t.open('shop');
    assert.deepStrictEqual(await text(page, '.sum'), [
      'Total 75,273,528 bytes in 1,201,014 blocks', 'At t-gmax 24,105,216 bytes in 160,501 blocks',
      'At t-end 24,201,456 bytes in 200,261 blocks']);
    assert.deepStrictEqual(await text(page, 'h1'), ['shop.Main --orders 5000']);
    assert.deepStrictEqual(await text(page, '#facts'), ['jvm-heap · pid 4711 · 12.0 s long'
      + ' · t-gmax at 9.0 s · 6 sites · exact · G1']);
    assert.deepStrictEqual(await page.run(() => [...document.querySelectorAll('#notes li')]
      .map(li => li.textContent)), [
      'A site is a place in the program that allocates: a stack and a class. t-gmax is the moment'
        + ' when the most was there, t-end the end of the run.',
      '3 sites below 0.001 % in every metric are folded into [folded]: total 72 bytes,'
        + ' at t-gmax 0 bytes, at t-end 0 bytes.',
      'The peak with garbage was 61,000,000 bytes at 8.9 s.',
      'The live peak is an upper bound: young collections only.']);
  },

  async 'estimates have their errors'(t) {
    const page = await t.open('sampled', 'view=table&metric=total');
    assert.deepStrictEqual((await text(page, '.sum'))[0],
      'Total 75,273,528 bytes ± 6.4 % in 1,201,014 blocks');
    assert.strictEqual((await text(page, '#filtersum'))[0],
      '6 of 6 sites, 75,273,528 bytes (100.0 %) ± 6.4 %');
    assert.deepStrictEqual((await cells(page))[0].slice(0, 5), ['java.lang.String',
      'java.lang.StringLatin1.newString (StringLatin1.java:752)', '48,000,000', '63.8 %', '± 10 %']);
    assert.ok((await text(page, '#facts'))[0].includes('sampled every 512 KiB'));
  },

  async 'the tree opens everything, leaf first'(t) {
    const page = await t.open('shop', 'view=tree&metric=end');
    const rows = await cells(page);
    assert.deepStrictEqual(rows[0], ['▾byte[] (class)', '17,801,216', '73.6 %', '2']);
    // The smallest is there and opens as well.
    const at = rows.findIndex(row => row[0].includes('shop.Total (class)'));
    assert.deepStrictEqual(rows[at].slice(1), ['240', '0.0 %', '1']);
    await page.run(row => document.querySelectorAll('#view .rows .toggle')[row].click(), at);
    await page.settle();
    const open = (await cells(page)).map(row => row[0]);
    assert.deepStrictEqual(open.slice(at, at + 5), ['▾shop.Total (class)',
      '▾shop.Report.sum (Report.java:5)', '▾shop.Report.sum (Report.java:7)',
      '▾shop.Report.print (Report.java:14)', 'shop.Main.main (Main.java:12)']);
  },

  async 'the tree goes root first'(t) {
    const page = await t.open('shop', 'order=root&metric=total');
    const rows = await cells(page);
    assert.deepStrictEqual(rows.slice(0, 2).map(row => row.slice(0, 3)), [
      ['▾shop.Main.main (Main.java:12)', '75,273,456', '100.0 %'],
      ['▾shop.Server.serve (Server.java:88)', '58,496,000', '77.7 %']]);
    assert.strictEqual(rows.at(-1)[0], '[folded]');
  },

  async 'the flame graph has a box per frame'(t) {
    const page = await t.open('shop', 'view=flame&order=root&metric=end');
    const boxes = await page.run(() => {
      const { flame } = document.getElementById('view');
      return flame.boxes.rows.slice(0, 3).map(row => row.map(({ node, width }) =>
        [node && flame.name(node), Math.round(1000 * width / flame.width)]));
    });
    assert.deepStrictEqual(boxes[0], [['everything', 1000]]);
    assert.deepStrictEqual(boxes[1], [['shop.Main.main (Main.java:12)', 1000]]);
    assert.deepStrictEqual(boxes[2].map(([name, share]) => [name, share]), [
      ['shop.Server.<init> (Server.java:20)', 693], ['shop.Server.serve (Server.java:88)', 307]]);
  },

  async 'the flame graph grows down or up, from its root or its leaves'(t) {
    const page = await t.open('shop', 'view=flame&metric=end&order=root&grows=up', { height: 460 });
    const seen = () => page.run(() => {
      const { flame } = document.getElementById('view');
      const room = flame.element.getBoundingClientRect();
      // What is at the left end of the outermost row and of the next one.
      const at = y => flame.boxAt({ clientX: room.left + 3, clientY: y });
      return (flame.isUp ? [room.bottom - 8, room.bottom - 28] : [room.top + 8, room.top + 28])
        .map(y => flame.name(at(y).node)).concat(flame.element.scrollTop > 0);
    });
    const leaves = ['everything', 'byte[] (class)'];
    assert.deepStrictEqual(await seen(), ['everything', 'shop.Main.main (Main.java:12)', false]);
    await page.run(() => globalThis.jdhat.app.update({ order: 'leaf' }));
    await page.settle();
    assert.deepStrictEqual(await seen(), [...leaves, false]);
    await click(page, 'input[value=down]');
    await page.settle();
    assert.deepStrictEqual(await seen(), [...leaves, false]);
    // With less room than rows the picture begins where its rows do.
    await page.run(() => {
      document.getElementById('view').flame.element.style.flex = '0 0 100px';
      document.getElementById('view').flame.element.style.minHeight = '0';
    });
    await click(page, 'input[value=up]');
    await page.run(() => {
      const { flame } = document.getElementById('view');
      Object.assign(flame.element.style, { flex: '0 0 100px', minHeight: '0' });
    });
    await page.settle();
    assert.deepStrictEqual(await seen(), [...leaves, true]);
    await page.run(() => {
      const { flame } = document.getElementById('view');
      flame.zoom({ node: flame.paths.kids(flame.paths.root)[0] });
    });
    await page.settle();
    assert.strictEqual((await seen())[0], 'byte[] (class)');
    await page.run(() => globalThis.jdhat.app.update({ grows: 'down' }));
    await page.settle();
    assert.strictEqual((await seen())[0], 'byte[] (class)', 'the zoom stays');
  },

  async 'the table sorts by every column and groups'(t) {
    const page = await t.open('shop', 'view=table&metric=total');
    const heads = await text(page, '#view .heads [role=columnheader]');
    assert.deepStrictEqual(heads.map(head => head.replace(/ [▾▴]/, '')), ['Class', 'Allocated at',
      'Total', 'Share', 'Total blocks', 'At t-gmax', 'At t-end', 'Max', 'Mean size',
      'Mean lifetime', 'Temporary', 'Age']);
    for (let i = 0; i < heads.length; i++) {
      await click(page, '#view .heads button', i);
      await page.settle();
      assert.strictEqual((await text(page, '#view .heads [aria-sort]')).length, 1, heads[i]);
    }
    await page.run(() => globalThis.jdhat.app.update({ sort: 'age' }));
    assert.deepStrictEqual((await cells(page)).map(row => row.at(-1)), ['12', '12', '4', '0', '–', '–']);
    await page.run(() => globalThis.jdhat.app.update({ group: 'class', sort: '' }));
    assert.deepStrictEqual((await cells(page)).map(row => row.slice(0, 3)), [
      ['java.lang.String', '1', '48,000,000'], ['byte[]', '2', '20,873,216'],
      ['java.util.HashMap$Node', '1', '6,400,000'], ['shop.Total', '1', '240'],
      ['[unknown]', '1', '72']]);
    await page.run(() => globalThis.jdhat.app.update({ group: 'package' }));
    assert.deepStrictEqual((await cells(page)).map(row => row.slice(0, 3)), [
      ['java.lang', '1', '48,000,000'], ['shop', '3', '20,873,456'], ['java.util', '1', '6,400,000'],
      ['[none]', '1', '72']]);
  },

  async 'DHAT\'s metrics pick their sites'(t) {
    const sums = async (name, metrics) => {
      const page = await t.open(name, 'view=table');
      const found = {};
      for (const metric of metrics) {
        await page.run(each => globalThis.jdhat.app.update({ metric: each }), metric);
        found[metric] = (await text(page, '#filtersum'))[0].split(', ').slice(1).join(', ');
      }
      return found;
    };
    assert.deepStrictEqual(await sums('shop', ['total', 'short', 'tiny', 'peak', 'end']), {
      total: '75,273,528 bytes (100.0 %)', short: '48,000,072 bytes (100.0 %)',
      tiny: '0 bytes (–)', peak: '24,105,216 bytes (100.0 %)',
      end: '24,201,456 bytes (100.0 %)' });
    assert.deepStrictEqual(await sums('valgrind', ['reads', 'writes', 'zero', 'low', 'highreads']), {
      reads: '5,000,072 bytes (100.0 %)', writes: '332 bytes (100.0 %)', zero: '160 bytes (100.0 %)',
      low: '1,000 bytes (100.0 %)', highreads: '5,000,000 bytes (100.0 %)' });
  },

  async 'accesses are shown byte by byte, and addresses do not part sites'(t) {
    const page = await t.open('valgrind', 'view=table&metric=total');
    const rows = await cells(page);
    assert.strictEqual(rows.length, 3);
    const at = rows.findIndex(row => row[0].startsWith('malloc'));
    await page.run(row => document.querySelectorAll('#view .rows .row')[row].click(), at);
    assert.deepStrictEqual(await text(page, '#details .accesses li'), ['0–15: 10']);
    const grown = rows.find(row => row[1] === '48');
    assert.deepStrictEqual(grown.slice(0, 2), ['calloc (in vgpreload.so)', '48']);
  },

  async 'ad hoc events have units'(t) {
    const page = await t.open('adhoc', 'view=table');
    assert.deepStrictEqual(await text(page, '.sum'), ['Total 141 units in 11 events']);
    assert.deepStrictEqual(await page.run(() =>
      [...document.getElementById('metric').options].map(option => option.value)), ['total', 'tiny']);
    assert.deepStrictEqual(await text(page, '#unit label'), ['units', 'events']);
    await page.run(() => globalThis.jdhat.app.update({ view: 'lifetimes' }));
    assert.deepStrictEqual(await text(page, '.sentence'),
      ['This file says nothing of lifetimes: its blocks were not watched.']);
  },

  async 'the sandwich has callers and callees'(t) {
    const page = await t.open('shop',
      'view=sandwich&metric=total&frame=shop.Orders.place+(Orders.java:41)');
    const sections = await page.run(() => [...document.querySelectorAll('.sandwich section')]
      .map(section => [...section.querySelectorAll('.rows .row')].slice(0, 2)
        .map(row => [...row.children].slice(0, 2).map(cell => cell.textContent))));
    assert.deepStrictEqual(sections, [
      [['▾shop.Server.serve (Server.java:88)', '58,496,000'],
        ['shop.Main.main (Main.java:12)', '58,496,000']],
      [['▾shop.Orders.describe (Orders.java:77)', '48,000,000'],
        ['▾java.lang.StringBuilder.toString (StringBuilder.java:475)', '48,000,000']]]);
    assert.deepStrictEqual(await text(page, '.middle-frame'), ['shop.Orders.place (Orders.java:41)'
      + ' 58,496,000 bytes in 3 sites, 0 itself Only with it']);
  },

  async 'recursion counts once'(t) {
    const page = await t.open('shop', 'view=sandwich&metric=end&filter=class:Total');
    assert.ok((await cells(page)).every(row => row[1] === '240'));
  },

  async 'the timeline has the sites of a range'(t) {
    const page = await t.open('shop', 'view=timeline&metric=kept&range=1-3');
    assert.deepStrictEqual(await text(page, '.card'), [
      'Allocated in the range 25,472,000 bytes 3 sites',
      'Allocated in the range, alive at its end 4,224,000 bytes 2 sites',
      'Died in the range 21,248,000 bytes 2 sites']);
    assert.deepStrictEqual((await cells(page)).map(row => row.slice(0, 3)), [
      ['java.util.HashMap$Node', 'java.util.HashMap.newNode (HashMap.java:1901)', '3,200,000'],
      ['byte[]', 'shop.Cache.load (Cache.java:60)', '1,024,000']]);
    await click(page, '.card', 2);
    assert.deepStrictEqual((await cells(page)).map(row => row[2]), ['19,200,000', '2,048,000']);
    const label = await page.run(() => document.querySelector('.charts [role=img]').ariaLabel);
    assert.strictEqual(label, 'Memory over 12.0 s: at most 24.4 MiB live and 42.8 MiB with garbage,'
      + ' in 11 collections, 1 mark.');
  },

  async 'a range is dragged'(t) {
    const page = await t.open('shop', 'view=timeline');
    const place = await page.run(() => {
      const { left, top } = document.querySelector('.charts').getBoundingClientRect();
      return { left, top };
    });
    await page.mouse('mousePressed', place.left + 300, place.top + 80);
    await page.mouse('mouseMoved', place.left + 700, place.top + 80);
    await page.mouse('mouseReleased', place.left + 700, place.top + 80);
    await page.settle();
    const { range, metric } = await page.run(() => globalThis.jdhat.app.state);
    assert.strictEqual(metric, 'kept');
    assert.ok(/^[12]-3$/.test(range), range);
  },

  async 'lifetimes have kinds'(t) {
    const page = await t.open('shop', 'view=lifetimes&metric=total');
    const rows = await cells(page);
    assert.deepStrictEqual(rows.map(row => [row[0], row[4]]), [['java.lang.String', 'temporary'],
      ['byte[]', 'leaking'], ['java.util.HashMap$Node', 'leaking'], ['byte[]', 'cache-like'],
      ['shop.Total', 'mixed'], ['–', 'temporary']]);
    assert.deepStrictEqual(await text(page, '.kinds tbody tr'), [
      'temporary 2 48,000,072 63.8 % at least 90 % of its blocks were dead at their first collection',
      'leaking 2 23,177,216 30.8 % at least half of its blocks are alive at the end, the oldest for'
        + ' 3 collections or more',
      'cache-like 1 4,096,000 5.4 % blocks die, but at a mean age of 2 collections or more',
      'mixed 1 240 0.0 % none of these']);
    await page.run(() => document.querySelectorAll('#view .rows .row')[3].click());
    assert.deepStrictEqual(await text(page, '#details .bars tbody tr'), ['died at 1 100 10.0 %',
      'died at 4 400 40.0 %', 'died at 9 250 25.0 %', 'alive at 1 200 20.0 %',
      'alive at 4 50 5.0 %', '4,096 1,000 100.0 %']);
  },

  async 'sizes are counted by powers of two'(t) {
    const page = await t.open('shop', 'view=sizes&metric=total&unit=blocks');
    assert.deepStrictEqual(await text(page, '.bars tbody tr'), [
      '16 B to 32 B 13 0.0 %', '32 B to 64 B 1,200,000 99.9 %', '4 KiB to 8 KiB 1,000 0.1 %',
      '16 MiB to 32 MiB 1 0.0 %']);
    assert.deepStrictEqual(await text(page, '#view .faint'),
      ['2 sites without size classes: all their blocks count at their mean size.']);
  },

  async 'the diff tells what became of sites'(t) {
    const page = await t.open('diff');
    assert.deepStrictEqual(await text(page, '[aria-selected=true][role=tab]'), ['Diff']);
    assert.deepStrictEqual((await text(page, '.card')).slice(0, 5), ['new 0 0', 'gone 0 0',
      'grown 1 +6,400,000', 'shrunk 0 0', 'same 5 ±0']);
    const rows = await cells(page);
    assert.deepStrictEqual(rows[0], ['grown', 'java.util.HashMap$Node',
      'java.util.HashMap.newNode (HashMap.java:1901)', '6,400,000', '12,800,000', '+6,400,000',
      '+200,000']);
    await click(page, '.card', 2);
    await page.settle();
    assert.strictEqual((await cells(page)).length, 1);
    assert.strictEqual(await page.run(() => document.getElementById('filter').value), 'grown');
  },

  async 'what a file does not have is said'(t) {
    const page = await t.open('bare', 'view=timeline');
    assert.deepStrictEqual(await text(page, '.sentence'), ['This file has no course over time: only'
      + ' a recording of jdhat has one. Make the page of the recording with jdhat html.']);
    await page.run(() => globalThis.jdhat.app.update({ view: 'diff' }));
    assert.deepStrictEqual(await text(page, '.sentence'),
      ['There is one profile only. A diff needs an earlier one of the same mode.']);
  },
};
