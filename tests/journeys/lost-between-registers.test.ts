import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { readMapping } from '../../subgraphs/_kit/import/column-mapping.js';
import { residentsList } from '../../subgraphs/police/imports/residents.list.js';
import { importInto } from '../subgraphs/_kit/import/import-harness.js';
import { csvOfRows, listRow } from '../subgraphs/_kit/import/list-file.js';
import { callerAs, type TestCaller } from '../support/callers.js';
import { makeTemporaryFolder } from '../support/temporary-folder.js';
import { reconciledLedgers } from './reconciled-ledgers.js';
import { startSchoolYear, type SchoolYear } from './school-year.js';

const PATIENCE_MS = 300_000;
const operation = (name: string) => readFileSync(`schema/operations/${name}.graphql`, 'utf8');
const office = { ...callerAs('coordination-officer'), purpose: 'REGISTER_COMPARISON' };
const bureau = { ...callerAs('bureau-officer'), purpose: 'REGISTER_COMPARISON' };
const [WHEN_MISSED, WHEN_DECIDED] = ['2026-11-23', '2026-11-25'];

let year: SchoolYear;
let folder: string;
/** The village where the police have registered a child whom no school knows. */
let village: string;
beforeAll(async () => {
  year = await startSchoolYear();
  folder = makeTemporaryFolder('hub-journey-');
  const [home] = await year
    .agency('coordination')
    .rows<{ code: string }>(
      "select code from division where level = 'VILLAGE' and code like '520625%' order by code limit 1",
    );
  village = home?.code ?? '';
}, PATIENCE_MS);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await year?.close();
});

interface Difference {
  readonly key: string;
  readonly version: number;
  readonly kind: string;
  readonly state: string;
  readonly schoolCode: string | null;
  readonly township: { readonly code: string } | null;
  readonly dispositions: readonly { readonly code: string }[];
  readonly student: { readonly id: string };
}
async function differences(kind: string, state: string | null = null): Promise<readonly Difference[]> {
  const { discrepancies } = await year.query<{ discrepancies: { nodes: Difference[] } }>(
    office,
    operation('Discrepancies'),
    { kinds: [kind], state },
  );
  return discrepancies.nodes;
}

/** The register of residents as the police hand it in: one child more, on whom no school has a word. */
async function policeRegister(): Promise<void> {
  const row = {
    ...listRow(residentsList, 7, new Map()),
    registeredDivision: village,
    registeredOn: '2020-03-02',
    cancelledOn: '',
    cancelReason: '',
    formerResidentIdNumbers: '',
  };
  const path = join(folder, 'residents.csv');
  writeFileSync(
    path,
    csvOfRows([row], readMapping('subgraphs/police/imports/residents.yaml', residentsList)),
  );
  const outcome = await importInto(year.agency('police'), 'police', {
    list: residentsList,
    path,
    isComplete: false,
  });
  expect(outcome).toMatchObject({ state: 'COMMITTED', rejected: 0 });
}

interface Decision {
  readonly disposition: { readonly caseNumber: string | null; readonly family: string };
  readonly discrepancy: { readonly state: string };
}
const decide = ({ key, version }: Difference, caller: TestCaller, facts: object) =>
  year.command<Decision>(caller, operation('RecordDisposition'), {
    discrepancyKey: key,
    expectedVersion: version,
    evidence: [],
    ...facts,
  });
const paper = (kind: string) => ({
  kind,
  number: '印教证〔2026〕117号',
  issuer: '印江县某某单位',
  issuedOn: WHEN_DECIDED,
  sha256: 'ab'.repeat(32),
});

interface Task {
  readonly id: string;
  readonly body: string;
  readonly state: string;
  readonly dueOn: string | null;
  readonly division: { readonly code: string } | null;
  readonly student: { readonly id: string } | null;
}
async function tasksAbout(caller: TestCaller, studentId: string): Promise<readonly Task[]> {
  const { discrepancyTasks } = await year.query<{ discrepancyTasks: { nodes: Task[] } }>(
    { ...caller, purpose: 'CASE_HANDLING' },
    operation('DiscrepancyTasks'),
  );
  return discrepancyTasks.nodes.filter(({ student }) => student?.id === studentId);
}

interface Case {
  readonly caseNumber: string;
  readonly state: string;
  readonly nextStep: string | null;
}
async function casesOf(studentId: string): Promise<readonly Case[]> {
  const { student } = await year.query<{ student: { casework: { cases: Case[] } } }>(
    { ...office, purpose: 'CASE_HANDLING' },
    'query ($id: ID!) { student(id: $id) { casework { cases { caseNumber state nextStep } } } }',
    { id: studentId },
  );
  return student.casework.cases;
}

test(
  'a child whom a register lost is found, visited and becomes a case; ghosts and doubles are explained; all adds up',
  async () => {
    year.is(WHEN_MISSED);
    const known = new Set((await differences('NEVER_ENROLLED')).map(({ key }) => key));
    const before = await reconciledLedgers(year, office, village);
    await policeRegister();
    await year.compare();
    const [missing, ...others] = (await differences('NEVER_ENROLLED')).filter(({ key }) => !known.has(key));
    expect(others).toEqual([]);
    expect(missing).toMatchObject({ state: 'OPEN', dispositions: [] });
    if (!missing) return;
    expect(await reconciledLedgers(year, office, village)).toBe(before + 1);

    // The township where the child lives has the task, and goes there.
    const town = village.slice(0, 9);
    const officer = {
      ...callerAs('township-officer'),
      jurisdiction: [{ kind: 'DIVISION', code: town } as const],
    };
    const tasks = await tasksAbout(officer, missing.student.id);
    expect(tasks).toMatchObject([
      { state: 'OPEN', body: 'TOWNSHIP', division: { code: expect.stringMatching(town) } },
    ]);
    year.is(WHEN_DECIDED);
    const [visited] = tasks;
    await year.command(officer, operation('CompleteTask'), {
      taskId: visited?.id,
      visitedOn: WHEN_DECIDED,
      visitorPost: 'TOWNSHIP_OFFICER',
      finding: 'CONFIRMED_NOT_ENROLLED',
      residenceDivisionCode: village,
    });
    const confirmed = await decide(missing, office, {
      code: 'CONFIRMED_NOT_ENROLLED',
      taskIds: [visited?.id],
    });
    expect(confirmed).toMatchObject({ disposition: { family: 'TRUE' }, discrepancy: { state: 'OPEN' } });
    expect(await casesOf(missing.student.id)).toMatchObject([
      { caseNumber: confirmed.disposition.caseNumber, state: 'CONFIRMED', nextStep: 'VISIT' },
    ]);

    // What is wrong in a register is put right there, and what is right is explained by a paper.
    const [ghost, double] = await Promise.all(
      ['STATUS_WITHOUT_PERSON', 'DUPLICATE_STATUS'].map(async (kind) => (await differences(kind, 'OPEN'))[0]),
    );
    const separated = (await differences('AT_ANOTHER_SCHOOL', 'OPEN')).find(
      ({ student: { id } }) => id !== ghost?.student.id && id !== double?.student.id,
    );
    if (!ghost || !double || !separated)
      throw new Error('The county has no ghost, no double or nobody separated.');
    const decisions = [
      await decide(ghost, bureau, { code: 'GHOST_STATUS', evidence: [paper('SCHOOL_CERTIFICATE')] }),
      await decide(double, bureau, { code: 'DUPLICATE_STATUS', evidence: [paper('STATUS_PRINTOUT')] }),
      await decide(separated, bureau, {
        code: 'IN_SCHOOL_IN_COUNTY',
        evidence: [paper('SCHOOL_CERTIFICATE')],
      }),
    ];
    expect(decisions.map(({ discrepancy }) => discrepancy.state)).toEqual([
      'AWAITING_REPAIR',
      'AWAITING_REPAIR',
      'CLOSED_OUT',
    ]);
    await year.agency('education').rows(
      `delete from student_status where id in (
         select max(id) from student_status where student_id in (?, ?) group by student_id)`,
      ghost.student.id,
      double.student.id,
    );
    await year.compare();
    const isOpenNow = async ({ kind, key }: Difference) =>
      (await differences(kind)).some((each) => each.key === key && each.state === 'OPEN');
    expect(await Promise.all([missing, ghost, double, separated].map(isOpenNow))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    // One more comparison reports nothing and nobody twice: a case, a task, a child.
    expect(await casesOf(missing.student.id)).toHaveLength(1);
    expect((await tasksAbout(officer, missing.student.id)).filter(({ body }) => body === 'TOWNSHIP')).toEqual(
      [],
    );
    await reconciledLedgers(year, office, village);
  },
  PATIENCE_MS,
);
