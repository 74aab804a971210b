// SPDX-License-Identifier: Apache-2.0
'use strict';

/** Without an option, the content is text. The documents describe only `html` set to true or false. */
function content(data, option) {
  return option?.html === true
    ? String(data)
    : String(data).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** The methods of all parts of a page. `raw` is the source text. */
class Node {
  #before = '';
  #after = '';
  #replacement;

  constructor(raw) {
    this.raw = raw;
    this.removed = false;
  }

  before(data, option) {
    this.#before += content(data, option);
  }

  after(data, option) {
    this.#after = content(data, option) + this.#after;
  }

  replace(data, option) {
    this.removed = true;
    this.#replacement = content(data, option);
  }

  remove() {
    this.removed = true;
    this.#replacement = '';
  }

  shown() {
    return this.raw;
  }

  toString() {
    return this.#before + (this.#replacement ?? this.shown()) + this.#after;
  }
}

class TextChunk extends Node {
  constructor(raw, end = new TextChunk('', null)) {
    super(raw);
    this.text = raw;
    this.lastInTextNode = end === null;
    this.end = end;
  }

  toString() {
    return super.toString() + (this.end ?? '');
  }
}

class Comment extends Node {
  constructor(raw, text) {
    super(raw);
    this.original = text;
    this.text = text;
  }

  shown() {
    return this.text === this.original ? this.raw : `<!--${this.text}-->`;
  }
}

class Doctype extends Node {
  constructor(raw) {
    super(raw);
    const [, name = '', kind = '', first = null, second = null] =
      /^<!doctype\s+([^\s>]+)(?:\s+(public|system))?(?:\s+["']([^"']*)["'])?(?:\s+["']([^"']*)["'])?/i.exec(raw) ?? [];
    const isPublic = kind.toLowerCase() === 'public';
    this.name = name;
    this.publicId = isPublic ? first : null;
    this.systemId = isPublic ? second : first;
  }
}

class Docend {
  #text = '';

  append(data, option) {
    this.#text += content(data, option);
  }

  toString() {
    return this.#text;
  }
}

class Element extends Node {
  #attributes;
  #changed = false;
  #prepended = '';
  #appended = '';
  #inner;
  #bare = false;

  constructor(raw, name, attributes, parent) {
    super(raw);
    this.tagName = name.toLowerCase();
    this.namespaceURI = 'http://www.w3.org/1999/xhtml';
    this.parent = parent;
    this.children = [];
    this.close = '';
    this.#attributes = attributes;
  }

  get attributes() {
    return this.#attributes.map((pair) => [...pair])[Symbol.iterator]();
  }

  getAttribute(name) {
    return this.#find(name)?.[1] ?? null;
  }

  hasAttribute(name) {
    return this.#find(name) !== undefined;
  }

  setAttribute(name, value) {
    this.#changed = true;
    const pair = this.#find(name);
    if (pair) {
      pair[1] = String(value);
    } else {
      this.#attributes.push([String(name), String(value)]);
    }
  }

  removeAttribute(name) {
    this.#changed = true;
    this.#attributes = this.#attributes.filter((pair) => pair !== this.#find(name));
  }

  #find(name) {
    return this.#attributes.find(([each]) => each.toLowerCase() === String(name).toLowerCase());
  }

  prepend(data, option) {
    this.#prepended = content(data, option) + this.#prepended;
  }

  append(data, option) {
    this.#appended += content(data, option);
  }

  setInnerContent(data, option) {
    this.#inner = content(data, option);
  }

  removeAndKeepContent() {
    this.removed = true;
    this.#bare = true;
  }

  shown() {
    const inner = this.#prepended + (this.#inner ?? this.children.map(String).join('')) + this.#appended;
    return this.#bare ? inner : this.#tag() + inner + this.close;
  }

  #tag() {
    if (!this.#changed) {
      return this.raw;
    }
    const attributes = this.#attributes.map(([name, value]) => ` ${name}="${value.replace(/"/g, '&quot;')}"`).join('');
    return `<${this.tagName}${attributes}${this.raw.endsWith('/>') ? ' />' : '>'}`;
  }
}

module.exports = { Comment, Docend, Doctype, Element, TextChunk };
