import fc from 'fast-check';
import { caseByDiary, lastMarks, rowsAbout, spellsByDiary } from './by-diary.js';
import { delivered, scrambled, type Records } from './delivered.js';
import { toldSpells } from './spells.oracle.js';
import { coordinationAt, toldByCoordination, toldByEducation } from './told-by-rules.js';
import { CHILDREN, drawnYear, LESSONS, type Year } from './year-events.js';

const RUNS = 150;
const lessonsUpTo = ({ knownUpTo }: Year) => LESSONS.filter((day) => day <= knownUpTo);

async function spellsByRules(records: Records, child: number, importedUpTo: string | null) {
  const judged = await toldByEducation(records, child, importedUpTo);
  return judged.toReversed().map(({ spell, duties }) => {
    const stated = (wanted: string) => {
      const duty = duties.find(({ kind }) => kind === wanted);
      return duty ? { dueOn: duty.dueOn, doneOn: duty.doneOn, state: duty.state } : null;
    };
    return {
      from: spell.from,
      to: spell.to,
      schoolDays: spell.schoolDays,
      suspectedSince: spell.suspectedFrom,
      reportableSince: spell.reportableFrom,
      isOver: spell.isOpen === false,
      report: stated('REPORT_TO_TOWNSHIP'),
      contact: stated('CONTACT_GUARDIAN'),
    };
  });
}

function standingByRules(year: Year, records: Records, child: number) {
  const about = year.children[child];
  if (!about) throw new Error('There is no such child.');
  return toldByCoordination(records, child, about, coordinationAt(year.knownUpTo));
}

const inAnyOrder = fc.tuple(drawnYear, fc.array(fc.nat(), { minLength: 2, maxLength: 2 }));
/** In order; twice in any other. */
const deliveries = (year: Year, seeds: readonly number[]) => [
  delivered(year.events),
  ...seeds.map((seed) => delivered(scrambled(year.events, seed))),
];

test('spells and what they ask to be reported are those of the diary, whatever came late, twice or corrected', async () => {
  const seen = { suspected: 0, reportable: 0, done: 0, late: 0, cut: 0 };
  await fc.assert(
    fc.asyncProperty(inAnyOrder, async ([year, seeds]) => {
      const imported = lessonsUpTo(year);
      for (const child of CHILDREN) {
        const sheets = [...lastMarks(year, child).keys()].toSorted();
        const byDiary = spellsByDiary(year, child, imported, year.knownUpTo);
        const bySheets = spellsByDiary(year, child, sheets, sheets.at(-1) ?? '');
        for (const records of deliveries(year, seeds)) {
          expect(await spellsByRules(records, child, year.knownUpTo)).toEqual(byDiary);
          expect(await spellsByRules(records, child, null)).toEqual(bySheets);
        }
        seen.suspected += byDiary.filter(({ suspectedSince }) => suspectedSince !== null).length;
        seen.reportable += byDiary.filter(({ report }) => report !== null).length;
        seen.done += byDiary.filter(({ report }) => report?.state === 'DONE').length;
        seen.late += byDiary.filter(({ report }) => report?.state === 'DONE_LATE').length;
        seen.cut += byDiary.filter(({ from, to }) => from <= '2026-01-30' && to >= '2026-01-29').length;
      }
    }),
    { numRuns: RUNS },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
});

test('a case is open, closed or open again as the diary says, whatever came late, twice or corrected', () => {
  const seen = { open: 0, closed: 0, again: 0, decided: 0, elsewhere: 0 };
  fc.assert(
    fc.property(inAnyOrder, ([year, seeds]) => {
      for (const child of CHILDREN) {
        const told = caseByDiary(year, child, lessonsUpTo(year));
        const standings = deliveries(year, seeds).map((records) => standingByRules(year, records, child));
        for (const standing of standings) {
          expect(standing).toEqual(standings[0]);
          const { state, closedOn, closedBy, episode, episodeFrom, returnedOn } = standing;
          expect({ isOpen: state !== 'CLOSED', closedOn, closedBy }).toEqual({
            isOpen: told.isOpen,
            closedOn: told.closedOn,
            closedBy: told.closedBy,
          });
          // What a decision has ended is told no further.
          if (told.closedBy !== 'DISPOSITION')
            expect({ episode, episodeFrom, returnedOn }).toEqual({
              episode: told.episode,
              episodeFrom: told.episodeFrom,
              returnedOn: told.returnedOn,
            });
        }
        seen.open += told.isOpen ? 1 : 0;
        seen.closed += told.closedBy === 'RETURN' ? 1 : 0;
        seen.decided += told.closedBy === 'DISPOSITION' ? 1 : 0;
        seen.again += told.episode > 1 ? 1 : 0;
        seen.elsewhere += told.closedBy === 'RETURN' && !year.children[child]?.isInCounty ? 1 : 0;
      }
    }),
    { numRuns: 4 * RUNS },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
});

test('a year that is replayed comes to the same', async () => {
  await fc.assert(
    fc.asyncProperty(inAnyOrder, async ([year, [seed = 0]]) => {
      const play = async () => {
        const records = delivered(scrambled(year.events, seed));
        const children = CHILDREN.map(async (child) => [
          await toldByEducation(records, child, year.knownUpTo),
          standingByRules(year, records, child),
        ]);
        return Promise.all(children);
      };
      expect(await play()).toEqual(await play());
    }),
    { numRuns: RUNS / 5 },
  );
});

describe('in no order', () => {
  const records = ([year, [seed = 0]]: readonly [Year, readonly number[]]) =>
    delivered(scrambled(year.events, seed));

  test('is a case closed, or lost, while attendance says that the child stays away', () => {
    let away = 0;
    fc.assert(
      fc.property(inAnyOrder, (drawn) => {
        const [year] = drawn;
        for (const child of CHILDREN) {
          const { state, closedOn, closedBy, returnedOn } = standingByRules(year, records(drawn), child);
          const suspicions = toldSpells(lastMarks(year, child), lessonsUpTo(year)).filter(
            ({ suspectedSince }) => suspectedSince !== null,
          );
          const onSheets = year.children[child]?.isInCounty === true;
          if (closedBy === 'RETURN' && onSheets && closedOn !== null && closedOn <= year.knownUpTo)
            for (const { from, to } of suspicions) expect(from <= closedOn && closedOn <= to).toBe(false);
          const last = suspicions.at(-1);
          const openedOn = year.children[child]?.openedOn ?? '';
          const isAwayAtTheEnd = last && !last.isOver && (last.suspectedSince ?? '') > openedOn;
          if (!isAwayAtTheEnd || !onSheets || (closedOn !== null && closedOn < last.from)) continue;
          away += 1;
          // Unless a decision has ended it, or somebody said of a later day that the child is back.
          const isToldLater = returnedOn !== null && returnedOn >= last.to;
          expect(state !== 'CLOSED' || closedBy === 'DISPOSITION').toBe(true);
          if (!isToldLater && state !== 'CLOSED') expect(returnedOn).toBeNull();
        }
      }),
      { numRuns: 4 * RUNS },
    );
    expect(away).toBeGreaterThan(0);
  });

  test('does one report, or one contact, count for two absences', async () => {
    let counted = 0;
    await fc.assert(
      fc.asyncProperty(inAnyOrder, async (drawn) => {
        const [year] = drawn;
        for (const child of CHILDREN) {
          const told = await toldByEducation(records(drawn), child, year.knownUpTo);
          for (const [kind, duty] of [
            ['REPORT', 'REPORT_TO_TOWNSHIP'],
            ['CONTACT', 'CONTACT_GUARDIAN'],
          ] as const) {
            const days = rowsAbout(year, kind, child).map(({ on }) => on);
            if (new Set(days).size < days.length) continue;
            const done = told.flatMap(({ duties }) =>
              duties.flatMap((each) => (each.kind === duty && each.doneOn ? [each.doneOn] : [])),
            );
            expect(new Set(done).size).toBe(done.length);
            counted += done.length;
          }
        }
      }),
      { numRuns: RUNS },
    );
    expect(counted).toBeGreaterThan(0);
  });
});
