// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// The page without a mouse, and what axe-core says of it.
'use strict';

const assert = require('assert');
const fs = require('fs');

const state = page => page.run(() => globalThis.jdhat.app.state);
const chosen = page => page.run(() => {
  const heading = document.querySelector('#details:not([hidden]) h2');
  return heading && heading.textContent;
});

async function keys(page, ...list) {
  for (const key of list) {
    await page.key(key);
  }
}

async function axe(page, where) {
  await page.send('Runtime.evaluate', { expression: fs.readFileSync(process.env.AXE, 'utf8') });
  const found = await page.run(async () => {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) =>
      `${id}: ${nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ')}`);
  });
  assert.deepStrictEqual(found, [], where);
}

module.exports = {
  async 'a walk through everything by keys'(t) {
    const page = await t.open('shop');
    await keys(page, '3');
    assert.strictEqual((await state(page)).view, 'table');
    await keys(page, 'u', 'm');
    assert.deepStrictEqual([(await state(page)).unit, (await state(page)).metric], ['blocks', 'end']);
    await keys(page, 'M', 'u', 'v', 'ArrowDown', 'ArrowDown');
    assert.strictEqual(await chosen(page), 'byte[]');
    await keys(page, 'End');
    assert.strictEqual(await page.run(() => {
      const grid = document.activeElement;
      return document.getElementById(grid.getAttribute('aria-activedescendant')).ariaRowIndex
        === grid.ariaRowCount;
    }), true);
    await keys(page, 'Escape');
    assert.strictEqual(await chosen(page), null);
    await keys(page, '/');
    assert.strictEqual(await page.run(() => document.activeElement.id), 'filter');
    await page.type('class:byte');
    await keys(page, 'Enter');
    assert.strictEqual((await state(page)).filter, 'class:byte');
    await keys(page, 'Escape');
    assert.strictEqual(await page.run(() => document.activeElement.className), 'grid');
    assert.strictEqual(await page.run(() => document.getElementById('filter').value), 'class:byte');
    await keys(page, '?');
    assert.strictEqual(await page.run(() => document.getElementById('keys').open), true);
    await keys(page, 'Escape');
    assert.strictEqual(await page.run(() => document.getElementById('keys').open), false);
  },

  async 'the tree by arrows'(t) {
    const page = await t.open('shop', 'metric=end&order=leaf&filter=class:Total');
    const rows = () => page.run(() => [...document.querySelectorAll('#view .rows .row')].length);
    await keys(page, 'v');
    assert.strictEqual(await rows(), 5);
    await keys(page, 'ArrowLeft');
    assert.strictEqual(await rows(), 1);
    await keys(page, 'ArrowRight');
    assert.strictEqual(await rows(), 5);
    await keys(page, 'ArrowRight', 'ArrowRight');
    assert.strictEqual(await chosen(page), 'shop.Report.sum (Report.java:7)');
    await keys(page, 'i');
    assert.strictEqual((await state(page)).order, 'root');
    assert.strictEqual(await page.run(() => document.activeElement.getAttribute('role')), 'treegrid');
  },

  async 'the frames of a sandwich by arrows: the row is seen, and the list does not jump'(t) {
    const page = await t.open('many', 'view=sandwich&metric=total');
    await keys(page, 'v', ...Array(3).fill('PageDown'), ...Array(4).fill('ArrowUp'));
    const seen = () => page.run(() => {
      const grid = document.querySelector('.grid[data-keep=frames]');
      const row = document.getElementById(grid.getAttribute('aria-activedescendant'));
      const at = row.getBoundingClientRect();
      const { top, bottom } = grid.getBoundingClientRect();
      return { isSeen: at.top > top && at.bottom < bottom, top: at.top, text: row.innerText,
        isFocused: document.activeElement === grid, frame: globalThis.jdhat.app.state.frame };
    });
    const before = await seen();
    assert.ok(before.isSeen && before.isFocused, JSON.stringify(before));
    assert.ok(before.text.startsWith(before.frame), JSON.stringify(before));
    await keys(page, 'ArrowUp');
    assert.strictEqual((await seen()).top, before.top - 26);
  },

  async 'the flame graph by arrows'(t) {
    const page = await t.open('shop', 'view=flame&metric=end&order=root');
    const said = () => page.run(() => document.querySelector('.status').textContent.trim());
    assert.strictEqual(await said(),
      'Click a frame to see its figures; double-click one to make it as wide as the picture.');
    await keys(page, 'v', 'ArrowDown', 'ArrowDown', 'ArrowRight');
    assert.strictEqual(await said(), 'shop.Server.serve (Server.java:88) — 30.7 %,'
      + ' 7,424,000 bytes');
    await keys(page, 'Enter', 'ArrowDown', 'ArrowDown');
    assert.strictEqual(await said(), 'shop.Sessions.remember (Sessions.java:23) — 26.4 %,'
      + ' 6,400,000 bytes');
    await keys(page, 'Backspace');
    assert.strictEqual(await said(), 'shop.Server.serve (Server.java:88) — 30.7 %,'
      + ' 7,424,000 bytes');
  },

  async 'a flame graph that grows up has its arrows the other way round'(t) {
    for (const order of ['root', 'leaf']) {
      const page = await t.open('shop', `view=flame&metric=end&order=${order}`);
      const said = () => page.run(() => document.querySelector('.status').textContent.trim());
      await keys(page, 'v', 'ArrowDown', 'ArrowDown');
      const down = await said();
      assert.notStrictEqual(down, '');
      await keys(page, 'f');
      assert.strictEqual((await state(page)).grows, 'up');
      assert.ok((await page.run(() => location.hash)).includes('grows=up'));
      // The focus, the frame and what is said of it stay.
      assert.strictEqual(await page.run(() => document.activeElement.className), 'flame');
      assert.ok((await page.run(() => document.activeElement.ariaLabel))
        .startsWith('Flame graph that grows up. Arrow keys go from frame to frame, up away from'));
      assert.strictEqual(await said(), down);
      await keys(page, 'ArrowDown');
      const parent = await said();
      await keys(page, 'ArrowUp', 'f', 'ArrowUp');
      assert.strictEqual(await said(), parent, order);
    }
  },

  async 'a range of time by keys'(t) {
    const page = await t.open('shop', 'view=timeline');
    await page.run(() => document.querySelector('.sliders input').focus());
    await keys(page, 'ArrowRight');
    assert.deepStrictEqual([(await state(page)).range, (await state(page)).metric], ['1-5', 'kept']);
    await keys(page, 'ArrowRight');
    assert.strictEqual((await state(page)).range, '2-5');
    // Back to all of it.
    await page.run(() => document.querySelector('[data-keep=whole]').focus());
    await keys(page, 'Enter');
    assert.strictEqual((await state(page)).range, '');
    assert.deepStrictEqual(await page.run(() => [document.querySelector('.band')
      .getAttribute('visibility'), document.querySelector('[data-keep=whole]').disabled]),
    ['hidden', true]);
  },

  async 'tabs by arrows'(t) {
    const page = await t.open('shop');
    await page.run(() => document.querySelector('[role=tab][aria-selected=true]').focus());
    await keys(page, 'ArrowRight', 'ArrowRight');
    assert.strictEqual((await state(page)).view, 'table');
    assert.strictEqual(await page.run(() => document.activeElement.id), 'tab-table');
  },

  async 'axe-core finds nothing'(t) {
    const all = ['tree', 'flame', 'table', 'sandwich', 'timeline', 'lifetimes', 'sizes', 'diff'];
    for (const [name, views] of [['shop', all], ['diff', ['diff']], ['compared', all],
      ['noisy', ['tree', 'flame', 'table', 'sandwich', 'diff']], ['overtime', ['timeline']], ['valgrind', ['table']]]) {
      for (const dark of [false, true]) {
        const page = await t.open(name, 'metric=total', { dark });
        for (const view of views) {
          await page.run(id => globalThis.jdhat.app.update({ view: id }), view);
          await page.run(() => {
            const row = document.querySelector('#view .rows .row');
            if (row) {
              row.click();
            }
          });
          await page.settle();
          await axe(page, `${name} ${view}${dark ? ' dark' : ''}`);
        }
        await page.key('?');
        await axe(page, 'keys');
      }
    }
    const page = await t.open('empty');
    await axe(page, 'a page without data');
  },
};
