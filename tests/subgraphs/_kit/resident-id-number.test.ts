import {
  birthDateInNumber,
  isResidentIdNumber,
  normaliseResidentIdNumber,
  residentIdCheckCharacter,
} from '../../../subgraphs/_kit/identity/resident-id-number.js';

const numberBornOn = (date: string) => {
  const first17 = `990226${date}001`;
  return first17 + residentIdCheckCharacter(first17);
};

test.each(['20120229', '20131231', '19991001'])('a number of somebody born on %s is a number', (date) => {
  expect(isResidentIdNumber(numberBornOn(date))).toBe(true);
});

test.each(['20130229', '20131301', '20130400', '20130431', '00000101'])(
  'a number with a right check character but the birth date %s is none',
  (date) => {
    expect(isResidentIdNumber(numberBornOn(date))).toBe(false);
  },
);

test('exactly one check character fits, and the standard’s own example has it', () => {
  expect(residentIdCheckCharacter('11010519491231002')).toBe('X');
  const first17 = numberBornOn('20120229').slice(0, 17);
  expect([...'0123456789X'].filter((last) => isResidentIdNumber(first17 + last))).toHaveLength(1);
});

test('what typing and spreadsheets do to a number is undone, a number as it should be stays', () => {
  expect(normaliseResidentIdNumber(" '9902\uff12\uff1620120229001x ")).toBe('99022620120229001X');
  expect(normaliseResidentIdNumber('99022620120229001X')).toBe('99022620120229001X');
});

test('a number tells its birth date however it was typed, and none when it is missing or fails its check', () => {
  const number = numberBornOn('20120229');
  expect(birthDateInNumber(` '${number.toLowerCase()}`)).toBe('2012-02-29');
  const mistyped = number.slice(0, 16) + String((Number(number[16]) + 1) % 10) + number.slice(17);
  expect([null, '', '9.902E+17', mistyped].map(birthDateInNumber)).toEqual([null, null, null, null]);
});
