import { loadErrorRates } from '../../county/error-rates.js';
import { COUNTY_SLUGS, ERROR_CLASSES, type ErrorClass } from '../../county/views.js';
import { allFamilies, childrenOf, county, isSchoolAge } from './counties.js';

function countsOf(slug: (typeof COUNTY_SLUGS)[number], children: number, seed = 1): Map<ErrorClass, number> {
  const counts = new Map<ErrorClass, number>();
  for (const { plantedErrors } of allFamilies(county(slug, children, seed))) {
    for (const planted of plantedErrors) counts.set(planted.class, (counts.get(planted.class) ?? 0) + 1);
  }
  return counts;
}

describe('planted differences', () => {
  it.each(COUNTY_SLUGS)('occur in every class in %s at 2,000 children', (slug) => {
    const counts = countsOf(slug, 2000);
    expect(ERROR_CLASSES.filter((errorClass) => !counts.has(errorClass))).toEqual([]);
  });

  it('occur in exactly the number that the rates file asks for, whatever the seed', () => {
    const { classes } = loadErrorRates('yinjiang');
    const expected = ERROR_CLASSES.map((errorClass) => {
      const { rate, minimum } = classes[errorClass];
      return [errorClass, Math.max(minimum, Math.round(rate * 3000))];
    });
    for (const seed of [1, 99]) {
      const counts = countsOf('yinjiang', 3000, seed);
      expect(ERROR_CLASSES.map((errorClass) => [errorClass, counts.get(errorClass) ?? 0])).toEqual(expected);
    }
  });

  it('are 1.5 to 6 % of children, and about half of them missing or wrong numbers', () => {
    const list = allFamilies(county('yinjiang', 8000));
    const planted = list.flatMap(({ plantedErrors }) => plantedErrors);
    const share = planted.length / childrenOf(list).filter(isSchoolAge).length;
    expect(share).toBeGreaterThan(0.015);
    expect(share).toBeLessThan(0.06);
    const numbers =
      planted.filter(({ class: errorClass }) => errorClass === 'ID_CORRECTED').length / planted.length;
    expect(numbers).toBeGreaterThan(0.38);
    expect(numbers).toBeLessThan(0.55);
  });

  it('stand one to a family, and never in the showcase family', () => {
    const list = allFamilies(county('changji', 2000));
    expect(list.filter(({ plantedErrors }) => plantedErrors.length > 1)).toEqual([]);
    expect(list[0]?.plantedErrors).toEqual([]);
  });

  it('leave at least half of the families of a very small county alone', () => {
    const list = allFamilies(county('yinjiang', 40));
    const carriers = list.filter(({ plantedErrors }) => plantedErrors.length > 0).length;
    expect(carriers).toBeGreaterThan(0);
    expect(carriers).toBeLessThanOrEqual(list.length / 2);
  });

  it('name rows with a key in their register, and the class as its own disposition except for two', () => {
    for (const { plantedErrors } of allFamilies(county('yinjiang', 2000))) {
      for (const { class: errorClass, identities, expectedDisposition } of plantedErrors) {
        expect(identities.length).toBeGreaterThan(0);
        for (const { sourceKey } of identities) expect(sourceKey).toMatch(/^[A-Z]{2}\d{10}$/);
        const own = { AMBIGUOUS: 'ID_CORRECTED', CHILD_LABOUR: 'CONFIRMED_DROPOUT' }[errorClass as string];
        expect(expectedDisposition).toBe(own ?? errorClass);
      }
    }
  });
});
