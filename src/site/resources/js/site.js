// SPDX-License-Identifier: Apache-2.0
'use strict';

/* The search. search-index.js calls siteIndex with an array of [level, file, page, anchor, title, text]. It is a script, not JSON,
   because a page that was opened as a file may load scripts only. */
const field = document.getElementById('search');
const list = document.getElementById('found');
const MOST_RESULTS = 12;
/* Of the score of the best result. */
const LOWEST_SHARE = 0.2;
const CHINESE = /\p{sc=Han}/u;
const TEXT_WEIGHT = 0.4;
/* Of a title that begins with the query: a short query is usually the name of what a reader looks for. */
const BEGINNING_WEIGHT = 3;
/* The beginning of a page, a heading of level 2, one of level 3 (such as a parameter, which many goals have), a message. */
const LEVEL_WEIGHTS = [0, 1.5, 1.2, 0.8, 1];
let places;
let postings;

/* Words of at least three letters or digits, and each pair of neighbouring Chinese characters. */
function words(text) {
  return parts(text).flatMap(part => {
    const characters = Array.from(part);
    return CHINESE.test(part) ? characters.slice(1).map((second, at) => characters[at] + second) : part.length > 2 ? [part] : [];
  });
}

/* Each two words that follow one another, because a message is known by its phrases. */
function phrases(text) {
  return text.split('…').map(parts).flatMap(piece => piece.slice(1).map((second, at) => piece[at] + ' ' + second));
}

function parts(text) {
  const found = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];
  return found.flatMap(word => word.split(/(\p{sc=Han}+)/u)).filter(part => part !== '');
}

function siteIndex(entries) {
  postings = new Map();
  places = entries.map(([level, file, page, anchor, title, text], at) => {
    const weights = new Map(words(text).map(word => [word, TEXT_WEIGHT]));
    words(title).concat(phrases(title)).forEach(term => weights.set(term, 1));
    weights.forEach((weight, word) => {
      if (!postings.has(word)) {
        postings.set(word, []);
      }
      postings.get(word).push([at, weight]);
    });
    return { level, file, page, anchor, title, text, weights };
  });
  // A rare word tells more than a frequent one. A long text has many words, which counts against it.
  places.forEach(place => {
    let sum = 0;
    place.weights.forEach((weight, word) => sum += (weight * rarity(word)) ** 2);
    place.factor = LEVEL_WEIGHTS[place.level] / (Math.sqrt(sum) + 10) ** 0.6;
  });
  show();
}

function rarity(word) {
  return Math.log(1 + places.length / postings.get(word).length);
}

/* The terms of the site that a word of the query means: itself, or what begins with it, as it may not be complete. */
function known(term) {
  return postings.has(term) ? [term] : Array.from(postings.keys()).filter(each => each.startsWith(term)).slice(0, 30);
}

function search(query) {
  const single = words(query);
  const terms = single.length > 3 ? single.concat(phrases(query)).filter(term => postings.has(term)) : single.flatMap(known);
  const scores = new Map();
  new Set(terms).forEach(term =>
    postings.get(term).forEach(([at, weight]) =>
      scores.set(at, (scores.get(at) || 0) + weight * rarity(term) ** 2 * places[at].factor)));
  const beginning = query.toLowerCase();
  scores.forEach((score, at) => {
    if (places[at].title.toLowerCase().startsWith(beginning)) {
      scores.set(at, score * BEGINNING_WEIGHT);
    }
  });
  const lowest = Math.max(...scores.values()) * LOWEST_SHARE;
  const best = Array.from(scores).filter(([, score]) => score > lowest).sort((one, other) => other[1] - one[1]).map(([at]) => places[at]);
  // Many goals have the same parameter.
  const titles = new Set();
  return best.filter(({ level, title }) => !titles.has(level + title) && titles.add(level + title)).slice(0, MOST_RESULTS);
}

function result(place) {
  const link = document.createElement('a');
  link.href = place.file + (place.anchor ? '#' + place.anchor : '');
  const title = document.createElement(place.level === 4 ? 'code' : 'strong');
  title.textContent = place.title;
  const text = document.createElement('span');
  text.textContent = (place.level === 1 || place.level === 4 ? '' : place.page + ': ') + place.text.slice(0, 300);
  link.append(title, text);
  const item = document.createElement('li');
  item.append(link);
  return item;
}

function show() {
  const query = field.value.trim();
  list.hidden = query === '' || !places;
  if (!list.hidden) {
    const results = search(query).map(result);
    list.replaceChildren(...(results.length ? results : [list.dataset.none]));
  }
}

field.addEventListener('focus', () => {
  const index = document.createElement('script');
  index.src = 'search-index.js';
  document.head.append(index);
}, { once: true });
field.addEventListener('input', show);
list.addEventListener('click', () => list.hidden = true);
document.addEventListener('keydown', event => {
  if (event.key === 'Escape') {
    list.hidden = true;
  } else if (event.key === 'Enter' && event.target === field) {
    list.querySelector('a')?.click();
  }
});

/* A message has the same anchor in both languages. */
document.getElementById('language').addEventListener('click', event => event.currentTarget.hash = location.hash);

/* A link beside each message, to copy it. */
document.querySelectorAll('td > a[id]').forEach(anchor => anchor.href = '#' + anchor.id);

/* On a phone the table of contents begins closed. */
if (window.matchMedia('(max-width: 767px)').matches) {
  document.getElementById('contents')?.removeAttribute('open');
}

/* On a phone a table of many columns shows each cell in a line of its own, with the heading of its column. */
document.querySelectorAll('table').forEach(table => {
  const [first, ...others] = table.rows;
  const headings = Array.from(first.cells, cell => cell.textContent);
  if (headings.length > 4) {
    table.classList.add('wide');
    others.forEach(row => Array.from(row.cells).forEach((cell, at) => cell.dataset.heading = headings[at]));
  }
});
