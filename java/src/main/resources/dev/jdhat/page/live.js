// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// Where the data of the page comes from: the page itself, or the server that it came from.
(function (jdhat) {
  'use strict';

  const EVERY = 3000;

  /** Loads what the page was made with into the app; a page without data waits for a file. */
  async function start(app) {
    const source = jdhat.dom.byId('data');
    if (source.dataset.from) {
      await follow(app, source.dataset.from);
      return;
    }
    const text = source.textContent.trim();
    source.textContent = '';
    if (text !== '') {
      await app.open(new Blob([jdhat.read.fromBase64(text)]), 'The data of this page', 'page');
    }
  }

  /** Asks again as long as the document says that there may be more. */
  async function follow(app, address) {
    let tag = '';
    let answer;
    try {
      answer = await fetch(address, { cache: 'no-store' });
      for (;;) {
        if (answer.status === 200) {
          tag = answer.headers.get('ETag') || '';
          const profile = await answer.blob();
          await jdhat.inputs.released();
          if (!await app.open(profile, 'The profile', 'server')) {
            return;
          }
        } else if (answer.status !== 304) {
          app.say(`The server of this page answers with ${answer.status}; what is shown is the`
            + ' latest that it had.');
          return;
        }
        await new Promise(resume => setTimeout(resume, EVERY));
        answer = await fetch(address, { cache: 'no-store',
          headers: tag ? { 'If-None-Match': tag } : {} });
      }
    } catch {
      app.say('The server of this page has ended; what is shown is the latest that it had.');
    }
  }

  jdhat.live = { start };
})(globalThis.jdhat = globalThis.jdhat || {});
