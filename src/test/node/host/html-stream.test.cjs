// SPDX-License-Identifier: Apache-2.0
'use strict';

const assert = require('node:assert/strict');
const path = require('node:path');
const { test } = require('node:test');
const { body, HOST } = require('./worker.cjs');
const { HTMLStream } = require(path.join(HOST, 'html-stream.cjs'));

const rewritten = (html, ...rewriters) => new Response(new HTMLStream(new Response(html).body, rewriters)).text();

const PAGE = `<!DOCTYPE html>
<html><head><title>a < b</title><script>if (a < b) { "</p>" }</script></head>
<body class="x y"><!-- note --><p id=one>Text <b>bold</b> &amp; more<br>
<a href='/a'>link</a><img src="a.png" /><p>open <ul><li>1<li>2</ul></body></html>
`;

test('a page that nobody rewrites stays as it is, byte by byte', async () => {
  assert.equal(await rewritten(PAGE), PAGE);
  for (const odd of ['', 'text', '<', 'a <b', '</b>', '<p', '<!-- open', '<a b=">', '<x-y a=1 b/>', '<p></q></p>']) {
    assert.equal(await rewritten(odd, ['*', {}], [null, {}]), odd);
  }
});

test('the code rewrites a page that it fetched, as the documents show it', async () => {
  assert.equal(await body(`() => {
    const page = new Response('<p><a href="/x">x</a></p>');
    return new Response(new HTMLStream(page.body, [['a', { element(e) { e.setAttribute('href', 'http://www.example.com'); } }]]));
  }`), '<p><a href="http://www.example.com">x</a></p>');
});

test('an element can be changed in each way', async () => {
  const change = (element) => rewritten('<div><p class="a">in <i>it</i></p></div>', ['p', { element }]);

  assert.equal(await change((e) => e.before('<1>')), '<div>&lt;1&gt;<p class="a">in <i>it</i></p></div>');
  assert.equal(await change((e) => e.after('<hr>', { html: true })), '<div><p class="a">in <i>it</i></p><hr></div>');
  assert.equal(await change((e) => e.prepend('> ')), '<div><p class="a">&gt; in <i>it</i></p></div>');
  assert.equal(await change((e) => e.append('.')), '<div><p class="a">in <i>it</i>.</p></div>');
  assert.equal(await change((e) => e.replace('<u>', { html: true })), '<div><u></div>');
  assert.equal(await change((e) => e.setInnerContent('new')), '<div><p class="a">new</p></div>');
  assert.equal(await change((e) => e.remove()), '<div></div>');
  assert.equal(await change((e) => e.removeAndKeepContent()), '<div>in <i>it</i></div>');
  assert.equal(await change((e) => e.removeAttribute('class')), '<div><p>in <i>it</i></p></div>');
});

test('an element tells its name and its attributes', async () => {
  let seen;
  await rewritten('<P CLASS=a data-x="1" hidden>', ['p', {
    element(e) {
      seen = [e.tagName, [...e.attributes], e.getAttribute('class'), e.hasAttribute('hidden'), e.getAttribute('none'), e.removed];
    },
  }]);

  assert.deepEqual(seen, ['p', [['CLASS', 'a'], ['data-x', '1'], ['hidden', '']], 'a', true, null, false]);
});

test('selectors find what they name', async () => {
  const html = '<div id="a" class="x y"><p lang="en-GB"><b></b></p><b title="One two"></b></div><b></b>';
  const count = async (selector) => {
    let found = 0;
    await rewritten(html, [selector, { element() { found++; } }]);
    return found;
  };
  const counts = {
    '*': 5, 'b': 3, 'div#a': 1, '.y': 1, 'div.x.y': 1, 'div b': 2, 'div > b': 1, 'div>p>b': 1, '[title]': 1, 'b:not([title])': 2,
    '[title="One two"]': 1, '[title^="One"]': 1, "[title$='two']": 1, '[title*=e]': 1, '[lang|=en]': 1, '[title~=two]': 1,
    'p, div': 2, 'p b[title]': 0, 'i': 0,
  };
  for (const [selector, expected] of Object.entries(counts)) {
    assert.equal(await count(selector), expected, selector);
  }
  assert.throws(() => new HTMLStream(null, [['p{', {}]]), /cannot read the selector/);
});

test('texts, comments, the document type and the end are told', async () => {
  const seen = [];
  const html = await rewritten(PAGE,
    ['b', { text(t) { seen.push([t.text, t.lastInTextNode]); if (!t.lastInTextNode) t.replace('BOLD'); } }],
    ['body', { comments(c) { c.text = 'other'; } }],
    [null, { doctype(d) { seen.push(d.name, d.publicId); }, docend(d) { d.append('<!--end-->', { html: true }); } }]);

  assert.deepEqual(seen, ['html', null, ['bold', false], ['', true]]);
  assert.ok(html.includes('<b>BOLD</b>') && html.includes('<!--other-->') && html.endsWith('<!--end-->'), html);
});

test('what a callback throws ends the stream', async () => {
  await assert.rejects(rewritten('<p>', ['p', { element() { throw new Error('mine'); } }]), /mine/);
});
