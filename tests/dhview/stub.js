// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// node stub.js DH_VIEW.JS FILE: loads FILE in Valgrind's own viewer, on a document that has just
// the parts of the DOM which the viewer uses. Prints the page under every enabled sort metric,
// each after a line "=== label". Ends with status 1 and a line on stderr where the viewer reports
// an error or shows NaN or undefined.
"use strict";
const fs = require("fs");
const vm = require("vm");

class Node {
  constructor(tag, text) {
    this.tagName = tag;
    this.data = text;
    this.className = "";
    this.childNodes = [];
    this.parentNode = null;
  }
  appendChild(child) {
    child.parentNode = this;
    this.childNodes.push(child);
    return child;
  }
  cloneNode() {
    const twin = new Node(this.tagName);
    twin.className = this.className;
    return twin;
  }
  replaceChild(fresh, old) {
    this.childNodes[this.childNodes.indexOf(old)] = fresh;
    fresh.parentNode = this;
    old.parentNode = null;
    return old;
  }
  get textContent() {
    return this.data !== undefined ? this.data : this.childNodes.map(c => c.textContent).join("");
  }
  set textContent(text) {
    this.childNodes = [];
    this.appendChild(new Node("#text", String(text)));
  }
  get selectedIndex() {
    return Math.max(0, this.childNodes.findIndex(option => option.isSelected));
  }
  get selected() {
    return this.isSelected === true;
  }
  set selected(on) {
    this.parentNode.childNodes.forEach(option => option.isSelected = false);
    this.isSelected = on;
  }
  find(condition) {
    if (condition(this)) return this;
    for (const child of this.childNodes) {
      const found = child.find(condition);
      if (found) return found;
    }
    return undefined;
  }
}

function fail(message) {
  process.stderr.write(`${process.argv[3]}: ${message}\n`);
  process.exit(1);
}

function shown(body, label) {
  const error = body.find(node => node.className === "error");
  if (error) fail(`the viewer says "${error.textContent}" under "${label}"`);
  // The main section is the second of the page; a name such as Double.NaN in a frame is no fault.
  const text = body.childNodes[1].textContent;
  const bad = /^.*(?<![.\w$])(NaN|undefined|Infinity)(?![.\w$]).*$/m.exec(text);
  if (bad) fail(`the viewer shows "${bad[0].trim()}" under "${label}"`);
  return text;
}

const [view, file] = process.argv.slice(2);
const body = new Node("body");
const page = vm.createContext({
  document: {
    body,
    title: "",
    location: { search: "" },
    createElement: tag => new Node(tag),
    createTextNode: text => new Node("#text", text),
  },
  performance,
  URLSearchParams,
  FileReader: class {
    readAsText(path) {
      const result = fs.readFileSync(path.name, "utf8").replace(/^\uFEFF/, "");
      this.onload({ target: { result } });
    }
  },
});
vm.runInContext(fs.readFileSync(view, "utf8"), page, { filename: view });
page.onLoad();
const input = body.find(node => node.tagName === "input");
const select = body.find(node => node.tagName === "select");
input.files = [{ name: file }];
try {
  input.onchange();
} catch (e) {
  shown(body, "loading");
  throw e;
}
for (const option of select.childNodes) {
  if (option.disabled) continue;
  option.selected = true;
  select.onchange();
  process.stdout.write(`=== ${option.label}\n${shown(body, option.label)}\n`);
}
