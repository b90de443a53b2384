// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// Narrow and low windows: nothing lies upon another thing, and nothing is cut off.
'use strict';

const assert = require('assert');

const WINDOWS = [{ width: 1280, height: 800 }, { width: 1280, height: 480 },
  { width: 700, height: 900 }, { width: 480, height: 640 }];

/** What lies upon what, and what is wider than the window; in words. */
const faults = page => page.run(() => {
  const list = [];
  const name = element => element.id || element.className || element.tagName;
  const isSeen = element => element.getClientRects().length > 0
    && getComputedStyle(element).position !== 'absolute';
  const compare = (one, other) => {
    const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
    if (a.right > b.left + 1 && b.right > a.left + 1 && a.bottom > b.top + 1
      && b.bottom > a.top + 1) {
      list.push(`${name(one)} and ${name(other)}`);
    }
  };
  for (const parent of document.querySelectorAll('body, header, #selection, #unit, main, #panes,'
    + ' #view, .bar-of-choices, .sandwich, .sandwich-right, .sandwich section, .two, .sliders')) {
    const children = [...parent.children].filter(isSeen);
    children.forEach((one, i) => children.slice(i + 1).forEach(other => compare(one, other)));
  }
  // What scrolls by itself may be longer than its place; all else may not reach beyond it.
  const view = document.getElementById('view');
  if (getComputedStyle(view).overflowY === 'visible') {
    const end = view.getBoundingClientRect().bottom;
    list.push(...[...view.children].filter(child => isSeen(child)
      && child.getBoundingClientRect().bottom > end + 1).map(child => `${name(child)} beyond`));
  }
  const { scrollWidth, clientWidth } = document.scrollingElement;
  return scrollWidth > clientWidth ? [...list, `${scrollWidth} wide in ${clientWidth}`] : list;
});

module.exports = {
  async 'in no view does anything lie upon another thing'(t) {
    for (const window of WINDOWS) {
      for (const name of ['shop', 'noisy', 'overtime']) {
        const page = await t.open(name, 'view=tree&metric=total', window);
        const views = await page.run(() => {
          document.getElementById('notes').open = true;
          return globalThis.jdhat.views.map(({ id }) => id);
        });
        for (const view of views) {
          await page.run(id => {
            globalThis.jdhat.app.update({ view: id });
            const row = document.querySelector('#view .rows .row');
            if (row) {
              row.click();
            }
          }, view);
          await page.settle();
          assert.deepStrictEqual(await faults(page), [], `${name} ${view} ${JSON.stringify(window)}`);
        }
      }
    }
  },

  async 'tables of lifetimes are not cut beside the details'(t) {
    const page = await t.open('shop', 'view=lifetimes&metric=total');
    await page.run(() => document.querySelector('#view .rows .row').click());
    await page.settle();
    assert.ok(await page.run(() => {
      const view = document.getElementById('view');
      return view.scrollWidth <= view.clientWidth;
    }));
  },
};
