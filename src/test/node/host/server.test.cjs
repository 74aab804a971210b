// SPDX-License-Identifier: Apache-2.0
'use strict';

const assert = require('node:assert/strict');
const { once } = require('node:events');
const http = require('node:http');
const path = require('node:path');
const { after, test } = require('node:test');
const { HOST, loaded } = require('./worker.cjs');
const { Server } = require(path.join(HOST, 'server.cjs'));

// The host ends with its process, so it closes no server.
const opened = [];
const create = http.createServer;
http.createServer = (listener) => {
  opened.push(create(listener));
  return opened.at(-1);
};
after(() => opened.forEach((server) => {
  server.closeAllConnections();
  server.close();
}));

/** A server of a function (request, event) => answer, and its address. */
async function serve(handler, options) {
  const server = new Server();
  const { port } = await server.listen(0);
  server.use(await loaded(`addEventListener('fetch', e => e.respondWith((${handler})(e.request, e)))`, options));
  return { server, address: `http://127.0.0.1:${port}` };
}

/** What the log says, without the times. */
const lines = (server) => server.look().events.map(({ warning, text }) => (warning ? '! ' : '') + text.replace(/, \d+ ms/, ''));

test('a request comes with its method, address, headers and body, and goes back as the code answers', async () => {
  const { server, address } = await serve(`async request => new Response(
    [request.method, request.url, request.headers.get('x-a'), await request.text()].join(),
    { status: 201, headers: [['Set-Cookie', 'a=1'], ['Set-Cookie', 'b=2'], ['Content-Length', '1']] })`);

  const response = await fetch(`${address}/a?b=c`, { method: 'POST', body: 'text', headers: { 'x-a': 'd' } });

  assert.equal(await response.text(), `POST,${address}/a?b=c,d,text`);
  assert.deepEqual([response.status, [...response.headers].filter(([name]) => name === 'set-cookie')],
    [201, [['set-cookie', 'a=1'], ['set-cookie', 'b=2']]]);
  assert.deepEqual(lines(server), ['POST /a 201']);
});

test('the host that the client names is the host of the address', async () => {
  const { address } = await serve('request => request.url');
  const request = http.get(`${address}/a`, { headers: { host: 'www.example.com' } });
  const [response] = await once(request, 'response');

  assert.deepEqual(String(await response.toArray()), 'http://www.example.com/a');
});

test('a body passes through part by part, in both directions', async () => {
  const { address } = await serve('request => new Response(request.body)');
  const request = http.request(address, { method: 'PUT' });
  request.write('first');
  const [response] = await once(request, 'response');
  const [first] = await once(response, 'data');
  request.end('last');
  const [last] = await once(response, 'data');

  assert.deepEqual([String(first), String(last)], ['first', 'last']);
});

test('an answer to HEAD and one without a body have none', async () => {
  const { server, address } = await serve("request => request.method === 'HEAD' ? 'text' : new Response(null, { status: 204 })");

  assert.equal((await fetch(address, { method: 'HEAD' })).status, 200);
  assert.equal((await fetch(address)).status, 204);
  assert.deepEqual(lines(server), ['HEAD / 200', 'GET / 204']);
});

test('an exception is the answer, and a warning with its place', async () => {
  const { server, address } = await serve('request => { throw new Error("lost"); }');
  const failure = /^Error: lost \(\/code\/index\.js:1:\d+, /;

  const response = await fetch(`${address}/a?secret`);

  assert.equal(response.status, 500);
  assert.match(await response.text(), new RegExp(`^The code failed: ${failure.source.slice(1)}`));
  const [line, ...none] = lines(server);
  assert.match(line, new RegExp(`^! GET /a 500: ${failure.source.slice(1)}`));
  assert.deepEqual(none, []);
});

test('what is thrown decides nothing of the answer', async () => {
  const { address } = await serve("request => { throw request.url.endsWith('a') ? null : { status: 200, code: 'ERR_STREAM_PREMATURE_CLOSE' }; }");

  assert.equal((await fetch(`${address}/a`)).status, 500);
  assert.equal((await fetch(`${address}/b`)).status, 500);
});

test('a body that breaks off breaks the answer off', async () => {
  const { server, address } = await serve(`request => new Response(new ReadableStream({
    pull(controller) { controller.enqueue(new Uint8Array([65])); return Promise.reject(new Error('broken')); } }))`);

  await assert.rejects(fetch(address).then((response) => response.text()));
  assert.match(lines(server)[0], /^! GET \/ 200: Error: broken/);
});

test('a handler and a part of a body that take too long are told', async () => {
  const never = 'new Promise(() => {})';
  const { server, address } = await serve(`request => request.url.endsWith('body')
    ? new Response(new ReadableStream({ pull: () => ${never} })) : ${never}`, { millis: 50 });

  assert.equal(await (await fetch(address)).text(), 'The code failed: it did not finish in time\n');
  await assert.rejects(fetch(`${address}/body`).then((response) => response.text()));
  assert.deepEqual(lines(server), ['! GET / 500: it did not finish in time', '! GET /body 200: it did not finish in time']);
});

test('a client that goes away is no failure of the code, and its stream is given up', async () => {
  const { server, address } = await serve(`request => new Response(new ReadableStream({
    start(controller) { controller.enqueue(new Uint8Array([65])); }, cancel() { console.log('cancelled'); } }))`, { millis: 200 });
  const [response] = await once(http.get(address), 'response');
  await once(response, 'data');
  response.destroy();

  const seen = [];
  while (seen.length < 2) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    seen.push(...lines(server));
  }
  assert.deepEqual(seen.sort(), ['GET / 200', 'The code logged: cancelled']);
});

test('what the code logs comes before its request, and hosts that it may not ask are named', async () => {
  const { server, address } = await serve(`async request => {
    console.log('a', { b: 1 });
    return fetch('http://origin.example.com/').catch(() => 'none');
  }`);
  await fetch(address);

  const { events, asked } = server.look();
  assert.deepEqual([events[0].text, events.length, asked], ['The code logged: a { b: 1 }', 2, ['origin.example.com']]);
  assert.deepEqual(server.look(), { type: 'seen', events: [], asked: [] });
});

test('code that cannot run is the answer until there is other code', async () => {
  const { server, address } = await serve("() => 'old'");
  server.refuse('It cannot be parsed.');
  const response = await fetch(address);

  assert.deepEqual([response.status, await response.text()], [503, 'It cannot be parsed.\n']);
  server.use(await loaded("addEventListener('fetch', e => e.respondWith('new'))"));
  assert.equal(await (await fetch(address)).text(), 'new');
  assert.deepEqual(lines(server), ['GET / 503', 'GET / 200']);
});

test('a request that began with the old code ends with it', async () => {
  const { server, address } = await serve("() => new Promise(resolve => setTimeout(() => resolve('old'), 50))");
  const began = fetch(address);
  await new Promise((resolve) => setTimeout(resolve, 20));
  server.use(await loaded("addEventListener('fetch', e => e.respondWith('new'))"));

  assert.equal(await (await began).text(), 'old');
});

test('a request that is none of the platform is refused', async () => {
  const { address } = await serve("() => 'text'");
  const [response] = await once(http.request(address, { method: 'TRACE' }).end(), 'response');

  assert.equal(response.statusCode, 400);
});

test('a port that is taken is told', async () => {
  const { address } = await serve("() => 'text'");

  const { type, kind } = await new Server().listen(Number(new URL(address).port));
  assert.deepEqual([type, kind], ['refused', 'EADDRINUSE']);
});

test('lines that nobody looks at are counted, not kept', async () => {
  const { server, address } = await serve("request => { for (let i = 0; i < 49; i++) console.log(i); return 'text'; }");
  for (let i = 0; i < 25; i++) {
    await (await fetch(address)).text();
  }

  const { events } = server.look();
  assert.deepEqual([events.length, events[1000].text], [1001, '250 more lines were left out.']);
});
