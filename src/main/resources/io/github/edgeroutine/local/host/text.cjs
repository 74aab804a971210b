// SPDX-License-Identifier: Apache-2.0
'use strict';

/** The text of a body up to this number of bytes, because a body may be endless. */
async function readText(body, most = Infinity) {
  if (body === null || body === undefined) {
    return '';
  }
  if (typeof body === 'string') {
    return body;
  }
  if (!(body instanceof ReadableStream)) {
    return readText(new Response(body).body, most);
  }
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let text = '';
  let bytes = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const chunk = typeof part.value === 'string' ? new TextEncoder().encode(part.value) : part.value;
    text += decoder.decode(chunk.subarray(0, most - bytes), { stream: true });
    bytes += chunk.length;
    if (bytes >= most) {
      reader.cancel().catch(() => {});
      return text;
    }
  }
  return text + decoder.decode();
}

module.exports = { readText };
