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
        ['Before: dashed lines', 'After: solid lines',
          'Collection (tall: full), those before in the upper row', 't-gmax', 'Mark']);
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
      'Allocated per second, mean 5.72 MiB 9.54 MiB', 'Collections 11 19',
      'Full collections 1 2', 't-gmax at 9.0 s 9.0 s', 'Marks warm at 3.0 s none']);
    assert.deepStrictEqual(await text(page, '#view > p'), ['A range of time, with what was allocated'
      + ' or died in it, belongs to one profile: make a page of a recording with jdhat html.']);
  },

  async 'a moment is chosen by keys and by the mouse, and a range is not'(t) {
    const page = await t.open('overtime', 'view=timeline&metric=total');
    await page.key('v');
    assert.strictEqual(await page.run(() => document.activeElement.dataset.keep), 'moment');
    assert.strictEqual(await output(page),
      'At 0 s. Before: 16 MiB live, 5.72 MiB per second. After: 16.2 MiB live, 6.68 MiB per second');
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

  async 'collections, marks and t-gmax of both are told apart without colours'(t) {
    const page = await t.open('overtime');
    const document = samples.overTime();
    document.profile.tg = 15000000;
    document.timeline.marks = [{ name: 'warm', time: 4000000 }, { name: 'load', time: 18000000 },
      { name: 'never', time: 99000000 }];
    await show(page, document);
    const seen = await page.run(() => {
      const plot = globalThis.document.querySelector('.charts svg');
      const width = plot.width.baseVal.value;
      const second = x => Math.round(20 * (x - 76) / (width - 76 - 16));
      const lines = name => ['before', 'after'].map(id =>
        [...plot.querySelectorAll(`.${name}.of-${id}`)].map(line => [second(line.x1.baseVal.value),
          getComputedStyle(line).strokeDasharray]));
      const rows = ['before', 'after'].map(id => [...plot.querySelectorAll(`.tick.of-${id}`)]
        .map(line => [line.y1.baseVal.value, Math.round(line.y1.baseVal.value
          - line.y2.baseVal.value)]));
      return { peaks: lines('line-peak'), marks: lines('line-mark'), rows,
        names: [...plot.querySelectorAll('.name')].map(name => name.textContent) };
    });
    assert.deepStrictEqual(seen.peaks, [[[9, '5px, 3px']], [[15, 'none']]]);
    assert.deepStrictEqual(seen.marks, [[[3, '2px, 3px']], [[18, 'none'], [4, 'none']]]);
    assert.deepStrictEqual(seen.names,
      ['Before: t-gmax', 'After: t-gmax', 'Before: warm', 'After: warm', 'After: load']);
    const [before, after] = seen.rows;
    assert.deepStrictEqual([before.length, after.length], [11, 19]);
    // The full one is twice as tall, and stays below the row of the other.
    assert.deepStrictEqual([before[2][1], before[1][1], after[6][1], after[5][1]], [13, 7, 13, 7]);
    assert.ok(before[0][0] < after[6][0] - after[6][1], JSON.stringify(seen.rows));
    assert.deepStrictEqual((await text(page, '#view table tr')).slice(-2), [
      't-gmax at 9.0 s 15.0 s',
      'Marks warm at 3.0 s warm at 4.0 s load at 18.0 s never at 1 min 39 s']);
  },

  async 'names of moments do not lie upon each other, and all are in the text'(t) {
    for (const [name, many] of [['overtime', 3], ['overtime', 150], ['shop', 3], ['shop', 150]]) {
      const page = await t.open(name);
      const document = name === 'shop' ? samples.shopPage() : samples.overTime();
      document.timeline.marks = Array.from({ length: many }, (_, i) => ({
        name: `${'a name that is long '.repeat(4)}${i}`, time: 2000000 + i * 10000 }));
      await show(page, document);
      const boxes = await page.run(() => [...globalThis.document
        .querySelector('.charts svg').querySelectorAll('.name')].map(each => {
        const { left, right, top, bottom } = each.getBoundingClientRect();
        return { left, right, top: top + 1, bottom: bottom - 1 };
      }));
      assert.ok(boxes.length >= 4 && boxes.length < 12, `${boxes.length}`);
      boxes.forEach((one, i) => boxes.slice(i + 1).forEach(other => assert.ok(
        one.right <= other.left || other.right <= one.left || one.bottom <= other.top
        || other.bottom <= one.top, JSON.stringify([one, other]))));
      const [said] = await text(page, name === 'shop' ? '.marks' : '#view tbody tr:last-child');
      assert.strictEqual(said.match(/ at \d/g).length, Math.min(100, many)
        + (name === 'shop' ? 0 : 1));
      assert.strictEqual(said.includes('and 50 more'), many === 150);
    }
  },

  async 'charts are as wide as the window, also when that changes'(t) {
    for (const name of ['overtime', 'shop']) {
      const page = await t.open(name, 'view=timeline&metric=total');
      const widths = () => page.run(() => [...document.querySelectorAll('.charts svg')].map(svg =>
        svg.width.baseVal.value - document.getElementById('view').clientWidth));
      assert.deepStrictEqual(await widths(), [0, 0], name);
      await page.send('Emulation.setDeviceMetricsOverride', { width: 700, height: 800,
        deviceScaleFactor: 1, mobile: false });
      await page.until(() => document.querySelector('.charts svg').width.baseVal.value < 700);
      assert.deepStrictEqual(await widths(), [0, 0], name);
    }
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
    assert.ok((await output(page)).startsWith('At 0 s. Before: – live, 5.72 MiB per second.'));
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
