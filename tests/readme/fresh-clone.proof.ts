import { rmSync } from 'node:fs';
import { leftoversOf } from '../processes/support/hub-process.js';
import { commandLine } from './readme-commands.js';
import type { RunningCommand } from './support/command-group.js';
import { makeFreshClone, nobody, type FreshClone } from './support/fresh-clone.js';

const START = commandLine('npm start');
const TEST = commandLine('npm test');
/** What a person types the next day, when everything is installed. */
const START_AGAIN = START.split('&&').at(-1)?.trim() ?? '';
const CHEAP_TEST = 'tests/policies/iso-date.test.ts';

/** Installing and building on two busy cores, with a cold cache. */
const INSTALL_LIMIT_MS = 600_000;
const AGAIN_LIMIT_MS = 180_000;
const STOP_LIMIT_MS = 30_000;
const PROOF_LIMIT_MS = 2_400_000;

/** One heading of the picture per agency. */
const PARTS = ['register entry', 'schooling', 'household', 'welfare', 'disability', 'labour', 'poverty'];

const isRoot = process.getuid?.() === 0;
let clone: FreshClone | undefined;
let running: RunningCommand | undefined;
let elsewhere: string | undefined;

afterEach(async () => {
  await running?.killAll();
  clone?.remove();
  if (elsewhere !== undefined) rmSync(elsewhere, { recursive: true, force: true });
  [clone, running, elsewhere] = [undefined, undefined, undefined];
});

/** The picture as it stands on the screen, after making sure that every agency has its part in it. */
function pictureIn(output: string): string {
  const picture = /^One child, seven agencies$[\s\S]*?(?=^To be done today )/m.exec(output)?.[0] ?? '';
  const missing = PARTS.filter((part) => !new RegExp(`^ {2}${part}( \\[|$)`, 'm').test(picture));
  expect({ missing, alarms: /unknown$|^ {2}! /m.exec(picture)?.[0] }).toEqual({
    missing: [],
    alarms: undefined,
  });
  return picture;
}

async function startAndSee({ type }: FreshClone, command: string, limitMs: number): Promise<string> {
  running = type(command);
  const output = await running.printed(/^Stop with Ctrl-C/m, limitMs);
  elsewhere ??= /the database is in (\/var\/tmp\/student-support-hub-[\w-]+)\./.exec(output)?.[1];
  return output;
}

async function stopWithCtrlC({ project }: FreshClone, pid = running): Promise<void> {
  pid?.interrupt();
  const { status, output } = (await pid?.ended(STOP_LIMIT_MS)) ?? {};
  expect({ status, tail: output?.split('\n').slice(-3) }).toMatchObject({ status: 0 });
  expect(leftoversOf(0, elsewhere ?? project).usingTheFolder).toEqual([]);
  running = undefined;
}

async function liveThrough(made: FreshClone): Promise<void> {
  clone = made;
  const first = await startAndSee(made, START, INSTALL_LIMIT_MS);
  expect(first).toMatch(/^Synthetic county /m);
  const picture = pictureIn(first);
  // Every officer has something to do in a county, and is told so.
  expect(first.match(/^ {2}[\w-]+ \p{Script=Han}+[^:]*: .*\d/gmu)?.length).toBeGreaterThan(5);
  await stopWithCtrlC(made);

  const second = await startAndSee(made, START_AGAIN, AGAIN_LIMIT_MS);
  expect(second).not.toMatch(/^Synthetic county /m);
  expect(pictureIn(second)).toBe(picture);
  await running?.killAll();

  const third = await startAndSee(made, START_AGAIN, AGAIN_LIMIT_MS);
  expect(third).not.toMatch(/^Synthetic county /m);
  expect(pictureIn(third)).toBe(picture);
  await stopWithCtrlC(made);

  running = made.type(`${TEST} ${CHEAP_TEST}`);
  const { status, output } = await running.ended(INSTALL_LIMIT_MS);
  expect({ status, summary: /^Jest: .*$/m.exec(output)?.[0] }).toEqual({
    status: 0,
    summary: expect.stringMatching(/^Jest: [1-9]\d* passed, 0 failed, 0 skipped$/) as string,
  });
}

test(
  'root, with the clone below a folder that is closed to all others',
  async () => {
    if (!isRoot) throw new Error('This proof plays root and an ordinary user: run it as root, as CI does.');
    await liveThrough(await makeFreshClone(undefined));
  },
  PROOF_LIMIT_MS,
);

test(
  'an ordinary user',
  async () => {
    await liveThrough(await makeFreshClone(isRoot ? nobody() : undefined));
  },
  PROOF_LIMIT_MS,
);
