// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// A profile that changes under the reader: what is opened, chosen, scrolled to and focused stays.
'use strict';

const assert = require('assert');
const samples = require('../samples');
const { serve } = require('../server');

const rows = page => page.run(() => [...document.querySelectorAll('#view .rows .row')].map(row =>
  [...row.children].slice(0, 2).map(cell => cell.textContent)));
const click = (page, selector, nth = 0) => page.run((at, n) =>
  document.querySelectorAll(at)[n].click(), selector, nth);
const update = (page, state) => page.run(change => globalThis.jdhat.app.update(change), state);
const details = page => page.run(() => document.querySelector('#details').hidden ? null
  : document.querySelector('#details').innerText.replace(/\s+/g, ' '));
const focus = page => page.run(() => document.activeElement.dataset.keep
  || document.activeElement.id);

/** What the page does when its server has another document. */
async function refresh(page, document) {
  await page.run(text => globalThis.jdhat.app.open(new Blob([text]), 'The profile', 'server'),
    JSON.stringify(document));
  await page.settle();
}

/** The row that is chosen, and where it is on the screen. */
const chosenRow = page => page.run(() => {
  const row = document.querySelector('.grid.picked .row[aria-selected=true]');
  return row && { text: row.children[0].textContent, top: row.getBoundingClientRect().top };
});

/** Sites of some classes below one method, of sizes by the class; each has its own method. */
function wide(classes, te, sizeOf = n => 1000 - n) {
  const frames = ['[root]', '0x1: w.Main.main (Main.java:1)'];
  const pps = classes.map(n => {
    const size = sizeOf(n);
    const leaf = frames.push(`0x${n + 9}: w.Type${n} (class)`) - 1;
    const method = frames.push(`0x${n + 999}: w.Maker${n}.make (Maker.java:${n})`) - 1;
    return { tb: size, tbk: 1, tl: 1, mb: size, mbk: 1, gb: size, gbk: 1, eb: size, ebk: 1,
      fs: [leaf, method, 1] };
  });
  const { dhatFileVersion, mode, verb, bklt, bkacc, tu, Mtu, tuth } = samples.shop();
  return { profile: { dhatFileVersion, mode, verb, bklt, bkacc, tu, Mtu, tuth, cmd: 'wide', pid: 1,
    tg: 1, te, pps, ftbl: frames } };
}

const upTo = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

module.exports = {
  async 'a served page keeps its tree, its row, its details and the focus'(t) {
    let profile = samples.shop();
    const server = await serve(t.work, () => ({ profile, live: profile.te < 20000000 }));
    try {
      const page = await t.visit(`${server.address}#metric=total&order=root`);
      await page.until(() => document.querySelectorAll('#view .rows .row').length > 0);
      // Opens a small branch, closes a large one, and goes to a row.
      const names = async () => (await rows(page)).map(([text]) => text);
      const toggle = async text => click(page, '#view .rows .toggle',
        (await names()).findIndex(each => each.endsWith(text)));
      await toggle('shop.Sessions.remember (Sessions.java:23)');
      await toggle('shop.Orders.describe (Orders.java:77)');
      await page.settle();
      const before = await names();
      await click(page, '#view .rows .row', before.findIndex(each => each.includes('Buffer')));
      await page.run(() => document.querySelector('#view .grid').focus());
      assert.ok((await details(page)).includes('16,777,216 bytes'));
      profile = samples.shopLater();
      await page.until(() => document.getElementById('facts').textContent.includes('20.0 s long'));
      await page.settle();
      assert.ok(before.includes('▾java.util.HashMap.newNode (HashMap.java:1901)'));
      assert.ok(before.includes('▸shop.Orders.describe (Orders.java:77)'));
      const both = list => list.filter(text => !/Extra|Report/.test(text)).sort();
      assert.deepStrictEqual(both(await names()), both(before));
      assert.ok((await chosenRow(page)).text.endsWith('shop.Buffer.<init> (Buffer.java:9)'));
      assert.ok((await details(page)).startsWith('shop.Buffer.<init> (Buffer.java:9)'));
      assert.strictEqual(await focus(page), 'tree');
      await page.run(() => globalThis.jdhat.ready);
    } finally {
      server.close();
    }
  },

  async 'figures of what is chosen are the new ones'(t) {
    const page = await t.open('bare', 'view=table&metric=total');
    await click(page, '#view .rows .row', 0);
    await page.run(() => document.querySelectorAll('#details .frame')[4].focus());
    assert.strictEqual(await focus(page), 'with shop.Orders.place (Orders.java:41)');
    await refresh(page, { profile: samples.shopLater() });
    assert.ok((await details(page)).includes('Total 96,000,000 bytes'));
    assert.strictEqual(await focus(page), 'with shop.Orders.place (Orders.java:41)');
    // A class is chosen by its name, and has what is new of it.
    await update(page, { group: 'package' });
    await click(page, '#view .rows .row',
      (await rows(page)).findIndex(([name]) => name === 'shop'));
    const sites = samples.shop();
    await refresh(page, { profile: sites });
    assert.ok((await details(page)).startsWith('shop × 3 sites Total 20,873,456 bytes'),
      await details(page));
  },

  async 'what is gone is not chosen any more, and the focus is in the view'(t) {
    const page = await t.open('bare', 'view=lifetimes&metric=total');
    const at = (await rows(page)).findIndex(([name]) => name === 'shop.Total');
    await click(page, '#view .rows .row', at);
    await page.run(() => document.querySelector('#details .quiet').focus());
    await refresh(page, { profile: samples.shopLater() });
    assert.deepStrictEqual([await details(page), await chosenRow(page)], [null, null]);
    assert.strictEqual(await focus(page), 'lifetimes');
  },

  async 'a tree stays where it is on the screen, a table as far down as it was'(t) {
    const page = await t.open('bare');
    await refresh(page, wide(upTo(30, 90), 1));
    for (const state of [{ view: 'tree', order: 'root' }, { view: 'table' }]) {
      await update(page, { metric: 'total', ...state });
      await page.run(() => { document.querySelector('#view .grid').scrollTop = 410; });
      await page.settle();
      const visible = await page.run(() => [...document.querySelectorAll('#view .rows .row')]
        .findIndex(row => row.getBoundingClientRect().top > 500));
      await click(page, '#view .rows .row', visible);
      const before = await chosenRow(page);
      // Ten larger sites come in above.
      await refresh(page, wide([...upTo(1, 10), ...upTo(30, 90)], 2));
      const after = await page.run(() => document.querySelector('#view .grid').scrollTop);
      if (state.view === 'tree') {
        assert.deepStrictEqual(await chosenRow(page), before);
        assert.strictEqual(after, 410 + 10 * 26);
      } else {
        assert.strictEqual(after, 410);
        await page.run(() => { document.querySelector('#view .grid').scrollTop += 260; });
        await page.settle();
        assert.strictEqual((await chosenRow(page)).text, before.text);
      }
      await refresh(page, wide(upTo(30, 90), 1));
    }
  },

  async 'the row that is chosen in a tree stays though all rows change places'(t) {
    const page = await t.open('bare');
    await refresh(page, wide(upTo(30, 90), 1));
    await update(page, { metric: 'total', view: 'tree', order: 'root' });
    await page.run(() => { document.querySelector('#view .grid').scrollTop = 410; });
    await page.settle();
    const visible = await page.run(() => [...document.querySelectorAll('#view .rows .row')]
      .findIndex(row => row.getBoundingClientRect().top > 500));
    await click(page, '#view .rows .row', visible);
    const before = await chosenRow(page);
    await refresh(page, wide(upTo(30, 90), 2, n => n));
    assert.deepStrictEqual(await chosenRow(page), before);
    // What is chosen and not seen does not move what is seen.
    await page.run(() => { document.querySelector('#view .grid').scrollTop = 0; });
    await page.settle();
    const first = (await rows(page))[0];
    await refresh(page, wide(upTo(30, 90), 1));
    assert.deepStrictEqual((await rows(page))[0][0], first[0]);
    assert.strictEqual(await page.run(() => document.querySelector('#view .grid').scrollTop), 0);
  },

  async 'a tree or table with the focus keeps it, and its row stays where it is on the screen'(t) {
    const page = await t.open('bare');
    await refresh(page, wide(upTo(30, 90), 1));
    for (const state of [{ view: 'tree', order: 'root' }, { view: 'table', group: 'site' },
      { view: 'table', group: 'method' }, { view: 'lifetimes' }, { view: 'sizes' },
      { view: 'sandwich' }]) {
      await update(page, { metric: 'total', frame: '', ...state });
      await page.key('v');
      for (const key of ['PageDown', 'PageDown', 'ArrowUp', 'ArrowUp', 'ArrowUp']) {
        await page.key(key);
      }
      const seen = () => page.run(() => {
        const grid = document.activeElement;
        const row = document.getElementById(grid.getAttribute('aria-activedescendant'));
        return { id: row.id, selected: row.ariaSelected, top: row.getBoundingClientRect().top,
          name: /Maker\d+/.exec(row.innerText)[0], picked: grid.classList.contains('picked'),
          rows: grid.ariaRowCount, left: grid.scrollLeft };
      });
      await page.run(() => {
        globalThis.focused = document.activeElement;
        globalThis.moves = 0;
        ['focusin', 'focusout'].forEach(type =>
          document.addEventListener(type, () => { globalThis.moves++; }));
      });
      const before = await seen();
      assert.ok(before.picked && before.selected === 'true', state.view);
      // The order turns round; then larger sites come in; then all is as at first.
      for (const document of [wide(upTo(30, 90), 2, n => n),
        wide([...upTo(1, 10), ...upTo(30, 90)], 3), wide(upTo(30, 90), 1)]) {
        await refresh(page, document);
        const now = await seen();
        assert.deepStrictEqual({ ...now, rows: 0, top: 0 }, { ...before, rows: 0, top: 0 },
          state.view);
        assert.ok(Math.abs(now.top - before.top) < 1, `${state.view}: ${now.top} ${before.top}`);
        assert.deepStrictEqual(await page.run(() =>
          [document.activeElement === globalThis.focused, globalThis.moves]), [true, 0], state.view);
      }
      // Keys go on from there.
      await page.key('ArrowDown');
      assert.notStrictEqual((await seen()).name, before.name);
      assert.strictEqual(Math.round((await seen()).top - before.top), 26, state.view);
      // What is gone leaves the focus where it was.
      const gone = Number(/\d+/.exec((await seen()).name)[0]);
      await refresh(page, wide(upTo(30, 90).filter(n => n !== gone), 4));
      assert.strictEqual(await page.run(() => document.activeElement === globalThis.focused), true);
      assert.notStrictEqual((await seen()).name, `Maker${gone}`);
      await refresh(page, wide(upTo(30, 90), 1));
    }
  },

  async 'the trees of the sandwich keep the focus, the open rows and the place'(t) {
    const page = await t.open('bare',
      'view=sandwich&metric=total&frame=shop.Orders.place+(Orders.java:41)');
    await page.run(() => document.querySelectorAll('.sandwich section .grid')[1].focus());
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowDown']) {
      await page.key(key);
    }
    const seen = () => page.run(() => [document.activeElement.dataset.keep, document.getElementById(
      document.activeElement.getAttribute('aria-activedescendant')).children[0].textContent,
    [...document.activeElement.querySelectorAll('[aria-expanded=true]')].length,
    document.querySelectorAll('.sandwich .grid').length]);
    const before = await seen();
    assert.strictEqual(before[0], 'callees');
    await page.run(() => { globalThis.focused = document.activeElement; });
    await refresh(page, { profile: samples.shopLater() });
    assert.deepStrictEqual(await seen(), before);
    assert.ok(await page.run(() => document.activeElement === globalThis.focused));
    // Of a frame that is gone there are no trees; the focus goes to the frames.
    const without = samples.shop();
    without.pps = without.pps.filter(({ fs }) => !fs.some(frame =>
      without.ftbl[frame].includes('Orders.place')));
    await refresh(page, { profile: without });
    assert.ok(['frames', 'callees'].includes(await focus(page)), await focus(page));
  },

  async 'a choice that has the focus stays, and so does a list that is open'(t) {
    const page = await t.open('bare', 'metric=total');
    for (const [state, selector] of [[{ view: 'table' }, 'select'],
      [{ view: 'tree' }, 'input[value=leaf]'], [{ view: 'flame' }, 'input[value=down]']]) {
      await update(page, state);
      await page.run(at => {
        globalThis.focused = document.querySelector(`#view ${at}`);
        globalThis.focused.focus();
      }, selector);
      for (const profile of [samples.shopLater(), samples.shop()]) {
        await refresh(page, { profile });
        assert.deepStrictEqual(await page.run(() => {
          const { focused } = globalThis;
          const all = [...document.querySelectorAll(`#view [name="${focused.name}"]`)];
          return [document.activeElement === focused, all.length, all.filter(each =>
            each.checked).length];
        }), [true, ...state.view === 'table' ? [0, 0] : [2, 1]], state.view);
        assert.strictEqual(await page.run(() =>
          document.querySelectorAll('#view select').length), state.view === 'table' ? 1 : 0);
      }
    }
    // What it does is still done.
    await page.key('ArrowRight');
    assert.strictEqual(await page.run(() => globalThis.jdhat.app.state.grows), 'up');
  },

  async 'the focus stays in a view that has nothing to show for a while'(t) {
    const page = await t.open('bare', 'view=table&metric=total&filter=class:Total');
    await page.key('v');
    assert.strictEqual(await focus(page), 'table');
    await refresh(page, { profile: samples.shopLater() });
    assert.ok(await page.run(() =>
      document.getElementById('view').contains(document.activeElement)));
  },

  async 'a flame graph keeps its zoom and its frame'(t) {
    for (const grows of ['down', 'up']) {
      const page = await t.open('bare', `view=flame&metric=total&order=root&grows=${grows}`);
      const step = grows === 'up' ? 'ArrowUp' : 'ArrowDown';
      for (const key of ['v', step, step, 'Enter', step, step]) {
        await page.key(key);
      }
      const seen = () => page.run(() => {
        const { flame } = document.getElementById('view');
        return [flame.top, flame.current].map(node => flame.name(node))
          .concat(document.querySelector('.status').textContent);
      });
      const [top, current, said] = await seen();
      assert.deepStrictEqual([top, current], ['shop.Server.serve (Server.java:88)',
        'shop.Orders.describe (Orders.java:77)']);
      await refresh(page, { profile: samples.shopLater() });
      const now = await seen();
      assert.deepStrictEqual(now.slice(0, 2), [top, current]);
      assert.ok(now[2].includes('96,000,000 bytes') && said.includes('48,000,000 bytes'), now[2]);
      assert.strictEqual(await focus(page), 'flame');
      assert.ok((await details(page)).startsWith(current));
    }
  },

  async 'the sandwich keeps its trees open'(t) {
    const page = await t.open('bare',
      'view=sandwich&metric=total&frame=shop.Orders.place+(Orders.java:41)');
    const opened = () => page.run(() => [...document.querySelectorAll('.sandwich section')]
      .map(section => [...section.querySelectorAll('.row[aria-level]')]
        .map(row => row.children[0].textContent)));
    const at = (await opened())[1].findIndex(text => text.startsWith('▸'));
    assert.notStrictEqual(at, -1);
    await page.run(row => document.querySelectorAll('.sandwich section')[1]
      .querySelectorAll('.toggle')[row].click(), at);
    const before = await opened();
    await refresh(page, { profile: samples.shopLater() });
    assert.deepStrictEqual((await opened())[1].slice().sort(), before[1].slice().sort());
  },

  async 'a range keeps its time, and what is typed stays'(t) {
    const page = await t.open('shop', 'view=timeline&metric=kept&range=1-3');
    await page.run(() => document.getElementById('filter').focus());
    await page.type('class:b');
    const document = samples.shopPage();
    document.profile.te = 24000000;
    document.buckets.edges = [0, 1000000, 2000000, 4000000, 8000000, 16000000, 24000000];
    await refresh(page, document);
    assert.strictEqual(await page.run(() => globalThis.jdhat.app.state.range), '2-3');
    assert.ok((await page.run(() => location.hash)).includes('range=2-3'));
    assert.strictEqual(await page.run(() => globalThis.document.getElementById('filter').value),
      'class:b');
    assert.strictEqual(await focus(page), 'filter');
    await page.until(() => globalThis.jdhat.app.state.filter === 'class:b');
  },

  async 'a file that the reader opens stays, and so does one to compare with'(t) {
    const page = await t.open('bare', 'view=diff');
    await page.run(text => {
      const { app } = globalThis.jdhat;
      app.opensEarlier = true;
      return app.take(new File([text], 'old.json'));
    }, JSON.stringify(samples.shop()));
    await refresh(page, { profile: samples.shopLater() });
    assert.deepStrictEqual((await rows(page)).map(row => row.join(' ')).sort(), [
      'gone shop.Total', 'grown java.util.HashMap$Node', 'new shop.Extra', 'same byte[]',
      'same byte[]', 'same java.lang.String', 'same –']);
    await page.run(text => globalThis.jdhat.app.take(new File([text], 'mine.json')),
      JSON.stringify(samples.valgrind()));
    await refresh(page, { profile: samples.shop() });
    assert.strictEqual(await page.run(() => document.getElementById('command').textContent),
      './demo');
  },

  async 'a refresh waits for a button of the mouse that is held'(t) {
    let profile = samples.shop();
    const server = await serve(t.work, () => ({ profile, live: profile.te < 20000000 }));
    try {
      const page = await t.visit(server.address);
      await page.until(() => document.querySelectorAll('#view .rows .row').length > 0);
      await page.mouse('mousePressed', 20, 20);
      profile = samples.shopLater();
      const asked = server.asked();
      await page.until(() => performance.getEntriesByType('resource').length > 1);
      await page.settle();
      assert.ok(server.asked() > asked);
      assert.ok((await page.run(() => document.getElementById('facts').textContent))
        .includes('12.0 s long'));
      await page.mouse('mouseReleased', 20, 20);
      await page.until(() => document.getElementById('facts').textContent.includes('20.0 s long'));
      await page.run(() => globalThis.jdhat.ready);
    } finally {
      server.close();
    }
  },

  async 'the system\'s wish for dark is followed until the reader chooses'(t) {
    const page = await t.open('shop', 'view=flame', { dark: true });
    const seen = () => page.run(() => [document.documentElement.dataset.theme,
      document.getElementById('theme').textContent,
      getComputedStyle(document.body).backgroundColor]);
    const wish = dark => page.send('Emulation.setEmulatedMedia', { features: [
      { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }] });
    const DARK = ['dark', 'Light', 'rgb(20, 24, 31)'];
    const LIGHT = ['light', 'Dark', 'rgb(255, 255, 255)'];
    assert.deepStrictEqual(await seen(), DARK);
    await wish(false);
    await page.settle();
    assert.deepStrictEqual(await seen(), LIGHT);
    await page.key('t');
    assert.deepStrictEqual(await seen(), DARK);
    await wish(true);
    await wish(false);
    await page.settle();
    assert.deepStrictEqual(await seen(), DARK);
  },
};
