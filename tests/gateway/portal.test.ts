import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, print, stripIgnoredCharacters } from 'graphql';
import { mkdirSync, writeFileSync } from 'node:fs';
import { startMiniatureHub, type MiniatureHub } from './support/miniature.hub.js';

const REGISTERED = `# The picture of one child
query Picture($id: ID!) {
  student(id: $id) { id schooling { grade } }
}
`;
const DOCUMENT_ID = createHash('sha256')
  .update(stripIgnoredCharacters(print(parse(REGISTERED))))
  .digest('hex');

let hub: MiniatureHub;
let token: string;
beforeAll(async () => {
  hub = await startMiniatureHub((_, directory) => {
    const operationsDirectory = join(directory, 'operations');
    mkdirSync(operationsDirectory);
    writeFileSync(join(operationsDirectory, 'Picture.graphql'), REGISTERED);
    return { operationsDirectory };
  });
  token = await hub.token({}, 'PORTAL');
});
const beside: MiniatureHub[] = [];
async function startBeside(...given: Parameters<typeof startMiniatureHub>): Promise<MiniatureHub> {
  const started = await startMiniatureHub(...given);
  beside.push(started);
  return started;
}
afterAll(async () => {
  await Promise.all([hub, ...beside].map((each) => each.close()));
});

const variables = { id: 'child-1' };
const PICTURE = { student: { id: 'child-1', schooling: { grade: 3 } } };

test('a portal runs a registered operation, however it is laid out', async () => {
  for (const query of [REGISTERED, stripIgnoredCharacters(REGISTERED), print(parse(REGISTERED))]) {
    expect((await hub.ask(query, { token, variables })).data).toEqual(PICTURE);
  }
});

test.each([DOCUMENT_ID, `sha256:${DOCUMENT_ID}`])(
  'a registered operation runs by its document id %s',
  async (documentId) => {
    expect((await hub.ask(undefined, { token, variables, documentId })).data).toEqual(PICTURE);
    expect((await hub.ask(undefined, { variables, documentId })).data).toEqual(PICTURE);
  },
);

test.each([
  ['another operation', 'query { student(id: "child-1") { id } }'],
  ['one field more', REGISTERED.replace('grade', 'grade askedBy')],
  ['another name', REGISTERED.replace('Picture', 'Other')],
  ['a second operation beside it', `${REGISTERED} query Other { student(id: "a") { id } }`],
  ['introspection', 'query { __schema { types { name } } }'],
  ['text that does not parse', 'query {'],
  ['a field that does not exist', '{ nothing }'],
])('a portal may not run %s, and learns nothing else about it', async (_, query) => {
  const answer = await hub.ask(query, { token, variables });
  expect(answer.status).toBe(403);
  expect(answer.errors.map(({ extensions, message }) => [extensions.code, message])).toEqual([
    ['OPERATION_NOT_REGISTERED', 'A portal token runs registered operations only.'],
  ]);
});

test('an unknown document id is 403 for everyone', async () => {
  const documentId = 'f'.repeat(64);
  for (const bearer of [token, await hub.token()]) {
    expect((await hub.ask(undefined, { token: bearer, documentId })).status).toBe(403);
  }
});

test('scopes count for registered operations as well', async () => {
  const operations = join(hub.directory, 'more');
  await mkdir(operations);
  await writeFile(
    join(operations, 'Aid.graphql'),
    'query Aid { student(id: "child-1") { id welfare { allowance } } }',
  );
  const other = await startBeside(() => ({ operationsDirectory: operations }));
  const answer = await other.ask('query Aid { student(id: "child-1") { id welfare { allowance } } }', {
    token: await other.token({ scope: '' }, 'PORTAL'),
  });
  expect(answer.data).toEqual({ student: { id: 'child-1', welfare: null } });
  expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
});
