// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// Names inject nothing, nothing goes to the network, and the policy stands in nobody's way.
'use strict';

const assert = require('assert');
const samples = require('../samples');
const { serve } = require('../server');

module.exports = {
  async 'names are text in every view'(t) {
    const page = await t.open('evil', 'metric=total');
    for (const view of await page.run(() => globalThis.jdhat.views.map(each => each.id))) {
      await page.run(id => globalThis.jdhat.app.update({ view: id }), view);
      await page.run(() => {
        const row = document.querySelector('#view .rows .row');
        if (row) {
          row.click();
        }
      });
      await page.settle();
      assert.strictEqual(await page.run(() => document.querySelectorAll('img, b').length), 0, view);
    }
    assert.ok((await page.run(() => document.title)).startsWith(samples.EVIL));
    assert.strictEqual(await page.run(() => document.querySelectorAll('script').length), 2);
    assert.ok((await page.run(() => document.getElementById('details').textContent))
      .includes(samples.EVIL));
  },

  async 'a page asks the network for nothing'(t) {
    const page = await t.open('shop', 'view=timeline');
    for (const view of await page.run(() => globalThis.jdhat.views.map(each => each.id))) {
      await page.run(id => globalThis.jdhat.app.update({ view: id }), view);
    }
    assert.deepStrictEqual(page.requests.filter(url => !url.startsWith('file:')
      && url !== 'about:blank'), []);
    assert.strictEqual(page.requests.filter(url => url.startsWith('file:')).length, 1);
  },

  async 'the policy blocks what is not of the page'(t) {
    const page = await t.open('shop');
    const blocked = await page.run(async () => {
      const found = [];
      document.addEventListener('securitypolicyviolation', event =>
        found.push(event.effectiveDirective));
      await fetch('http://127.0.0.1:9/').catch(() => {});
      const script = document.createElement('script');
      script.textContent = 'document.title = "owned"';
      document.body.append(script);
      document.body.setAttribute('style', 'color: red');
      await new Promise(resume => setTimeout(resume, 50));
      return found.sort();
    });
    assert.deepStrictEqual(blocked, ['connect-src', 'script-src-elem', 'style-src-attr']);
    page.complaints.length = 0;
  },

  async 'a served page follows its server'(t) {
    let profile = samples.shop();
    const server = await serve(t.work, () => ({ profile, live: profile.te < 99000000 }));
    try {
      const page = await t.visit(server.address);
      await page.until(() => globalThis.jdhat && globalThis.jdhat.app && globalThis.jdhat.app.profile);
      profile = { ...samples.shop(), te: 50000000 };
      await page.until(() => document.getElementById('facts').textContent.includes('50.0 s long'));
      profile = { ...samples.shop(), te: 99000000 };
      await page.until(() => document.getElementById('facts').textContent.includes('1 min 39 s'));
      await page.run(() => globalThis.jdhat.ready);
      assert.ok(server.asked() >= 3);
    } finally {
      server.close();
    }
  },
};
