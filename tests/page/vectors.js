// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// tests/filter/vectors.json as the page reads it; FilterVectorsTest does the same in Java.
'use strict';

const assert = require('assert');
const fs = require('fs');
const path = require('path');
const vm = require('vm');

const PARTS = path.join(__dirname, '../../java/src/main/resources/dev/jdhat/page');

/** The parts of the page that need no document, in an object of their own. */
function parts() {
  for (const name of ['units', 'read', 'check', 'profile', 'metrics', 'paths', 'filterwords',
    'filter', 'pairs']) {
    vm.runInThisContext(fs.readFileSync(path.join(PARTS, `${name}.js`), 'utf8'),
      { filename: `${name}.js` });
  }
  return globalThis.jdhat;
}

function failure(jdhat, { filter, position }) {
  try {
    jdhat.filter.parse(filter);
  } catch (e) {
    assert.ok(e instanceof jdhat.filter.FilterError, `${filter}: ${e.stack}`);
    assert.strictEqual(e.position, position, filter);
    return e.message;
  }
  return assert.fail(`${filter} is right`);
}

/** Throws where the page does not agree; returns how many vectors there are. */
function check() {
  const jdhat = parts();
  const vectors = JSON.parse(fs.readFileSync(path.join(__dirname, '../filter/vectors.json')));
  const profile = new jdhat.Profile(vectors.profile, 'vectors');
  for (const { filter, points } of vectors.accepted) {
    const { accepts } = jdhat.filter.parse(filter);
    const accepted = [...profile.tb.keys()].filter(point => {
      const at = { profile, point };
      return accepts({ ...at, now: at, before: null, pair: false, state: '' });
    });
    assert.deepStrictEqual(accepted, points, filter);
  }
  for (const vector of vectors.wrong) {
    assert.strictEqual(failure(jdhat, vector), [
      `${vector.message} at character ${vector.position + 1} of`,
      `  ${vector.filter.replace(/\t/g, ' ')}`, `  ${' '.repeat(vector.position)}^`].join('\n'));
  }
  for (const vector of vectors.noPattern) {
    const message = failure(jdhat, vector);
    assert.ok(message.startsWith(vector.message), message);
  }
  const comparison = new jdhat.Comparison(new jdhat.Profile(vectors.before, 'before'),
    new jdhat.Profile(vectors.after, 'after'), 'end');
  for (const { filter, leaves } of vectors.two) {
    const { accepts } = jdhat.filter.parse(filter);
    assert.deepStrictEqual(comparison.sites.filter(accepts)
      .map(site => site.profile.leaf(site.point)).sort(), leaves, filter);
  }
  return ['accepted', 'wrong', 'noPattern', 'two'].reduce((sum, key) => sum + vectors[key].length, 0);
}

module.exports = { check };

if (require.main === module) {
  process.stdout.write(`${check()} vectors\n`);
}
