// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// Two samples: what is no more than sampling makes is told apart, in every view, by a word as well.
'use strict';

const assert = require('assert');
const samples = require('../samples');

const text = (page, selector) => page.run(at => [...document.querySelectorAll(at)]
  .map(element => element.innerText.replace(/\s+/g, ' ').trim()), selector);
const update = (page, state) => page.run(change => globalThis.jdhat.app.update(change), state);
const LEGEND = 'noise: no more than sampling alone may make, three standard errors.';

/** By the text of its first cell, the change of each row and the class that it has. */
const changes = (page, grid = '#view .grid') => page.run(at => {
  const element = document.querySelector(at);
  const column = [...element.querySelectorAll('[role=columnheader]')].findIndex(head =>
    head.textContent.startsWith('Change'));
  return Object.fromEntries([...element.querySelectorAll('.rows .row')].map(row => {
    const cell = row.children[column];
    return [row.children[0].textContent.replace(/^[▾▸]/, '').replace(/ \(.*/, ''),
      [cell.textContent, cell.firstElementChild ? cell.firstElementChild.className : '']];
  }));
}, grid);

const flameWords = page => page.run(() => {
  const { flame } = document.getElementById('view');
  return Object.fromEntries(flame.boxes.rows.flat().filter(box => box.node).map(({ node }) =>
    [flame.name(node).replace(/ .*/, ''), globalThis.jdhat.paint.CHANGES[
      flame.painter.change(node)]]));
});

module.exports = {
  async 'the table has a word and another look'(t) {
    const page = await t.open('noisy', 'view=table&metric=total');
    const found = await changes(page);
    assert.deepStrictEqual([found['java.lang.String'], found['java.util.HashMap$Node'],
      found['shop.Extra'], found['shop.Tiny']], [['noise +3,000,000', 'noise'],
      ['+33,600,000', 'grown'], ['+20,000,000', 'grown'], ['noise +600,000', 'noise']]);
    assert.deepStrictEqual(await text(page, '#view .bar-of-choices p'), [LEGEND]);
    await update(page, { metric: 'shrunk-total' });
    assert.deepStrictEqual(await changes(page), { 'byte[]': ['noise −1,024,000', 'noise'],
      'shop.Total': ['noise −240', 'noise'] });
    // The rows that have the word are those that the filter knows.
    await update(page, { metric: 'total', filter: '!noise' });
    assert.deepStrictEqual(Object.keys(await changes(page)).sort(),
      ['byte[]', 'java.util.HashMap$Node', 'shop.Extra', '–'].filter(name => name !== '–'));
    await update(page, { filter: '', unit: 'blocks' });
    assert.deepStrictEqual((await changes(page))['java.lang.String'],
      ['noise +62,500', 'noise'], 'bytes decide');
    await update(page, { unit: 'bytes', metric: 'short' });
    assert.deepStrictEqual(await text(page, '#view .bar-of-choices p'), []);
  },

  async 'the word has the look of what is not sure, in light and dark'(t) {
    for (const dark of [false, true]) {
      const page = await t.open('noisy', 'view=table&metric=total', { dark });
      const looks = await page.run(() => ['noise', 'grown'].map(name => {
        const { color, fontStyle } = getComputedStyle(document.querySelector(`.rows .${name}`));
        return [color, fontStyle];
      }));
      assert.notStrictEqual(looks[0][0], looks[1][0]);
      assert.deepStrictEqual(looks.map(each => each[1]), ['italic', 'normal']);
    }
  },

  async 'the tree adds up before it judges'(t) {
    const page = await t.open('noisy', 'view=tree&order=root&metric=total');
    const found = await changes(page);
    assert.deepStrictEqual([found['shop.Main.main'], found['shop.Orders.place'],
      found['shop.Sessions.remember'], found['shop.Orders.describe'], found['shop.Buffer.<init>']], [
      ['+56,175,760', 'grown'], ['+35,576,000', 'grown'], ['+33,600,000', 'grown'],
      ['noise +3,000,000', 'noise'], ['0', '']]);
    await page.run(() => [...document.querySelectorAll('#view .rows .row')].find(row =>
      row.textContent.includes('Orders.describe')).click());
    assert.ok((await text(page, '#details'))[0].includes('before 48,000,000, +3,000,000, noise'));
  },

  async 'what is only chance does not grow'(t) {
    // Each site is in one of the samples only: with what is gone left out, all has grown.
    const page = await t.open('chance', 'view=tree&order=root&metric=total');
    assert.deepStrictEqual((await changes(page))['shop.Main.main'], ['noise 0', 'noise']);
    assert.strictEqual((await page.run(() => [...document.querySelectorAll('#view .rows .row')]
      .slice(0, 1).map(row => row.children[1].textContent)))[0], '60,000,000');
    await update(page, { metric: 'grown-total' });
    assert.deepStrictEqual((await changes(page))['shop.Main.main'], ['noise +60,000,000', 'noise']);
    await update(page, { view: 'table', group: 'package' });
    assert.deepStrictEqual(await changes(page), { shop: ['noise +60,000,000', 'noise'] });
    await update(page, { metric: 'end' });
    assert.deepStrictEqual(await changes(page), { shop: ['noise 0', 'noise'] });
    await update(page, { view: 'flame' });
    assert.strictEqual((await flameWords(page))['shop.Main.main'], 'noise');
    await update(page, { view: 'sandwich', metric: 'total' });
    assert.deepStrictEqual((await changes(page))['shop.Main.main'], ['noise 0', 'noise']);
  },

  async 'what is not known of a site that is gone hides no sum'(t) {
    const page = await t.open('noisy', 'view=tree&order=root&metric=end');
    const before = await changes(page);
    const document = samples.noisy();
    document.against.pps.find(point => point.jdhat.class === 'shop.Total').jdhat.unknown = true;
    await page.run(json => globalThis.jdhat.app.open(new Blob([json]), 'two', 'page'),
      JSON.stringify(document));
    const [change, look] = (await changes(page))['shop.Main.main'];
    assert.deepStrictEqual([before['shop.Main.main'], [change, look]],
      [['+53,943,760', 'grown'], ['+53,944,000', 'grown']]);
    await update(page, { unit: 'blocks' });
    assert.ok(/^\+[\d,]+$/.test((await changes(page))['shop.Main.main'][0]));
  },

  async 'the flame graph is hatched, and says it'(t) {
    const page = await t.open('noisy', 'view=flame&order=root&metric=total');
    const found = await flameWords(page);
    assert.deepStrictEqual([found['shop.Orders.describe'], found['shop.Sessions.remember'],
      found['shop.Buffer.<init>'], found['shop.Extra']], ['noise', 'much-more', 'same', 'much-more']);
    await page.run(() => {
      const { flame } = document.getElementById('view');
      flame.go(flame.boxes.rows.flat().find(({ node }) => node
        && flame.name(node).startsWith('shop.Orders.describe')).node);
    });
    assert.deepStrictEqual(await text(page, '#view .status'), ['shop.Orders.describe'
      + ' (Orders.java:77) — 38.8 %, 51,000,000 bytes ± 10 %; before 48,000,000, +3,000,000, noise']);
    assert.deepStrictEqual((await text(page, '#view .legend li')).at(-1),
      'noise, hatched: no more than sampling alone may make, three standard errors');
    // Two colours in turn along a line through a box.
    const colours = await page.run(() => {
      const { flame } = document.getElementById('view');
      const box = flame.boxes.rows.flat().find(({ node }) => node
        && flame.name(node).startsWith('shop.Orders.describe'));
      const { data } = flame.canvas.getContext('2d').getImageData(box.x + box.width - 40,
        flame.boxes.y(box.depth) + 3, 24, 1);
      return new Set(Array.from({ length: 24 }, (_, i) => data.slice(4 * i, 4 * i + 3).join())).size;
    });
    assert.ok(colours > 1, `${colours} colours`);
  },

  async 'the sandwich has changes of frames'(t) {
    const page = await t.open('noisy',
      'view=sandwich&metric=total&frame=shop.Orders.describe+(Orders.java:77)');
    const found = await changes(page);
    assert.deepStrictEqual([found['shop.Orders.describe'], found['shop.Orders.place'],
      found['shop.Cache.load']], [['noise +3,000,000', 'noise'], ['+35,576,000', 'grown'],
      ['noise −1,024,000', 'noise']]);
    assert.ok((await text(page, '.middle-frame'))[0]
      .includes('51,000,000 bytes in 1 site, 0 itself; before 48,000,000, +3,000,000, noise'));
    assert.deepStrictEqual((await changes(page, '.sandwich section .grid'))['shop.Orders.place'],
      ['noise +3,000,000', 'noise']);
    await update(page, { sort: 'more' });
    assert.strictEqual(Object.keys(await changes(page))[0], 'shop.Server.serve');
    assert.deepStrictEqual(await text(page, '#view > p'), [LEGEND]);
  },

  async 'the diff has a legend, and exact profiles have no noise'(t) {
    const page = await t.open('noisy', 'view=diff&metric=total');
    assert.deepStrictEqual(await text(page, '.card'), ['new 1 +20,000,000', 'gone 0 0',
      'grown 1 +33,600,000', 'shrunk 0 0', 'same 1 ±0', 'noise 5 +2,575,760']);
    assert.deepStrictEqual(await text(page, '.bar-of-choices p.faint'), [LEGEND]);
    const exact = await t.open('compared', 'view=flame&metric=total');
    assert.ok((await text(exact, '#view .legend li')).every(each => !each.includes('noise')));
    await update(exact, { view: 'table' });
    assert.deepStrictEqual(await text(exact, '.bar-of-choices p'), []);
    assert.ok(Object.values(await changes(exact)).every(([change]) => !change.includes('noise')));
  },
};
