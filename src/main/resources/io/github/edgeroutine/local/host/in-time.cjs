// SPDX-License-Identifier: Apache-2.0
'use strict';

const { isMine, LATE } = require('./errors.cjs');

/** The result of the promise, or an error after this time in milliseconds. */
function inTime(promise, millis) {
  let timer;
  const late = new Promise((resolve, reject) => {
    timer = setTimeout(() => reject(isMine(new Error(LATE))), millis);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

module.exports = { inTime };
