// SPDX-License-Identifier: Apache-2.0
'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { answer, loaded } = require('./worker.cjs');

test('a router answers each path in its own way', async () => {
  const shop = await loaded(`
    const routes = [
      [/^\\/$/, () => new Response('home')],
      [/^\\/goods\\/(\\d+)$/, (request, id) => Response.json({ id: Number(id), query: new URL(request.url).searchParams.get('q') })],
      [/^\\/old$/, request => Response.redirect(new URL('/new', request.url), 301)],
    ];
    addEventListener('fetch', event => {
      const { pathname } = new URL(event.request.url);
      for (const [pattern, handler] of routes) {
        const found = pattern.exec(pathname);
        if (found) {
          return event.respondWith(handler(event.request, ...found.slice(1)));
        }
      }
      event.respondWith(new Response('no such page', { status: 404 }));
    });`);

  assert.equal((await shop.ask('https://www.example.com/')).body, 'home');
  assert.deepEqual(JSON.parse((await shop.ask('https://www.example.com/goods/7?q=a')).body), { id: 7, query: 'a' });
  assert.equal((await shop.ask('https://www.example.com/old')).status, 301);
  assert.equal((await shop.ask('https://www.example.com/none')).status, 404);
});

test('a module answers through its exported fetch, which gets request, variables and context', async () => {
  const { status, body } = await answer(`
    export default {
      async fetch(request, env, context) {
        context.waitUntil(Promise.resolve());
        return new Response([request.headers.get('cache-control'), typeof env].join(), { status: 201 });
      },
    };`, undefined, { modules: true });

  assert.deepEqual([status, body], [201, 'no-cache,object']);
});

test('an instance of an exported class answers, and top-level await is waited for', async () => {
  const { body } = await answer(`
    class App { constructor(text) { this.text = text; } fetch() { return new Response(this.text); } }
    const text = await Promise.resolve('later');
    export default new App(text);`, undefined, { modules: true });

  assert.equal(body, 'later');
});

test('the first listener that answers ends the chain', async () => {
  const { body } = await answer(`
    addEventListener('fetch', event => { globalThis.seen = 'a'; });
    addEventListener('fetch', { handleEvent(event) { event.respondWith(seen + 'b'); } });
    addEventListener('fetch', event => event.respondWith('c'));`);

  assert.equal(body, 'ab');
});

test('a listener may answer later', async () => {
  const { body } = await answer(`
    addEventListener('fetch', async event => {
      await new Promise(resolve => setTimeout(resolve, 10));
      event.respondWith(Promise.resolve('late'));
    });`);

  assert.equal(body, 'late');
});

test('a body that streams is read to its end', async () => {
  const { body } = await answer(`
    addEventListener('fetch', event => {
      const { readable, writable } = new TransformStream();
      event.waitUntil(write(writable.getWriter()));
      event.respondWith(new Response(readable.pipeThrough(new TextEncoderStream())));
    });
    async function write(writer) {
      for (const part of ['one ', 'two ', 'drei ü']) {
        await writer.write(part);
      }
      await writer.close();
    }`);

  assert.equal(body, 'one two drei ü');
});

test('a body without an end is cut', async () => {
  const { body } = await answer(`
    addEventListener('fetch', event => event.respondWith(new Response(new ReadableStream({
      pull(controller) { controller.enqueue(new Uint8Array(65536).fill(97)); },
    }))));`);

  assert.equal(body.length, 1024 * 1024);
});

test('headers, cookies and signatures are made as at the edge', async () => {
  const { body } = await answer(`
    addEventListener('fetch', event => event.respondWith(handle(event)));
    async function handle({ request, info }) {
      const headers = new Headers({ 'X-One': '1' });
      headers.append('X-One', '2');
      const key = await crypto.subtle.importKey('raw', new TextEncoder().encode('key'), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
      const signature = new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode('text')));
      return Response.json([headers.get('x-one'), signature.length, btoa('x'), info.scheme, typeof info.remote_addr]);
    }`);

  assert.deepEqual(JSON.parse(body), ['1, 2', 32, 'eA==', 'https', 'string']);
});

test('what the platform makes is of the classes that the code knows', async () => {
  const { body } = await answer(`
    addEventListener('fetch', event => event.respondWith(handle(event)));
    async function handle(event) {
      const json = await new Response('{"a": [1]}').json();
      let error;
      try { new URL('no address'); } catch (e) { error = e; }
      return Response.json([
        json.constructor === Object, json.a instanceof Array, error instanceof TypeError, error instanceof Error,
        !(error instanceof RangeError), new TextEncoder().encode('') instanceof Uint8Array,
        await new Response('').arrayBuffer() instanceof ArrayBuffer, event.request instanceof Request,
        new (class Mine extends Error {})() instanceof Error, self === globalThis,
      ]);
    }`);

  assert.deepEqual(JSON.parse(body), Array(10).fill(true));
});

test('a text is an answer, and nothing else that is no response', async () => {
  assert.equal((await answer("addEventListener('fetch', e => e.respondWith('plain'))")).body, 'plain');
  const { type, message } = await answer("addEventListener('fetch', e => e.respondWith({ status: 200 }))");
  assert.deepEqual([type, message], ['failed', 'the handler answered objectinstead of a Response or a text']);
});

test('what the code logs is kept, in bounds', async () => {
  const { log } = await answer(`
    addEventListener('fetch', event => {
      console.log('%s %d', 'a', 1, { b: [2] });
      for (let i = 0; i < 100; i++) console.warn('x'.repeat(1000));
      event.respondWith('');
    });`);

  assert.equal(log[0], "a 1 { b: [ 2 ] }");
  assert.deepEqual([log.length, log[1].length, log[50]], [51, 300, '(more lines are left out)']);
});
