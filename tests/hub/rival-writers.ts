import { randomUUID } from 'node:crypto';
import type { InsistentClient } from './insistent-client.js';

/** Who corrects the same version of a sheet at the same moment, each with a key of its own. */
const RIVALS = 4;
/** How often each command is sent at the same moment. */
const TIMES = 3;
/** Of so many keys one is used once more, with other words. */
const MISUSED_EVERY = 20;
const REASONS = ['ILLNESS', 'FAMILY', 'UNREACHABLE', 'REFUSED', 'WORKING', 'MOVED_AWAY', 'UNKNOWN'];

const RECORD_ATTENDANCE = `mutation ($input: RecordAttendanceInput!) {
  recordAttendance(input: $input) { sheet { classCode date version } errors { code } } }`;
const RECORD_INSPECTION = `mutation ($input: RecordLabourInspectionInput!) {
  recordLabourInspection(input: $input) { inspection { code } errors { code } } }`;

/** One command, as whoever sent it remembers it. */
export interface Remembered {
  readonly query: string;
  readonly input: Readonly<Record<string, unknown>> & { readonly idempotencyKey: string };
  /** Different answers to the same words; one, if all is well. */
  readonly answers: ReadonlySet<string>;
  /** What the same key with other words was answered. */
  readonly misused: string | undefined;
}

interface Sheet {
  readonly studentId: string;
  readonly schoolClass: string;
  readonly date: string;
}
interface SheetAnswer {
  readonly sheet: { readonly version: number } | null;
}
export const versionIn = (answer: string | undefined): number | undefined =>
  (JSON.parse(answer ?? '{}') as SheetAnswer).sheet?.version;
export const firstOf = ({ answers }: Remembered): string | undefined => answers.values().next().value;

let keys = 0;

async function send(
  client: InsistentClient,
  query: string,
  words: Readonly<Record<string, unknown>>,
  otherWords: object,
): Promise<Remembered> {
  const input = { ...words, idempotencyKey: randomUUID() };
  const answers = await Promise.all(Array.from({ length: TIMES }, () => client.command(query, input)));
  const isMisused = (keys += 1) % MISUSED_EVERY === 0;
  const misused = isMisused ? await client.command(query, { ...input, ...otherWords }) : undefined;
  return { query, input, answers: new Set(answers), misused };
}

/** Teachers who correct one sheet again and again, always several at once from the same version. */
export async function correctSheet(
  client: InsistentClient,
  { studentId, ...sheet }: Sheet,
  isOver: () => boolean,
): Promise<Remembered[]> {
  const remembered: Remembered[] = [];
  let expectedVersion: number | null = null;
  while (!isOver()) {
    const seen: object = { ...sheet, expectedVersion };
    const round: Remembered[] = await Promise.all(
      Array.from({ length: RIVALS }, (_, rival) => {
        const reason = REASONS[(remembered.length + rival) % REASONS.length];
        const absences = [{ studentId, session: 'MORNING', state: 'UNEXCUSED', reason }];
        return send(client, RECORD_ATTENDANCE, { ...seen, absences }, { absences: [] });
      }),
    );
    remembered.push(...round);
    expectedVersion = Math.max(...round.map((each) => versionIn(firstOf(each)) ?? 0)) || expectedVersion;
  }
  return remembered;
}

/** An inspector who writes down one inspection after another. */
export async function inspect(
  client: InsistentClient,
  facts: { readonly employerCode: string; readonly inspectedOn: string },
  isOver: () => boolean,
): Promise<Remembered[]> {
  const remembered: Remembered[] = [];
  const words = { ...facts, kind: 'JOINT', inspectors: 2, minorsFound: 0 };
  while (!isOver()) remembered.push(await send(client, RECORD_INSPECTION, words, { inspectors: 3 }));
  return remembered;
}
