import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs } from '../../support/callers.js';
import { newChild, OTHER_VILLAGE, VILLAGE } from '../../support/children.js';
import { enterCase, enterEmployer } from './labour-rows.js';

interface Page<Node> {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
interface Employer {
  code: string;
  name: string;
  kind: string;
  unifiedSocialCreditCode: string | null;
}

const EMPLOYERS = `query ($filter: EmployerFilter, $first: Int! = 100, $after: String) {
  employers(filter: $filter, first: $first, after: $after) {
    nodes { code name kind unifiedSocialCreditCode } pageInfo { hasNextPage endCursor } } }`;

const inspector = callerAs('labour-inspector');
let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('labour');
  await agency.rows('delete from employer');
  await agency.rows('delete from labour_inspection');
  await agency.rows('delete from licence_sanction');
  await agency.rows('delete from child_labour_case');
  await enterEmployer(agency, 'YG-1', { name: '兴隆1号餐馆' });
  await enterEmployer(agency, 'YG-2', {
    name: '100%纯棉制衣厂',
    division: OTHER_VILLAGE,
    kind: 'SOLE_TRADER',
  });
  await enterEmployer(agency, 'YG-3', { name: '无名洗车行', kind: 'UNLICENSED' });
  await enterEmployer(agency, 'YG-4', { name: '外县餐馆', division: '441900001001' });
  await enterInspection('JC-1', 'YG-1', VILLAGE, '2026-09-01');
  await enterInspection('JC-2', 'YG-1', VILLAGE, '2026-11-01');
  await enterInspection('JC-3', 'YG-2', OTHER_VILLAGE, '2026-10-01');
  await enterInspection('JC-4', 'YG-4', '441900001001', '2026-10-02');
  await agency.rows(
    `insert into licence_sanction (code, employer_code, kind, decided_on, amount_yuan)
     values ('CF-1', 'YG-1', 'FINE', '2026-09-10', 5000), ('CF-2', 'YG-1', 'REVOCATION', '2026-11-10', null)`,
  );
});
afterAll(() => agency.close());

async function enterInspection(code: string, employer: string, division: string, day: string): Promise<void> {
  await agency.rows(
    `insert into labour_inspection (code, employer_code, division_code, inspected_on, inspectors, kind, minors_found)
     values (?, ?, ?, ?::date, 2, 'ROUTINE', 1)`,
    code,
    employer,
    division,
    day,
  );
}

async function employers(variables: Record<string, unknown> = {}): Promise<Page<Employer>> {
  const { data, errors } = await agency.ask<{ employers: Page<Employer> }>(inspector, EMPLOYERS, variables);
  expect(errors).toEqual([]);
  return data.employers;
}

test("the list holds the employers of the caller's area; one without a licence has no credit code", async () => {
  const { nodes } = await employers();
  expect(nodes.map(({ code }) => code)).toEqual(['YG-1', 'YG-2', 'YG-3']);
  expect(nodes[2]).toEqual({
    code: 'YG-3',
    name: '无名洗车行',
    kind: 'UNLICENSED',
    unifiedSocialCreditCode: null,
  });
});

test.each([
  ['a kind', { kind: 'SOLE_TRADER' }, ['YG-2']],
  ['a village', { division: OTHER_VILLAGE }, ['YG-2']],
  ['part of a name', { name: '餐馆' }, ['YG-1']],
  ['a percent sign, which is a character and no wildcard', { name: '%' }, ['YG-2']],
  ['an empty name, which is none', { name: '' }, ['YG-1', 'YG-2', 'YG-3']],
  ['a name that nobody has', { name: '不存在' }, []],
] as const)('the filter finds employers by %s', async (_what, filter, codes) => {
  expect((await employers({ filter })).nodes.map(({ code }) => code)).toEqual(codes);
});

test('pages follow each other without a gap or a repetition', async () => {
  const first = await employers({ first: 2 });
  const second = await employers({ first: 2, after: first.pageInfo.endCursor });
  expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  expect([...first.nodes, ...second.nodes].map(({ code }) => code)).toEqual(['YG-1', 'YG-2', 'YG-3']);
});

test.each([
  ['a name that is too long', { filter: { name: '长'.repeat(61) } }],
  ['a division code of no level', { filter: { division: '5206251' } }],
])('%s is refused as bad input', async (_what, variables) => {
  const { errors } = await agency.ask(inspector, EMPLOYERS, variables);
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
});

test('an employer has its inspections, sanctions and cases, the latest first', async () => {
  const child = await newChild(agency);
  const caseNumber = await enterCase(agency, child, { employer: 'YG-1' });
  const stranger = await newChild(agency, { residence: '441900001001' });
  await enterCase(agency, stranger, { employer: 'YG-1' });
  const { data, errors } = await agency.ask<{ employers: Page<object> }>(
    inspector,
    `{ employers(first: 1) { nodes {
      division { code level } inspections { code inspectedOn minorsFound }
      licenceSanctions { kind amountYuan } childLabourCases { caseNumber employer { name } student { id } } } } }`,
  );
  expect(errors).toEqual([]);
  expect(data.employers.nodes[0]).toEqual({
    division: { code: VILLAGE, level: null },
    inspections: [
      { code: 'JC-2', inspectedOn: '2026-11-01', minorsFound: 1 },
      { code: 'JC-1', inspectedOn: '2026-09-01', minorsFound: 1 },
    ],
    licenceSanctions: [
      { kind: 'REVOCATION', amountYuan: null },
      { kind: 'FINE', amountYuan: 5000 },
    ],
    childLabourCases: [{ caseNumber, employer: { name: '兴隆1号餐馆' }, student: { id: child } }],
  });
});

describe('the list of inspections', () => {
  const INSPECTIONS = `query ($filter: LabourInspectionFilter, $first: Int! = 100, $after: String) {
    labourInspections(filter: $filter, first: $first, after: $after) {
      nodes { code employer { code } } pageInfo { hasNextPage endCursor } } }`;
  type InspectionPage = Page<{ code: string; employer: { code: string } | null }>;

  async function inspections(variables: Record<string, unknown> = {}): Promise<InspectionPage> {
    const { data, errors } = await agency.ask<{ labourInspections: InspectionPage }>(
      inspector,
      INSPECTIONS,
      variables,
    );
    expect(errors).toEqual([]);
    return data.labourInspections;
  }

  test("holds those of the caller's area, the latest first, with their employers", async () => {
    expect((await inspections()).nodes).toEqual([
      { code: 'JC-2', employer: { code: 'YG-1' } },
      { code: 'JC-3', employer: { code: 'YG-2' } },
      { code: 'JC-1', employer: { code: 'YG-1' } },
    ]);
  });

  test.each([
    ['from a day on', { from: '2026-10-01' }, ['JC-2', 'JC-3']],
    ['up to a day', { to: '2026-10-01' }, ['JC-3', 'JC-1']],
    ['of a village', { division: VILLAGE }, ['JC-2', 'JC-1']],
  ] as const)('finds those %s', async (_what, filter, codes) => {
    expect((await inspections({ filter })).nodes.map(({ code }) => code)).toEqual(codes);
  });

  test('pages without a gap or a repetition', async () => {
    const first = await inspections({ first: 2 });
    const second = await inspections({ first: 2, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...second.nodes].map(({ code }) => code)).toEqual(['JC-2', 'JC-3', 'JC-1']);
  });
});
