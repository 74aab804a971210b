// SPDX-License-Identifier: Apache-2.0
'use strict';

const { isMine } = require('./errors.cjs');

/** What the edge would know of the client. The values are made up. */
const INFO = {
  remote_addr: '127.0.0.1',
  ip_isp_en: 'local',
  ip_city_en: 'local',
  ip_region_en: 'local',
  ip_country_en: 'local',
};

/** One request. It is the context of an exported fetch, too. */
class FetchEvent {
  constructor(request) {
    this.type = 'fetch';
    this.request = request;
    this.info = { ...INFO, scheme: new URL(request.url).protocol.replace(':', '') };
  }

  respondWith(answer) {
    if (this.isAnswered()) {
      throw isMine(new TypeError('event.respondWith was called twice'));
    }
    this.answer = answer;
    this.answered = true;
  }

  isAnswered() {
    return this.answered === true;
  }

  /** The work goes on by itself; if it fails, the log says so. */
  waitUntil() {}

  passThroughOnException() {}

  preventDefault() {}
}

/** A text is an answer too. */
function toResponse(value) {
  if (value instanceof Response) {
    return value;
  }
  if (typeof value === 'string') {
    return new Response(value);
  }
  const kind = value === null ? 'null' : typeof value;
  throw isMine(new TypeError(`the handler answered ${kind}instead of a Response or a text`));
}

module.exports = { FetchEvent, toResponse };
