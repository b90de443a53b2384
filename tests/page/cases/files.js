// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// Files that are dropped or opened: good ones are shown, bad ones are named and change nothing.
'use strict';

const assert = require('assert');
const samples = require('../samples');
const zlib = require('zlib');

/** Drops a file with these bytes (base64) on the page; returns what the page says. */
async function drop(page, name, bytes) {
  return page.run(async (called, base64) => {
    const binary = atob(base64);
    const file = new File([Uint8Array.from(binary, c => c.charCodeAt(0))], called);
    const data = new DataTransfer();
    data.items.add(file);
    const taken = globalThis.jdhat.app.take;
    let done;
    globalThis.jdhat.app.take = function (...args) {
      done = taken.apply(this, args);
      return done;
    };
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true,
      cancelable: true }));
    globalThis.jdhat.app.take = taken;
    await done;
    const message = document.getElementById('message');
    return message.hidden ? '' : message.textContent;
  }, name, Buffer.from(bytes).toString('base64'));
}

const title = page => page.run(() => document.getElementById('command').textContent);
const json = value => JSON.stringify(value);
const AGAIN = '; take another copy of it or make it anew.';

/** The shop's profile with a change. */
function changed(change) {
  const profile = samples.shop();
  change(profile);
  return json(profile);
}

const BAD = {
  'a.txt': ['hello', 'a.txt is not JSON; give a DHAT file.'],
  'b.json': ['{"a": 1,}', 'b.json is not JSON at line 1, column 9; give a DHAT file.'],
  'c.json': ['{"dhatFileVersion": 2, "pps": [{"tb": 1', 'c.json is cut off: its JSON does not end;'
    + ' take another copy of it.'],
  'd.json': ['[1]', 'd.json is not a DHAT file: it holds no JSON object; give a DHAT file.'],
  'e.json': ['{}', 'e.json is not a DHAT file: the field "dhatFileVersion" is missing; give a DHAT'
    + ' file.'],
  'f.json': ['{"dhatFileVersion": 1}', 'f.json is a DHAT file of version 1, and this page reads'
    + ' version 2; make it anew with Valgrind 3.17 or newer, dhat-rs or jdhat.'],
  'g.json': [changed(p => { delete p.tg; }), `g.json is a DHAT file in which the field "tg" is`
    + ` missing${AGAIN}`],
  'h.json': [changed(p => { p.pps[1].fs[2] = 99; }), 'h.json is a DHAT file in which a program'
    + ` point names frame 99, and it has 22${AGAIN}`],
  'i.json': [changed(p => { p.pps[1].fs[2] = -1; }), 'i.json is a DHAT file in which "fs" is not a'
    + ` whole number that is not negative (program point 1)${AGAIN}`],
  'j.json': [changed(p => { p.pps[2].tb = -5; }), 'j.json is a DHAT file in which "tb" is not a'
    + ` whole number that is not negative (program point 2)${AGAIN}`],
  'k.json': [changed(p => { p.pps[0].ebk = 'x'; }).replace('"x"', '1e999'), 'k.json is a DHAT file'
    + ` in which "ebk" is not a whole number that is not negative (program point 0)${AGAIN}`],
  'l.json': [changed(p => { delete p.pps[3].gb; }), 'l.json is a DHAT file in which the field "gb"'
    + ` is missing (program point 3)${AGAIN}`],
  'm.json': [changed(p => { p.pps = 7; }), `m.json is a DHAT file in which "pps" is not a list${AGAIN}`],
  'n.json': [changed(p => { p.pps[0] = null; }), 'n.json is a DHAT file in which program point 0 is'
    + ` not an object${AGAIN}`],
  'o.json': [changed(p => { p.ftbl[1] = {}; }), `o.json is a DHAT file in which "ftbl" is not a text${
    AGAIN}`],
  'p.json': [changed(p => { p.bklt = 1; }), 'p.json is a DHAT file in which "bklt" is not true or'
    + ` false${AGAIN}`],
  'q.json': [changed(p => { p.pps[0].jdhat.errors = { tb: -1 }; }), 'q.json is a DHAT file in which'
    + ` "tb" is not a number that is not negative (errors of program point 0)${AGAIN}`],
  'r.jdhat': [Buffer.from([0x89, 1, 2, 3]), 'r.jdhat is a recording, not a DHAT file; make a page of'
    + ' it with jdhat html.'],
  's.json.gz': [zlib.gzipSync(json(samples.shop())).subarray(0, 300), 's.json.gz is damaged or cut'
    + ' off and cannot be unpacked; take another copy of it.'],
  't.json': [json({ profile: 7 }), 't.json is not a DHAT file: it holds no JSON object; give a DHAT'
    + ' file.'],
};

module.exports = {
  async 'bad files are named, and the old profile stays'(t) {
    const page = await t.open('shop');
    for (const [name, [bytes, message]] of Object.entries(BAD)) {
      assert.strictEqual(await drop(page, name, bytes), message);
      assert.strictEqual(await title(page), 'shop.Main --orders 5000', name);
    }
    assert.strictEqual(await drop(page, 'good.json', json(samples.valgrind())), '');
    assert.strictEqual(await title(page), './demo');
  },

  async 'all modes open, also gzipped'(t) {
    const page = await t.open('shop', 'view=table&metric=end&filter=class:Node');
    const files = { heap: samples.valgrind(), 'rust-ad-hoc': samples.adHoc(),
      copy: { ...samples.adHoc(), mode: 'copy', verb: 'Copied', bu: undefined, bsu: undefined,
        bksu: undefined }, 'jvm-heap': samples.shopPage() };
    for (const [mode, document] of Object.entries(files)) {
      assert.strictEqual(await drop(page, `${mode}.gz`, zlib.gzipSync(json(document))), '');
      assert.strictEqual(await page.run(() => globalThis.jdhat.app.profile.mode), mode);
    }
    assert.strictEqual(await page.run(() => Boolean(globalThis.jdhat.app.parts.buckets)), true);
  },

  async 'two profiles of different modes are not compared'(t) {
    const page = await t.open('shop', 'view=diff');
    await page.run(() => { globalThis.jdhat.app.opensEarlier = true; });
    const said = await page.run(async profile => {
      await globalThis.jdhat.app.take(new File([profile], 'old.json'));
      return document.getElementById('message').textContent;
    }, json(samples.valgrind()));
    assert.strictEqual(said, 'The earlier profile is of mode heap and the later one of mode jvm-heap;'
      + ' only profiles of one mode can be compared.');
    await page.run(async profile => {
      globalThis.jdhat.app.opensEarlier = true;
      await globalThis.jdhat.app.take(new File([profile], 'old.json'));
    }, json(samples.shop()));
    assert.strictEqual(await page.run(() => document.querySelectorAll('.card').length), 6);
  },

  async 'a page without data waits for a file'(t) {
    const page = await t.open('empty');
    assert.strictEqual(await page.run(() => getComputedStyle(
      document.getElementById('welcome')).display), 'block');
    assert.strictEqual(await drop(page, 'x.json', json(samples.adHoc())), '');
    assert.strictEqual(await title(page), 'target/debug/adhoc');
  },

  async 'a profile of nothing is shown'(t) {
    const page = await t.open('shop');
    assert.strictEqual(await drop(page, 'x.json', changed(p => { p.pps = []; })), '');
    for (const view of await page.run(() => globalThis.jdhat.views.map(each => each.id))) {
      await page.run(id => globalThis.jdhat.app.update({ view: id }), view);
    }
    await page.settle();
  },
};
