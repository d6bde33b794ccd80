import { parseIsoDate, type IsoDate } from '../../../../policies/iso-date.js';
import { loadPolicies } from '../../../../policies/load-policies.js';
import { createDutyCalendar } from '../../../../subgraphs/coordination/duties/duty-calendar.js';
import { termOpenings } from '../../../../subgraphs/coordination/duties/supervision/term-openings.js';

const TODAY = parseIsoDate('2026-11-20');
const county = { kind: 'COUNTY' as const, code: '640381', name: '青铜峡市', divisionCode: '640381' };
const asked = createDutyCalendar(loadPolicies(), TODAY)
  .between([county], parseIsoDate('2025-08-01'), TODAY)
  .filter(({ duty }) => duty === 'termMeeting');
const openings = (today: IsoDate, ...days: string[]) =>
  termOpenings(asked, days.map(parseIsoDate), today).map(({ term, heldOn, state }) => [term, heldOn, state]);

test('the first meeting of each term decides whether it was held in time', () => {
  expect(openings(TODAY, '2026-03-20', '2025-09-05', '2026-03-25', '2026-02-20')).toEqual([
    ['2025-AUTUMN', '2025-09-05', 'HELD'],
    ['2025-SPRING', '2026-03-20', 'HELD_LATE'],
    ['2026-AUTUMN', null, 'MISSED'],
  ]);
});

test('a meeting is due until its day, and unknown where no policy gives the dates of the term', () => {
  expect(openings(parseIsoDate('2026-09-10')).at(-1)).toEqual(['2026-AUTUMN', null, 'DUE']);
  const unknown = asked.slice(0, 1).map((each) => ({ ...each, opensOn: null, dueOn: null }));
  expect(termOpenings(unknown, [], TODAY).map(({ state }) => state)).toEqual(['UNKNOWN']);
});
