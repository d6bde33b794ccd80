import { parseIsoDate } from '../../../policies/iso-date.js';
import { loadPolicies, parsePolicies } from '../../../policies/load-policies.js';
import { responsibilityOf } from '../../../subgraphs/coordination/responsibility/responsibility.js';
import { projectFile } from '../../policies/policy-files.js';
import type { ResponsibilityAssignment } from '../../../subgraphs/coordination/responsibility/responsibility-assignment.entity.js';

const TODAY = '2026-11-20';
const schemesOf = (county: string) =>
  loadPolicies().policyFor(county, parseIsoDate(TODAY)).responsibilitySchemes;
const YINJIANG = schemesOf('520625');
const SCOPES = [
  { kind: 'REGISTERED', code: '520625102001' },
  { kind: 'RESIDENCE', code: '520625101001' },
  { kind: 'SCHOOL', code: '2152000001' },
  { kind: 'CLASS', code: '21520000010501' },
];

function assignment(level: string, targetCode: string, row: Partial<ResponsibilityAssignment> = {}) {
  const kinds: Record<string, string> = { SCHOOL: 'SCHOOL', CLASS: 'CLASS' };
  const isGovernment = ['COUNTY', 'TOWNSHIP', 'VILLAGE', 'VILLAGE_GROUP'].includes(level);
  return {
    id: 1n,
    scheme: isGovernment ? 'GOVERNMENT_CHAIN' : 'EDUCATION_CHAIN',
    line: isGovernment ? 'GOVERNMENT' : 'EDUCATION',
    level,
    targetKind: kinds[level] ?? 'DIVISION',
    targetCode,
    post: '职务',
    personName: '某人',
    validFrom: '2026-09-01',
    validTo: null,
    ...row,
  } satisfies ResponsibilityAssignment;
}
const links = (assignments: ResponsibilityAssignment[], scopes = SCOPES) =>
  responsibilityOf(scopes, YINJIANG, assignments, TODAY).map(
    ({ level, code, isVacant }) => `${level} ${code}${isVacant ? ' vacant' : ''}`,
  );

test('a child without anybody named has vacancies on both lines, from the top down', () => {
  expect(links([])).toEqual([
    'COUNTY 520625101000 vacant',
    'TOWNSHIP 520625101001 vacant',
    'VILLAGE 520625101001 vacant',
    'VILLAGE_GROUP 520625101001 vacant',
    'BUREAU 2152000001 vacant',
    'SCHOOL 2152000001 vacant',
    'CLASS 21520000010501 vacant',
    'SUBJECT 21520000010501 vacant',
  ]);
});

test('the town of residence answers, not that of registration', () => {
  const named = links([assignment('TOWNSHIP', '520625101000'), assignment('TOWNSHIP', '520625102000')]);
  expect(named).toContain('TOWNSHIP 520625101000');
  expect(named.join()).not.toContain('520625102000');
});

test('a child who lives outside the county belongs to the place of registration', () => {
  expect(links([], [{ kind: 'REGISTERED', code: '520625102001' }])).toContain('VILLAGE 520625102001 vacant');
});

test('several people at one level all stand there', () => {
  const people = ['甲', '乙'].map((personName) => assignment('VILLAGE', '520625101001', { personName }));
  expect(links(people)).toHaveLength(9);
});

test('a leader of the county is not the head of the bureau, though both answer for the same division', () => {
  const named = links([assignment('COUNTY', '520625000000')]);
  expect(named).toContain('COUNTY 520625000000');
  expect(named).toContain('BUREAU 2152000001 vacant');
});

test.each([
  [{ validFrom: '2026-11-21' }, true],
  [{ validTo: '2026-11-19' }, true],
  [{ validFrom: TODAY }, false],
  [{ validTo: TODAY }, false],
])('an assignment with %p leaves a vacancy: %p', (row, isVacant) => {
  expect(links([assignment('VILLAGE', '520625101001', row)])).toContain(
    `VILLAGE 520625101001${isVacant ? ' vacant' : ''}`,
  );
});

test('a post without a person is vacant', () => {
  expect(links([assignment('VILLAGE', '520625101001', { personName: null })])).toContain(
    'VILLAGE 520625101001 vacant',
  );
});

test('the levels, and what each answers for, are those of the policy where the child lives', () => {
  const chain = (county: string) =>
    responsibilityOf(SCOPES, schemesOf(county), [], TODAY).map(({ level, place }) => `${level}-${place}`);
  expect(chain('520625')).toEqual([
    'COUNTY-TOWNSHIP',
    'TOWNSHIP-VILLAGE',
    'VILLAGE-VILLAGE_GROUP',
    'VILLAGE_GROUP-HOUSEHOLD',
    'BUREAU-SCHOOL',
    'SCHOOL-GRADE',
    'CLASS-CLASS',
    'SUBJECT-PUPIL',
  ]);
  expect(chain('110105')).toEqual([
    'COUNTY-COUNTY',
    'TOWNSHIP-TOWNSHIP',
    'VILLAGE-VILLAGE',
    'BUREAU-COUNTY',
    'SCHOOL-SCHOOL',
    'CLASS-CLASS',
  ]);
});

test('Changji asks for its five levels of contact beside the two national lines', () => {
  const levels = responsibilityOf(SCOPES, schemesOf('652301'), [], TODAY)
    .filter(({ scheme }) => scheme === 'FIVE_LEVEL_CONTACT')
    .map(({ level, code }) => `${level} ${code}`);
  expect(levels).toEqual([
    'BUREAU 2152000001',
    'SCHOOL 2152000001',
    'GRADE 2152000001',
    'CLASS 21520000010501',
    'SUBJECT 21520000010501',
  ]);
});

test('Guling has its two chains in the town alone; an area is looked for in the township', () => {
  const scopes = [
    { kind: 'RESIDENCE', code: '500235107210' },
    { kind: 'SCHOOL', code: '2150000001' },
    { kind: 'CLASS', code: '21500000010501' },
  ];
  const chain = (division: string) =>
    responsibilityOf(scopes, schemesOf(division), [], TODAY)
      .filter(({ scheme }) => scheme === 'TOWN_CHAIN' || scheme === 'SCHOOL_CHAIN')
      .map(({ line, level, code }) => `${line} ${level} ${code}`);
  expect(chain('500235107210')).toEqual([
    'GOVERNMENT TOWNSHIP 500235107000',
    'GOVERNMENT VILLAGE_RESIDENT 500235107210',
    'GOVERNMENT VILLAGE 500235107210',
    'GOVERNMENT PARTY_MEMBER 500235107210',
    'EDUCATION SCHOOL 2150000001',
    'EDUCATION SCHOOL_DEPUTY 2150000001',
    'EDUCATION GRADE 2150000001',
    'EDUCATION CLASS 21500000010501',
  ]);
  expect(chain('500235108001')).toEqual([]);
});

test('parents are among the seven leaders, but no post that can be vacant', () => {
  const schemes = parsePolicies([
    projectFile('national-2024.yaml'),
    projectFile(
      'district-2025.yaml',
      ['appliesTo', ['520625']],
      ['validFrom', '2021-01-01'],
      ['document/issuedOn', '2021-01-01'],
    ),
  ]).policyFor('520625', parseIsoDate(TODAY)).responsibilitySchemes;
  const levels = responsibilityOf(SCOPES, schemes, [], TODAY).filter(
    ({ scheme }) => scheme === 'SEVEN_LEADERS',
  );
  expect(levels.map(({ level }) => level)).toEqual([
    'COUNTY',
    'TOWNSHIP',
    'VILLAGE',
    'BUREAU',
    'SCHOOL',
    'CLASS',
  ]);
});

test('each level names the document that asks for it', () => {
  const [county] = responsibilityOf(SCOPES, YINJIANG, [], TODAY);
  expect(county?.policyClause).toBe('印府办发〔2020〕19号 三（一）');
});

test('one of the seven leaders stands beside the chains, and leaves no vacancy when nobody is named', () => {
  const leader = assignment('TOWNSHIP', '520625101000', { scheme: 'SEVEN_LEADERS', post: '乡镇长' });
  const found = responsibilityOf(SCOPES, YINJIANG, [leader], TODAY);
  expect(found.filter(({ scheme }) => scheme === 'SEVEN_LEADERS')).toMatchObject([
    { post: '乡镇长', isVacant: false, place: null },
  ]);
  expect(found.filter(({ isVacant }) => isVacant)).toHaveLength(8);
});

test('the bureau answers for a child of no school', () => {
  expect(links([], [{ kind: 'RESIDENCE', code: '520625101001' }])).toContain('BUREAU 520625000000 vacant');
});
