import { callerAs } from '../support/callers.js';
import { matchesOf } from './aid-lists.js';
import { startAidYear, type AidYear } from './aid-year.js';
import type { Place } from './documents.js';

const PATIENCE_MS = 300_000;
const bureau = { ...callerAs('bureau-officer'), purpose: 'AID_MATCHING' };

let aid: AidYear;
/** The same children and the same award, compared under each document in turn. */
const found = new Map<Place, Awaited<ReturnType<typeof compared>>>();
beforeAll(async () => {
  aid = await startAidYear();
  await aid.officesHandIn();
  await aid.award([aid.children.boarder, '三免一补', 500]);
  for (const place of ['yinjiang', 'qingtongxia', 'guling'] as const) found.set(place, await compared(place));
}, PATIENCE_MS);
afterAll(() => aid?.year.close());

async function compared(place: Place) {
  const { year, children } = aid;
  year.under(place);
  await year.compare();
  const [boarder, monitored, disabled] = await Promise.all(
    [children.boarder, children.monitored, children.disabled].map((child) => matchesOf(year, bureau, child)),
  );
  return { boarder, monitored, disabled };
}
const verdict = (matches: Awaited<ReturnType<typeof matchesOf>> | undefined, programme: string) =>
  matches?.[programme]?.verdict ?? 'NOT_NAMED';

test.each<[Place, Readonly<Record<string, string>>]>([
  // 爱心资金 and 减缓免 for pupils in hardship whom no programme reaches (印府办发〔2020〕19号).
  ['yinjiang', { CHARITY: 'ELIGIBLE_NOT_AIDED', REDUCTION_DEFERRAL_WAIVER: 'ELIGIBLE_NOT_AIDED' }],
  ['qingtongxia', { CHARITY: 'NOT_NAMED', REDUCTION_DEFERRAL_WAIVER: 'NOT_NAMED' }],
  ['guling', { CHARITY: 'NOT_NAMED', REDUCTION_DEFERRAL_WAIVER: 'NOT_NAMED' }],
])('in %s a family in hardship that meets no condition is helped as its document says', (place, verdicts) => {
  const matches = found.get(place)?.monitored;
  expect(verdict(matches, 'DAY_PUPIL_SUBSIDY')).toBe('NOT_ELIGIBLE');
  for (const [programme, expected] of Object.entries(verdicts))
    expect({ programme, is: verdict(matches, programme) }).toEqual({ programme, is: expected });
});

test.each<[Place, string, string]>([
  // 三免一补: three exemptions, and the boarders' living subsidy (青政办发〔2018〕49号); elsewhere nobody knows what it is.
  ['qingtongxia', 'ELIGIBLE_AIDED', 'ELIGIBLE_AIDED'],
  ['yinjiang', 'UNKNOWN', 'ELIGIBLE_NOT_AIDED'],
  ['guling', 'UNKNOWN', 'ELIGIBLE_NOT_AIDED'],
])("in %s an award of 三免一补 is %s, and a boarder's subsidy %s with it", (place, exemptions, subsidy) => {
  const matches = found.get(place)?.boarder;
  expect(verdict(matches, 'THREE_EXEMPTIONS_ONE_SUBSIDY')).toBe(exemptions);
  expect(verdict(matches, 'BOARDING_SUBSIDY')).toBe(subsidy);
});

test.each<[Place, boolean | null, boolean | null]>([
  // 残疾儿童、残疾人子女、留守儿童优先资助 (故陵镇, 2023); no other document of these puts anybody's aid first.
  ['guling', true, false],
  ['yinjiang', null, null],
  ['qingtongxia', null, null],
])('in %s a disabled child is aided first: %s, another one in hardship: %s', (place, disabled, monitored) => {
  const matches = found.get(place);
  expect(matches?.disabled?.['BOARDING_SUBSIDY']).toMatchObject({
    verdict: 'ELIGIBLE_NOT_AIDED',
    isAidedFirst: disabled,
  });
  expect(matches?.monitored?.['DAY_PUPIL_SUBSIDY']).toMatchObject({ isAidedFirst: monitored });
});

test('every pupil of Qingtongxia has a right to its exemptions; where no document names them, nobody is missed', () => {
  const missed = (place: Place) => verdict(found.get(place)?.disabled, 'THREE_EXEMPTIONS_ONE_SUBSIDY');
  expect([missed('qingtongxia'), missed('yinjiang'), missed('guling')]).toEqual([
    'ELIGIBLE_NOT_AIDED',
    'NOT_NAMED',
    'NOT_NAMED',
  ]);
});
