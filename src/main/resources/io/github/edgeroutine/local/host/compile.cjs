// SPDX-License-Identifier: Apache-2.0
'use strict';

const vm = require('node:vm');
const { isMine, sentence, syntaxPlace } = require('./errors.cjs');

/** The engine's messages for a script that is a module. */
const MODULE_SYNTAX = /import statement|'import.meta'|Unexpected token 'export'|top level bodies of modules|import declarations/;

/** Code that cannot run. `finding` says why. */
class Refusal extends Error {
  constructor(finding) {
    super(finding.kind);
    this.finding = finding;
  }
}

function refuseImport(specifier) {
  throw isMine(new TypeError(`the code imports '${specifier}', but a routine is one file: use a bundler to include it`));
}

function script({ path, text, line = 0 }, scope, timeout) {
  const code = new vm.Script(text, { filename: path, lineOffset: line, importModuleDynamically: refuseImport });
  return () => {
    code.runInContext(scope, { timeout });
  };
}

function module_({ path, text }, context, timeout) {
  const code = new vm.SourceTextModule(text, { identifier: path, context, importModuleDynamically: refuseImport });
  return async () => {
    await code.link(refuseImport);
    await code.evaluate({ timeout });
    return code.namespace.default;
  };
}

function parse(make, code, scope, timeout) {
  try {
    return { run: make(code, scope, timeout) };
  } catch (error) {
    return { error };
  }
}

function syntax(kind, error, path) {
  return new Refusal({ kind, message: sentence(error), ...syntaxPlace(error, path) });
}

/**
 * For a module, the engine does not report the place of the error. So the module is parsed again as the body of a
 * function, with blanks for its imports and exports. If the error is the same, its place is used.
 */
function placed(error, { path, text }, scope) {
  const blanks = (found) => found.replace(/[^\n]/g, ' ');
  const body = text
    .replace(/^[ \t]*import\b(?!\s*[(.])[^;'"]*(?:"[^"]*"|'[^']*')[ \t]*;?/gm, blanks)
    .replace(/\bexport\s*\{[^}]*\}(?:\s*from\s*(?:"[^"]*"|'[^']*'))?;?/g, blanks)
    .replace(/\bexport default\b/g, 'var _default =')
    .replace(/\bexport\b/g, blanks);
  const code = { path, text: `async () => {\n${body}\n}` };
  const again = parse(script, { ...code, line: -1 }, scope).error;
  return again?.message === error.message ? again : error;
}

/**
 * Returns a function that runs the code in the scope, and returns the default export of a module.
 *
 * @param modules whether the service runs modules
 * @param timeout in milliseconds, for the code to return
 * @throws Refusal if it does not parse
 */
function compile(code, scope, modules, timeout) {
  const asScript = parse(script, code, scope, timeout);
  if (asScript.run) {
    return asScript.run;
  }
  if (!MODULE_SYNTAX.test(asScript.error.message)) {
    throw syntax('syntax', asScript.error, code.path);
  }
  const asModule = parse(module_, code, scope, timeout);
  if (asModule.error) {
    throw syntax('syntax', placed(asModule.error, code, scope), code.path);
  }
  if (!modules) {
    throw syntax('module', asScript.error, code.path);
  }
  return asModule.run;
}

module.exports = { compile, Refusal };
