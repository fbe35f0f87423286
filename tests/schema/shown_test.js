// Usage: node shown_test.js PROGRAM NODE_MODULES PLUGIN_FOLDER
//
// What yaml-language-server shows of a choice: its words with what the document prints for them, in the list of values
// and behind the pointer. By the schema of the plugin "everything", of which `state` is "open", "Open to all", or "closed".
'use strict';
const assert = require('assert');
const path = require('path');
const { execFileSync } = require('child_process');
const [program, judges, plugins] = process.argv.slice(2);
const load = (name) => require(path.join(path.resolve(judges), 'node_modules', name));
const { TextDocument } = load('vscode-languageserver-textdocument');
const { getLanguageService } = load('yaml-language-server/lib/umd/languageservice/yamlLanguageService');

const schema = execFileSync(program, ['schema', 'plugin', 'everything', '--plugin-path', plugins], { encoding: 'utf8' });
const service = getLanguageService({
  schemaRequestService: async () => schema,
  workspaceContext: { resolveRelativePath: (relative) => relative },
});
service.configure({
  completion: true, hover: true, validate: true, customTags: [], yamlVersion: '1.2',
  schemas: [{ uri: 'judge://everything', fileMatch: ['*'] }],
});

async function main() {
  const chosen = TextDocument.create('file:///chosen.yaml', 'yaml', 0, 'state: closed\n');
  const shown = (await service.doHover(chosen, { line: 0, character: 9 })).contents.value;
  assert(shown.includes('* `open`: Open to all\n') && shown.includes('* `closed`\n'), shown);
  const begun = TextDocument.create('file:///begun.yaml', 'yaml', 0, 'state: \n');
  const offered = (await service.doComplete(begun, { line: 0, character: 7 }, false)).items;
  const open = offered.find((item) => item.label === 'open');
  assert.strictEqual(open.documentation, 'Open to all');
  assert(offered.some((item) => item.label === 'closed'));
}

main().then(() => process.exit(0), (error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
