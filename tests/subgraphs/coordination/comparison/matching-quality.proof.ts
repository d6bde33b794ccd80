import { measureCounties, type MeasuredCounties } from '../../../../bench/matching/measure-counties.js';
import { MEASURED_COUNTIES } from '../../../../bench/matching/measured-counties.js';
import { loadErrorRates } from '../../../../county/error-rates.js';
import { ERROR_CLASSES } from '../../../../county/views.js';

let measured: MeasuredCounties;
beforeAll(() => {
  measured = measureCounties(MEASURED_COUNTIES);
}, 600_000);

test('the counties have other seeds than the default, and more of every class', () => {
  expect(new Set(MEASURED_COUNTIES.map(({ options }) => options.county)).size).toBe(4);
  expect(new Set(MEASURED_COUNTIES.map(({ options }) => options.seed)).size).toBe(MEASURED_COUNTIES.length);
  for (const { options } of MEASURED_COUNTIES) {
    expect(options.seed).not.toBe(1);
    const raised = loadErrorRates(options.county, options.errorRatesPath).classes;
    const usual = loadErrorRates(options.county).classes;
    expect(ERROR_CLASSES.filter((name) => raised[name].rate <= usual[name].rate)).toEqual([]);
  }
});

test('automatic links are right, and the truly missing found, in numbers that mean something', () => {
  expect(measured.missedAims).toEqual([]);
});

test('every planted difference is found, and one that is not told for what it is could not be told by a register', () => {
  const misses = measured.counties.flatMap(({ score }) => score.misses);
  expect(misses.filter(({ reason }) => reason === null)).toEqual([]);
  expect(measured.classes.map((score) => score.class)).toEqual(ERROR_CLASSES.toSorted());
});

test('matching spares most of the visits to children who are in school', () => {
  const { falseAlarmsPerTrueCase, falseAlarmsPerTrueCaseUnmatched } = measured.trulyMissing;
  expect(falseAlarmsPerTrueCase).toBeLessThan((falseAlarmsPerTrueCaseUnmatched ?? 0) / 2);
});
