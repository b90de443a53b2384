// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// Which sites a filter accepts.
(function (jdhat) {
  'use strict';

  /**
   * { accepted: how many points of a profile the filter accepts, acceptedPoints: by its index
   * whether one is, or null for all }. With a comparison the profile is comparison.both.
   */
  function of({ profile, filter, comparison }) {
    if (filter.text === '') {
      return { accepted: profile.size, acceptedPoints: null };
    }
    const subject = { profile, point: 0, now: null, before: null, pair: false, state: '' };
    subject.now = subject;
    const acceptedPoints = new Uint8Array(profile.size);
    let accepted = 0;
    for (let i = 0; i < profile.size; i++) {
      subject.point = i;
      if (filter.accepts(comparison ? comparison.ofBoth[i] : subject)) {
        acceptedPoints[i] = 1;
        accepted++;
      }
    }
    return { accepted, acceptedPoints };
  }

  jdhat.accepted = { of };
})(globalThis.jdhat = globalThis.jdhat || {});
