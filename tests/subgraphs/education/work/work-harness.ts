import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import { callerAs, type TestCaller } from '../../../support/callers.js';
import { enrolledPupils, missesSchoolOn, type Pupil } from '../pupils.js';

export interface Group {
  readonly kind: string;
  readonly open: number | null;
  readonly overdue: number | null;
  readonly unknown: string | null;
  readonly list: string;
  readonly items:
    | readonly {
        readonly subject: string;
        readonly dueOn: string | null;
        readonly isOverdue: boolean;
        readonly student: { readonly id: string } | null;
      }[]
    | null;
}

export const WORK = `query ($items: Int! = 50) { workAtEducation(items: $items) { on groups { kind open overdue unknown list
  items { subject dueOn isOverdue student { id } } } } }`;

/** Longer than a week, up to the day before the tests. */
export const AWAY = ['09', '10', '11', '12', '13', '16', '17', '18', '19'].map((day) => `2026-11-${day}`);

export const kindsOf = (groups: ReadonlyMap<string, Group>) => [...groups.keys()].toSorted();
export const subjectsOf = (group: Group | undefined) => group?.items?.map(({ subject }) => subject);
export const childrenOf = (group: Group | undefined) =>
  new Set(group?.items?.map(({ student }) => student?.id));

/** A persona at another place. */
export const personaAt = (slug: string, kind: 'DIVISION' | 'SCHOOL' | 'CLASS', code: string): TestCaller => ({
  ...callerAs(slug),
  jurisdiction: [{ kind, code }],
});

/** Two pupils of one school and of two classes, and one of another school; all three stay away. */
export interface WorkTest {
  readonly agency: TestAgency;
  readonly pupil: Pupil;
  readonly schoolmate: Pupil;
  readonly stranger: Pupil;
  readonly teacher: TestCaller;
  readonly clerk: TestCaller;
  /** What the caller has to do, by kind. */
  work(caller: TestCaller, items?: number): Promise<ReadonlyMap<string, Group>>;
  count(text: string, ...parameters: unknown[]): Promise<number>;
  opensTo(child: Pupil, kind: 'CATCHMENT' | 'REGISTERED' | 'GRANT', code: string): Promise<void>;
}

export async function startWork(): Promise<WorkTest> {
  const agency = await startTestAgency('education');
  const [pupil, ...others] = await enrolledPupils(agency, 200);
  const schoolmate = others.find(
    (one) => one.schoolCode === pupil?.schoolCode && one.classCode !== pupil.classCode,
  );
  const stranger = others.find((one) => one.schoolCode !== pupil?.schoolCode);
  if (!pupil || !schoolmate || !stranger) throw new Error('The county has no such pupils.');
  for (const table of ['status_mark', 'dropout_report', 'inspector_call'])
    await agency.rows(`delete from ${table}`);
  for (const child of [pupil, schoolmate, stranger]) {
    await agency.rows('delete from guardian_contact where student_id = ?', child.studentId);
    await missesSchoolOn(agency, child, ...AWAY);
  }
  return {
    agency,
    pupil,
    schoolmate,
    stranger,
    teacher: personaAt('class-teacher', 'CLASS', pupil.classCode),
    clerk: personaAt('school-clerk', 'SCHOOL', pupil.schoolCode),
    async work(caller, items) {
      const { data, errors } = await agency.ask<{ workAtEducation: { on: string; groups: Group[] } }>(
        caller,
        WORK,
        { items },
      );
      expect(errors).toEqual([]);
      expect(data.workAtEducation.on).toBe('2026-11-20');
      return new Map(data.workAtEducation.groups.map((group) => [group.kind, group]));
    },
    async count(text, ...parameters) {
      const [row] = await agency.rows<{ count: number }>(
        `select count(*)::int as count ${text}`,
        ...parameters,
      );
      return row?.count ?? -1;
    },
    async opensTo({ studentId }, kind, code) {
      await agency.rows(
        "insert into student_scope (student_id, kind, code, origin, canonical_id) values (?, ?, ?, 'test', ?)",
        studentId,
        kind,
        code,
        studentId,
      );
    },
  };
}
