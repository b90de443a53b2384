// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// A headless Chromium, asked through the pipe of its debugging protocol.
'use strict';

const { spawn } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');

const PATIENCE = 60000;

/** One browser; close() ends it and removes its files. */
class Browser {
  constructor() {
    this.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jdhat-page-'));
    this.waiting = new Map();
    this.listeners = new Map();
    this.last = 0;
    /** How long an answer may take, in milliseconds. */
    this.patience = PATIENCE;
    this.rest = '';
    this.process = spawn(process.env.CHROMIUM || 'chromium', ['--headless', '--no-sandbox',
      '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--lang=en-US',
      '--hide-scrollbars', '--font-render-hinting=none', '--force-color-profile=srgb',
      `--user-data-dir=${this.folder}`, '--remote-debugging-pipe', 'about:blank'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      env: { ...process.env, TMPDIR: this.folder } });
    this.process.stdio[4].setEncoding('utf8').on('data', text => this.read(text));
    this.process.stdio[3].on('error', () => {});
    this.process.on('error', e => this.fail(`cannot start Chromium: ${e.message}`));
    this.process.on('exit', () => this.fail('Chromium has ended'));
  }

  fail(why) {
    for (const { reject } of this.waiting.values()) {
      reject(new Error(why));
    }
    this.waiting.clear();
  }

  read(text) {
    const messages = (this.rest + text).split('\0');
    this.rest = messages.pop();
    for (const message of messages.map(each => JSON.parse(each))) {
      const answer = this.waiting.get(message.id);
      if (answer) {
        this.waiting.delete(message.id);
        clearTimeout(answer.timer);
        if (message.error) {
          answer.reject(new Error(`${answer.method}: ${message.error.message}`));
        } else {
          answer.resolve(message.result);
        }
      } else if (message.sessionId && this.listeners.has(message.sessionId)) {
        this.listeners.get(message.sessionId)(message.method, message.params);
      }
    }
  }

  send(method, params, sessionId) {
    const id = ++this.last;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${method}: no answer`)),
        this.patience);
      this.waiting.set(id, { resolve, reject, method, timer });
      this.process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  async page() {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new Page(this, targetId, sessionId);
    this.listeners.set(sessionId, (method, params) => page.heard(method, params));
    await Promise.all(['Page', 'Runtime', 'Log', 'Network'].map(domain =>
      page.send(`${domain}.enable`)));
    return page;
  }

  async close() {
    const ended = new Promise(resolve => this.process.on('exit', resolve));
    this.process.kill('SIGTERM');
    await ended;
    // Helpers of the browser may write a little longer than it lives.
    fs.rmSync(this.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/** One tab: what it says on its console, and what it asks the network for, is kept. */
class Page {
  constructor(browser, targetId, sessionId) {
    Object.assign(this, { browser, targetId, sessionId, complaints: [], requests: [] });
  }

  send(method, params) {
    return this.browser.send(method, params || {}, this.sessionId);
  }

  heard(method, params) {
    if (method === 'Runtime.exceptionThrown') {
      const { exception, text } = params.exceptionDetails;
      this.complaints.push(exception && exception.description || text);
    } else if (method === 'Runtime.consoleAPICalled' && ['error', 'warning', 'assert']
      .includes(params.type)) {
      this.complaints.push(params.args.map(arg => arg.value || arg.description).join(' '));
    } else if (method === 'Log.entryAdded' && ['error', 'warning'].includes(params.entry.level)) {
      this.complaints.push(params.entry.text);
    } else if (method === 'Network.requestWillBeSent') {
      this.requests.push(params.request.url);
    } else if (method === 'Page.loadEventFired' && this.loaded) {
      this.loaded();
    }
  }

  /** Opens an address and waits until the page has shown its profile. */
  async open(url, { width = 1280, height = 800, dark = false, scale = 1 } = {}) {
    await this.send('Emulation.setDeviceMetricsOverride', { width, height,
      deviceScaleFactor: scale, mobile: false });
    await this.send('Emulation.setEmulatedMedia', { features: [
      { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }] });
    await this.send('Page.navigate', { url: 'about:blank' });
    const loaded = new Promise(resolve => { this.loaded = resolve; });
    await this.send('Page.navigate', { url });
    await loaded;
    await this.until(() => Boolean(globalThis.jdhat && globalThis.jdhat.ready));
    await this.run(() => globalThis.jdhat.ready);
    await this.settle();
  }

  /** Runs a function in the page with arguments that JSON can carry, and returns what it does. */
  async run(action, ...args) {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', {
      expression: `(${action})(${args.map(arg => JSON.stringify(arg)).join(',')})`,
      awaitPromise: true, returnByValue: true });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception && exceptionDetails.exception.description
        || exceptionDetails.text);
    }
    return result.value;
  }

  /** Waits for a condition in the page, and returns what it is. */
  async until(condition, ...args) {
    const end = Date.now() + this.browser.patience;
    for (;;) {
      const found = await this.run(condition, ...args);
      if (found) {
        return found;
      }
      if (Date.now() > end) {
        throw new Error(`never came true: ${condition}`);
      }
      await this.settle();
    }
  }

  /** Two frames: whatever was asked for is drawn then. */
  settle() {
    return this.run(() => new Promise(resume =>
      requestAnimationFrame(() => requestAnimationFrame(() => resume()))));
  }

  /** Presses a key, such as 'ArrowDown', '/' or 'x'. */
  async key(key, modifiers = 0) {
    const codes = { Enter: 13, Escape: 27, Backspace: 8, Tab: 9, Home: 36, End: 35, PageDown: 34,
      PageUp: 33, ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39, ArrowDown: 40 };
    const text = key.length === 1 ? key : key === 'Enter' ? '\r' : undefined;
    const event = { key, modifiers, windowsVirtualKeyCode: codes[key] || key.charCodeAt(0), text };
    await this.send('Input.dispatchKeyEvent', { type: text ? 'keyDown' : 'rawKeyDown', ...event });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event, text: undefined });
    await this.settle();
  }

  /** Gives a file to an input, as a person does. */
  async giveFile(selector, file) {
    const { result } = await this.send('Runtime.evaluate', {
      expression: `document.querySelector(${JSON.stringify(selector)})` });
    await this.send('DOM.setFileInputFiles', { files: [file], objectId: result.objectId });
  }

  async type(text) {
    await this.send('Input.insertText', { text });
  }

  async mouse(type, x, y) {
    await this.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
  }

  /** The picture of the window, as base64 of a PNG. */
  async picture() {
    await this.settle();
    return (await this.send('Page.captureScreenshot', { format: 'png' })).data;
  }

  async close() {
    await this.browser.send('Target.closeTarget', { targetId: this.targetId });
  }
}

module.exports = { Browser };
