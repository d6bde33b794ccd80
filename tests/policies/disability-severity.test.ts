import { isSevere, isThreeCategory } from '../../policies/disability-severity.js';

const THREE = ['VISUAL', 'HEARING', 'INTELLECTUAL'];
const POLICY = { severeGrades: [1, 2], severeAtEveryGrade: ['INTELLECTUAL', 'MENTAL'] };

describe('the three categories', () => {
  it.each([
    ['VISUAL', true],
    ['HEARING', true],
    ['SPEECH', false],
    ['PHYSICAL', false],
    ['INTELLECTUAL', true],
    ['MENTAL', false],
  ])('take in %s: %p', (category, expected) => {
    expect(isThreeCategory({ category, components: [category] }, THREE)).toBe(expected);
  });

  it.each([
    [['PHYSICAL', 'INTELLECTUAL'], true],
    [['PHYSICAL', 'MENTAL'], false],
    [[], false],
  ])('take in a multiple disability made of %p: %p', (components, expected) => {
    expect(isThreeCategory({ category: 'MULTIPLE', components }, THREE)).toBe(expected);
  });

  it('are those of the policy, not of the code', () => {
    expect(isThreeCategory({ category: 'SPEECH', components: ['SPEECH'] }, [...THREE, 'SPEECH'])).toBe(true);
  });
});

describe('severe disability', () => {
  it.each([
    ['PHYSICAL', 'GRADE_1', true],
    ['PHYSICAL', 'GRADE_2', true],
    ['PHYSICAL', 'GRADE_3', false],
    ['VISUAL', 'GRADE_4', false],
    ['INTELLECTUAL', 'GRADE_4', true],
    ['MENTAL', 'GRADE_3', true],
  ])('is %s of %s: %p', (category, grade, expected) => {
    expect(isSevere({ category, components: [category], grade }, POLICY)).toBe(expected);
  });

  it('is a multiple disability of a low grade when one of its parts would be', () => {
    const multiple = { category: 'MULTIPLE', grade: 'GRADE_4' };
    expect(isSevere({ ...multiple, components: ['PHYSICAL', 'INTELLECTUAL'] }, POLICY)).toBe(true);
    expect(isSevere({ ...multiple, components: ['PHYSICAL', 'SPEECH'] }, POLICY)).toBe(false);
  });
});
