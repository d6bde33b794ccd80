import { callerAs, type TestCaller } from '../../../support/callers.js';
import {
  answeringOffices,
  isAmong,
  ownOffices,
} from '../../../../subgraphs/coordination/referrals/referral-bodies.js';
import { codeOf } from './referral-harness.js';

const officer = ({ agency, jurisdiction, scopes }: TestCaller) => ({
  agency,
  jurisdiction,
  scopes: new Set(scopes),
});
const as = (slug: string) => officer(callerAs(slug));
const at = (slug: string) => codeOf(callerAs(slug));

test.each([
  ['coordination-officer', 'COORDINATION', null],
  ['inspection-officer', 'INSPECTION_OFFICE', null],
  ['bureau-officer', 'EDUCATION', null],
  ['police-officer', 'POLICE', null],
  ['civil-affairs-officer', 'CIVIL_AFFAIRS', null],
  ['disability-officer', 'DISABILITY', null],
  ['labour-inspector', 'LABOUR', null],
  ['poverty-officer', 'POVERTY', null],
  ['township-officer', 'TOWNSHIP', at('township-officer')],
  ['village-cadre', 'VILLAGE', at('village-cadre')],
  ['school-clerk', 'SCHOOL', at('school-clerk')],
])('%s acts for %s', (slug, body, code) => {
  expect(ownOffices(as(slug))).toEqual([{ body, code }]);
});

test('a class teacher acts for no body', () => {
  expect(ownOffices(as('class-teacher'))).toEqual([]);
});

test('a police station is no township, nor is a prefecture a county', () => {
  for (const code of ['5206', '520625101', '520625101001'])
    expect(ownOffices({ ...as('police-officer'), jurisdiction: [{ kind: 'DIVISION', code }] })).toEqual([]);
  expect(
    ownOffices({ ...as('coordination-officer'), jurisdiction: [{ kind: 'DIVISION', code: '5206' }] }),
  ).toEqual([]);
});

test("education's officer in a township is its education office", () => {
  const code = at('township-officer');
  expect(ownOffices({ ...as('bureau-officer'), jurisdiction: [{ kind: 'DIVISION', code }] })).toEqual([
    { body: 'EDUCATION_OFFICE', code },
  ]);
});

test.each([
  ['HEALTH', 'coordination-officer'],
  ['MARKET_SUPERVISION', 'coordination-officer'],
  ['YOUTH_LEAGUE', 'coordination-officer'],
  ['WOMENS_FEDERATION', 'coordination-officer'],
  ['JUSTICE', 'coordination-officer'],
  ['PROCURATORATE', 'coordination-officer'],
  ['COURT', 'coordination-officer'],
  ['FINANCE', 'coordination-officer'],
  ['CULTURE', 'coordination-officer'],
  ['POLITICAL_LEGAL', 'coordination-officer'],
  ['RELOCATION', 'poverty-officer'],
  ['EDUCATION_OFFICE', 'township-officer'],
  ['PLANNING', 'township-officer'],
])('what %s replies is entered by the %s alone, who sends nothing for it', (body, slug) => {
  const code = slug === 'township-officer' ? at(slug) : null;
  expect(isAmong(answeringOffices(as(slug)), body, code)).toBe(true);
  expect(isAmong(ownOffices(as(slug)), body, code)).toBe(false);
  for (const other of [
    'coordination-officer',
    'inspection-officer',
    'police-officer',
    'poverty-officer',
    'township-officer',
    'village-cadre',
  ].filter((each) => each !== slug))
    expect(isAmong(answeringOffices(as(other)), body, code)).toBe(false);
});

test('a township answers for itself and for no other one', () => {
  const township = answeringOffices(as('township-officer'));
  expect(isAmong(township, 'TOWNSHIP', at('township-officer'))).toBe(true);
  expect(isAmong(township, 'TOWNSHIP', '520625999')).toBe(false);
  expect(isAmong(township, 'TOWNSHIP', null)).toBe(false);
  expect(isAmong(township, 'VILLAGE', at('village-cadre'))).toBe(false);
});
