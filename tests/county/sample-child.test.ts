import { families } from '../../county/generate-families.js';
import { isRichInFacts, sampleChild } from '../../county/sample-child.js';
import { COUNTY_SLUGS, type CountyOptions } from '../../county/views.js';
import { county } from './counties.js';

function sampleOf(options: CountyOptions) {
  for (const family of families(options)) {
    const sample = sampleChild(family);
    if (sample) return { sample, index: family.index };
  }
  throw new Error('No sample child.');
}

describe('the sample child', () => {
  it.each(COUNTY_SLUGS)('of %s has something in the registers of all agencies, whatever the seed', (slug) => {
    for (const seed of [1, 2, 3, 77, 2026]) {
      const { sample, index } = sampleOf(county(slug, 500, seed));
      const { police, education, civilAffairs, disability, labour, poverty, fieldwork } = sample.child;
      expect(index).toBe(0);
      expect(police?.registrations).toHaveLength(1);
      expect(education?.absences.filter(({ state }) => state === 'UNEXCUSED').length).toBeGreaterThanOrEqual(
        3,
      );
      expect(education?.aidAwards.length).toBeGreaterThan(0);
      expect(civilAffairs?.subsistenceAllowances.length).toBeGreaterThan(0);
      expect(civilAffairs?.leftBehind).not.toBeNull();
      expect(civilAffairs?.reliefPayments.length).toBeGreaterThan(0);
      expect(disability?.certificate).not.toBeNull();
      expect(labour?.guardiansWorkingAway).toHaveLength(2);
      expect(poverty?.household?.monitoredState).toBe('UNSTABLE_EX_POVERTY');
      expect(poverty?.measures.length).toBeGreaterThan(0);
      expect(fieldwork).not.toBeNull();
    }
  });

  it('comes with the places it lives and learns in, and the police row to find it by', () => {
    const { sample } = sampleOf(county('yinjiang', 500));
    const { places, identity, child } = sample;
    expect(places.village).toBe(child.truth.residenceDivision);
    expect(places.township).toBe(`${places.village.slice(0, 9)}000`);
    expect(places.school).toBe(child.education?.statusRecords[0]?.schoolCode);
    expect(places.schoolClass.startsWith(places.school)).toBe(true);
    expect(identity.residentIdNumber).toBe(child.truth.residentIdNumber);
  });

  it('is there on the first day of a term too', () => {
    const options = { ...county('yinjiang', 200), asOf: '2026-09-01' as CountyOptions['asOf'] };
    expect(sampleOf(options).index).toBe(0);
  });

  it('is nobody in most families', () => {
    const rich = [...families(county('changji', 1000))].filter(({ children }) =>
      children.some(isRichInFacts),
    );
    expect(rich.length).toBeLessThan(5);
  });
});
