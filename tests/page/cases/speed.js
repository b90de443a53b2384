// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// A file of 100,000 sites with stacks of 40 frames. The bounds are some times what is measured on
// two idle cores (docs/viewer.md), for a machine that is busy.
'use strict';

const assert = require('assert');
const path = require('path');

module.exports = {
  async 'a large file opens and draws'(t) {
    const page = await t.open('many', 'view=flame&metric=total&order=root');
    const times = await page.run(async () => {
      const { app } = globalThis.jdhat;
      const frames = () => document.getElementById('view').flame.boxes.rows.reduce((n, row) =>
        n + row.length, 0);
      const timed = async change => {
        const start = performance.now();
        app.update(change);
        document.getElementById('view').getBoundingClientRect();
        await new Promise(resume => requestAnimationFrame(() => setTimeout(resume)));
        return Math.round(performance.now() - start);
      };
      const result = { frames: frames(), draw: document.getElementById('view').flame.drawnIn,
        opened: Math.round(performance.getEntriesByType('measure').find(entry =>
          entry.name === 'open').duration) };
      for (const view of ['tree', 'table', 'sandwich', 'lifetimes', 'sizes', 'flame']) {
        result[view] = await timed({ view });
      }
      result.filter = await timed({ filter: 'frame:~"p7\\\\.Type1.*" & total>1kB' });
      return result;
    });
    process.stdout.write(`100,000 sites, in ms: ${JSON.stringify(times)}\n`);
    assert.ok(times.opened < 8000, JSON.stringify(times));
    for (const view of ['tree', 'table', 'sandwich', 'lifetimes', 'sizes', 'flame', 'filter']) {
      assert.ok(times[view] < 5000, `${view}: ${times[view]} ms`);
    }
  },

  async 'two large files are compared'(t) {
    const page = await t.open('many', 'view=tree&metric=total&order=root');
    await page.run(() => { globalThis.jdhat.app.opensEarlier = true; });
    await page.giveFile('#file', path.resolve(t.work, 'many.json'));
    await page.until(() => globalThis.jdhat.app.comparison !== null);
    const times = await page.run(async () => {
      const result = {};
      for (const [view, more] of [['tree', {}], ['flame', {}], ['table', {}], ['table',
        { group: 'package', metric: 'grown-total' }], ['sandwich', { metric: 'total' }]]) {
        const start = performance.now();
        globalThis.jdhat.app.update({ view, ...more });
        document.getElementById('view').getBoundingClientRect();
        await new Promise(resume => requestAnimationFrame(() => setTimeout(resume)));
        result[more.group || view] = Math.round(performance.now() - start);
      }
      return result;
    });
    process.stdout.write(`two of 100,000 sites, in ms: ${JSON.stringify(times)}\n`);
    for (const [view, time] of Object.entries(times)) {
      assert.ok(time < 5000, `${view}: ${time} ms`);
    }
  },

  async '50,000 frames are drawn at once'(t) {
    const page = await t.open('shop', 'view=flame');
    const drawn = await page.run(() => {
      const { flame } = document.getElementById('view');
      const node = { frame: 3, sum: 1, error: 0, depth: 1 };
      flame.boxes.rows = Array.from({ length: 20 }, () => Array.from({ length: 2500 }, (_, i) =>
        ({ node, x: i / 2, width: 0.5, depth: 0 })));
      flame.draw();
      return flame.drawnIn;
    });
    process.stdout.write(`50,000 frames drawn in ${Math.round(drawn)} ms\n`);
    assert.ok(drawn < 1000, `${drawn} ms`);
  },
};
