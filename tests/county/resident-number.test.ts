import fc from 'fast-check';
import { dayNumber } from '../../county/day-numbers.js';
import { creditCodeOf } from '../../county/register-numbers.js';
import {
  MAXIMUM_FAMILIES,
  checkCharacterOf,
  isValidResidentNumber,
  residentNumberOf,
} from '../../county/resident-number.js';
import { allFamilies, childrenOf, county } from './counties.js';

describe('resident ID numbers', () => {
  it('have the check character of the standard’s own examples', () => {
    expect(checkCharacterOf('11010519491231002')).toBe('X');
    expect(checkCharacterOf('34052419800101001')).toBe('X');
  });

  it('are valid, start with 99 and show birth date and sex', () => {
    const family = fc.integer({ min: 0, max: MAXIMUM_FAMILIES - 1 });
    const sexes = fc.constantFrom('MALE' as const, 'FEMALE' as const);
    fc.assert(
      fc.property(family, fc.integer({ min: 0, max: 7 }), sexes, (index, slot, sex) => {
        const number = residentNumberOf(index, slot, dayNumber(2014, 2, 28), sex);
        expect(isValidResidentNumber(number)).toBe(true);
        expect(number.startsWith('99')).toBe(true);
        expect(number.slice(6, 14)).toBe('20140228');
        expect(Number(number[16]) % 2).toBe(sex === 'MALE' ? 1 : 0);
      }),
    );
  });

  it('differ for different families and slots on one birth date', () => {
    const person = fc.tuple(
      fc.integer({ min: 0, max: MAXIMUM_FAMILIES - 1 }),
      fc.integer({ min: 0, max: 7 }),
    );
    fc.assert(
      fc.property(person, person, ([family, slot], [otherFamily, otherSlot]) => {
        fc.pre(family !== otherFamily || slot !== otherSlot);
        const birthDay = dayNumber(2014, 2, 28);
        expect(residentNumberOf(family, slot, birthDay, 'MALE')).not.toBe(
          residentNumberOf(otherFamily, otherSlot, birthDay, 'MALE'),
        );
      }),
    );
  });

  it('are refused past the last family that fits', () => {
    expect(() => residentNumberOf(MAXIMUM_FAMILIES, 0, dayNumber(2014, 1, 1), 'MALE')).toThrow(RangeError);
  });

  it('belong to one person each in a county of 8,000 children, adults included', () => {
    const list = allFamilies(county('yinjiang', 8000));
    const owners = new Map<string, string>();
    const wrong: string[] = [];
    const claim = (number: string | null, owner: string) => {
      if (number === null) return;
      const isGood = isValidResidentNumber(number) && number.startsWith('99');
      if (!isGood || (owners.get(number) ?? owner) !== owner) wrong.push(owner);
      owners.set(number, owner);
    };
    for (const family of list) {
      for (const child of family.children) claim(child.truth.residentIdNumber, child.key);
      for (const { members } of family.households) {
        for (const member of members) {
          if (!member.childKey)
            claim(member.residentIdNumber, `${family.index} ${member.name} ${member.birthDate}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(owners.size).toBeGreaterThan(childrenOf(list).length);
  });

  it('leave room for credit codes, which keep to their own alphabet without I, O, S, V and Z', () => {
    expect(creditCodeOf('1', '520625', 1)).toMatch(/^91990625MA0000001[0-9A-HJ-NP-RTUWXY]$/);
  });
});
