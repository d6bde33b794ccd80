import { countyFrame, families } from '../../county/generate-families.js';
import { COUNTY_SLUGS, type CountyFrame } from '../../county/views.js';
import { county } from './counties.js';

function pupilsOfClasses(frame: CountyFrame, options: ReturnType<typeof county>): number[] {
  const sizes = new Map(frame.classes.map(({ code }) => [code, 0]));
  for (const { children } of families(options)) {
    for (const { education } of children) {
      const record = education?.statusRecords[0];
      if (record?.classCode && record.stateCode === '01') {
        sizes.set(record.classCode, (sizes.get(record.classCode) ?? 0) + 1);
      }
    }
  }
  return [...sizes.values()];
}

describe('the school network', () => {
  it.each(COUNTY_SLUGS)(
    'of %s has every kind of school, a code of ten digits each, and one special school',
    (slug) => {
      const { schools, countyCode } = countyFrame(county(slug, 5000));
      const kinds = new Set(schools.map(({ kind }) => kind));
      expect([...kinds].sort()).toEqual(['JUNIOR', 'NINE_YEAR', 'PRIMARY', 'SPECIAL', 'TEACHING_POINT']);
      expect(schools.filter(({ kind }) => kind === 'SPECIAL')).toHaveLength(1);
      expect(new Set(schools.map(({ code }) => code)).size).toBe(schools.length);
      for (const { code, kind } of schools) {
        const category = {
          PRIMARY: '21',
          TEACHING_POINT: '21',
          JUNIOR: '31',
          NINE_YEAR: '31',
          SPECIAL: '51',
        }[kind];
        expect(code).toMatch(new RegExp(`^${category}${countyCode.slice(0, 2)}\\d{6}$`));
      }
    },
  );

  it('gives each grade of each school at least one class, and teaching points a central school', () => {
    const { schools, classes } = countyFrame(county('yinjiang', 2000));
    const codes = new Set(schools.map(({ code }) => code));
    for (const { code, grades, kind, parentSchoolCode } of schools) {
      const taught = new Set(
        classes.filter(({ schoolCode }) => schoolCode === code).map(({ grade }) => grade),
      );
      expect([...taught]).toEqual([...grades]);
      expect(parentSchoolCode !== null && codes.has(parentSchoolCode)).toBe(kind === 'TEACHING_POINT');
    }
  });

  it('grows with the county', () => {
    const small = countyFrame(county('yinjiang', 2000));
    const large = countyFrame(county('yinjiang', 50_000));
    expect(large.schools.length).toBeGreaterThan(small.schools.length);
    expect(large.classes.length).toBeGreaterThan(small.classes.length * 4);
  });

  it('fills classes to about 36 of 45 or 50 in a county of 20,000, with few oversized ones', () => {
    const options = county('changji', 20_000);
    const sizes = pupilsOfClasses(countyFrame(options), options).filter((size) => size > 0);
    const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
    expect(mean).toBeGreaterThan(25);
    expect(mean).toBeLessThan(45);
    const oversized = sizes.filter((size) => size >= 56).length / sizes.length;
    expect(oversized).toBeGreaterThan(0);
    expect(oversized).toBeLessThan(0.1);
  });
});
