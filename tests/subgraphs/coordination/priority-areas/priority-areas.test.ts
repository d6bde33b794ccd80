import { randomUUID } from 'node:crypto';
import { parseIsoDate } from '../../../../policies/iso-date.js';
import { loadPolicies } from '../../../../policies/load-policies.js';
import {
  areasAround,
  clauseOfArea,
} from '../../../../subgraphs/coordination/priority-areas/areas-of-division.js';
import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import { callerAs, elsewhere, type TestCaller } from '../../../support/callers.js';
import { countStatements } from '../../../support/count-statements.js';

const mark = { kind: 'ECOLOGICAL_MIGRATION', divisionCode: '640381101', since: '2026-01-01', endedOn: null };

test.each([
  ['the township itself', '640381101', '2026-11-20', 1],
  ['a village in it', '640381101003', '2026-11-20', 1],
  ['the township beside it', '640381102003', '2026-11-20', 0],
  ['the county around it', '640381', '2026-11-20', 0],
  ['before it was marked', '640381101003', '2025-12-31', 0],
])('a mark holds for %s', (_where, code, today, found) => {
  expect(areasAround(code, [mark], today)).toHaveLength(found);
});

test('a mark that ended holds on its last day and not after it', () => {
  const ended = { ...mark, endedOn: '2026-11-20' };
  expect(areasAround('640381101003', [ended], '2026-11-20')).toHaveLength(1);
  expect(areasAround('640381101003', [ended], '2026-11-21')).toHaveLength(0);
});

test('whose policy names such areas says by which clause, and nobody else does', () => {
  const policyOf = (code: string) => loadPolicies().policyFor(code, parseIsoDate('2026-11-20'));
  expect(clauseOfArea('ECOLOGICAL_MIGRATION', policyOf('640381'))).toContain('青政办发〔2018〕49号');
  expect(clauseOfArea('ECOLOGICAL_MIGRATION', policyOf('520625'))).toBeNull();
});

const bureau: TestCaller = { ...callerAs('bureau-officer'), purpose: 'CASE_HANDLING' };
let agency: TestAgency;
let village: string;
let child: string;
beforeAll(async () => {
  agency = await startTestAgency('coordination', { now: () => new Date('2026-11-20T09:00:00+08:00') });
  const [row] = await agency.rows<{ village: string; child: string }>(
    `select counted_division_code as village, min(student_id) as child from school_age_entry
     where expected_grade is not null and starts_with(counted_division_code, '520625')
     group by 1 order by count(*) desc limit 1`,
  );
  village = row?.village ?? '';
  child = row?.child ?? '';
});
afterAll(() => agency.close());

interface Area {
  readonly id: string;
  readonly kind: string;
  readonly policyClause: string | null;
  readonly division: { readonly code: string };
  readonly counts: {
    readonly schoolAge: number;
    readonly outOfSchool: number;
    readonly unknown: number;
  } | null;
}

async function areas(caller: TestCaller, filter: object, first = 100): Promise<Area[]> {
  const { data, errors } = await agency.ask<{ priorityAreas: { nodes: Area[] } }>(
    caller,
    `query ($filter: PriorityAreaFilter, $first: Int) { priorityAreas(filter: $filter, first: $first) { nodes {
      id kind policyClause division { code } counts { schoolAge outOfSchool unknown } } } }`,
    { filter, first },
  );
  expect(errors).toEqual([]);
  return data.priorityAreas.nodes;
}

async function command(name: string, input: object, caller = bureau): Promise<string[] | undefined> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await agency.ask<Record<string, { errors: { code: string }[] } | null>>(
    caller,
    `mutation ($input: ${type}!) { ${name}(input: $input) { errors { code } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
  );
  expect(errors).toEqual([]);
  return data[name]?.errors.map(({ code }) => code);
}

async function areasOfChild(): Promise<{ kind: string }[] | null | undefined> {
  const { data, errors } = await agency.askForStudents<{
    risk: { priorityAreas: { kind: string }[] | null };
  }>(bureau, [child], 'risk { priorityAreas { kind } }');
  expect(errors).toEqual([]);
  return data._entities[0]?.risk.priorityAreas;
}

test('the generated county has marked some villages, and nobody of another county sees them', async () => {
  expect((await areas(bureau, {})).length).toBeGreaterThan(1);
  expect(await areas(elsewhere(bureau), {})).toEqual([]);
  const one = await countStatements(() => areas(bureau, {}, 1));
  expect(await countStatements(() => areas(bureau, {}))).toBe(one);
});

test('a village is marked once, counts its children, stands in their risk, and stops', async () => {
  await agency.rows('delete from priority_area');
  const rural = { division: village, kind: 'RURAL', since: '2026-11-01' };
  expect(await areasOfChild()).toEqual([]);
  expect(await command('markPriorityArea', rural, elsewhere(bureau))).toEqual(['DIVISION_NOT_FOUND']);
  for (const [part, code] of [
    [{ division: '520625999' }, 'DIVISION_NOT_FOUND'],
    [{ division: '520625' }, 'DIVISION_NOT_FOUND'],
    [{ since: '2026-11-21' }, 'DATE_INVALID'],
    [{ documentNumber: '99520620140101123X' }, 'DOCUMENT_NUMBER_INVALID'],
  ] as const)
    expect(await command('markPriorityArea', { ...rural, ...part })).toEqual([code]);
  const both = [command('markPriorityArea', rural), command('markPriorityArea', rural)];
  expect((await Promise.all(both)).flat()).toEqual(['ALREADY_MARKED']);
  const [area] = await areas(bureau, { division: village.slice(0, 9), kind: 'RURAL' });
  const [counted] = await agency.rows<{ count: number; out: number }>(
    `select count(*)::int as count, (count(*) filter (where standing = 'OUT_OF_SCHOOL'))::int as out
     from school_age_entry where counted_division_code = ? and expected_grade is not null`,
    village,
  );
  expect(area).toMatchObject({
    kind: 'RURAL',
    policyClause: null,
    division: { code: village },
    counts: { schoolAge: counted?.count, outOfSchool: counted?.out },
  });
  expect(await areas(bureau, { kind: 'ECOLOGICAL_MIGRATION' })).toEqual([]);
  expect(await areasOfChild()).toEqual([{ kind: 'RURAL' }]);
  const end = { id: area?.id, endedOn: '2026-11-19' };
  expect(await command('endPriorityArea', { ...end, endedOn: '2026-10-31' })).toEqual(['DATE_INVALID']);
  expect(await command('endPriorityArea', end, elsewhere(bureau))).toEqual(['NOT_FOUND']);
  expect(await command('endPriorityArea', end)).toEqual([]);
  expect(await command('endPriorityArea', end)).toEqual(['NOT_FOUND']);
  expect(await areasOfChild()).toEqual([]);
});
