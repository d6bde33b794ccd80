import { earlierMembers } from '../../../../subgraphs/education/screening/earlier-members.js';

const ID = 'a'.repeat(26);
const father = { studentId: null, name: '田大禾', sex: 'MALE' as const, birthDate: '1985-01-02' };
const son = { studentId: ID, name: '田小禾', sex: 'MALE' as const, birthDate: '2015-05-05' };
const daughter = { studentId: null, name: '田小苗', sex: 'FEMALE' as const, birthDate: '2017-05-05' };

describe('whom a correction speaks of', () => {
  test('whoever is put in between makes nobody another', () => {
    const given = [father, daughter, { ...son, studentId: null }];
    expect(earlierMembers(given, [father, son])).toEqual([father, null, son]);
  });

  test('a corrected name or birth date is still the child whose id is given', () => {
    expect(earlierMembers([{ ...son, name: '田禾', birthDate: '2015-05-06' }], [father, son])).toEqual([son]);
    expect(earlierMembers([{ ...son, studentId: null, birthDate: '2015-05-06' }], [father, son])).toEqual([
      null,
    ]);
  });

  test('of two who are alike each is one, and an id comes before a likeness', () => {
    const twin = { ...son, studentId: 'b'.repeat(26) };
    expect(earlierMembers([{ ...son, studentId: null }, twin], [twin, son])).toEqual([son, twin]);
    expect(earlierMembers([father, father], [father])).toEqual([father, null]);
  });

  test('blanks around a name are none of it', () => {
    expect(earlierMembers([{ ...daughter, name: ' 田小苗 ' }], [daughter])).toEqual([daughter]);
  });
});
