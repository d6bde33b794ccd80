import {
  parsePolicies,
  policyDirectory,
  PURPOSES_FILE,
  readPolicyFolder,
} from '../../../../policies/load-policies.js';
import type { PolicyLibrary } from '../../../../policies/resolve-policy.js';
import { countyUnder, PLACES, type Place } from '../../../journeys/documents.js';
import { LOCAL_SOURCE, localFile } from '../../../policies/policy-files.js';
import { callerAs, type TestCaller } from '../../../support/callers.js';
import { workGroups } from '../../../support/work-groups.js';
import { clerkOf, officerOf, teacherOf } from '../coordination-callers.js';
import { TODAY } from '../decisions/difference-rows.js';
import type { ListedChild } from '../register-rows.js';
import { of, startCases, VISIT, type Case, type Cases } from './case-harness.js';

let library: PolicyLibrary = countyUnder(() => PLACES.yinjiang);
/** Asked again with each request, as if the county's document had changed meanwhile. */
const inForce: PolicyLibrary = {
  get files() {
    return library.files;
  },
  policyFor: (division, day) => library.policyFor(division, day),
};

let cases: Cases;
let child: ListedChild;
let dropout: Case;
beforeAll(async () => {
  cases = await startCases({ policies: inForce });
  child = cases.nextChild();
  dropout = await cases.opened(child);
  await cases.command(township(), 'recordPersuasionVisit', { ...of(dropout), ...VISIT });
  expect(await nextStep()).toBe('VISIT');
});
afterAll(() => cases?.close());

/** The project's policies and a later document of a division that names these bodies. */
function naming(persuadedBy: readonly string[], division = '520625'): PolicyLibrary {
  const files = readPolicyFolder(policyDirectory()).filter(({ name }) => name !== PURPOSES_FILE);
  const values = { dropoutReporting: { persuadedBy: { value: persuadedBy, source: LOCAL_SOURCE } } };
  return parsePolicies([...files, localFile({ appliesTo: [division], values })]);
}

const township = () => officerOf(dropout.township.code.slice(0, 9));
const inCounty = (slug: string): TestCaller => ({ ...callerAs(slug), purpose: 'CASE_HANDLING' });
const OFFICES: Readonly<Record<string, () => TestCaller>> = {
  township,
  neighbour: () => officerOf(dropout.township.code.startsWith('520625101') ? '520625102' : '520625101'),
  school: () => clerkOf(child.schoolCode),
  teacher: () => teacherOf(child.classCode),
  bureau: () => inCounty('bureau-officer'),
  group: () => inCounty('coordination-officer'),
};

/** In whose lists of next steps the case stands. */
async function whoHas(): Promise<string[]> {
  const having: string[] = [];
  for (const [name, caller] of Object.entries(OFFICES)) {
    const groups = await workGroups(cases.agency, caller(), 'workAtCoordination');
    const items = groups.find(({ kind }) => kind === 'NEXT_CASE_STEP')?.items ?? [];
    if (items.some(({ subject }) => subject === dropout.caseNumber)) having.push(name);
  }
  return having;
}

test.each<[Place, string[]]>([
  // 联合学校进行双向劝返 (昌市政办发〔2020〕16号): the school with the others.
  ['changji', ['township', 'school', 'bureau']],
  // 各镇（街道办）和教育局应当采取有效措施劝返 (青政办发〔2018〕49号); what no other document says is taken from here.
  ['qingtongxia', ['township', 'bureau']],
  ['district', ['township', 'bureau']],
  // 各教办、社区、村…开展劝返工作 (印府办发〔2020〕19号): all of them below the township, which records what they do.
  ['yinjiang', ['township']],
  // 学校…配合政府做好辍学学生劝返复学工作 (故陵镇 2023).
  ['guling', ['township', 'school']],
])('by the document of %s a visit to persuade stands on the lists of %j', async (place, offices) => {
  library = countyUnder(() => PLACES[place]);
  expect(await whoHas()).toEqual(offices);
});

test.each<[bodies: string[], offices: string[]]>([
  [['SCHOOL'], ['school']],
  [
    ['PRINCIPAL', 'TOWNSHIP'],
    ['township', 'school'],
  ],
  // What a village does about a case its township records.
  [['VILLAGE'], ['township']],
  // Of a body without officers here the leading group's office sees the documents.
  [['YOUTH_LEAGUE'], ['group']],
])('where a document names %j it stands on the lists of %j', async (bodies, offices) => {
  library = naming(bodies);
  expect(await whoHas()).toEqual(offices);
});

test('a town that says so for itself has it otherwise than the rest of its county', async () => {
  library = naming(['SCHOOL'], dropout.township.code.slice(0, 9));
  expect(await whoHas()).toEqual(['school']);
  library = naming(['SCHOOL'], '520625999');
  expect(await whoHas()).toEqual(['township']);
});

test('to verify and to follow up stays with who carries the case, whoever persuades', async () => {
  library = naming(['COUNTY_EDUCATION']);
  expect(await whoHas()).toEqual(['bureau']);
  child = cases.nextChild();
  dropout = await cases.opened(child, 'TOLD_BY_AGENCY');
  expect(await nextStep()).toBe('VERIFY');
  expect(await whoHas()).toEqual(['township', 'school']);
  await cases.command(township(), 'recordPersuasionVisit', { ...of(dropout), ...VISIT });
  expect(await nextStep()).toBe('VISIT');
  expect(await whoHas()).toEqual(['bureau']);
  const version = await current<number>('version');
  await cases.command(township(), 'recordReturnPlacement', {
    ...of({ ...dropout, version }),
    placedOn: TODAY,
    mode: 'OWN_CLASS',
    schoolCode: child.schoolCode,
    classCode: child.classCode,
  });
  expect(await nextStep()).toBe('FOLLOW_UP');
  expect(await whoHas()).toEqual(['township', 'school']);
});

async function current<Value>(column: 'next_step' | 'version'): Promise<Value> {
  const [row] = await cases.agency.rows<{ value: Value }>(
    `select ${column} as value from dropout_case where case_number = ?`,
    dropout.caseNumber,
  );
  if (!row) throw new Error('There is no case.');
  return row.value;
}
const nextStep = () => current<string>('next_step');
