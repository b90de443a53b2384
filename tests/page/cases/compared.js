// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// Two profiles in every view: what has grown, what has shrunk, and what is gone.
'use strict';

const assert = require('assert');
const samples = require('../samples');

const cells = (page, most = 9) => page.run(n => [...document.querySelectorAll('#view .rows .row')]
  .map(row => [...row.children].slice(0, n).map(cell => cell.textContent)), most);
const text = (page, selector) => page.run(at => [...document.querySelectorAll(at)]
  .map(element => element.innerText.replace(/\s+/g, ' ').trim()), selector);
const update = (page, state) => page.run(change => globalThis.jdhat.app.update(change), state);

/** The first cells of the row that begins with a text. */
async function rowOf(page, start, from, to) {
  const found = (await cells(page)).find(row => row[0].replace(/^[▾▸]/, '').startsWith(start));
  return found && found.slice(from, to);
}

module.exports = {
  async 'growth and shrinkage are metrics'(t) {
    const page = await t.open('compared', 'view=table&metric=total');
    assert.deepStrictEqual(await page.run(() =>
      [...document.getElementById('metric').options].map(option => option.label)), ['Total',
      'Total, short-lived', 'Total, tiny', 'At t-gmax', 'At t-end', 'Growth over the run',
      'Shrinkage over the run', 'Growth at t-gmax', 'Shrinkage at t-gmax', 'Growth at t-end',
      'Shrinkage at t-end']);
    const sums = {};
    for (const metric of ['grown-total', 'shrunk-total', 'grown-end', 'shrunk-end']) {
      await update(page, { metric });
      sums[metric] = (await text(page, '#filtersum'))[0];
    }
    assert.deepStrictEqual(sums, {
      'grown-total': '7 of 7 sites of both profiles, 150,400,000 bytes (100.0 %)',
      'shrunk-total': '7 of 7 sites of both profiles, 1,024,240 bytes (100.0 %)',
      'grown-end': '7 of 7 sites of both profiles, 6,400,000 bytes (100.0 %)',
      'shrunk-end': '7 of 7 sites of both profiles, 512,240 bytes (100.0 %)' });
    await update(page, { unit: 'blocks', metric: 'shrunk-total' });
    assert.strictEqual((await text(page, '#filtersum'))[0],
      '7 of 7 sites of both profiles, 260 blocks (100.0 %)');
    assert.strictEqual((await text(page, '#facts'))[0], 'the later of two profiles · jvm-heap'
      + ' · pid 4711 · 20.0 s long · t-gmax at 9.0 s · 6 sites · exact · G1');
  },

  async 'the table has what was before, and what is gone'(t) {
    const page = await t.open('compared', 'view=table&metric=total');
    assert.deepStrictEqual((await cells(page, 6)).map(row => [row[0], ...row.slice(2)]), [
      ['shop.Extra', '96,000,000', '42.7 %', '0', '+96,000,000'],
      ['java.lang.String', '96,000,000', '42.7 %', '48,000,000', '+48,000,000'],
      ['byte[]', '16,777,216', '7.5 %', '16,777,216', '0'],
      ['java.util.HashMap$Node', '12,800,000', '5.7 %', '6,400,000', '+6,400,000'],
      ['byte[]', '3,072,000', '1.4 %', '4,096,000', '−1,024,000'],
      ['–', '72', '0.0 %', '72', '0']]);
    await update(page, { metric: 'shrunk-total' });
    assert.deepStrictEqual((await cells(page, 6)).map(row => [row[0], ...row.slice(2)]), [
      ['byte[]', '1,024,000', '100.0 %', '4,096,000', '−1,024,000'],
      ['shop.Total', '240', '0.0 %', '240', '−240']]);
    // What is gone has its earlier figures beside it.
    await page.run(() => document.querySelectorAll('#view .rows .row')[1].click());
    const said = (await text(page, '#details'))[0];
    assert.ok(said.startsWith('shop.Total × One site of the earlier profile, gone Total 240 bytes'),
      said);
    await page.run(() => document.querySelectorAll('#view .rows .row')[0].click());
    assert.ok((await text(page, '#details'))[0].includes('in 750 blocks before 4,096,000,'
      + ' −1,024,000'));
    await update(page, { group: 'package', metric: 'grown-total' });
    assert.deepStrictEqual(await rowOf(page, 'java.util', 1, 6),
      ['1', '6,400,000', '4.3 %', '6,400,000', '+6,400,000']);
  },

  async 'the tree has what was before at each node'(t) {
    const page = await t.open('compared', 'view=tree&order=root&metric=total');
    assert.deepStrictEqual(await text(page, '#view [role=columnheader]'), ['Frame', 'bytes',
      'Share', 'Before', 'Change']);
    assert.deepStrictEqual(await rowOf(page, 'shop.Orders.place', 1, 6),
      ['111,872,000', '49.8 %', '58,496,000', '+53,376,000']);
    await update(page, { metric: 'shrunk-end' });
    assert.deepStrictEqual(await rowOf(page, 'shop.Report.print', 1, 5),
      ['240', '0.0 %', '240', '−240']);
    // A metric that is of none of the three has no Before.
    await update(page, { metric: 'short' });
    assert.deepStrictEqual(await text(page, '#view [role=columnheader]'), ['Frame', 'bytes',
      'Share', 'Sites']);
  },

  async 'the flame graph says and colours what has changed'(t) {
    const page = await t.open('compared', 'view=flame&order=root&metric=total');
    const colours = () => page.run(() => {
      const { flame } = document.getElementById('view');
      return Object.fromEntries(flame.boxes.rows.flat().filter(box => box.node).map(({ node }) =>
        [flame.name(node).replace(/ .*/, ''), flame.painter.change(node)]));
    });
    const MUCH_LESS = 0;
    const LESS = 1;
    const SAME = 2;
    const MUCH_MORE = 4;
    const found = await colours();
    assert.deepStrictEqual([found['shop.Cache.load'], found['shop.Buffer.<init>'],
      found['shop.Orders.describe'], found['shop.Extra']], [LESS, SAME, MUCH_MORE, MUCH_MORE]);
    await page.run(() => {
      const { flame } = document.getElementById('view');
      flame.go(flame.boxes.rows.flat().find(({ node }) => node
        && flame.name(node).startsWith('shop.Cache.load')).node);
    });
    assert.deepStrictEqual(await text(page, '#view .status'), ['shop.Cache.load (Cache.java:60) —'
      + ' 1.4 %, 3,072,000 bytes; before 4,096,000, −1,024,000']);
    assert.deepStrictEqual(await text(page, '#view .legend li'), ['much less than before',
      'less than before', 'as before', 'more than before', 'much more than before']);
    await update(page, { metric: 'shrunk-end' });
    assert.strictEqual((await colours())['shop.Cache.load'], MUCH_LESS);
  },

  async 'the sandwich shows growth of a frame'(t) {
    const page = await t.open('compared', 'view=sandwich&metric=grown-total');
    assert.deepStrictEqual(await rowOf(page, 'shop.Orders.place', 1, 4),
      ['54,400,000', '+54,400,000', '0']);
    await update(page, { metric: 'shrunk-total', frame: 'shop.Report.print (Report.java:14)' });
    assert.deepStrictEqual(await text(page, '.middle-frame'), ['shop.Report.print (Report.java:14)'
      + ' 240 bytes in 1 site, 0 itself; before 240, −240 Only with it']);
  },

  async 'views of one profile say which, or why not'(t) {
    const page = await t.open('compared', 'metric=total');
    for (const view of ['lifetimes', 'sizes']) {
      await update(page, { view, metric: 'total' });
      assert.strictEqual((await text(page, '#view > p.faint'))[0], 'Of the later profile only.');
      await update(page, { metric: 'shrunk-total' });
      assert.deepStrictEqual(await text(page, '#view'), [`Growth and shrinkage have no ${view}:`
        + ' choose another metric to see those of the later profile.']);
    }
    await update(page, { view: 'timeline' });
    assert.deepStrictEqual(await text(page, '#view'), ['Neither of the two profiles has a course'
      + ' over time: only a recording of jdhat has one. Compare recordings with jdhat diff --html.']);
  },

  async 'the diff follows the metric and shows all sites'(t) {
    const page = await t.open('compared', 'view=diff&metric=shrunk-total');
    assert.deepStrictEqual((await text(page, '.card')).slice(0, 5), ['new 1 +96,000,000',
      'gone 1 −240', 'grown 2 +54,400,000', 'shrunk 1 −1,024,000', 'same 2 ±0']);
    await update(page, { filter: 'gone' });
    assert.deepStrictEqual((await cells(page, 6)).map(row => [row[0], row[1], row[3], row[4]]),
      [['gone', 'shop.Total', '240', '0']]);
    assert.strictEqual((await text(page, '#filtersum'))[0],
      '1 of 7 sites of both profiles, 240 bytes (0.0 %)');
  },

  async 'estimates of growth have their errors'(t) {
    const page = await t.open('sampled', 'view=table&metric=total');
    await page.run(document => globalThis.jdhat.app.open(new Blob([document]), 'later'),
      JSON.stringify({ profile: { ...samples.sampled(), pps: samples.sampled().pps.slice(0, 1) },
        against: samples.shop(0.5) }));
    await update(page, { metric: 'grown-total' });
    assert.strictEqual((await text(page, '#filtersum'))[0],
      '6 of 6 sites of both profiles, 24,000,000 bytes (100.0 %) ± 20 %');
  },
};
