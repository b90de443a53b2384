// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// node chromium.js DH_VIEW.JS FILE…: as stub.js, in a headless Chromium and for several files.
// Serves the viewer's unmodified page from the loopback address in a frame of a page of ours,
// which hands each FILE to the viewer's own file input, as a person would, and sends back the
// text of every enabled sort metric. Prints "=== label" and the text for each; CHROMIUM names the
// browser (default: chromium).
"use strict";
const { spawn } = require("child_process");
const fs = require("fs");
const http = require("http");
const os = require("os");
const path = require("path");

const [view, ...files] = process.argv.slice(2);
const folder = path.dirname(view);
const profile = fs.mkdtempSync(path.join(os.tmpdir(), "jdhat-chromium-"));
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

// Runs in the browser. The viewer shows its timings last, or an element of class "error".
async function drive(names) {
  const pages = [];
  const until = async condition => {
    while (!condition()) await new Promise(resume => setTimeout(resume, 5));
  };
  for (const [i, name] of names.entries()) {
    const frame = document.createElement("iframe");
    frame.src = "/dh_view.html";
    await new Promise(loaded => {
      frame.onload = loaded;
      document.body.appendChild(frame);
    });
    const page = frame.contentDocument;
    const settled = () => page.querySelector(".error") || page.querySelector(".timings p");
    const text = () => (page.querySelector(".error") || page.querySelector("pre")).textContent;
    const files = new DataTransfer();
    files.items.add(new File([await (await fetch("/data/" + i)).blob()], name));
    page.querySelector("input").files = files.files;
    page.querySelector("input").dispatchEvent(new Event("change"));
    await until(settled);
    const metrics = [];
    for (const option of page.querySelector("select").options) {
      if (option.disabled) continue;
      option.selected = true;
      page.querySelector("select").dispatchEvent(new Event("change"));
      metrics.push({ label: option.label, text: text() });
    }
    pages.push({ name, error: (page.querySelector(".error") || {}).textContent, metrics });
    frame.remove();
  }
  await fetch("/result", { method: "POST", body: JSON.stringify(pages) });
}

function report(pages) {
  let faults = 0;
  for (const { name, error, metrics } of pages) {
    const fault = /^.*(?<![.\w$])(NaN|undefined|Infinity)(?![.\w$]).*$/m;
    const bad = metrics.map(metric => fault.exec(metric.text)).find(found => found);
    if (error || bad) {
      faults++;
      const what = error ? `says "${error}"` : `shows "${bad[0].trim()}"`;
      process.stderr.write(`${name}: the viewer ${what}\n`);
    }
    for (const { label, text } of metrics) process.stdout.write(`=== ${label}\n${text}\n`);
  }
  return faults === 0 && pages.length === files.length ? 0 : 1;
}

function answer(request, response) {
  const url = request.url;
  if (url === "/driver") {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    const names = JSON.stringify(files).replace(/</g, "\\u003c");
    response.end(`<body><script>(${drive})(${names})</script>`);
  } else if (url === "/result") {
    const parts = [];
    request.on("data", part => parts.push(part));
    request.on("end", () => {
      response.end();
      finish(report(JSON.parse(Buffer.concat(parts).toString("utf8"))));
    });
  } else if (url.startsWith("/data/")) {
    fs.createReadStream(files[Number(url.slice(6))]).pipe(response);
  } else if (/^\/dh_view\.(html|js|css)$/.test(url)) {
    response.setHeader("Content-Type", types[path.extname(url)]);
    fs.createReadStream(folder + url).pipe(response);
  } else {
    response.statusCode = 404;
    response.end();
  }
}

let browser;
let status = 1;
// Whatever goes wrong here, the browser must not outlive us.
process.on("uncaughtException", e => {
  process.stderr.write(`chromium.js: ${e.stack}\n`);
  if (browser) browser.kill("SIGTERM");
  process.exit(1);
});
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => finish(1));

function finish(result) {
  status = result;
  server.close();
  server.closeAllConnections();
  browser.kill("SIGTERM");
}

const server = http.createServer(answer).listen(0, "127.0.0.1", () => {
  browser = spawn(process.env.CHROMIUM || "chromium", [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage", "--lang=en-US", `--user-data-dir=${profile}`,
    "--remote-debugging-port=0",
    `http://127.0.0.1:${server.address().port}/driver`,
  ], { stdio: "ignore", env: { ...process.env, TMPDIR: profile } });
  const patience = setTimeout(() => {
    process.stderr.write("chromium.js: no answer from the browser within two minutes\n");
    finish(1);
  }, 120000);
  browser.on("error", e => {
    process.stderr.write(`chromium.js: cannot start Chromium: ${e.message}\n`);
    process.exit(1);
  });
  browser.on("exit", () => {
    clearTimeout(patience);
    server.close();
    process.exitCode = status;
    // Helpers of the browser may write a little longer than it lives.
    fs.rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }, () => {});
  });
});
