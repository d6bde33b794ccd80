import { responsibilityOf } from '../../../subgraphs/coordination/responsibility.js';
import type { ResponsibilityAssignment } from '../../../subgraphs/coordination/responsibility-assignment.entity.js';

const TODAY = '2026-11-20';
const SCOPES = [
  { kind: 'REGISTERED', code: '520625102001' },
  { kind: 'RESIDENCE', code: '520625101001' },
  { kind: 'SCHOOL', code: '2152000001' },
  { kind: 'CLASS', code: '21520000010501' },
];

function assignment(level: string, targetCode: string, row: Partial<ResponsibilityAssignment> = {}) {
  const kinds: Record<string, string> = { SCHOOL: 'SCHOOL', CLASS: 'CLASS' };
  return {
    id: 1n as never,
    scheme: 'GOVERNMENT_CHAIN',
    line: 'GOVERNMENT',
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
  responsibilityOf(scopes, assignments, TODAY).map(
    ({ level, code, isVacant }) => `${level} ${code}${isVacant ? ' vacant' : ''}`,
  );

test('a child without anybody named has vacancies on both lines, from the top down', () => {
  expect(links([])).toEqual([
    'COUNTY 520625000000 vacant',
    'TOWNSHIP 520625101000 vacant',
    'VILLAGE 520625101001 vacant',
    'BUREAU 520625000000 vacant',
    'SCHOOL 2152000001 vacant',
    'CLASS 21520000010501 vacant',
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
  expect(links([assignment('VILLAGE', '520625101001'), assignment('VILLAGE', '520625101001')])).toHaveLength(
    7,
  );
});

test('a leader of the county is not the head of the bureau, though both answer for the same division', () => {
  const named = links([assignment('COUNTY', '520625000000')]);
  expect(named).toContain('COUNTY 520625000000');
  expect(named).toContain('BUREAU 520625000000 vacant');
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
