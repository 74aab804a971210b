// SPDX-License-Identifier: Apache-2.0
'use strict';


const namespaces = new Map();

const READERS = {
  text: (response) => response.text(),
  json: (response) => response.json(),
  arrayBuffer: (response) => response.arrayBuffer(),
  stream: (response) => response.body,
};

/** The key-value store of the edge, in memory and empty at first. */
class EdgeKV {
  #entries;

  constructor(options) {
    const namespace = options?.namespace;
    if (typeof namespace !== 'string' || namespace === '') {
      throw new TypeError('EdgeKV needs a namespace');
    }
    if (!namespaces.has(namespace)) {
      namespaces.set(namespace, new Map());
    }
    this.#entries = namespaces.get(namespace);
  }

  /** Returns a stream, or the given type. Undefined if the key is missing. */
  async get(key, options) {
    const bytes = this.#entries.get(String(key));
    const type = typeof options === 'string' ? options : options?.type ?? 'stream';
    if (!(type in READERS)) {
      throw new TypeError(`EdgeKV has no type ${type}`);
    }
    return bytes === undefined ? undefined : READERS[type](new Response(bytes));
  }

  /** Accepts a response, or every possible body of a response. */
  async put(key, value) {
    const response = value instanceof Response ? value : new Response(value);
    this.#entries.set(String(key), await response.arrayBuffer());
  }

  /** Returns whether the key existed. */
  async delete(key) {
    return this.#entries.delete(String(key));
  }
}

module.exports = { EdgeKV };
