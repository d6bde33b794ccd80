import { compareCounty } from '../../../../bench/matching/compare-county.js';
import { generatedCounty } from '../../../../bench/matching/generated-county.js';
import { FITTING_CODES } from '../../../../subgraphs/coordination/comparison/dispositions/fitting-codes.js';
import {
  scoreAgainstTruth,
  scoreMissing,
} from '../../../../subgraphs/coordination/comparison/measuring/score-against-truth.js';
import { county } from '../../../county/counties.js';

/** Classes that show in no register until somebody has been there: only a visit tells one from another. */
const TOLD_BY_VISITS = new Set([
  'ABROAD',
  'EMPTY_REGISTRATION',
  'IN_SCHOOL_ELSEWHERE_UNREGISTERED',
  'IN_SCHOOL_OUT_OF_COUNTY',
  'IN_SCHOOL_OUT_OF_PROVINCE',
  'PERSON_NOT_FOUND',
]);

describe.each(['yinjiang', 'changji'] as const)('a generated county (%s)', (slug) => {
  const generated = generatedCounty(county(slug, 1500, 3));
  const { found, links } = compareCounty(generated);
  const scores = scoreAgainstTruth(found, generated.truth);

  test('every planted difference is found', () => {
    const missed = scores.filter((score) => score.found.value < 1).map((score) => score.class);
    expect(missed).toEqual([]);
  });

  test('every class that registers can tell is told, and nothing else is taken for it', () => {
    const wrong = scores
      .filter((score) => !TOLD_BY_VISITS.has(score.class))
      .filter(({ recall, precision }) => recall.value < 1 || precision?.value !== 1)
      .map((score) => score.class);
    expect(wrong).toEqual([]);
  });

  test('whatever the registers suggest is an answer to the difference that they show', () => {
    const unfit = found.flatMap(({ discrepancies }) =>
      discrepancies
        .filter(({ kind, proposedDisposition: code }) => code !== null && !FITTING_CODES[kind].includes(code))
        .map(({ kind, proposedDisposition: code }) => `${kind} ${code}`)
        // Neither is an answer: nobody has looked yet, and custody is for police to tell.
        .filter((pair) => !pair.endsWith(' PENDING') && !pair.endsWith(' LEGAL_CUSTODY')),
    );
    expect([...new Set(unfit)]).toEqual([]);
  });

  test('every truly missing child is found, with fewer false alarms than without matching', () => {
    const score = scoreMissing(found, generated.truth);
    const before = scoreMissing(compareCounty(generated, { isMatching: false }).found, generated.truth);
    expect(score.recall?.value).toBe(1);
    expect(score.falseAlarmsPerTrueCase).toBeLessThan((before.falseAlarmsPerTrueCase ?? 0) / 2);
  });

  test('automatic links join the rows of one child alone', () => {
    const lineOf = new Map(generated.truth.flatMap((line) => line.ids.map((id) => [id, line] as const)));
    const automatic = links.filter(({ isAutomatic }) => isAutomatic);
    expect(automatic.length).toBeGreaterThan(10);
    for (const { memberId, canonicalId } of automatic) {
      expect(lineOf.get(memberId)).toBeDefined();
      expect(lineOf.get(memberId)).toBe(lineOf.get(canonicalId));
    }
  });

  test('nothing is found on a child of whom the registers agree', () => {
    const planted = new Set(generated.truth.flatMap(({ ids }) => ids));
    const alarms = found.filter(({ memberIds }) => !memberIds.some((id) => planted.has(id)));
    expect(alarms.map(({ discrepancies }) => discrepancies.map(({ kind }) => kind))).toEqual([]);
  });
});
