import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { SchoolYear } from '../../journeys/school-year.js';
import { VISIT } from '../../subgraphs/coordination/casework/case-harness.js';
import type { Pupil } from '../../subgraphs/education/pupils.js';
import { callerAs, type TestCaller } from '../../support/callers.js';
import { numbersFrom, scrambled } from './delivered.js';
import { SESSIONS } from './sheet-sessions.js';
import type { Year, YearEvent } from './year-events.js';

/** Two pupils of one class, and who answers for them. */
export interface Classroom {
  readonly pupils: readonly Pupil[];
  readonly teacher: TestCaller;
  readonly clerk: TestCaller;
  /** Of the township where each pupil lives. */
  readonly townships: readonly TestCaller[];
}

type Sent = YearEvent | { readonly kind: 'OPEN'; readonly key: string; readonly child: number };
interface Command {
  readonly caller: TestCaller;
  readonly text: string;
  readonly input: object;
}

const SENDERS = 3;
const MOST_ATTEMPTS = 1000;
const PAUSE_MS = 5;
/** What came before its time is sent again later. */
const TOO_EARLY = ['STALE_VERSION', 'NOT_MARKED', 'NOT_RETURNED', 'DATE_INVALID'];
/** What a second officer is told who does the same. */
const ALREADY = ['OPEN_ALREADY', 'ALREADY_REPORTED'];

const saved = (name: string) => readFileSync(`schema/operations/${name}.graphql`, 'utf8');
const CHECK = `mutation ($input: RecordReturnCheckInput!) { recordReturnCheck(input: $input) { case { version } errors { code } } }`;

/**
 * Sends a year in as several officers would at the same time: in some order, many a command twice, and a case or a
 * report by two of them who do not know of each other.
 * @returns how many of each kind came through for a child
 */
export async function sendYear(
  hub: SchoolYear,
  room: Classroom,
  year: Year,
  seed: number,
): Promise<Map<string, number>> {
  const next = numbersFrom(seed);
  const opened = year.children.map((_, child): Sent => ({ kind: 'OPEN', key: `${child} OPEN`, child }));
  const rivals = [...opened, ...year.events.filter(({ kind }) => kind === 'REPORT')].map((event): Sent => ({
    ...event,
    key: `${event.key} rival`,
  }));
  const queue = scrambled([...year.events, ...opened, ...rivals], seed);
  const accepted = new Map<string, Command>();
  const underWay = new Set<string>();
  const through = new Map<string, number>();
  let attempts = 0;

  async function answerOf({ caller, text, input }: Command): Promise<{ codes: string[]; whole: string }> {
    const data = await hub.query<Record<string, { errors: { code: string }[] }>>(caller, text, { input });
    const [payload] = Object.values(data);
    return { codes: payload?.errors.map(({ code }) => code) ?? [], whole: JSON.stringify(data) };
  }

  /** @returns false when it came too early */
  async function send(event: Sent): Promise<boolean> {
    const earlier = accepted.get(event.key);
    if (earlier) {
      expect((await answerOf(earlier)).codes).toEqual([]);
      return true;
    }
    const command = await commandOf(hub, room, year, event);
    if (!command) return false;
    const times = next() < 0.3 ? 2 : 1;
    const [answer, again] = await Promise.all(Array.from({ length: times }, () => answerOf(command)));
    if (again && again.whole !== answer?.whole) throw new Error('One key had two answers.');
    const [code] = answer?.codes ?? [];
    if (code === undefined) {
      accepted.set(event.key, command);
      const kind = event.kind === 'SHEET' ? 'SHEET' : `${event.kind} ${event.child}`;
      through.set(kind, (through.get(kind) ?? 0) + 1);
      return true;
    }
    if (ALREADY.includes(code)) return true;
    if (TOO_EARLY.includes(code)) return false;
    throw new Error(`${event.kind} was refused: ${code}.`);
  }

  await Promise.all(
    Array.from({ length: SENDERS }, async () => {
      for (let event = queue.shift(); event; event = queue.shift()) {
        if (underWay.has(event.key)) {
          queue.push(event);
          await delay(PAUSE_MS);
          continue;
        }
        if ((attempts += 1) > MOST_ATTEMPTS) throw new Error(`${event.kind} never came through.`);
        underWay.add(event.key);
        const isSent = await send(event).finally(() => underWay.delete(event.key));
        if (!isSent) queue.push(event);
      }
    }),
  );
  return through;
}

async function caseOf(hub: SchoolYear, studentId: string) {
  const { student } = await hub.query<{
    student: { casework: { cases: { caseNumber: string; version: number }[] } };
  }>(
    callerAs('bureau-officer'),
    'query ($id: ID!) { student(id: $id) { casework { cases { caseNumber version } } } }',
    { id: studentId },
  );
  const [found] = student.casework.cases;
  return found && { caseNumber: found.caseNumber, expectedVersion: found.version };
}

/** What is sent for an event; nothing as long as its child has no case. */
async function commandOf(
  hub: SchoolYear,
  room: Classroom,
  { children }: Year,
  event: Sent,
): Promise<Command | undefined> {
  const key = { idempotencyKey: randomUUID() };
  if (event.kind === 'SHEET') {
    const absences = event.marks.flatMap((mark, child) =>
      SESSIONS[mark].map(([session, state]) => ({
        studentId: room.pupils[child]?.studentId,
        session,
        state,
        reason: 'UNKNOWN',
      })),
    );
    const sheet = { schoolClass: room.pupils[0]?.classCode, date: event.date, absences };
    const input = { ...key, ...sheet, ...(event.version > 1 && { expectedVersion: event.version - 1 }) };
    return { caller: room.teacher, text: saved('RecordAttendance'), input };
  }
  const pupil = room.pupils[event.child];
  const township = room.townships[event.child];
  const about = children[event.child];
  if (!pupil || !township || !about) throw new Error('There is no such child.');
  const { studentId, schoolCode, classCode } = pupil;
  const child = { ...key, studentId };
  switch (event.kind) {
    case 'OPEN': {
      const basis = about.isAbsence ? 'ABSENT' : 'LEFT_SCHOOL';
      return {
        caller: township,
        text: saved('OpenCase'),
        input: { ...child, basis, knownOn: about.openedOn },
      };
    }
    case 'REPORT': {
      const input = { ...child, leftOn: event.about, recipients: ['TOWNSHIP', 'EDUCATION_BUREAU'] };
      return { caller: room.clerk, text: saved('SubmitDropoutReport'), input };
    }
    case 'CONTACT': {
      const input = { ...child, absentOn: event.about, contactedOn: event.about };
      const outcome = { channel: 'PHONE', outcome: 'REFUSED' };
      return { caller: room.teacher, text: saved('RecordGuardianContact'), input: { ...input, ...outcome } };
    }
    case 'MARK': {
      const input = { ...child, mark: event.mark, markedOn: event.on };
      return { caller: room.clerk, text: saved('RecordStatusMark'), input };
    }
    case 'DECISION':
      throw new Error('Decisions are about differences, not sent from here.');
  }
  const found = await caseOf(hub, studentId);
  if (!found) return undefined;
  const ofCase = { ...key, ...found };
  switch (event.kind) {
    case 'VISIT': {
      const visit = { ...VISIT, visitedOn: event.on, result: event.result };
      const input = { ...ofCase, ...visit };
      return { caller: township, text: saved('RecordPersuasionVisit'), input };
    }
    case 'PLACEMENT': {
      const own = { mode: 'OWN_CLASS', schoolCode, classCode };
      const place = about.isInCounty ? own : { mode: 'OUT_OF_COUNTY' };
      const input = { ...ofCase, placedOn: event.on, ...place };
      return { caller: township, text: saved('RecordReturnPlacement'), input };
    }
    case 'CHECK': {
      const input = { ...ofCase, checkedOn: event.on, checkerPost: 'CLASS_TEACHER', result: event.result };
      return { caller: township, text: CHECK, input };
    }
  }
}
