// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// What a screen reader hears of a profile that changes by itself: nothing, until that ends.
'use strict';

const assert = require('assert');
const samples = require('../samples');
const { serve } = require('../server');

const update = (page, state) => page.run(change => globalThis.jdhat.app.update(change), state);

/** Keeps every text that comes into an element that is read aloud when it changes. */
const listen = page => page.run(() => {
  globalThis.heard = [];
  const LIVE = '[role=status], [role=alert], [role=log], [aria-live], output';
  new MutationObserver(changes => changes.forEach(({ target, addedNodes, type }) => {
    const element = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
    const live = element.closest(LIVE);
    const inside = [...addedNodes].flatMap(node => node.querySelectorAll
      ? [node, ...node.querySelectorAll('*')].filter(each => each.matches(LIVE)) : []);
    const said = (live ? type === 'characterData' ? [target] : [...addedNodes] : [])
      .concat(inside).map(node => node.textContent.trim()).filter(text => text !== '');
    globalThis.heard.push(...said);
  })).observe(document.documentElement, { subtree: true, childList: true, characterData: true });
});

/** What has been heard since the last time. */
async function heard(page) {
  await page.settle();
  return page.run(() => globalThis.heard.splice(0));
}

const long = te => ({ ...samples.shop(), te });

module.exports = {
  async 'a refresh is not heard, an action and the end are'(t) {
    let profile = samples.shop();
    const server = await serve(t.work, () => ({ profile, live: profile.te < 99000000 }));
    try {
      const page = await t.visit(`${server.address}#metric=total`);
      await page.until(() => document.querySelectorAll('#view .rows .row').length > 0);
      await listen(page);
      profile = { ...samples.shopLater(), te: 50000000 };
      await page.until(() => document.getElementById('facts').textContent.includes('50.0 s long'));
      const sum = await page.run(() => document.getElementById('filtersum').textContent);
      assert.ok(sum.includes('225,673,288 bytes'), sum);
      assert.deepStrictEqual(await heard(page), []);
      // The same for every reader who does something.
      await update(page, { filter: 'class:byte' });
      const [said, ...more] = await heard(page);
      assert.deepStrictEqual([said.trim(), more],
        ['2 of 6 sites, 20,873,216 bytes (9.2 %)', []]);
      profile = long(99000000);
      await page.until(() => document.getElementById('facts').textContent.includes('1 min 39 s'));
      assert.deepStrictEqual(await heard(page),
        ['The profile is complete: it does not change any more.']);
      await page.run(() => globalThis.jdhat.ready);
    } finally {
      server.close();
    }
  },

  async 'a server that is lost is heard once'(t) {
    let profile = samples.shop();
    const server = await serve(t.work, () => ({ profile, live: true }));
    const page = await t.visit(server.address);
    await page.until(() => document.querySelectorAll('#view .rows .row').length > 0);
    await listen(page);
    profile = long(50000000);
    await page.until(() => document.getElementById('facts').textContent.includes('50.0 s long'));
    assert.deepStrictEqual(await heard(page), []);
    server.close();
    await page.run(() => globalThis.jdhat.ready);
    assert.deepStrictEqual(await heard(page),
      ['The server of this page has ended; what is shown is the latest that it had.']);
    page.complaints.length = 0;
  },

  async 'no view is heard when the profile changes under it'(t) {
    const page = await t.open('shop', 'metric=total&order=root');
    await listen(page);
    for (const view of await page.run(() => globalThis.jdhat.views.map(({ id }) => id))) {
      await update(page, { view });
      // In the flame graph a frame is current, whose figures change.
      await page.key('v');
      await page.key('ArrowDown');
      await heard(page);
      for (const document of [{ ...samples.shopPage(), profile: samples.shop(2) },
        samples.shopPage()]) {
        await page.run(json => globalThis.jdhat.app.open(new Blob([json]), 'The profile', 'server'),
          JSON.stringify(document));
        assert.deepStrictEqual(await heard(page), [], view);
      }
    }
  },

  async 'a tab that has the focus stays the same element'(t) {
    const page = await t.open('bare');
    await page.run(() => {
      globalThis.tab = document.querySelector('[role=tab][aria-selected=true]');
      globalThis.tab.focus();
    });
    await page.run(json => globalThis.jdhat.app.open(new Blob([json]), 'The profile', 'server'),
      JSON.stringify({ profile: samples.shopLater() }));
    assert.ok(await page.run(() => document.activeElement === globalThis.tab));
    await page.key('ArrowRight');
    assert.deepStrictEqual(await page.run(() => [document.activeElement.textContent,
      document.activeElement.getAttribute('aria-selected'),
      document.querySelectorAll('[role=tab][tabindex="0"]').length]), ['Flame graph', 'true', 1]);
  },
};
