// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// Everything that is known of what was chosen: a site, or the sites below a frame.
(function (jdhat) {
  'use strict';

  const { el, fill, byId } = jdhat.dom;
  const { count, percent, error, time, many, UNKNOWN } = jdhat.units;
  const STACK_SHOWN = 400;

  /**
   * Shows it beside the view.
   *
   * @param chosen { title, profile, points, frames: indices of the frames that it stands for }
   */
  function show(app, chosen) {
    const aside = byId('details');
    aside.hidden = !chosen;
    if (!chosen) {
      return;
    }
    const { profile, points } = chosen;
    const one = points.length === 1 ? points[0] : -1;
    const stack = one >= 0 && chosen.whole !== false ? wholeStack(profile, one) : chosen.frames;
    fill(aside, el('div', { class: 'detailshead' }, el('h2', {}, chosen.title),
      el('button', { type: 'button', class: 'quiet', 'aria-label': 'Close the details',
        'data-keep': 'details-close', click: () => app.choose(null) }, '×')),
    el('p', { class: 'faint' }, one < 0 ? many(points.length, 'site')
      : app.comparison && profile === app.comparison.before
        ? 'One site of the earlier profile, gone' : 'One site'),
    figureList(app, chosen, one), accessList(profile, one),
    stackList(app, profile, stack), ageBars(app, profile, one), sizeBars(app, profile, one));
    aside.scrollTop = 0;
  }

  function wholeStack(profile, point) {
    return [...profile.stacks.subarray(profile.stackStart[point], profile.stackStart[point + 1])];
  }

  function figureList(app, chosen, one) {
    const { profile, points } = chosen;
    const rows = [['Total', 'tb', 'tbk'], ['At t-gmax', 'gb', 'gbk'], ['At t-end', 'eb', 'ebk']];
    if (one >= 0) {
      rows.splice(1, 0, [profile.extra(one).maxLowerBound ? 'Max, at least' : 'Max', 'mb', 'mbk']);
    }
    const list = el('dl', { class: 'figures' });
    const say = (name, ...text) => list.append(el('dt', {}, name), el('dd', {}, text));
    for (const [name, bytes, blocks] of rows) {
      if (profile[bytes]) {
        say(name, ...amount(profile, points, bytes, blocks), ...change(app, chosen, name));
      }
    }
    means(profile, points, one).forEach(([name, text]) => say(name, text));
    return list;
  }

  /** What it was before, where the page compares two profiles and both have it. */
  function change(app, chosen, name) {
    const by = { Total: 'total', 'At t-gmax': 'peak', 'At t-end': 'end' }[name];
    if (!app.comparison || chosen.profile !== app.profile || !by) {
      return [];
    }
    const { sumsOf, words } = jdhat.changes;
    return [el('span', { class: 'faint below' }, words(sumsOf(app, chosen, by, false)))];
  }

  function amount(profile, points, bytes, blocks) {
    const { columnSum } = jdhat.metrics;
    const figure = columnSum(profile, bytes, points);
    const number = columnSum(profile, blocks, points).value;
    return Number.isNaN(figure.value) ? [UNKNOWN]
      : [`${count(figure.value)} ${profile.bytesName}`,
        el('span', { class: 'faint' }, ` ${error(figure.value, figure.error)}`), el('br'),
        el('span', { class: 'faint' }, `in ${count(number)} ${profile.blocksName}`)];
  }

  function means(profile, points, one) {
    const sum = key => jdhat.metrics.columnSum(profile, key, points).value;
    const blocks = sum('tbk');
    const list = [['Average size', blocks > 0 ? `${count(sum('tb') / blocks)} `
      + profile.bytesName : UNKNOWN]];
    if (profile.lifetimes) {
      const mean = sum('tl') / blocks;
      list.push(['Average lifetime', `${time(mean, profile)}`
        + ` (${percent(mean, profile.timeAtEnd)} of the run)`]);
    }
    if (profile.accesses) {
      for (const [name, key] of [['Reads', 'rb'], ['Writes', 'wb']]) {
        list.push([name, `${count(sum(key))} ${profile.bytesName}`
          + ` (${(sum(key) / sum('tb')).toFixed(2)} per byte)`]);
      }
    }
    return one >= 0 && profile.extension ? list.concat(lives(profile, one)) : list;
  }

  function lives(profile, one) {
    const list = [];
    const temporary = profile.temporary(one);
    if (profile.lifetimes) {
      list.push(['Temporary', `${count(temporary)} ${profile.blocksName}`
        + ` (${percent(temporary, profile.tbk[one])})`]);
    }
    for (const [name, which] of [['Age of what is alive', 'survivorAges'],
      ['Age at death', 'deathAges']]) {
      const ages = profile.ages(one, which);
      if (ages) {
        list.push([name, ages[0] === ages[2] ? many(ages[0], 'collection')
          : `${ages[0]} to ${ages[2]} collections, mean ${ages[1].toFixed(1)}`]);
      }
    }
    list.push(['Samples', count(profile.extra(one).samples)]);
    return list;
  }

  /** DHAT's counts of accesses, byte by byte: -N, M stands for N times M. */
  function accessList(profile, one) {
    const counts = one >= 0 && profile.accesses ? profile.points[one].acc : null;
    if (!Array.isArray(counts)) {
      return null;
    }
    const lines = [];
    let offset = 0;
    for (let i = 0; i < counts.length; i++) {
      const times = counts[i] < 0 ? -counts[i++] : 1;
      lines.push([offset, offset + times - 1, counts[i]]);
      offset += times;
    }
    return el('div', {}, el('h3', {}, 'Accesses by byte'), el('ul', { class: 'accesses' },
      lines.map(([from, to, n]) => el('li', {}, `${from === to ? from : `${from}–${to}`}: `
        + (n >= 65535 ? '65,535 or more' : count(n))))));
  }

  function stackList(app, profile, frames) {
    const shown = frames.slice(0, STACK_SHOWN);
    return frames.length === 0 ? null : el('div', {}, el('h3', {}, 'Frames'),
      el('ol', { class: 'stack' }, shown.map(frame => frameItem(app, profile.frames[frame]))),
    frames.length > shown.length
      ? el('p', { class: 'faint' }, `and ${count(frames.length - shown.length)} more`) : null);
  }

  function frameItem(app, text) {
    const test = testOf(text);
    return el('li', {},
      el('button', { type: 'button', class: 'frame', title: `Only with: ${test}`,
        'data-keep': `with ${text}`, click: () => app.addTest(test) }, text),
      el('button', { type: 'button', class: 'quiet', title: `Only without: !${test}`,
        'aria-label': `Only without ${text}`, 'data-keep': `without ${text}`,
        click: () => app.addTest(`!${test}`) }, '−'));
  }

  /** The test that a click on a frame stands for. */
  function testOf(frame) {
    const ending = [' (class)', ' (ad hoc)'].find(each => frame.endsWith(each));
    const { quoted } = jdhat.filter;
    return ending ? `class:${quoted(frame.slice(0, -ending.length))}` : `frame:${quoted(frame)}`;
  }

  function ageBars(app, profile, one) {
    const ages = profile === app.profile && app.parts.ages ? app.parts.ages.get(one) : null;
    if (!ages) {
      return null;
    }
    const rows = [...ages.died.map(([age, blocks]) => ({ label: `died at ${count(age)}`,
      value: blocks, text: count(blocks), other: true })),
    ...ages.alive.map(([age, blocks]) => ({ label: `alive at ${count(age)}`, value: blocks,
      text: count(blocks) }))];
    return jdhat.chart.bars('Ages in collections', ['Age', 'Blocks'], rows);
  }

  function sizeBars(app, profile, one) {
    const sizes = profile === app.profile && app.parts.sizes ? app.parts.sizes.get(one) : null;
    return !sizes ? null : jdhat.chart.bars('Sizes of blocks', ['From bytes', 'Blocks'],
      sizes.map(([size, blocks]) => ({ label: count(size), value: blocks, text: count(blocks) })));
  }

  /** A site in a line: its class, and where it is allocated. */
  function titleOf(profile, point) {
    return profile.typeName(point) || profile.leaf(point) || '[no frames]';
  }

  jdhat.details = { show, testOf, titleOf };
})(globalThis.jdhat = globalThis.jdhat || {});
