// SPDX-License-Identifier: Apache-2.0
'use strict';

const assert = require('node:assert/strict');
const path = require('node:path');

const HOST = path.resolve(__dirname, '../../../main/resources/io/github/edgeroutine/local/host');
const { Worker } = require(path.join(HOST, 'worker.cjs'));

function worker(text, options) {
  return new Worker({ path: '/code/index.js', text, modules: false, hosts: [], millis: 1000, ...options });
}

/** A worker that has loaded. */
async function loaded(text, options) {
  const made = worker(text, options);
  assert.deepEqual(await made.load(), { type: 'loaded' });
  return made;
}

/** What a script answers to one request. */
async function answer(text, url = 'https://www.example.com/', options = {}) {
  return (await loaded(text, options)).ask(url);
}

/** The body of the answer of a function (event) => answer. */
async function body(handler, options) {
  const { type, body: text, message } = await answer(`addEventListener('fetch', e => e.respondWith((${handler})(e)))`, undefined, options);
  assert.equal(type, 'answered', message);
  return text;
}

module.exports = { answer, body, HOST, loaded, worker };
