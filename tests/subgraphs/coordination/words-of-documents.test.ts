import { parseIsoDate } from '../../../policies/iso-date.js';
import { loadPolicies } from '../../../policies/load-policies.js';
import { persuadingBodies } from '../../../subgraphs/coordination/casework/persuading-bodies.js';
import { orderedComparisons } from '../../../subgraphs/coordination/comparison/run/compared-by-policy.js';
import { createDutyCalendar } from '../../../subgraphs/coordination/duties/duty-calendar.js';
import type { DutyPlaceKind } from '../../../subgraphs/coordination/duties/duty-places.js';
import type { PolicyBody } from '../../../policies/bodies.js';
import { responsibilityOf } from '../../../subgraphs/coordination/responsibility/responsibility.js';

const TODAY = parseIsoDate('2026-11-20');
const policies = loadPolicies();
const policyOf = (division: string) => policies.policyFor(division, TODAY);

describe('who persuades a child to return', () => {
  test.each([
    ['652301100000', 'TOWNSHIP COUNTY_EDUCATION SCHOOL', '昌市政办发〔2020〕16号 四（一）5、四（十二）'],
    ['640381100000', 'TOWNSHIP COUNTY_EDUCATION', '青政办发〔2018〕49号 三（一）3'],
  ])('in %s: %s', (townshipCode, bodies, clause) => {
    const named = persuadingBodies({ policies, today: TODAY }, { townshipCode });
    expect(named.bodies.join(' ')).toBe(bodies);
    expect(named.policyClause).toBe(clause);
  });
});

describe('what a duty says beside its day', () => {
  const find = (duty: string, body: PolicyBody, kind: DutyPlaceKind, code: string) =>
    createDutyCalendar(policies, TODAY).find({
      duty,
      body,
      agency: null,
      place: { kind, code, name: code, divisionCode: code },
      period: '2026-11-20',
    });

  test('its groups in the words of the document, and its channels', () => {
    expect(find('homeVisitCampaign', 'TEACHER', 'SCHOOL', '640381')?.groups.map(({ zh }) => zh)).toContain(
      '孤儿',
    );
    expect(find('schoolPublicity', 'SCHOOL', 'SCHOOL', '640381')?.channels).toContain('PARENTS_MEETING');
    expect(find('conference', 'LEADING_GROUP', 'COUNTY', '520625')).toMatchObject({
      groups: [],
      channels: [],
      leadingGroup: null,
    });
  });

  test.each<[string, PolicyBody, DutyPlaceKind, string, object]>([
    [
      'leadingGroup',
      'COUNTY_GOVERNMENT',
      'COUNTY',
      '652301',
      { members: 27, deputies: 1, officeAt: { zh: '教育局' } },
    ],
    ['leadingGroup', 'TOWNSHIP', 'TOWNSHIP', '500235107', { members: 14, officeAt: null }],
    ['schoolLeadingGroups', 'SCHOOL', 'SCHOOL', '500235107', { members: null, head: null }],
  ])('%s of %s: the group to be set up', (duty, body, kind, code, group) => {
    expect(find(duty, body, kind, code)).toMatchObject({ kind: 'LEADING_GROUP', leadingGroup: group });
  });
});

test('three contracts, three guarantees: each link names what it answers for and the rate it guarantees', () => {
  const scopes = [
    { kind: 'RESIDENCE', code: '640381100201' },
    { kind: 'SCHOOL', code: '2164000001' },
    { kind: 'CLASS', code: '2164000001-701' },
  ] as const;
  const links = responsibilityOf(scopes, policyOf('640381').responsibilitySchemes, [], TODAY).filter(
    ({ scheme }) => scheme === 'THREE_CONTRACTS',
  );
  expect(links.map(({ guarantees }) => guarantees?.zh)).toEqual(
    expect.arrayContaining(['保入学率', '保巩固率', '保合格率']),
  );
  for (const { responsible, answersFor } of links) {
    expect(responsible?.zh).toMatch(/\p{Script=Han}/u);
    expect(answersFor?.zh).toMatch(/\p{Script=Han}/u);
  }
});

test('a run compares what the documents order, each side held by an agency', () => {
  const ordered = orderedComparisons(policyOf('520625'));
  expect(ordered.map(({ key, left, right }) => `${key} ${left?.agency} ${right?.agency}`)).toEqual(
    expect.arrayContaining([
      'HOUSEHOLD_VS_STATUS police education',
      'POVERTY_VS_STATUS poverty education',
      'DISABILITY_VS_STATUS disability education',
      'STATUS_VS_PRESENT education education',
    ]),
  );
  for (const { finds } of ordered) expect(finds.en).not.toBe('');
});
