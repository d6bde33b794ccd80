import { createHash } from 'node:crypto';
import { countyFrame, families, familyCount } from '../../county/generate-families.js';
import { COUNTY_SLUGS, type CountyOptions, type Family } from '../../county/views.js';
import { county } from './counties.js';

function digestOf(list: Iterable<Family>): string {
  const hash = createHash('sha256');
  for (const family of list) hash.update(JSON.stringify(family));
  return hash.digest('hex');
}

function* inChunks(options: CountyOptions, size: number): Generator<Family> {
  const total = familyCount(options);
  const starts = Array.from({ length: Math.ceil(total / size) }, (_, index) => index * size);
  for (const from of starts.reverse()) yield* [...families(options, { from, to: from + size })].reverse();
}

describe('the same options give the same county', () => {
  it.each(COUNTY_SLUGS)('byte for byte in %s', (slug) => {
    const options = county(slug, 300);
    expect(digestOf(families(options))).toBe(digestOf(families(options)));
    expect(countyFrame(options)).toEqual(countyFrame(options));
  });

  it('made in chunks of 97 families, last chunk and last family first', () => {
    const options = county('yinjiang', 600);
    const chunked = [...inChunks(options, 97)].sort((left, right) => left.index - right.index);
    expect(digestOf(chunked)).toBe(digestOf(families(options)));
  });

  it('another seed gives other people', () => {
    expect(digestOf(families(county('yinjiang', 100, 1)))).not.toBe(
      digestOf(families(county('yinjiang', 100, 2))),
    );
  });

  it('another day gives the same people with later records', () => {
    const later = { ...county('yinjiang', 100), asOf: '2026-12-18' as CountyOptions['asOf'] };
    const names = (options: CountyOptions) =>
      [...families(options)].flatMap(({ children }) => children.map(({ truth }) => truth.residentIdNumber));
    expect(names(later)).toEqual(names(county('yinjiang', 100)));
    expect(digestOf(families(later))).not.toBe(digestOf(families(county('yinjiang', 100))));
  });
});
