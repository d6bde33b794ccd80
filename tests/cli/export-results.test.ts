import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import exceljs from 'exceljs';
import { exportResults, type ResultsRequest } from '../../cli/exports/export-results.js';
import { agencyKeys } from '../../cli/processes/agency-keys.js';
import { createCiphers } from '../../cli/processes/ciphers.js';
import { loadSettings, type Settings } from '../../settings/settings.js';
import { suspectedPupilsList } from '../../subgraphs/coordination/imports/suspected-pupils.list.js';
import { isReconciled } from '../../subgraphs/coordination/pushed-down/verified-results.js';
import { agencyNames } from '../../subgraphs/index.js';
import { startAgencyImports, type AgencyImports } from '../subgraphs/_kit/import/import-harness.js';
import { csvOf, syntheticNumber } from '../subgraphs/_kit/import/resident-file.js';
import { connectAsOwner } from '../support/agency-owner.js';
import { callerAs, withoutScope, type TestCaller } from '../support/callers.js';
import { countStatements } from '../support/count-statements.js';
import { COORDINATION_SCOPES } from '../../subgraphs/coordination/scopes.js';
import { testDataDir } from '../support/test-server.js';
import { testEnvironment, testSettings } from '../support/test-settings.js';
import {
  decide,
  endRun,
  paper,
  TODAY,
  type Found,
} from '../subgraphs/coordination/decisions/difference-rows.js';
import { listedPupils, type ListedChild } from '../subgraphs/coordination/register-rows.js';

let imports: AgencyImports;
let settings: Settings;
let pupils: ListedChild[];
beforeAll(async () => {
  imports = await startAgencyImports('coordination');
  pupils = await listedPupils(imports.agency, 3);
  settings = loadSettings(
    {
      ...testEnvironment(testDataDir()),
      COORDINATION_DATABASE_URL: imports.agency.databaseUrl,
      HUB_AUDIT_DIR: imports.path('audit'),
    },
    agencyNames,
    { gateway: false, agencies: ['coordination'] },
  );
});
afterAll(() => imports.close());

const numberOf = ({ sealed }: ListedChild): string => {
  const cipher = createCiphers(agencyKeys(testSettings(), 'coordination'))('coordination');
  if (!cipher) throw new Error('The tests have no column key.');
  return cipher.open(sealed, 'school_age_entry.resident_id_number_sealed');
};
const line = (platformNumber: string, name: string, residentIdNumber: string) => ({
  平台编号: platformNumber,
  批次: '2026-11',
  姓名: name,
  公民身份号码: residentIdNumber,
  所属区划代码: '520625101001',
  疑似原因: '学籍注销后无就读信息',
  下发日期: '2026-11-18',
  核查截止日期: '2026-12-18',
});
const suspected = (index: number): Found => {
  const pupil = pupils[index];
  if (!pupil) throw new Error('No such pupil.');
  return { kind: 'SUSPECTED_BY_PLATFORM', studentId: pupil.studentId };
};

async function exported(name: string, request: Partial<ResultsRequest> = {}) {
  const path = imports.path(name);
  const done = await exportResults(settings, {
    batch: null,
    format: name.endsWith('xlsx') ? 'xlsx' : 'csv',
    path,
    by: 'operator-of-the-tests',
    onProgress: () => undefined,
    ...request,
  });
  return { path, ...done };
}
const answersIn = (path: string) =>
  (parse(readFileSync(path), { bom: true, columns: true }) as Record<string, string>[]).map((row) =>
    ['平台编号', '核查情况', '结论代码', '结论日期', '有效期至', '销号']
      .map((heading) => row[heading])
      .join(' '),
  );

test('what the platform sends down is taken from its list, under the ids of the children', async () => {
  const path = imports.path('suspected.csv');
  const lines = [
    ...pupils.map((pupil, index) => line(`P00${index + 1}`, pupil.name, numberOf(pupil))),
    line('P004', '查无此生', syntheticNumber('2014-03-09', 1)),
  ];
  writeFileSync(path, csvOf(lines));
  const outcome = await imports.take(suspectedPupilsList, path);
  expect({ rejects: imports.rejects, state: outcome.state }).toEqual({ rejects: [], state: 'COMMITTED' });
  const stored = await imports.agency.rows<{ studentId: string }>(
    'select student_id as "studentId" from pushed_down_case order by platform_number limit 3',
  );
  expect(stored.map(({ studentId }) => studentId)).toEqual(pupils.map(({ studentId }) => studentId));
});

/** What a run leaves that has compared the list as it stands. */
const compareList = () =>
  imports.agency.rows(
    `insert into comparison_run (run_id, county_code, today, requested_at, requested_by, policy_version, state, sources,
       problems, counts, finished_at)
     select 'run-of-the-list', '520625', ?::date, now(), 'test', 'test', 'COMPLETED', jsonb_build_array(
       jsonb_build_object('agency', 'coordination', 'register', code, 'version', version, 'asOf', as_of)), '[]', '{}', now()
     from register where code = 'NATIONAL_PLATFORM'`,
    TODAY,
  );

test('nobody is told to be unknown before a run has compared the list, or while a match waits for its decision', async () => {
  const { agency } = imports;
  const open = { entries: 4, verified: 0, open: 4, notFound: 0 };
  expect((await exported('early.csv')).account).toEqual(open);
  await compareList();
  expect((await exported('compared.csv')).account).toEqual({ ...open, open: 3, notFound: 1 });
  await agency.rows(
    `insert into match_suggestion (member_id, canonical_id, tier, score, evidence, state, found_on, found_by_run)
     select student_id, ?, 'FUZZY', 0.9, '{}', 'OPEN', now()::date, 'run-of-the-list' from pushed_down_case where platform_number = 'P004'`,
    suspected(0).studentId,
  );
  expect((await exported('asked.csv')).account).toEqual(open);
  await agency.rows(`delete from match_suggestion where found_by_run = 'run-of-the-list'`);
  await agency.rows(`update register set version = version + 1 where code = 'NATIONAL_PLATFORM'`);
  expect((await exported('imported-since.csv')).account).toEqual(open);
  await agency.rows(`update register set version = version - 1 where code = 'NATIONAL_PLATFORM'`);
});

test('every entry has one answer: verified, open, or nobody whom the county knows', async () => {
  const { agency } = imports;
  await endRun(agency, TODAY, [suspected(0), suspected(1), suspected(2)]);
  await decide(agency, callerAs('bureau-officer'), suspected(0), {
    code: 'IN_SCHOOL_OUT_OF_COUNTY',
    evidence: [paper('STATUS_PRINTOUT')],
  });
  await decide(agency, callerAs('coordination-officer'), suspected(1), {
    code: 'CONFIRMED_DROPOUT',
    evidence: [paper('VISIT_RECORD')],
  });
  const { path, lines, account, digest } = await exported('results.csv');
  expect(answersIn(path)).toEqual([
    `P001 已核实 IN_SCHOOL_OUT_OF_COUNTY ${TODAY} 2027-02-21 是`,
    `P002 已核实 CONFIRMED_DROPOUT ${TODAY}  否`,
    'P003 待核实    否',
    'P004 查无此人    否',
  ]);
  expect({ lines, account }).toEqual({
    lines: 4,
    account: { entries: 4, verified: 2, open: 1, notFound: 1 },
  });
  expect(isReconciled(account)).toBe(true);
  expect(digest).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'));
  // Numbers of persons stay here.
  for (const pupil of pupils) expect(readFileSync(path, 'utf8')).not.toContain(numberOf(pupil));
});

interface ListedCase {
  readonly platformNumber: string;
  readonly childName: string;
  readonly student: { readonly id: string };
  readonly result: {
    readonly outcome: string;
    readonly disposition: string | null;
    readonly isClosedOut: boolean;
  };
}
const LISTED = `pushedDownCases(first: 3, filter: { batch: "2026-11" }) {
  nodes { platformNumber childName reason pushedOn dueOn division { code } student { id }
    result { outcome disposition decidedOn validUntil verifierAgency isClosedOut } }
  pageInfo { hasNextPage endCursor } totalCount }`;
const listFor = (caller: TestCaller, field = LISTED) =>
  imports.agency.ask<{
    pushedDownCases: {
      nodes: ListedCase[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
      totalCount: number;
    } | null;
  }>(caller, `{ ${field} }`);

test('officers see the entries of their area with what was found, page by page', async () => {
  const office: TestCaller = { ...callerAs('coordination-officer'), purpose: 'REGISTER_COMPARISON' };
  const { data, errors } = await listFor(office);
  expect(errors).toEqual([]);
  const first = data.pushedDownCases;
  expect(
    first?.nodes.map(({ platformNumber, result }) => [platformNumber, result.outcome, result.disposition]),
  ).toEqual([
    ['P001', 'VERIFIED', 'IN_SCHOOL_OUT_OF_COUNTY'],
    ['P002', 'VERIFIED', 'CONFIRMED_DROPOUT'],
    ['P003', 'OPEN', null],
  ]);
  expect(first?.nodes.map(({ student }) => student.id)).toEqual(pupils.map(({ studentId }) => studentId));
  expect(first?.nodes.map(({ result }) => result.isClosedOut)).toEqual([true, false, false]);
  expect([first?.totalCount, first?.pageInfo.hasNextPage]).toEqual([4, true]);
  const next = await listFor(
    office,
    LISTED.replace('first: 3', `first: 3, after: "${first?.pageInfo.endCursor ?? ''}"`),
  );
  expect(next.data.pushedDownCases?.nodes).toEqual([
    expect.objectContaining({
      platformNumber: 'P004',
      childName: '查无此生',
      result: expect.objectContaining({ outcome: 'NOT_FOUND' }) as object,
    }),
  ]);

  const elsewhere: TestCaller = { ...office, jurisdiction: [{ kind: 'DIVISION', code: '652301' }] };
  expect((await listFor(elsewhere)).data.pushedDownCases).toMatchObject({ nodes: [], totalCount: 0 });
  expect((await listFor(office, LISTED.replace('2026-11', '2026-10'))).data.pushedDownCases?.nodes).toEqual(
    [],
  );
  const refused = await listFor(withoutScope(office, COORDINATION_SCOPES.readDiscrepancies));
  expect(refused.data.pushedDownCases).toBeNull();
  expect(refused.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
});

test('a page of entries takes as many statements as one of them', async () => {
  const office: TestCaller = { ...callerAs('coordination-officer'), purpose: 'REGISTER_COMPARISON' };
  const costOf = (first: number) =>
    countStatements(() => listFor(office, LISTED.replace('first: 3', `first: ${first}`)));
  expect(await costOf(4)).toBe(await costOf(1));
});

test('a workbook holds the same, and one batch its own entries alone', async () => {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile((await exported('results.xlsx')).path);
  const sheet = workbook.getWorksheet('核查结果');
  expect(sheet?.rowCount).toBe(5);
  expect(sheet?.getRow(2).getCell(11).value).toBe('县外就读');
  // Who found it out is named as the office names it.
  expect(sheet?.getRow(2).getCell(14).value).toBe('教育局');
  expect(sheet?.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, printTitlesRow: '1:1' });
  expect((await exported('other.csv', { batch: '2026-12' })).account).toEqual({
    entries: 0,
    verified: 0,
    open: 0,
    notFound: 0,
  });
});

test('an answer whose time is over is none: the entry is open again', async () => {
  await endRun(imports.agency, '2027-02-22', [suspected(0), suspected(1), suspected(2)]);
  const { path, account } = await exported('lapsed.csv');
  expect(answersIn(path)[0]).toBe('P001 待核实    否');
  expect(account).toEqual({ entries: 4, verified: 1, open: 2, notFound: 1 });
});

test('the export stands in the access log', async () => {
  const { digest } = await exported('logged.csv', { batch: '2026-11' });
  const owner = await connectAsOwner(imports.agency);
  try {
    const { rows } = await owner.query<{ entry: string }>(
      'select entry::text as entry from access_log order by at desc limit 20',
    );
    const entry = rows
      .map(({ entry }) => JSON.parse(entry) as Record<string, unknown>)
      .find(({ bulk }) => {
        const { digest: written, question } = (bulk ?? {}) as {
          digest?: string;
          question?: { batch: string };
        };
        return written === digest && question?.batch === '2026-11';
      });
    expect(entry).toMatchObject({
      actor: 'operator-of-the-tests',
      bulk: {
        rows: 4,
        isComplete: true,
        question: { action: 'export-verified-results', batch: '2026-11', format: 'csv' },
      },
    });
  } finally {
    await owner.end();
  }
});
