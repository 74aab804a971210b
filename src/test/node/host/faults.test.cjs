// SPDX-License-Identifier: Apache-2.0
'use strict';

const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const path = require('node:path');
const { test } = require('node:test');
const { answer, HOST, worker } = require('./worker.cjs');

const refusal = (text, options) => worker(text, options).load();

test('a syntax error is told with its line, its column and the line itself', async () => {
  assert.deepEqual(await refusal("addEventListener('fetch', handle);\nfunction handle(event: FetchEvent) {\n}\n"), {
    type: 'refused', kind: 'syntax', message: "SyntaxError: Unexpected token ':'", line: 2, column: 22,
    source: 'function handle(event: FetchEvent) {',
  });
});

test('of a long line a part around the error is shown', async () => {
  const { line, column, source } = await refusal(`${'a=1;'.repeat(100)}if(;${'b=2;'.repeat(10000)}`);

  assert.deepEqual([line, column], [1, 404]);
  assert.ok(source.length <= 100 && source.includes('if(;'), source);
  assert.deepEqual((await refusal(`${'a=1;'.repeat(10000)}if(;`)).column, 0);
});

test('a syntax error in a module is told as such', async () => {
  const head = "import a from 'a';\nexport { b } from 'b';\nexport const c = await a;\n";
  const { kind, message, line, column } = await refusal(
    `${head}export default {\n  fetch() { return new Response(; }\n};`, { modules: true });

  assert.deepEqual([kind, message, line, column], ['syntax', "SyntaxError: Unexpected token ';'", 5, 33]);
});

test('a module is refused where the service runs scripts', async () => {
  for (const text of ['export default { fetch() {} };', "import a from 'a';", 'await 1;\nexport {};']) {
    assert.equal((await refusal(text)).kind, 'module', text);
  }
});

test('an exception while the code loads is told with its places in the code', async () => {
  assert.deepEqual(await refusal('function read() {\n  return missing.value;\n}\nread();'), {
    type: 'refused', kind: 'load', message: 'ReferenceError: missing is not defined', frames: ['2:3', '4:1'],
  });
});

test('what is thrown may be anything', async () => {
  for (const [thrown, message] of [["'text'", 'text'], ['null', 'null'], ["{ message: 'a\\n\\u001bb' }", 'a b'],
    ['{ get message() { throw 1; } }', 'a value that cannot be shown']]) {
    assert.equal((await refusal(`throw ${thrown}`)).message, message);
  }
});

test('an import is refused, also a later one', async () => {
  const words = (name) => `the code imports '${name}', but a routine is one file: use a bundler to include it`;

  assert.equal((await refusal("import a from './a.js'; export default { fetch() {} };", { modules: true })).message, words('./a.js'));
  const later = await answer("addEventListener('fetch', e => e.respondWith(import('node:fs')))");
  assert.deepEqual([later.type, later.message], ['failed', words('node:fs')]);
});

test('code without a handler is refused', async () => {
  assert.deepEqual(await refusal('const a = 1;'), { type: 'refused', kind: 'handler' });
  assert.deepEqual(await refusal('export default {};', { modules: true }), { type: 'refused', kind: 'handler' });
  assert.deepEqual(await refusal("addEventListener('scheduled', () => {});"), { type: 'refused', kind: 'handler' });
});

test('code that never ends to load is refused', async () => {
  const late = { type: 'refused', kind: 'load', message: 'it did not finish in time', frames: [] };

  assert.deepEqual(await refusal('for (;;);', { millis: 100 }), late);
  assert.deepEqual(await refusal('await new Promise(() => {}); export default {};', { modules: true, millis: 100 }), late);
});

test('an exception in a handler is told with its places', async () => {
  assert.deepEqual(await answer("addEventListener('fetch', e => e.respondWith(handle()));\nasync function handle() {\n  null.x;\n}"), {
    type: 'failed', message: "TypeError: Cannot read properties of null (reading 'x')", frames: ['3:8', '1:46'], asked: [], log: [],
  });
});

test('a handler that does not answer is told', async () => {
  const message = async (text, options) => (await answer(text, undefined, options)).message;

  assert.equal(await message("addEventListener('fetch', e => {})"), 'TypeError: no listener called event.respondWith');
  assert.equal(await message("addEventListener('fetch', e => e.respondWith(new Promise(() => {})))", { millis: 100 }),
    'it did not finish in time');
  assert.equal(await message("addEventListener('fetch', e => { e.respondWith('a'); e.respondWith('b'); })"),
    'event.respondWith was called twice');
});

// Node's test runner has handlers of its own for these, so the host runs as the plugin starts it.
test('a failure in the background is logged and ends nothing', async () => {
  const text = `
    addEventListener('fetch', event => {
      event.waitUntil(Promise.reject(new Error('lost')));
      setTimeout(() => { throw new Error('thrown'); }, 1);
      event.respondWith(new Promise(resolve => setTimeout(() => resolve('fine'), 50)));
    });`;
  const messages = [
    { type: 'load', path: 'index.js', text, modules: false, hosts: [], millis: 5000 },
    { type: 'ask', url: 'https://www.example.com/' },
  ];

  const { stdout } = spawnSync(process.execPath, [path.join(HOST, 'main.cjs')], { input: messages.map(m => JSON.stringify(m) + '\n').join('') });
  const [, , { body, log }] = String(stdout).trim().split('\n').map((line) => JSON.parse(line));

  assert.equal(body, 'fine');
  assert.ok(log.includes('uncaught: Error: lost') && log.includes('uncaught: Error: thrown'), log.join());
});
