import { canReach } from '../../../subgraphs/_kit/student/jurisdiction.js';

const grant = (code: string) => [{ kind: 'GRANT', code }];

test.each([
  ['a division', 'DIVISION', '21', '215200', true],
  ['a village below the division', 'DIVISION', '2152', '215200001002', true],
  ['a school', 'SCHOOL', '2152000001', '2152000001', true],
  ['a class', 'CLASS', '21520000010103', '21520000010103', true],
  ['a school, not the province whose digits its code begins with', 'DIVISION', '21', '2152000001', false],
  [
    'a class, not the county whose digits its code begins with',
    'DIVISION',
    '215200',
    '21520000010103',
    false,
  ],
] as const)('a grant reaches %s', (_what, kind, area, code, isReached) => {
  expect(canReach([{ kind, code: area }], grant(code))).toBe(isReached);
});
