// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// node ways.js FILE: whether a DHAT file of the program AllWays, recorded in exact mode, has the
// counts that the program's own comment promises.
"use strict";
const report = JSON.parse(require("fs").readFileSync(process.argv[2], "utf8"));

const expected = [
  ["plainNew", "Thing", 1000, 24000],
  ["constructor", "Thing", 1000, 24000],
  ["handle", "Thing", 1000, 24000],
  ["cloned", "Thing", 1000, 24000],
  ["array", "byte[]", 1000, 120000],
  ["arrayClone", "byte[]", 1000, 120000],
  ["reflectedArray", "byte[]", 1000, 120000],
  ["multiArray", "int[][]", 1000, 32000],
  ["multiArray", "int[]", 3000, 96000],
  ["humongous", "byte[]", 4, 4 * ((2 << 20) + 16)],
];

function sum(way, type) {
  let blocks = 0;
  let bytes = 0;
  for (const point of report.pps) {
    const frames = point.fs.map(i => report.ftbl[i].replace(/^0x[0-9A-Fa-f]+: /, ""));
    const leaf = frames[0].replace(/ \(class\)$/, "").replace(/^.*\./, "");
    const called = method => frames.some(frame => frame.includes(method + " ("));
    if (leaf === type && called("Ways.measure") && called("Ways." + way)) {
      blocks += point.tbk;
      bytes += point.tb;
    }
  }
  return [blocks, bytes];
}

let failed = 0;
for (const [way, type, blocks, bytes] of expected) {
  const found = sum(way, type);
  if (found[0] !== blocks || found[1] !== bytes) {
    failed++;
    console.log(`${way}, ${type}: ${found[0]} blocks, ${found[1]} bytes,`
      + ` but it is ${blocks} and ${bytes}`);
  }
}
console.log(`checks: ${expected.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
