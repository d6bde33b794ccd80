import { randomUUID } from 'node:crypto';
import { parseIsoDate } from '../../../../policies/iso-date.js';
import { loadPolicies } from '../../../../policies/load-policies.js';
import { pledgeLinksAt } from '../../../../subgraphs/coordination/pledges/pledge-links.js';
import type { DutyPlace } from '../../../../subgraphs/coordination/duties/duty-places.js';
import { COORDINATION_SCOPES } from '../../../../subgraphs/coordination/scopes.js';
import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import { withoutScope, type TestCaller } from '../../../support/callers.js';
import { countStatements } from '../../../support/count-statements.js';
import { bureau, clerk, office, police, SCHOOL, townOf } from '../duties/duty-rows.js';

const linksAt = (kind: DutyPlace['kind'], county: string) =>
  pledgeLinksAt(
    { kind, code: county, name: '', divisionCode: county },
    loadPolicies().policyFor(county, parseIsoDate('2026-11-20')),
    2026,
  ).map(({ grantor, grantee, policyClause }) => `${grantor} ${grantee} ${policyClause}`);

describe('what the documents ask for', () => {
  test.each<[kind: DutyPlace['kind'], county: string, links: string[]]>([
    ['COUNTY', '640381', ['COUNTY_GOVERNMENT COUNTY_DEPARTMENT']],
    ['TOWNSHIP', '640381', ['COUNTY_GOVERNMENT TOWNSHIP']],
    ['VILLAGE', '640381', ['TOWNSHIP VILLAGE']],
    ['SCHOOL', '640381', ['COUNTY_EDUCATION SCHOOL', 'SCHOOL TEACHER', 'TEACHER GUARDIAN']],
    ['TOWNSHIP', '520625', ['COUNTY_GOVERNMENT TOWNSHIP']],
    ['VILLAGE', '520625', ['TOWNSHIP VILLAGE']],
    ['SCHOOL', '520625', ['COUNTY_EDUCATION SCHOOL', 'SCHOOL TEACHER']],
    ['SCHOOL', '652301', []],
  ])('of a %s in %s: %j', (kind, county, links) => {
    const asked = linksAt(kind, county);
    expect(asked.map((link) => link.split(' ').slice(0, 2).join(' '))).toEqual(links);
    const document = county === '640381' ? '青政办发〔2018〕49号' : '印府办发〔2020〕19号';
    for (const link of asked) expect(link).toContain(document);
  });
});

test('a pledge is about the targets of its place, each with its number, day and document', () => {
  const [link] = pledgeLinksAt(
    { kind: 'TOWNSHIP', code: '640381100', name: '', divisionCode: '640381100' },
    loadPolicies().policyFor('640381100', parseIsoDate('2026-11-20')),
    2026,
  );
  expect(link?.targets).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        operator: 'GTE',
        value: 98,
        unit: 'PERCENT',
        reachBy: '2020-12-31',
        policyClause: expect.stringMatching(/^青政办发〔2018〕49号 /),
      }),
    ]),
  );
});

interface Shown {
  readonly id: string;
  readonly state: string;
  readonly signedOn: string | null;
  readonly place: { readonly kind: string; readonly code: string };
}
const FIELDS =
  'id targets { value unit } state signedOn documentNumber grantor grantee line academicYear place { kind code }';
const OF_SCHOOL = `bureauToSchools:2026:SCHOOL:${SCHOOL}`;
let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('coordination', { now: () => new Date('2026-11-20T09:00:00+08:00') });
});
afterAll(() => agency.close());

async function pledges(caller: TestCaller, filter = '', page = 'first: 100') {
  const { data, errors } = await agency.ask<{
    responsibilityPledges: { nodes: Shown[]; totalCount: number; pageInfo: { endCursor: string } };
  }>(
    caller,
    `{ responsibilityPledges(${page} filter: { ${filter} }) { nodes { ${FIELDS} } totalCount pageInfo { endCursor } } }`,
  );
  expect(errors).toEqual([]);
  return data.responsibilityPledges;
}
async function record(caller: TestCaller, input: object): Promise<string[]> {
  const { data, errors } = await agency.ask<{ recordPledge: { errors: { code: string }[] } }>(
    caller,
    'mutation ($input: RecordPledgeInput!) { recordPledge(input: $input) { pledge { state } errors { code } } }',
    { input: { idempotencyKey: randomUUID(), pledgeId: OF_SCHOOL, signedOn: '2026-09-03', ...input } },
  );
  expect(errors).toEqual([]);
  return data.recordPledge.errors.map(({ code }) => code);
}

test('the generated county has signed most of its pledges, and what it has not is found', async () => {
  const all = await pledges(office);
  const unsigned = await pledges(office, 'state: UNSIGNED');
  const signed = await pledges(office, 'state: SIGNED');
  expect(unsigned.totalCount).toBeGreaterThan(0);
  expect(signed.totalCount).toBeGreaterThan(unsigned.totalCount);
  expect(signed.totalCount + unsigned.totalCount).toBe(all.totalCount);
  const places = await agency.rows<{ count: number }>(
    `select (select count(*) from division where level in ('TOWNSHIP', 'VILLAGE') and code like '520625%')::int
       + 2 * (select count(*) from school_site where division_code like '520625%')::int as count`,
  );
  expect(all.totalCount).toBe(places[0]?.count);
  const ranks = all.nodes.map(({ place }) => ['TOWNSHIP', 'VILLAGE', 'SCHOOL'].indexOf(place.kind));
  expect(ranks).toEqual(ranks.toSorted());
});

test('pages follow one another, and a page of 100 costs as many statements as one', async () => {
  const first = await pledges(office, '', 'first: 1');
  const second = await pledges(office, '', `first: 1 after: "${first.pageInfo.endCursor}"`);
  const both = await pledges(office, '', 'first: 2');
  expect([...first.nodes, ...second.nodes]).toEqual(both.nodes);
  const one = await countStatements(() => pledges(office, '', 'first: 1'));
  expect(await countStatements(() => pledges(office))).toBe(one);
});

describe('a pledge of a school', () => {
  beforeAll(() => agency.rows('delete from responsibility_pledge where place_code = ?', SCHOOL));

  test.each<[code: string, who: () => TestCaller, input: object]>([
    ['NOT_A_PARTY', () => police, {}],
    ['NOT_A_PARTY', () => office, {}],
    ['NOT_FOUND', () => townOf('520625999'), {}],
    ['NOT_FOUND', () => clerk, { pledgeId: `bureauToSchools:2020:SCHOOL:${SCHOOL}` }],
    ['NOT_FOUND', () => clerk, { pledgeId: 'x' }],
    ['DATE_INVALID', () => clerk, { signedOn: '2026-11-21' }],
    ['DATE_INVALID', () => clerk, { signedOn: '2026-06-30' }],
    ['DOCUMENT_NUMBER_INVALID', () => clerk, { documentNumber: '99520620140101123X' }],
  ])('%s is told, and nothing is recorded', async (code, who, input) => {
    expect(await record(who(), input)).toEqual([code]);
    expect((await pledges(clerk)).nodes.map(({ state }) => state)).toEqual(['UNSIGNED', 'UNSIGNED']);
  });

  test('is recorded by one of two that record it at once, and stands as signed', async () => {
    const outcomes = await Promise.all([
      record(bureau, { documentNumber: '印教责〔2026〕3号' }),
      record(clerk, {}),
    ]);
    expect(outcomes.toSorted((a, b) => a.length - b.length)).toEqual([[], ['ALREADY_SIGNED']]);
    expect((await pledges(clerk, 'state: SIGNED')).nodes).toMatchObject([
      { id: OF_SCHOOL, state: 'SIGNED', signedOn: '2026-09-03', line: 'EDUCATION', academicYear: 2026 },
    ]);
  });

  test('is put right by either side, and recorded anew where it was a mistake', async () => {
    const correct = async (caller: TestCaller, input: object) => {
      const { data, errors } = await agency.ask<{ correctPledge: { errors: { code: string }[] } }>(
        caller,
        'mutation ($input: CorrectPledgeInput!) { correctPledge(input: $input) { errors { code } } }',
        {
          input: {
            idempotencyKey: randomUUID(),
            pledgeId: OF_SCHOOL,
            expectedVersion: 1,
            signedOn: '2026-09-05',
            ...input,
          },
        },
      );
      expect(errors).toEqual([]);
      return data.correctPledge.errors.map(({ code }) => code);
    };
    expect(await correct(police, {})).toEqual(['NOT_A_PARTY']);
    expect(await correct(clerk, { signedOn: '2026-11-21' })).toEqual(['DATE_INVALID']);
    expect(await correct(clerk, { pledgeId: `schoolsToTeachers:2026:TEACHER:${SCHOOL}` })).toHaveLength(1);
    const both = await Promise.all([correct(clerk, {}), correct(bureau, {})]);
    expect(both.toSorted((a, b) => a.length - b.length)).toEqual([[], ['STALE_VERSION']]);
    expect((await pledges(clerk, 'state: SIGNED')).nodes).toMatchObject([
      { signedOn: '2026-09-05', documentNumber: null },
    ]);
    expect(await correct(bureau, { expectedVersion: 2, signedOn: null })).toEqual([]);
    expect((await pledges(clerk, 'state: SIGNED')).nodes).toEqual([]);
    expect(await correct(bureau, { expectedVersion: 3 })).toEqual(['NOT_RECORDED']);
    expect(await record(clerk, {})).toEqual([]);
    expect(await correct(clerk, { expectedVersion: 3 })).toEqual(['STALE_VERSION']);
    expect(await correct(clerk, { expectedVersion: 4 })).toEqual([]);
  });

  test('of last year is another one', async () => {
    expect(await pledges(clerk, 'academicYear: 2025, state: SIGNED')).toMatchObject({ nodes: [] });
    const { errors } = await agency.ask(
      clerk,
      '{ responsibilityPledges(filter: { academicYear: 1999 }) { totalCount } }',
    );
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});

test('whoever may not read duties reads no pledges', async () => {
  const { data, errors } = await agency.ask<{ responsibilityPledges: null }>(
    withoutScope(office, COORDINATION_SCOPES.readDuties),
    '{ responsibilityPledges { totalCount } }',
  );
  expect(data.responsibilityPledges).toBeNull();
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
});
