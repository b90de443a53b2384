// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// node test.js CLASSES WORK [PART…]: the viewer's page in a headless Chromium. CLASSES has
// dev.jdhat.page compiled; WORK is a folder for pages and for pictures that differ; PART names
// files of cases/, without any all of PARTS. JAVA names java, AXE the file axe.js, UPDATE=1 makes
// pictures the baselines.
'use strict';

const { execFileSync } = require('child_process');
const fs = require('fs');
const path = require('path');
const { Browser } = require('./browser');
const samples = require('./samples');
const vectors = require('./vectors');

const PARTS = ['views', 'compared', 'noise', 'overtime', 'selection', 'files', 'safety', 'keys',
  'refresh', 'quiet', 'layout', 'looks', 'speed'];

const [classes, work, ...chosen] = process.argv.slice(2);

function makePages() {
  const documents = {
    shop: samples.shopPage(), sampled: { profile: samples.sampled() },
    bare: { profile: samples.shop() }, valgrind: { profile: samples.valgrind() },
    adhoc: { profile: samples.adHoc() }, evil: samples.evil(),
    diff: { profile: samples.shop(2), against: samples.shop() },
    compared: samples.compared(), noisy: samples.noisy(), chance: samples.chance(),
    overtime: samples.overTime(),
    many: { profile: samples.many(100000) },
  };
  fs.mkdirSync(work, { recursive: true });
  for (const [name, document] of Object.entries(documents)) {
    fs.writeFileSync(path.join(work, `${name}.json`), JSON.stringify(document));
  }
  fs.writeFileSync(path.join(work, 'empty.json'), '');
  execFileSync(process.env.JAVA || 'java', ['-cp', classes, path.join(__dirname, 'MakePage.java'),
    work], { stdio: 'inherit' });
}

/** What a case has: a page that was opened, and where things are. */
class Place {
  constructor(browser) {
    this.browser = browser;
    this.work = work;
    this.pages = [];
  }

  /** Opens a page made of a sample, at a fragment such as 'view=table'. */
  async open(name, fragment = '', options = {}) {
    const page = await this.browser.page();
    this.pages.push(page);
    await page.open(`file://${path.resolve(work, name)}.html${fragment && `#${fragment}`}`, options);
    return page;
  }

  /** Opens what is at an address. */
  async visit(url) {
    const page = await this.browser.page();
    this.pages.push(page);
    await page.send('Page.navigate', { url });
    await page.until(() => document.readyState === 'complete');
    return page;
  }

  /** Closes all pages; fails when one of them complained on its console. */
  async done() {
    const complaints = this.pages.flatMap(page => page.complaints);
    await Promise.all(this.pages.splice(0).map(page => page.close()));
    if (complaints.length > 0) {
      throw new Error(`the console says: ${complaints.join('; ')}`);
    }
  }
}

async function main() {
  process.stdout.write(`${vectors.check()} vectors of the filter agree\n`);
  makePages();
  const browser = new Browser();
  let failed = 0;
  let passed = 0;
  try {
    for (const part of chosen.length > 0 ? chosen : PARTS) {
      for (const [name, action] of Object.entries(require(`./cases/${part}`))) {
        const place = new Place(browser);
        try {
          await action(place);
          await place.done();
          passed++;
        } catch (e) {
          failed++;
          process.stderr.write(`${part}: ${name}: ${e.stack}\n`);
          await place.done().catch(() => {});
        }
      }
    }
  } finally {
    await browser.close();
  }
  process.stdout.write(`${passed} cases passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

main().then(status => { process.exitCode = status; }, e => {
  process.stderr.write(`${e.stack}\n`);
  process.exitCode = 1;
});
