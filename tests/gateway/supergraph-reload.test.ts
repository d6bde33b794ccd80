import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSupergraphSource } from '../../gateway/engine/supergraph-source.js';
import { startMiniatureHub, type MiniatureHub } from './support/miniature.hub.js';
import { composeMiniature } from './support/miniature.schema.js';

const log = { info() {}, warn() {}, error() {} };
const GOOD = composeMiniature();
const WIDER = composeMiniature({ education: 'extend type Schooling { className: String }' });
const NEW_FIELD = 'query { student(id: "child-1") { schooling { className } } }';
const OLD_FIELD = 'query { student(id: "child-1") { schooling { grade } } }';

let hub: MiniatureHub;
let directory: string;
let file: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'supergraph-'));
  file = join(directory, 'supergraph.graphql');
  await writeFile(file, GOOD);
  hub = await startMiniatureHub(() => ({
    supergraph: createSupergraphSource(file, log),
    supergraphPollMs: 50,
    subgraphTimeoutMs: 5000,
  }));
});
afterEach(async () => {
  await hub.close();
  await rm(directory, { recursive: true });
});

async function replace(text: string): Promise<void> {
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}

test('a new supergraph comes into force by itself, while requests run', async () => {
  expect((await hub.ask(NEW_FIELD)).status).toBe(400);
  hub.agencies.education.misbehave({ delayMs: 150 });
  const running = Array.from({ length: 10 }, () => hub.ask(OLD_FIELD));
  await sleep(20);
  await replace(WIDER);
  for (let wait = 0; wait < 100 && (await hub.ask(NEW_FIELD)).status !== 200; wait++) await sleep(20);
  expect((await hub.ask(NEW_FIELD)).status).toBe(200);
  for (const answer of await Promise.all(running)) expect(answer.errors).toEqual([]);
});

test.each([
  ['text that does not parse', 'type Query {'],
  ['an empty file', ''],
  ['a plain schema', 'type Query { a: Int }'],
  ['half of a supergraph', GOOD.slice(0, GOOD.length / 2)],
  ['a supergraph with an agency that has no address', GOOD.replaceAll('"education"', '"unknown-agency"')],
  ['a supergraph whose types are missing', GOOD.replace(/type Schooling[^}]*}/, '')],
])('%s leaves the last good one in force', async (_, text) => {
  await replace(text);
  await hub.gateway.reload();
  expect((await hub.ask(OLD_FIELD)).data).toEqual({ student: { schooling: { grade: 3 } } });
  await replace(WIDER);
  expect(await hub.gateway.reload()).toBe(true);
  expect((await hub.ask(NEW_FIELD)).status).toBe(200);
});

test('a file that disappears leaves the last good one in force', async () => {
  await rm(file);
  await hub.gateway.reload();
  expect((await hub.ask(OLD_FIELD)).errors).toEqual([]);
});

test('a gateway without any usable supergraph does not start', async () => {
  await expect(startMiniatureHub(() => ({ supergraph: 'type Query {' }))).rejects.toThrow();
  await expect(
    startMiniatureHub(() => ({ supergraph: createSupergraphSource(join(directory, 'none'), log) })),
  ).rejects.toThrow('No usable supergraph');
});
