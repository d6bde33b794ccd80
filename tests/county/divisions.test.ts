import { divisionsOf, divisionsOfCounty, loadDivisions } from '../../county/frame/divisions.js';

const divisions = loadDivisions();

describe('divisions', () => {
  it('list the ancestors of a village from the province down', () => {
    const names = divisions.ancestorsOf('500235107002').map(({ name }) => name);
    expect(names).toEqual(['重庆市', '县', '云阳县', '故陵镇']);
  });

  it('give Guling its one community and seven villages', () => {
    expect(divisions.childrenOf('500235107000')).toHaveLength(8);
  });

  it('are cut by level, so that a town with a round code stays a town', () => {
    expect(divisions.get('640381100000').level).toBe('TOWNSHIP');
    expect(divisions.atLevel('640381100201', 'TOWNSHIP')).toBe('640381100000');
    expect(divisions.atLevel('640381100201', 'COUNTY')).toBe('640381000000');
    expect(divisions.atLevel('640381100201', 'PREFECTURE')).toBe('640300000000');
    expect(divisions.atLevel('640381100201', 'PROVINCE')).toBe('640000000000');
    expect(divisions.atLevel('640381100201', 'VILLAGE')).toBe('640381100201');
  });

  it('know 17 townships of Yinjiang and keep other counties out of it', () => {
    expect(divisions.childrenOf('520625000000')).toHaveLength(17);
    const rows = divisionsOfCounty(divisions, '520625');
    expect(rows.slice(0, 2).map(({ level }) => level)).toEqual(['PROVINCE', 'PREFECTURE']);
    expect(rows.every(({ code }) => code.startsWith('52'))).toBe(true);
  });

  it('refuse a code that does not exist', () => {
    expect(() => divisions.get('999999999999')).toThrow('Unknown division');
    expect(() => divisionsOf([]).get('520000000000')).toThrow(RangeError);
  });
});
