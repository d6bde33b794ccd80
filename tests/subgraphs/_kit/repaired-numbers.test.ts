import fc from 'fast-check';
import { repairedNumbers } from '../../../subgraphs/_kit/identity/repaired-numbers.js';
import {
  isResidentIdNumber,
  residentIdCheckCharacter,
} from '../../../subgraphs/_kit/identity/resident-id-number.js';

/** Every valid number of the tests has a prefix that no division has. */
const numbers = fc
  .record({
    born: fc.date({ min: new Date('2009-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }),
    serial: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ born, serial }) => {
    const first17 = `990625${born.toISOString().slice(0, 10).replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
    return first17 + residentIdCheckCharacter(first17);
  });

/** The same by trying: every character in every place, every two neighbours swapped. */
function byTrying(number: string): string[] {
  const tried = new Set<string>();
  for (let at = 0; at < 18; at += 1) {
    for (const character of '0123456789X') tried.add(number.slice(0, at) + character + number.slice(at + 1));
    if (at < 17)
      tried.add(number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2));
  }
  tried.delete(number);
  return [...tried].filter(isResidentIdNumber).sort();
}

test('a mistyped character and swapped neighbours lead back to the right number', () => {
  fc.assert(
    fc.property(
      numbers,
      fc.integer({ min: 0, max: 16 }),
      fc.integer({ min: 0, max: 9 }),
      (right, at, digit) => {
        const mistyped = right.slice(0, at) + String(digit) + right.slice(at + 1);
        fc.pre(mistyped !== right);
        expect(repairedNumbers(mistyped)).toContain(right);
        const swapped = right.slice(0, at) + right.charAt(at + 1) + right.charAt(at) + right.slice(at + 2);
        if (swapped !== right && /^\d{17}/.test(swapped)) expect(repairedNumbers(swapped)).toContain(right);
      },
    ),
  );
});

test('repairs are those and only those that trying finds', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^990625201[0-9][01][0-9][0-3][0-9]{5}[0-9X]$/), (number) => {
      expect(repairedNumbers(number)).toEqual(byTrying(number));
    }),
  );
});

test('a valid number has no repairs', () => {
  fc.assert(fc.property(numbers, (number) => repairedNumbers(number).length === 0));
});

test.each([
  '',
  '9.9062E+17',
  '990625140215001',
  '99062520140215001',
  '9906252014021500123',
  '99062520140215x01X',
])('"%s" is too far from any number to be repaired', (number) => {
  expect(repairedNumbers(number)).toEqual([]);
});
