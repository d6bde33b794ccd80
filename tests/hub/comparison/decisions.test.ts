import { callerAs, type TestCaller } from '../../support/callers.js';
import { within } from '../../support/within.js';
import { decide, paper, TODAY, VERIFIERS } from '../../subgraphs/coordination/decisions/difference-rows.js';
import { startComparedAgencies, type ComparedAgencies } from './compared-agencies.js';

const PATIENCE_MS = 240_000;

let hub: ComparedAgencies;
beforeAll(async () => {
  hub = await startComparedAgencies();
  expect((await hub.compare()).state).toBe('COMPLETED');
}, PATIENCE_MS);
afterAll(() => hub.close());

const coordination = () => hub.of('coordination');

interface Difference {
  readonly studentId: string;
  readonly kind: 'NEVER_ENROLLED' | 'PERSON_WITHOUT_STATUS';
  readonly townshipCode: string;
}
/** Children whom no school knows, and who live in a township of the county. */
const missing = () =>
  coordination().rows<Difference>(
    `select student_id as "studentId", kind, township_code as "townshipCode" from discrepancy
     where kind in ('NEVER_ENROLLED', 'PERSON_WITHOUT_STATUS') and state = 'OPEN' and held_until is null
       and township_code is not null and disposition_id is null order by key`,
  );
const matterOf = async (studentId: string) =>
  (
    await coordination().rows<{ state: string; kind: string }>(
      `select distinct state, kind from discrepancy where matter = 'WHEREABOUTS:' || ? and state <> 'GONE' order by kind`,
      studentId,
    )
  ).map(({ state }) => state);
const tasksOf = (studentId: string) =>
  coordination().rows<{ body: string; divisionCode: string; endReason: string | null }>(
    `select body, division_code as "divisionCode", end_reason as "endReason" from discrepancy_task
     where student_id = ? order by id`,
    studentId,
  );

test('a run hands every difference that is due to somebody, and none twice', async () => {
  const loose = await coordination().rows(
    `select key from discrepancy found where state = 'OPEN' and held_until is null and not exists (
       select from discrepancy_task task where task.matter = found.matter and task.ended_on is null)`,
  );
  expect(loose).toEqual([]);
  const doubled = await coordination().rows(
    `select matter, body from discrepancy_task where ended_on is null group by 1, 2 having count(*) > 1`,
  );
  expect(doubled).toEqual([]);
});

test(
  'the register follows a decision with the next run, which neither asks nor reports again',
  async () => {
    const [child] = await missing();
    if (!child) throw new Error('The county of the tests misses nobody.');
    const { studentId } = child;
    await decide(coordination(), VERIFIERS['education'] ?? callerAs('bureau-officer'), child, {
      code: 'IN_SCHOOL_OUT_OF_COUNTY',
      evidence: [paper('STATUS_PRINTOUT')],
    });
    const tasks = await tasksOf(studentId);
    const run = await hub.compare();
    expect(run.state).toBe('COMPLETED');
    expect(new Set(await matterOf(studentId))).toEqual(new Set(['CLOSED_OUT']));
    expect(await tasksOf(studentId)).toEqual(tasks);
    const standing = await coordination().rows<object>(
      'select standing, standing_basis as basis, standing_since::text as since from school_age_entry where student_id = ?',
      studentId,
    );
    expect(standing).toEqual([{ standing: 'IN_SCHOOL', basis: 'DISPOSITION', since: TODAY }]);
  },
  PATIENCE_MS,
);

test(
  'whom the national platform suspects enters the run like a register, known here or not',
  async () => {
    const [pupil] = await hub
      .of('education')
      .rows<{ id: string; name: string; sex: string; birthDate: string }>(
        `select student_id as id, name, sex, birth_date::text as "birthDate" from student_status
       where status = 'ENROLLED' and id_verification = 'VERIFIED' order by student_id limit 1`,
      );
    const stranger = 'z'.repeat(26);
    const enter = (number: string, id: string, name: string, sex: string, birthDate: string) =>
      coordination().rows(
        `insert into pushed_down_case (student_id, platform_number, batch, source_key, child_name, sex, birth_date,
           division_code, reason, pushed_on, due_on)
         values (?, ?, 'B1', ?, ?, ?, ?::date, '520625101001', 'R', ?::date, ?::date)`,
        id,
        number,
        number,
        name,
        sex,
        birthDate,
        TODAY,
        TODAY,
      );
    await enter('P1', pupil?.id ?? '', pupil?.name ?? '', pupil?.sex ?? '', pupil?.birthDate ?? '');
    await enter('P2', stranger, '查无此生', 'MALE', '2014-03-09');
    expect((await hub.compare()).state).toBe('COMPLETED');
    const suspected = await coordination().rows<{ studentId: string; state: string }>(
      `select student_id as "studentId", state from discrepancy where kind = 'SUSPECTED_BY_PLATFORM' order by 1`,
    );
    expect(suspected).toEqual(
      [pupil?.id ?? '', stranger].toSorted().map((studentId) => ({ studentId, state: 'OPEN' })),
    );
    expect((await tasksOf(stranger)).map(({ body }) => body)).toContain('TOWNSHIP');
  },
  PATIENCE_MS,
);

test(
  'a child found to live in another township is handed to it by the run that the decision begins',
  async () => {
    const [child] = await missing();
    if (!child) throw new Error('The county of the tests misses nobody else.');
    const { studentId, townshipCode } = child;
    const [other] = await coordination().rows<{ code: string }>(
      "select code from division where level = 'VILLAGE' and left(code, 9) <> ? order by code limit 1",
      townshipCode,
    );
    const village = other?.code ?? '';
    const office = VERIFIERS['coordination'] ?? callerAs('coordination-officer');
    const { errors } = await decide(coordination(), office, child, {
      code: 'RESIDENCE_MOVED',
      evidence: [paper('VILLAGE_CERTIFICATE')],
      residenceDivisionCode: village,
    });
    expect(errors).toEqual([]);
    const tasks = await within(
      120_000,
      () => tasksOf(studentId),
      (all) => all.some(({ divisionCode }) => divisionCode === village.slice(0, 9)),
    );
    expect(tasks.filter(({ body }) => body === 'TOWNSHIP')).toEqual([
      { body: 'TOWNSHIP', divisionCode: townshipCode, endReason: 'MOVED' },
      { body: 'TOWNSHIP', divisionCode: village.slice(0, 9), endReason: null },
    ]);
    // Whoever has the task reaches the child.
    const officer: TestCaller = {
      ...callerAs('township-officer'),
      jurisdiction: [{ kind: 'DIVISION', code: village.slice(0, 9) }],
    };
    const { data } = await coordination().ask<{
      discrepancyTasks: { nodes: { student: { id: string } }[] };
    }>(officer, '{ discrepancyTasks(first: 100) { nodes { student { id } } } }');
    expect(data.discrepancyTasks.nodes.map(({ student }) => student.id)).toContain(studentId);
  },
  PATIENCE_MS,
);
