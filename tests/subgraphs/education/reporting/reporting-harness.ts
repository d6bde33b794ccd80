import { randomUUID } from 'node:crypto';
import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import type { TestCaller } from '../../../support/callers.js';
import { bureauOfficer, clerkOf, teacherOf } from '../education-callers.js';
import { enrolledPupil, missesSchoolOn, type Pupil } from '../pupils.js';

interface Payload {
  readonly errors: readonly { readonly code: string; readonly field: string | null }[];
}

export interface Reporting {
  readonly register: { readonly state: string };
  readonly duties:
    | readonly {
        readonly kind: string;
        readonly state: string;
        readonly dueOn: string | null;
        readonly doneOn: string | null;
      }[]
    | null;
  readonly violations:
    | readonly {
        readonly kind: string;
        readonly duty: string;
        readonly daysLate: number;
        readonly accountable: readonly string[];
      }[]
    | null;
  readonly inspectorCalls: readonly { readonly calledOn: string }[];
  readonly marks: readonly {
    readonly mark: string;
    readonly markedOn: string;
    readonly markedBy: string | null;
  }[];
  readonly reports: readonly {
    readonly id: string;
    readonly recipient: string;
    readonly reportedOn: string;
    readonly receivedOn: string | null;
  }[];
}

export const dutyStates = ({ duties }: Reporting) =>
  duties?.map(({ kind, state }) => `${kind} ${state}`) ?? [];

/** A pupil of whose absences nothing is recorded yet, on the morning of a Monday. */
export interface ReportingTest {
  readonly agency: TestAgency;
  readonly pupil: Pupil;
  /** Goes on to the morning of a day. */
  onDay(day: string): void;
  /** @returns codes of what it was refused for */
  command(name: string, input: object, caller?: TestCaller): Promise<string[]>;
  sheetOf(day: string, isMissed: boolean): Promise<void>;
  reporting(caller?: TestCaller): Promise<Reporting>;
  status(): Promise<string | undefined>;
  close(): Promise<void>;
}

export async function startReporting(): Promise<ReportingTest> {
  let now = new Date('2026-11-23T09:00:00+08:00');
  const agency = await startTestAgency('education', { now: () => now });
  const pupil = await enrolledPupil(agency);
  await agency.rows('delete from status_mark');
  await agency.rows('delete from dropout_report');
  await agency.rows('delete from inspector_call');
  await agency.rows('delete from guardian_contact where student_id = ?', pupil.studentId);
  await missesSchoolOn(agency, pupil);
  await agency.rows(
    "update register set as_of = '2026-11-22T00:00:00+08:00' where code in ('ATTENDANCE', 'DROPOUT_REPORTING')",
  );
  const onDay = (day: string) => void (now = new Date(`${day}T09:00:00+08:00`));

  async function command(
    name: string,
    input: object,
    caller: TestCaller = clerkOf(pupil.schoolCode),
  ): Promise<string[]> {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const { data, errors } = await agency.ask<Record<string, Payload>>(
      caller,
      `mutation ($input: ${type}!) { ${name}(input: $input) { errors { code field } } }`,
      { input: { idempotencyKey: randomUUID(), ...input } },
    );
    expect(errors).toEqual([]);
    return data[name]?.errors.map(({ code }) => code) ?? ['NOT_ANSWERED'];
  }

  async function sheetOf(day: string, isMissed: boolean): Promise<void> {
    onDay(day);
    const { studentId, classCode } = pupil;
    const absence = { studentId, session: 'WHOLE_DAY', state: 'UNEXCUSED', reason: 'UNREACHABLE' };
    const input = { schoolClass: classCode, date: day, absences: isMissed ? [absence] : [] };
    expect(await command('recordAttendance', input, teacherOf(classCode))).toEqual([]);
  }

  async function reporting(caller: TestCaller = bureauOfficer): Promise<Reporting> {
    const { data, errors } = await agency.askForStudents<{ schooling: { dropoutReporting: Reporting } }>(
      caller,
      [pupil.studentId],
      `schooling { dropoutReporting { register { state } duties { kind state dueOn doneOn }
        violations { kind duty daysLate accountable } marks { mark markedOn markedBy } inspectorCalls { calledOn }
        reports { id recipient reportedOn receivedOn } } }`,
    );
    expect(errors).toEqual([]);
    const answer = data._entities[0]?.schooling.dropoutReporting;
    if (!answer) throw new Error('The child was not answered.');
    return answer;
  }

  async function status(): Promise<string | undefined> {
    const [row] = await agency.rows<{ status: string }>(
      'select status from student_status where student_id = ?',
      pupil.studentId,
    );
    return row?.status;
  }

  return { agency, pupil, onDay, command, sheetOf, reporting, status, close: () => agency.close() };
}
