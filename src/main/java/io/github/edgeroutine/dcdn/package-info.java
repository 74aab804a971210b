/**
 * The adapter to the DCDN API, version 2018-01-15: signs with the Alibaba Cloud SDK, sends, and reads answers. The only
 * package that sees the SDK. The facts about the wire are those of {@code src/site/markdown/decisions.md} and of the
 * operations' own pages. Everything is non-null unless said otherwise.
 */
package io.github.edgeroutine.dcdn;
