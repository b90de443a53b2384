// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// Numbers for a reader: the same words and digits whatever the browser's language is.
(function (jdhat) {
  'use strict';

  const UNKNOWN = '–';
  const digits = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
  const STEPS = [[2 ** 40, 'TiB'], [2 ** 30, 'GiB'], [2 ** 20, 'MiB'], [2 ** 10, 'KiB']];

  /** As in 1,256; a dash for what is not known. */
  function count(number) {
    return Number.isFinite(number) ? digits.format(Math.round(number)) : UNKNOWN;
  }

  /** A signed number: +1,256. */
  function signed(number) {
    return Number.isNaN(number) ? UNKNOWN : `${number > 0 ? '+' : number < 0 ? '−' : ''}`
      + count(Math.abs(number));
  }

  /** A few digits of bytes, for an axis: 1.5 MiB. */
  function shortBytes(number) {
    const step = STEPS.find(([size]) => Math.abs(number) >= size);
    return step ? `${few(number / step[0])} ${step[1]}` : `${few(number)} B`;
  }

  /** A few digits of a number, for an axis: 1.5 M. */
  function shortCount(number) {
    for (const [size, name] of [[1e12, 'T'], [1e9, 'G'], [1e6, 'M'], [1e3, 'k']]) {
      if (Math.abs(number) >= size) {
        return `${few(number / size)} ${name}`;
      }
    }
    return few(number);
  }

  function few(number) {
    const size = Math.abs(number);
    return number.toFixed(size >= 100 || Number.isInteger(number) ? 0 : size >= 10 ? 1 : 2)
      .replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
  }

  /** As in 12.5 %; a dash where the whole is 0 or one of them is not known. */
  function percent(part, whole) {
    return whole > 0 && Number.isFinite(part) ? `${(100 * part / whole).toFixed(1)} %` : UNKNOWN;
  }

  /** One standard error in per cent of its figure, as in ± 3 %; empty where exact. */
  function error(figure, standardError) {
    if (!(standardError > 0) || !(figure > 0)) {
      return '';
    }
    const share = 100 * standardError / figure;
    return `± ${share.toFixed(share < 10 ? 1 : 0)} %`;
  }

  /** A time in the units of the profile: µs are shown as ms, s, min or h. */
  function time(amount, profile) {
    if (!Number.isFinite(amount)) {
      return UNKNOWN;
    }
    if (profile.timeUnit !== 'µs') {
      return amount >= 1e6 ? `${few(amount / 1e6)} ${profile.megaTimeUnit}`
        : `${count(amount)} ${profile.timeUnit}`;
    }
    return micros(amount);
  }

  /** As in 0 s, 12 µs, 3.5 ms, 2.6 s, 3 min 20 s, 5 h 2 min. */
  function micros(amount) {
    if (amount === 0) {
      return '0 s';
    }
    const seconds = Math.floor(amount / 1e6);
    if (seconds < 1) {
      return amount < 1000 ? `${few(amount)} µs` : `${few(amount / 1000)} ms`;
    }
    if (seconds < 60) {
      return `${(amount / 1e6).toFixed(1)} s`;
    }
    return seconds < 3600 ? `${Math.floor(seconds / 60)} min ${seconds % 60} s`
      : `${Math.floor(seconds / 3600)} h ${Math.floor(seconds / 60) % 60} min`;
  }

  /** "1 site", "12 sites". */
  function many(number, one, more) {
    return `${count(number)} ${number === 1 ? one : more || `${one}s`}`;
  }

  jdhat.units = { UNKNOWN, count, signed, shortBytes, shortCount, percent, error, time, micros,
    many };
})(globalThis.jdhat = globalThis.jdhat || {});
