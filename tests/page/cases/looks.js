// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// Pictures of every view against those that a person has looked at. UPDATE=1 makes new ones.
'use strict';

const fs = require('fs');
const path = require('path');

const PICTURES = path.join(__dirname, '../pictures');
/** How wide a text was on the machine that made the pictures. */
const FONT = path.join(PICTURES, 'font.json');
const DIFFERENT = 40;
const SHARE = 0.01;
/** With other fonts each letter is elsewhere; a view that is broken differs by more. */
const SHARE_OF_OTHER_FONTS = 0.1;

const VIEWS = {
  tree: ['shop', 'metric=total', true],
  flame: ['shop', 'view=flame&metric=total&order=root', false],
  'flame-up': ['shop', 'view=flame&metric=total&order=leaf&grows=up', false],
  table: ['sampled', 'view=table&metric=total', false],
  sandwich: ['shop', 'view=sandwich&metric=total&frame=shop.Orders.place+(Orders.java:41)', false],
  timeline: ['shop', 'view=timeline&metric=kept&range=1-3', false],
  lifetimes: ['shop', 'view=lifetimes&metric=total', false],
  sizes: ['shop', 'view=sizes&metric=total', false],
  diff: ['diff', '', false],
  'compared-tree': ['compared', 'view=tree&order=root&metric=total', true],
  'compared-flame': ['compared', 'view=flame&order=root&metric=total', false],
  'compared-timeline': ['overtime', 'view=timeline&metric=total', false],
  'noise-tree': ['noisy', 'view=tree&order=root&metric=total', true],
  'noise-flame': ['noisy', 'view=flame&order=root&metric=total', false],
  'noise-table': ['noisy', 'view=table&metric=grown-total', false],
  'noise-sandwich': ['noisy', 'view=sandwich&metric=total&frame=shop.Orders.place+(Orders.java:41)',
    false],
  'noise-diff': ['noisy', 'view=diff&metric=total', false],
};

/** The share of the pixels in which two pictures differ; 1 where their sizes do. */
function difference(page, one, other) {
  return page.run(async (a, b, most) => {
    const pixels = async base64 => {
      const bytes = Uint8Array.from(atob(base64), c => c.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d');
      context.drawImage(bitmap, 0, 0);
      return context.getImageData(0, 0, bitmap.width, bitmap.height);
    };
    const [first, second] = [await pixels(a), await pixels(b)];
    if (first.width !== second.width || first.height !== second.height) {
      return 1;
    }
    let different = 0;
    for (let i = 0; i < first.data.length; i += 4) {
      const far = [0, 1, 2].some(k => Math.abs(first.data[i + k] - second.data[i + k]) > most);
      different += far ? 1 : 0;
    }
    return different / (first.data.length / 4);
  }, one, other, DIFFERENT);
}

/** The widths of a text in the fonts of the page: equal for equal fonts. */
function font(page) {
  return page.run(() => {
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    return [document.body, document.getElementById('filter')].map(element => {
      context.font = getComputedStyle(element).font;
      return Math.round(context.measureText('shop.Main.main (Main.java:12) 48,000,000').width);
    });
  });
}

async function look(t, name, dark) {
  const [sample, fragment, picks] = VIEWS[name];
  const page = await t.open(sample, fragment, { width: 1180, height: 720, dark });
  if (picks) {
    await page.run(() => document.querySelectorAll('#view .rows .row')[1].click());
  }
  const file = `${name}${dark ? '-dark' : ''}.png`;
  const picture = await page.picture();
  if (process.env.UPDATE) {
    fs.mkdirSync(PICTURES, { recursive: true });
    fs.writeFileSync(path.join(PICTURES, file), picture, 'base64');
    fs.writeFileSync(FONT, `${JSON.stringify(await font(page))}\n`);
    return;
  }
  const same = JSON.stringify(await font(page)) === fs.readFileSync(FONT, 'utf8').trim();
  const before = fs.readFileSync(path.join(PICTURES, file), 'base64');
  const share = await difference(page, before, picture);
  if (share > (same ? SHARE : SHARE_OF_OTHER_FONTS)) {
    const now = path.join(t.work, file);
    fs.writeFileSync(now, picture, 'base64');
    throw new Error(`${file} differs in ${(100 * share).toFixed(1)} % of its pixels; see ${now}`);
  }
}

for (const name of Object.keys(VIEWS)) {
  for (const dark of [false, true]) {
    module.exports[`${name}${dark ? ', dark' : ''}`] = t => look(t, name, dark);
  }
}
