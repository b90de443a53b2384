// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// What stands above the views: whose profile it is, its sums, and what to know of them.
(function (jdhat) {
  'use strict';

  const { el, fill, byId } = jdhat.dom;
  const { count, error, time, micros, many, UNKNOWN } = jdhat.units;

  /** Draws the head of the page for a profile. */
  function show(app) {
    const { profile } = app;
    byId('command').textContent = profile.command || profile.name;
    document.title = `${profile.command || profile.name} – jdhat`;
    byId('facts').textContent = (app.comparison
      ? ['the later of two profiles', ...facts(app.comparison.after)] : facts(profile)).join(' · ');
    byId('bytesname').textContent = profile.bytesName;
    byId('blocksname').textContent = profile.blocksName;
    fill(byId('sums'), sums(profile));
    const list = notes(profile, app.parts);
    byId('notes').hidden = list.length === 0;
    fill(byId('notes').querySelector('ul'), list.map(text => el('li', {}, text)));
  }

  function facts(profile) {
    const list = [profile.mode, `pid ${profile.pid}`, `${time(profile.timeAtEnd, profile)} long`];
    if (profile.lifetimes) {
      list.push(`t-gmax at ${time(profile.timeAtPeak, profile)}`);
    }
    list.push(many(profile.size, 'site'));
    const { extension } = profile;
    if (extension) {
      if (extension.exact) {
        list.push('exact');
      } else if (profile.sampled) {
        list.push(`sampled${intervals(extension.sampling)}`);
      }
      if (extension.collector) {
        list.push(String(extension.collector));
      }
    }
    return list;
  }

  function intervals(sampling) {
    return !sampling || !(sampling.least > 0) ? '' : ` every ${size(sampling.least)}`
      + (sampling.least === sampling.greatest ? '' : ` to ${size(sampling.greatest)}`);
  }

  function size(bytes) {
    return jdhat.units.shortBytes(bytes);
  }

  function sums(profile) {
    const all = Int32Array.from({ length: profile.size }, (_, i) => i);
    const rows = [['Total', 'tb', 'tbk'], ['At t-gmax', 'gb', 'gbk'], ['At t-end', 'eb', 'ebk'],
      ['Reads', 'rb', ''], ['Writes', 'wb', '']];
    return rows.filter(([, bytes]) => profile[bytes]).map(([name, bytes, blocks]) => {
      const sum = jdhat.metrics.columnSum(profile, bytes, all);
      const given = (profile.extension && profile.extension.errors || {})[bytes];
      const number = blocks ? jdhat.metrics.columnSum(profile, blocks, all).value : NaN;
      return el('div', { class: 'sum' }, el('dt', {}, name), el('dd', {},
        el('strong', {}, Number.isNaN(sum.value) ? UNKNOWN
          : `${count(sum.value)} ${profile.bytesName}`),
        el('span', { class: 'faint' }, ` ${error(sum.value, given > 0 ? given : sum.error)}`),
        blocks ? el('span', { class: 'faint below' }, `in ${count(number)} ${profile.blocksName}`)
          : ''));
    });
  }

  /** Sentences, as the report on the terminal has them. */
  function notes(profile, parts) {
    const list = [words(profile)];
    if (parts.folded) {
      list.push(folded(profile, parts.folded));
    }
    const { extension } = profile;
    if (!extension) {
      return list;
    }
    if (extension.attached) {
      list.push('Attached to a running JVM: t-end is what was allocated since the start and still'
        + ' there; older blocks are not known.');
    }
    if (profile.sampled) {
      list.push('Figures are estimates: ± is one standard error.');
    } else if (!extension.exact && extension.olderThreads > 0) {
      list.push(`Figures are exact except ${many(extension.olderThreads, 'thread')} older than the`
        + ' agent.');
    }
    if (profile.lifetimes) {
      list.push(...peaks(profile, extension), ...ending(extension));
    }
    list.push(...losses(extension));
    const said = Array.isArray(extension.notes) ? extension.notes : [];
    return list.concat(said.map(note => `Note: ${note}`));
  }

  /** What the words of the page mean, for those who see them for the first time. */
  function words(profile) {
    return `A site is a place in the program that allocates: a stack${profile.types.length > 1
      ? ' and a class' : ''}.${profile.lifetimes ? ' t-gmax is the moment when the most was there,'
      + ' t-end the end of the run.' : ''}`;
  }

  function folded(profile, part) {
    const amount = sum => sum ? `${count(sum.bytes)} ${profile.bytesName}` : UNKNOWN;
    const share = Number((100 * part.threshold).toPrecision(3));
    return `${many(part.points, 'site')} below ${share} % in`
      + ` every metric ${part.points === 1 ? 'is' : 'are'} folded into [folded]: total`
      + ` ${amount(part.total)}${part.peak ? `, at t-gmax ${amount(part.peak)}` : ''}`
      + `${part.end ? `, at t-end ${amount(part.end)}` : ''}.`;
  }

  function peaks(profile, extension) {
    const list = [];
    const { livePeak, occupiedPeak } = extension;
    if (extension.peak === 'live' && occupiedPeak) {
      list.push(`The peak with garbage was ${count(occupiedPeak.bytes)} ${profile.bytesName} at`
        + ` ${micros(occupiedPeak.time)}.`);
    } else if (extension.peak === 'occupied' && livePeak) {
      list.push(`At t-gmax counts garbage; the peak without it was ${count(livePeak.bytes)}`
        + ` ${profile.bytesName} at ${micros(livePeak.time)}.`);
    }
    if (extension.liveAtAll === false) {
      list.push('The live peak is an upper bound: no collection was seen.');
    } else if (livePeak && livePeak.upperBound) {
      list.push('The live peak is an upper bound: young collections only.');
    }
    if (extension.thinned) {
      list.push('Live figures are estimates: only some blocks were watched, to bound the agent\'s'
        + ' memory.');
    }
    return list;
  }

  function ending(extension) {
    const said = {
      'not-finished': 'The final collection was not finished: garbage may be in t-end.',
      off: 'The final collection was off: garbage may be in t-end.' };
    const word = extension.finalCollection;
    const list = said[word] ? [said[word]] : [];
    if (extension.ending === 'open') {
      list.push('The recording has no end: the target was killed or is still running.');
    }
    return list;
  }

  function losses(extension) {
    const fates = { lost: 'were lost for want of room: totals are lower bounds',
      dropped: 'were dropped: samples drawn before the start',
      untracked: 'could not be watched: live figures are without them',
      folded: 'are folded into [other stacks]' };
    const list = Object.entries(fates)
      .filter(([key]) => extension[key] && extension[key].blocks > 0)
      .map(([key, fate]) => `${count(extension[key].bytes)} bytes in`
        + ` ${count(extension[key].blocks)} blocks ${fate}.`);
    if (extension.compacted) {
      list.push('The recording was compacted: maxima of program points are lower bounds.');
    }
    return list;
  }

  jdhat.notes = { show };
})(globalThis.jdhat = globalThis.jdhat || {});
