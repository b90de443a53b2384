// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// Two recordings over time in one chart.
'use strict';

const assert = require('assert');
const samples = require('../samples');

const text = (page, selector) => page.run(at => [...document.querySelectorAll(at)]
  .map(element => element.innerText.replace(/\s+/g, ' ').trim()), selector);
const output = page => page.run(() => document.querySelector('.moments .value').textContent);

/** Shows a document as a page that was made of it. */
async function show(page, document) {
  await page.run(json => globalThis.jdhat.app.open(new Blob([json]), 'two', 'page'),
    JSON.stringify(document));
  await page.run(() => globalThis.jdhat.app.update({ view: 'timeline', metric: 'total' }));
  await page.settle();
}

/** Where a line begins and ends, as shares of the width of the axis, and how it is drawn. */
const lines = page => page.run(() => Object.fromEntries(['before', 'after'].map(id =>
  [id, [...document.querySelectorAll(`.line-${id}`)].map(path => {
    const xs = path.getAttribute('d').split(/[ML]/).slice(1).map(point => parseFloat(point));
    const width = path.ownerSVGElement.width.baseVal.value;
    const share = x => Math.round(100 * (x - 76) / (width - 76 - 16));
    return [share(xs[0]), share(xs.at(-1)), getComputedStyle(path).strokeDasharray,
      getComputedStyle(path).stroke];
  })])));

module.exports = {
  async 'both are drawn since their own starts, on one axis'(t) {
    for (const dark of [false, true]) {
      const page = await t.open('overtime', 'view=timeline&metric=total', { dark });
      const { before, after } = await lines(page);
      // 12 s of 20 s: the latest collections at 11 s and 19 s, the rates up to the ends.
      assert.deepStrictEqual(before.map(line => line.slice(0, 2)), [[0, 55], [0, 60]]);
      assert.deepStrictEqual(after.map(line => line.slice(0, 2)), [[0, 95], [0, 100]]);
      assert.deepStrictEqual([before[0][2], after[0][2]], ['6px, 3px', 'none']);
      assert.notStrictEqual(before[0][3], after[0][3]);
      assert.deepStrictEqual(await text(page, '.legend li'),
        ['Before: dashed line', 'After: solid line']);
    }
  },

  async 'the lines are told from the paper, in light and dark'(t) {
    for (const dark of [false, true]) {
      const page = await t.open('overtime', 'view=timeline&metric=total', { dark });
      const ratios = await page.run(() => {
        const light = css => {
          const parts = /(\d+), (\d+), (\d+)/.exec(css).slice(1).map(part => {
            const c = part / 255;
            return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
        };
        const paper = light(getComputedStyle(document.body).backgroundColor);
        return ['before', 'after'].map(id => {
          const line = light(getComputedStyle(document.querySelector(`.line-${id}`)).stroke);
          return (Math.max(line, paper) + 0.05) / (Math.min(line, paper) + 0.05);
        });
      });
      assert.ok(ratios.every(ratio => ratio >= 4.5), ratios.join());
    }
  },

  async 'a screen reader has the same in words and figures'(t) {
    const page = await t.open('overtime', 'view=timeline&metric=total');
    assert.strictEqual(await page.run(() => document.querySelector('.charts [role=img]').ariaLabel),
      'Live memory and allocation rate of two profiles, each since its own start. Before: over'
      + ' 12.0 s, at most 24.4 MiB live, at most 5.72 MiB allocated per second. After: over 20.0 s,'
      + ' at most 38 MiB live, at most 12.4 MiB allocated per second.');
    assert.deepStrictEqual(await text(page, '#view table tr'), ['Figure Before After',
      'Recorded for 12.0 s 20.0 s', 'Most live 24.4 MiB 38 MiB',
      'Live after the last collection 24.4 MiB 38 MiB', 'Allocated 68.7 MiB 191 MiB',
      'Allocated per second, mean 5.72 MiB 9.54 MiB', 'Collections 11 19']);
    assert.deepStrictEqual(await text(page, '#view > p'), ['A range of time, with what was allocated'
      + ' or died in it, belongs to one profile: make a page of a recording with jdhat html.']);
  },

  async 'a moment is chosen by keys and by the mouse, and a range is not'(t) {
    const page = await t.open('overtime', 'view=timeline&metric=total');
    await page.key('v');
    assert.strictEqual(await page.run(() => document.activeElement.dataset.keep), 'moment');
    assert.strictEqual(await output(page),
      'At 0 µs. Before: 16 MiB live, 5.72 MiB per second. After: 16.2 MiB live, 6.68 MiB per second');
    await page.key('PageUp');
    await page.key('ArrowRight');
    const said = await output(page);
    assert.ok(/^At 2\.\d s\. Before: 17\.5 MiB live, 5\.72 MiB per second\. After: 18\.5 MiB live,/
      .test(said), said);
    assert.strictEqual(await page.run(() => document.activeElement.getAttribute('aria-valuetext')),
      said);
    await page.key('End');
    assert.strictEqual(await output(page),
      'At 20.0 s. Before: ended at 12.0 s. After: 38 MiB live, 12.4 MiB per second');
    const place = await page.run(() => {
      const { left, top, width } = document.querySelector('.charts').getBoundingClientRect();
      return { x: left + 76 + (width - 76 - 16) / 2, y: top + 60 };
    });
    await page.mouse('mousePressed', place.x, place.y);
    await page.mouse('mouseReleased', place.x, place.y);
    await page.settle();
    assert.ok((await output(page)).startsWith('At 10.0 s. Before: 23.6 MiB live'),
      await output(page));
    assert.strictEqual(await page.run(() => globalThis.jdhat.app.state.range), '');
    const ids = await page.run(() => globalThis.jdhat.app.metrics.map(({ id }) => id));
    assert.ok(!ids.includes('died') && !ids.includes('kept'));
    // The moment stays when the view is drawn again.
    await page.run(() => globalThis.jdhat.app.update({ unit: 'blocks' }));
    assert.ok((await output(page)).startsWith('At 10.0 s. '));
  },

  async 'one of the two may be no recording'(t) {
    const page = await t.open('overtime');
    const { profile, against, timeline, earlierTimeline } = samples.overTime();
    const drawn = () => page.run(() => ['before', 'after'].map(id =>
      document.querySelectorAll(`.line-${id}`).length));
    await show(page, { profile, against, earlierTimeline });
    assert.deepStrictEqual(await drawn(), [2, 0]);
    assert.deepStrictEqual(await text(page, '.sentence'), ['The later profile has no course over'
      + ' time: it is no recording of jdhat.']);
    await show(page, { profile, against, timeline });
    assert.deepStrictEqual(await drawn(), [0, 2]);
    assert.deepStrictEqual(await text(page, '.sentence'), ['The earlier profile has no course over'
      + ' time: it is no recording of jdhat.']);
    await show(page, { profile, against, timeline: { ...timeline, live: [1] }, earlierTimeline: 7 });
    assert.deepStrictEqual(await drawn(), [0, 0]);
    assert.deepStrictEqual(await text(page, '.sentence'), ['Neither of the two profiles has a course'
      + ' over time: only a recording of jdhat has one. Compare recordings with jdhat diff --html.']);
  },

  async 'without a collection nothing is live, and that is said'(t) {
    const page = await t.open('overtime');
    const document = samples.overTime();
    document.earlierTimeline.live = document.earlierTimeline.live.map(() => null);
    await show(page, document);
    assert.deepStrictEqual((await lines(page)).before.length, 1);
    assert.ok((await text(page, '#view > p'))[0].startsWith('Before: what was live is not known, for'
      + ' no collection was seen.'));
    assert.ok((await output(page)).startsWith('At 0 µs. Before: – live, 5.72 MiB per second.'));
  },

  async 'a profile opened to compare with leaves the timeline of the page'(t) {
    const page = await t.open('shop', 'view=timeline&metric=total');
    await page.run(json => {
      const { app } = globalThis.jdhat;
      app.opensEarlier = true;
      return app.take(new File([json], 'old.json'));
    }, JSON.stringify(samples.shop()));
    assert.strictEqual((await text(page, '#view > p'))[0], 'Of the later profile only.');
    assert.strictEqual(await page.run(() => document.querySelectorAll('.sliders input').length), 2);
  },
};
