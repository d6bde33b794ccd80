import { countyFrame } from '../../county/generate-families.js';
import { writeCoordinationFrame } from '../../county/registers/coordination.registers.js';
import type { RowSink } from '../../county/registers/row-sink.js';
import type { CountySlug } from '../../county/views.js';
import { loadPolicies } from '../../policies/load-policies.js';
import { AS_OF, county } from './counties.js';

const policies = loadPolicies();

/** Schemes and levels for which the generated county names somebody, at the places that a test looks at. */
function namedIn(slug: CountySlug, isAt: (targetCode: string) => boolean = () => true): Set<string> {
  const named = new Set<string>();
  const unused = () => {
    throw new Error('Who answers for a place is written without identities.');
  };
  const sink: RowSink = {
    insert: (_entity, row) => {
      const { scheme, level, targetCode } = Object.fromEntries(Object.entries(row));
      if (isAt(String(targetCode))) named.add(`${String(scheme)} ${String(level)}`);
    },
    studentId: unused,
    idOfNumber: unused,
    opaqueKey: unused,
    seal: unused,
    asOf: AS_OF,
  };
  const schemesAt = (division: string) => policies.policyFor(division, AS_OF).responsibilitySchemes;
  writeCoordinationFrame(countyFrame(county(slug, 100)), schemesAt, sink);
  return named;
}

const BOTH_LINES = [
  'GOVERNMENT_CHAIN COUNTY',
  'GOVERNMENT_CHAIN TOWNSHIP',
  'GOVERNMENT_CHAIN VILLAGE',
  'EDUCATION_CHAIN BUREAU',
  'EDUCATION_CHAIN SCHOOL',
  'EDUCATION_CHAIN CLASS',
  'EDUCATION_CHAIN SUBJECT',
];

test.each<[CountySlug, string, string[]]>([
  [
    'changji',
    'FIVE_LEVEL_CONTACT',
    [
      'FIVE_LEVEL_CONTACT BUREAU',
      'FIVE_LEVEL_CONTACT SCHOOL',
      'FIVE_LEVEL_CONTACT CLASS',
      'FIVE_LEVEL_CONTACT SUBJECT',
    ],
  ],
  [
    'qingtongxia',
    'THREE_CONTRACTS',
    [
      'THREE_CONTRACTS TOWNSHIP',
      'THREE_CONTRACTS VILLAGE',
      'THREE_CONTRACTS SCHOOL',
      'THREE_CONTRACTS CLASS',
    ],
  ],
])('in %s people answer by the scheme of its plan, %s, beside both lines', (slug, scheme, levels) => {
  const named = namedIn(slug);
  expect([...named].filter((link) => link.startsWith(scheme))).toEqual(expect.arrayContaining(levels));
  expect([...named].filter((link) => link.startsWith(scheme))).toHaveLength(levels.length);
  expect([...named]).toEqual(expect.arrayContaining(BOTH_LINES));
});

test('in Yunyang the town chain is for Guling alone', () => {
  const isTownChain = (link: string) => link.startsWith('TOWN_CHAIN');
  const isInGuling = (code: string) => code.startsWith('500235107');
  expect([...namedIn('yunyang', isInGuling)].filter(isTownChain)).toEqual([
    'TOWN_CHAIN TOWNSHIP',
    'TOWN_CHAIN VILLAGE',
  ]);
  expect([...namedIn('yunyang', (code) => !isInGuling(code))].filter(isTownChain)).toEqual([]);
});

test('Yinjiang, which adds no scheme with levels, has the two lines and the seven leaders', () => {
  const schemes = new Set([...namedIn('yinjiang')].map((link) => link.split(' ')[0]));
  expect([...schemes].toSorted()).toEqual(['EDUCATION_CHAIN', 'GOVERNMENT_CHAIN', 'SEVEN_LEADERS']);
});
