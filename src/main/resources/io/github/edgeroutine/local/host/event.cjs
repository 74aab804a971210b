// SPDX-License-Identifier: Apache-2.0
'use strict';

const { isMine } = require('./errors.cjs');

/** What the edge knows about the client, with example values. */
const INFO = {
  remote_addr: '127.0.0.1',
  ip_isp_en: 'local',
  ip_city_en: 'local',
  ip_region_en: 'local',
  ip_country_en: 'local',
};

/** One request, and the context of an exported fetch. */
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

  /** The work continues in the background. The log contains its failure. */
  waitUntil() {}

  passThroughOnException() {}

  preventDefault() {}
}

/** A text is also a valid answer. */
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
