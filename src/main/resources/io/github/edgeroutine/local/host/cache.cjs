// SPDX-License-Identifier: Apache-2.0
'use strict';

const entries = new Map();

function key(resource) {
  return resource instanceof Request ? resource.url : new URL(String(resource)).href;
}

/**
 * The cache of the edge, in memory and empty at first. Entries do not expire, because the process runs only for
 * seconds.
 */
const cache = {
  async put(resource, response) {
    const { status, statusText, headers } = response;
    entries.set(key(resource), { body: await response.arrayBuffer(), status, statusText, headers: [...headers] });
  },

  /** Undefined if the entry is missing. */
  async get(resource) {
    const entry = entries.get(key(resource));
    return entry && new Response(entry.body.byteLength === 0 ? null : entry.body, entry);
  },

  async delete(resource) {
    return entries.delete(key(resource));
  },
};

module.exports = { cache };
