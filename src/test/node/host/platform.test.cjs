// SPDX-License-Identifier: Apache-2.0
'use strict';

const assert = require('node:assert/strict');
const http = require('node:http');
const { test } = require('node:test');
const { answer, body } = require('./worker.cjs');

test('nothing of Node.js is there but what a worker has', async () => {
  assert.equal(
    await body("() => ['process', 'require', 'module', 'Buffer', 'global', 'setImmediate', '__dirname'].filter(n => n in globalThis).join()"),
    '');
});

test('EdgeKV keeps what was put, and reads it in four ways', async () => {
  assert.equal(await body(`async () => {
    const kv = new EdgeKV({ namespace: 'shop' });
    await kv.put('a', '{"n": 1}');
    await kv.put('b', new Response('streamed').body);
    const same = new EdgeKV({ namespace: 'shop' });
    return JSON.stringify([
      await same.get('a', { type: 'text' }), (await same.get('a', { type: 'json' })).n,
      (await same.get('a', { type: 'arrayBuffer' })).byteLength, await new Response(await same.get('b')).text(),
      await same.get('none') === undefined, await new EdgeKV({ namespace: 'other' }).get('a') === undefined,
      await same.delete('a'), await same.delete('a'),
    ]);
  }`), JSON.stringify(['{"n": 1}', 1, 8, 'streamed', true, true, true, false]));
  assert.match(await body("() => { try { new EdgeKV({}); } catch (e) { return e.message; } }"), /namespace/);
});

test('the cache gives back what was put, as often as it is asked', async () => {
  assert.equal(await body(`async () => {
    await cache.put('http://a.example.com/x', new Response('cached', { status: 203, headers: { 'cache-control': 'max-age=10' } }));
    const key = new Request('http://a.example.com/x');
    const first = await cache.get(key);
    const second = await cache.get('http://a.example.com/x');
    return JSON.stringify([
      await first.text(), await second.text(), second.status, second.headers.get('cache-control'),
      await cache.get('http://a.example.com/y') === undefined, await cache.delete(key), await cache.delete(key),
    ]);
  }`), JSON.stringify(['cached', 'cached', 203, 'max-age=10', true, true, false]));
});

test('a host that is not allowed is noted, whatever the code makes of it', async () => {
  const code = `addEventListener('fetch', e => e.respondWith(
    fetch('http://origin.example.com/a', { cdnProxy: true }).catch(() => 'without origin')))`;

  const { body: text, asked } = await answer(code);

  assert.deepEqual([text, asked], ['without origin', ['origin.example.com']]);
});

test('an allowed host is asked, with the body of the request, and a redirect leads to no other host', async () => {
  const server = http.createServer((request, response) => {
    if (request.url === '/away') {
      response.writeHead(302, { location: 'http://other.example.com/' }).end();
    } else if (request.url === '/again') {
      response.writeHead(302, { location: '/echo' }).end();
    } else {
      request.pipe(response);
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${server.address().port}`;
  try {
    const ask = (options) => answer(`addEventListener('fetch', e => e.respondWith(${options}))`, undefined, { hosts: [host] });

    const stream = `new Response('sent').body`;
    assert.equal((await ask(`fetch('http://${host}/echo', { method: 'POST', body: ${stream}, decompress: 'manual' })`)).body, 'sent');
    assert.equal((await ask(`fetch('http://${host}/again')`)).status, 200);
    assert.equal((await ask(`fetch('http://${host}/away', { redirect: 'manual' })`)).status, 302);
    assert.deepEqual((await ask(`fetch('http://${host}/away')`)).asked, ['other.example.com']);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
