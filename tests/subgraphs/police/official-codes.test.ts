import { valueOfCode } from '../../../subgraphs/_kit/schema/label.js';
import { EthnicGroupEnum } from '../../../subgraphs/police/ethnic-group.enum.js';
import { RelationToHouseholderEnum } from '../../../subgraphs/police/relation-to-householder.enum.js';

describe('official codes of police', () => {
  it.each([EthnicGroupEnum, RelationToHouseholderEnum])('are given once each in $name', (labels) => {
    const codes = Object.values<{ code?: string }>(labels.terms).map(({ code }) => code);
    expect(codes.every((code) => code !== undefined && /^\d\d$/.test(code))).toBe(true);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('name the 56 ethnic groups without a gap (GB/T 3304-1991)', () => {
    const expected = Array.from({ length: 56 }, (_, index) => String(index + 1).padStart(2, '0'));
    const codes = Object.values<{ code?: string }>(EthnicGroupEnum.terms).map(({ code }) => code);
    expect(codes).toEqual([...expected, '97', '98']);
  });

  it.each([
    ['15', 'TUJIA'],
    ['06', 'MIAO'],
    ['17', 'KAZAKH'],
    ['05', 'UYGHUR'],
  ])('%s of the ethnic groups is %s', (code, value) => {
    expect(valueOfCode(EthnicGroupEnum, code)).toBe(value);
  });

  it.each([
    ['02', 'HOUSEHOLDER'],
    ['28', 'SON_IN_LAW'],
    ['38', 'DAUGHTER_IN_LAW'],
    ['42', 'SONS_DAUGHTER'],
    ['97', 'OTHER_KIN'],
  ])('%s of the relations is %s (GB/T 4761-2008)', (code, value) => {
    expect(valueOfCode(RelationToHouseholderEnum, code)).toBe(value);
  });

  it('that no standard has are refused', () => {
    expect(() => valueOfCode(RelationToHouseholderEnum, '98')).toThrow(RangeError);
  });
});
