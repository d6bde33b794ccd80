import { placesOn, type DatedScope } from '../../../subgraphs/coordination/responsibility/places-on.js';

const TODAY = '2026-11-20';
const at = (
  kind: string,
  code: string,
  validFrom: string | null,
  validTo: string | null = null,
): DatedScope => ({ kind, code, validFrom, validTo });
const HOME = at('RESIDENCE', '520625101001', '2026-03-01');
const REGISTERED = at('REGISTERED', '520625102001', '2012-05-01');
const SCHOOL = at('SCHOOL', '2152000001', '2025-09-01');
const CLASS = at('CLASS', '21520000010501', '2025-09-01');
const on = (day: string, scopes: readonly DatedScope[]) => {
  const { scopes: held, unknown } = placesOn(scopes, day, TODAY);
  return [held.map(({ code }) => code), unknown];
};

test.each<[what: string, day: string, scopes: readonly DatedScope[], held: string[], unknown: string[]]>([
  ['a place holds from its day on', '2026-03-01', [HOME, SCHOOL], ['520625101001', '2152000001'], ['CLASS']],
  ['and is not known before', '2026-02-28', [HOME, SCHOOL], ['2152000001'], ['DIVISION', 'CLASS']],
  [
    'a registration says nothing of a residence',
    '2026-02-28',
    [HOME, REGISTERED, SCHOOL, CLASS],
    ['2152000001'],
    ['DIVISION', 'CLASS'],
  ],
  [
    'of a child who lives nowhere here it counts',
    '2026-02-28',
    [REGISTERED],
    ['520625102001'],
    ['SCHOOL', 'CLASS'],
  ],
  ['a class is one of its school year', '2026-09-01', [CLASS], ['21520000010501'], ['DIVISION', 'SCHOOL']],
  ['and not of the one before', '2026-08-31', [CLASS], [], ['DIVISION', 'SCHOOL', 'CLASS']],
  [
    'a place without a day is known today alone',
    '2026-11-19',
    [at('SCHOOL', '2152000001', null)],
    [],
    ['DIVISION', 'SCHOOL', 'CLASS'],
  ],
  ['tomorrow is not known', '2026-11-21', [HOME, SCHOOL, CLASS], [], ['DIVISION', 'SCHOOL', 'CLASS']],
  [
    'but what lasts by its source',
    '2026-11-21',
    [at('RESIDENCE', '520625101001', '2026-03-01', '2026-12-31')],
    ['520625101001'],
    ['SCHOOL', 'CLASS'],
  ],
  [
    'what has ended holds until its end',
    '2026-02-01',
    [at('SCHOOL', '2152000009', '2025-09-01', '2026-02-01'), SCHOOL],
    ['2152000009', '2152000001'],
    ['DIVISION', 'CLASS'],
  ],
  [
    'and not after it',
    '2026-02-02',
    [at('SCHOOL', '2152000009', '2025-09-01', '2026-02-01')],
    [],
    ['DIVISION', 'SCHOOL', 'CLASS'],
  ],
])('%s: %s', (_what, day, scopes, held, unknown) => {
  expect(on(day, scopes)).toEqual([held, unknown]);
});
