// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// Serves the page as jdhat view does, on the loopback address.
'use strict';

const fs = require('fs');
const http = require('http');
const path = require('path');
const zlib = require('zlib');

/**
 * @param document gives the page document that is current; one of another time `te` is another
 * @returns { address, asked(): how often the page has asked, close() }
 */
async function serve(work, document) {
  let asked = 0;
  const server = http.createServer((request, response) => {
    if (request.url === '/token/data') {
      asked++;
      const now = document();
      const tag = `"${now.profile.te}"`;
      if (request.headers['if-none-match'] === tag) {
        response.statusCode = 304;
        response.end();
        return;
      }
      response.setHeader('ETag', tag);
      response.setHeader('Content-Encoding', 'gzip');
      response.end(zlib.gzipSync(JSON.stringify(now)));
    } else if (request.url === '/token/') {
      response.setHeader('Content-Type', 'text/html');
      fs.createReadStream(path.join(work, 'served.html')).pipe(response);
    } else {
      response.statusCode = 204;
      response.end();
    }
  });
  await new Promise(resume => server.listen(0, '127.0.0.1', resume));
  return { address: `http://127.0.0.1:${server.address().port}/token/`, asked: () => asked,
    close() {
      server.close();
      server.closeAllConnections();
    } };
}

module.exports = { serve };
