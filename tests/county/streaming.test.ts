import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { families, familyCount } from '../../county/generate-families.js';
import { county } from './counties.js';

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('No garbage collector to call.');
  collect();
}

describe('families stream', () => {
  it('one at a time: the last ones of 800,000 children come without the first', () => {
    const options = county('yinjiang', 800_000);
    const total = familyCount(options);
    const last = [...families(options, { from: total - 3, to: total })];
    expect(last.map(({ index }) => index)).toEqual([total - 3, total - 2, total - 1]);
  });

  it('without keeping what went by', () => {
    const heapAfter: number[] = [];
    let characters = 0;
    for (const family of families(county('yinjiang', 8000))) {
      characters += JSON.stringify(family).length;
      if (family.index % 2000 === 1000) {
        collectGarbage();
        heapAfter.push(process.memoryUsage().heapUsed);
      }
    }
    const [early = 0, , late = Infinity] = heapAfter;
    expect(characters).toBeGreaterThan(20_000_000);
    expect(late - early).toBeLessThan(8_000_000);
  });

  it('at less than half a millisecond of processor time for a child', () => {
    const before = process.cpuUsage();
    let children = 0;
    for (const family of families(county('yinjiang', 10_000))) children += family.children.length;
    const { user } = process.cpuUsage(before);
    expect(user / 1000 / children).toBeLessThan(0.5);
  });

  it('refuse a number of children that is none', () => {
    expect(() => families(county('yinjiang', 0)).next()).toThrow(RangeError);
    expect(() => families(county('yinjiang', 2.5)).next()).toThrow(RangeError);
  });
});
