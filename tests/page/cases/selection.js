// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// One selection for all views, in the address.
'use strict';

const assert = require('assert');

const state = page => page.run(() => globalThis.jdhat.app.state);
const hash = page => page.run(() => decodeURIComponent(location.hash.replace(/\+/g, ' ')));
const sum = page => page.run(() => document.getElementById('filtersum').textContent.trim());

module.exports = {
  async 'a fragment comes back as it was'(t) {
    const filter = 'class:~"HashMap.*|byte" & !frame:"org.junit." & live>1kB';
    const words = new URLSearchParams({ view: 'table', metric: 'end', unit: 'blocks', filter,
      order: 'root', grows: 'up', sort: '-size', group: 'class', frame: 'a & b', range: '1-3' });
    const page = await t.open('shop', words.toString());
    assert.deepStrictEqual(await state(page), { view: 'table', metric: 'end', unit: 'blocks',
      filter, order: 'root', grows: 'up', sort: '-size', group: 'class', frame: 'a & b',
      range: '1-3' });
    await page.run(() => globalThis.jdhat.app.update({ unit: 'bytes' }));
    await page.run(() => globalThis.jdhat.app.update({ unit: 'blocks' }));
    assert.strictEqual(await page.run(() => location.hash.slice(1)), words.toString());
  },

  async 'every view keeps the selection'(t) {
    const page = await t.open('shop', 'filter=package:java&metric=end');
    const views = await page.run(() => globalThis.jdhat.views.map(view => view.id));
    assert.strictEqual(views.length, 8);
    for (const view of views) {
      await page.run(id => globalThis.jdhat.app.update({ view: id }), view);
      assert.strictEqual(await sum(page), '2 of 6 sites, 6,400,000 bytes (26.4 %)', view);
    }
  },

  async 'typing filters, and a wrong filter keeps the latest right one'(t) {
    const page = await t.open('shop', 'metric=total');
    await page.run(() => document.getElementById('filter').focus());
    await page.type('class:byte & total>1MB');
    await page.until(() => document.getElementById('filtersum').textContent.startsWith('2 of 6'));
    await page.type(' & x');
    await page.until(() => document.getElementById('filtererror').textContent);
    assert.strictEqual(await page.run(() => document.getElementById('filtererror').textContent),
      ['there is no x, there are class:, package:, frame:, leaf:, root:, total, total.blocks, peak,'
        + ' peak.blocks, end, end.blocks, max, max.blocks, size, lifetime, age, temporary, new, gone,'
        + ' grown, shrunk, same, noise; at character 26 of', '  class:byte & total>1MB & x',
      `  ${' '.repeat(25)}^`].join('\n'));
    assert.strictEqual(await sum(page), '2 of 6 sites, 20,873,216 bytes (27.7 %)');
    assert.strictEqual(await page.run(() => document.activeElement.id), 'filter');
    assert.strictEqual(await page.run(() => document.getElementById('filter').ariaInvalid), 'true');
  },

  async 'the filter is emptied by its button'(t) {
    const page = await t.open('shop', 'filter=class:byte');
    assert.strictEqual((await state(page)).filter, 'class:byte');
    const { right, middle } = await page.run(() => {
      const place = document.getElementById('filter').getBoundingClientRect();
      return { right: place.right, middle: (place.top + place.bottom) / 2 };
    });
    for (const what of ['Moved', 'Pressed', 'Released']) {
      await page.mouse(`mouse${what}`, right - 19, middle);
    }
    await page.until(() => globalThis.jdhat.app.state.filter === '');
    assert.strictEqual(await page.run(() => document.activeElement.id), 'filter');
  },

  async 'one profile has no states'(t) {
    const page = await t.open('shop', 'filter=new');
    assert.strictEqual(await page.run(() => document.getElementById('filtererror').textContent),
      '"new" speaks of two profiles, and there is one only; compare it with an earlier one.');
  },

  async 'what is clicked becomes an expression, and Back undoes it'(t) {
    const page = await t.open('shop', 'view=table&metric=total&filter=class:byte | class:Node');
    await page.run(() => document.querySelector('#view .rows .row').click());
    await page.run(() => document.querySelector('#details .frame').click());
    await page.settle();
    const first = '(class:byte | class:Node) & class:"byte[]"';
    assert.strictEqual((await state(page)).filter, first);
    await page.run(() => document.querySelector('#view .rows .row').click());
    await page.run(() => document.querySelectorAll('#details .stack .quiet')[1].click());
    assert.strictEqual((await state(page)).filter,
      `(${first}) & !frame:"shop.Buffer.<init> (Buffer.java:9)"`);
    assert.ok((await hash(page)).includes('!frame:"shop.Buffer.<init> (Buffer.java:9)"'));
    await page.run(() => history.back());
    await page.until(() => !globalThis.jdhat.app.state.filter.includes('!frame'));
    assert.strictEqual(await page.run(() => document.getElementById('filter').value), first);
  },

  async 'words of a fragment that make no sense do no harm'(t) {
    const page = await t.open('shop', 'view=nothing&metric=none&unit=x&range=9-1&sort=zz&__proto__=1');
    const { view, metric, unit } = await state(page);
    assert.deepStrictEqual([view, metric, unit], ['tree', 'peak', 'bytes']);
  },
};
