// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// Names inject nothing, nothing goes to the network, and the policy stands in nobody's way.
'use strict';

const assert = require('assert');
const fs = require('fs');
const http = require('http');
const path = require('path');
const zlib = require('zlib');
const samples = require('../samples');

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
    let asked = 0;
    const server = http.createServer((request, response) => {
      if (request.url === '/token/data') {
        asked++;
        const tag = `"${profile.te}"`;
        if (request.headers['if-none-match'] === tag) {
          response.statusCode = 304;
          response.end();
          return;
        }
        response.setHeader('ETag', tag);
        response.setHeader('Content-Encoding', 'gzip');
        response.end(zlib.gzipSync(JSON.stringify({ profile, live: profile.te < 99000000 })));
      } else if (request.url === '/token/') {
        response.setHeader('Content-Type', 'text/html');
        fs.createReadStream(path.join(t.work, 'served.html')).pipe(response);
      } else {
        response.statusCode = 204;
        response.end();
      }
    });
    await new Promise(resume => server.listen(0, '127.0.0.1', resume));
    try {
      const page = await t.browser.page();
      t.pages.push(page);
      page.send('Page.navigate', { url: `http://127.0.0.1:${server.address().port}/token/` });
      await page.until(() => globalThis.jdhat && globalThis.jdhat.app && globalThis.jdhat.app.profile);
      profile = { ...samples.shop(), te: 50000000 };
      await page.until(() => document.getElementById('facts').textContent.includes('50.0 s long'));
      profile = { ...samples.shop(), te: 99000000 };
      await page.until(() => document.getElementById('facts').textContent.includes('1 min 39 s'));
      await page.run(() => globalThis.jdhat.ready);
      const total = asked;
      assert.ok(total >= 3);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  },
};
