// Usage: node judge.js NODE_MODULES < cases.json > verdicts.json
//
// Says what outside judges make of YAML files by Sheaf's schemas. Cases: [{ "schema": FILE, "file": FILE }…]; verdicts, in
// the same order: { "ajv": […], "editor": […], "editor07": […] }, each a list of complaints; at the end, a list of complaints
// about the examples and defaults in the schemas themselves.
//   ajv       the strict validator, JSON Schema 2020-12
//   editor    yaml-language-server, as VS Code and others run it
//   editor07  the same as its versions before 1.20 did it: by the keywords of draft-07
'use strict';
const fs = require('fs');
const path = require('path');
const { pathToFileURL } = require('url');
const modules = path.resolve(process.argv[2]);
const load = (name) => require(path.join(modules, name));
const Ajv = load('ajv/dist/2020').default;
const yaml = load('yaml');
const { TextDocument } = load('vscode-languageserver-textdocument');
const { getLanguageService } = load('yaml-language-server/lib/umd/languageservice/yamlLanguageService');

const ajvByFile = new Map();
function validatorOf(file) {
  if (!ajvByFile.has(file)) {
    const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false, strictTypes: false, allErrors: true });
    ajv.addVocabulary(['enumDescriptions']);  // a word of editors
    ajvByFile.set(file, ajv.compile(JSON.parse(fs.readFileSync(file, 'utf8'))));
  }
  return ajvByFile.get(file);
}

function byAjv(schema, text) {
  let value;
  try {
    value = yaml.parse(text, { version: '1.2' });
  } catch (error) {
    return [`not YAML: ${error.message.split('\n')[0]}`];
  }
  const validate = validatorOf(schema);
  if (validate(value)) return [];
  return validate.errors.map((error) => `${error.instancePath} ${error.message}`);
}

function editor(dialect) {
  const schemas = new Map();
  const read = async (uri) => {
    const schema = JSON.parse(fs.readFileSync(schemas.get(uri), 'utf8'));
    if (dialect) schema.$schema = dialect;
    return JSON.stringify(schema);
  };
  const service = getLanguageService({
    schemaRequestService: read,
    workspaceContext: { resolveRelativePath: (relative) => relative },
  });
  return async (schema, file, text) => {
    const uri = `judge://${schema}`;
    schemas.set(uri, schema);
    service.configure({
      validate: true, customTags: [], yamlVersion: '1.2',
      schemas: [{ uri, fileMatch: ['*'] }],
    });
    const document = TextDocument.create(pathToFileURL(file).href, 'yaml', 0, text);
    const found = await service.doValidation(document, false);
    return found.map((one) => `${one.range.start.line + 1}:${one.range.start.character + 1} ${one.message}`);
  };
}

// Calls `visit(schema, place)` for a schema and all in it.
function walk(schema, place, visit) {
  if (schema === null || typeof schema !== 'object') return;
  if (!Array.isArray(schema)) visit(schema, place);
  for (const [key, inner] of Object.entries(schema)) {
    if (!['enum', 'const', 'examples', 'default'].includes(key)) walk(inner, `${place}/${key}`, visit);
  }
}

// Examples and defaults that their own schema does not take.
function unfitExamples(file) {
  const complaints = [];
  const whole = JSON.parse(fs.readFileSync(file, 'utf8'));
  walk(whole, '', (schema, place) => {
    if (place.endsWith('/properties') || place.endsWith('/$defs')) return;
    for (const example of [...(schema.examples || []), ...('default' in schema ? [schema.default] : [])]) {
      const ajv = new Ajv({ strict: false });
      if (!ajv.validate({ ...schema, $defs: whole.$defs }, example)) {
        complaints.push(`${path.basename(file)}${place}: ${JSON.stringify(example)} ${ajv.errorsText()}`);
      }
    }
  });
  return complaints;
}

async function main() {
  const now = editor();
  const before = editor('http://json-schema.org/draft-07/schema#');
  const verdicts = [];
  for (const { schema, file } of JSON.parse(fs.readFileSync(0, 'utf8'))) {
    // A file's own link to its schema would lead elsewhere.
    const text = fs.readFileSync(file, 'utf8').replace(/^# yaml-language-server:/m, '# no link:');
    verdicts.push({
      ajv: byAjv(schema, text),
      editor: await now(schema, file, text),
      editor07: await before(schema, file, text),
    });
  }
  verdicts.push([...ajvByFile.keys()].flatMap(unfitExamples));
  return JSON.stringify(verdicts);
}

// To leave before all is written would cut it off at what a pipe holds.
main().then((said) => process.stdout.write(said, () => process.exit(0)), (error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(2);
});
