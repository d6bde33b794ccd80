import { matchLeftovers } from '../../../../subgraphs/coordination/comparison/matching/match-leftovers.js';
import type { ChildRecords } from '../../../../subgraphs/coordination/register/child-records.js';
import {
  guardian,
  idOf,
  NEXT_VILLAGE,
  OTHER_TOWNSHIP,
  pupil,
  pupilRecords,
  recordsOf,
  registered,
  schoolGuardian,
  WHO,
} from './records.builder.js';
import { context, type StoredFact } from '../child-facts.builder.js';
import { isLeftover } from '../../../../subgraphs/coordination/comparison/matching/record-sides.js';
import type { NumberRepairs } from '../../../../subgraphs/coordination/comparison/matching/blocking-keys.js';

const matched = (records: readonly ChildRecords[], repairs?: NumberRepairs) => {
  const [leftovers = [], others = []] = [true, false].map((left) =>
    records.filter((record) => isLeftover(record, context) === left),
  );
  return matchLeftovers({ leftovers, others, repairs });
};
const links = (...records: ChildRecords[]) => matched(records);
const joined = { memberId: idOf('school'), canonicalId: idOf('police') };
/** Away from every village that the register names. */
const far = { residenceDivisionCode: OTHER_TOWNSHIP };

describe('ALIAS', () => {
  test('a number that police say the child had before joins by itself', () => {
    expect(
      links(registered('police', { formerStudentIds: [idOf('school')] }), pupilRecords('school', far)),
    ).toEqual([
      {
        ...joined,
        tier: 'ALIAS',
        score: 1,
        evidence: ['POLICE_FORMER_NUMBER'],
        isAutomatic: true,
      },
    ]);
  });

  test('a number changed mid-year joins although the school writes the old one and another dot', () => {
    const name = '木合塔尔·华提别克';
    const [link] = links(
      registered('police', { name, formerStudentIds: [idOf('school')] }),
      pupilRecords('school', { name: '木合塔尔•华提别克', ...far }),
    );
    expect(link).toMatchObject({ tier: 'ALIAS', isAutomatic: true });
  });

  test('a former number whose rows are about somebody else joins nothing', () => {
    expect(
      links(
        registered('police', { formerStudentIds: [idOf('school')] }),
        pupilRecords('school', { birthDate: '2014-01-01' }),
      ),
    ).toEqual([]);
  });
});

describe('GUARDIAN', () => {
  const police = registered('police', {}, guardian('mother'), guardian('father'));

  test('name, birth date, sex and one guardian join by themselves, wherever the two live', () => {
    expect(links(police, pupilRecords('school', far, schoolGuardian('mother')))).toEqual([
      {
        ...joined,
        tier: 'GUARDIAN',
        score: 0.99,
        evidence: ['SHARED_GUARDIAN', 'SAME_NAME', 'SAME_BIRTH_DATE', 'SAME_SEX'],
        isAutomatic: true,
      },
    ]);
  });

  test('a child without any number is found by its guardian', () => {
    const row = { maskedResidentIdNumber: null, idVerification: 'NOT_DONE', ...far };
    const [link] = links(police, pupilRecords('school', row, schoolGuardian('father')));
    expect(link).toMatchObject({ tier: 'GUARDIAN', isAutomatic: true });
  });

  test.each([
    ['name', { name: '田小苗' }],
    ['birth date', { birthDate: '2015-05-06' }],
    ['sex', { sex: 'MALE' }],
  ])('another %s joins nothing', (_what, row) => {
    expect(links(police, pupilRecords('school', { ...row, ...far }, schoolGuardian('mother')))).toEqual([]);
  });

  test('two candidates are both proposed, and neither is joined', () => {
    const found = links(
      police,
      registered('second', { registeredOn: '2019-01-01' }, guardian('mother')),
      pupilRecords('school', far, schoolGuardian('mother')),
    ).filter(({ memberId }) => memberId === idOf('school'));
    expect(found.map(({ canonicalId }) => canonicalId)).toEqual([idOf('police'), idOf('second')]);
    for (const { isAutomatic, evidence } of found) {
      expect(isAutomatic).toBe(false);
      expect(evidence).toContain('SEVERAL_CANDIDATES');
    }
  });

  test('two status records without a number that fit one child are both proposed', () => {
    const found = links(
      police,
      pupilRecords('school', far, schoolGuardian('mother')),
      pupilRecords('secondschool', far, schoolGuardian('mother')),
    );
    expect(found.filter(({ canonicalId }) => canonicalId === idOf('police'))).toHaveLength(2);
    expect(found.some(({ isAutomatic }) => isAutomatic)).toBe(false);
  });

  test('records of two other agencies join the same child', () => {
    const poverty: StoredFact = [
      'poverty',
      'poverty_household_member',
      { childName: WHO.name, ...WHO, guardianId: idOf('father'), residenceDivisionCode: OTHER_TOWNSHIP },
    ];
    const found = links(
      police,
      pupilRecords('school', far, schoolGuardian('mother')),
      recordsOf('poor', poverty),
    );
    expect(found.map(({ memberId, isAutomatic }) => [memberId, isAutomatic])).toEqual(
      [idOf('poor'), idOf('school')].toSorted().map((id) => [id, true]),
    );
  });

  test('a second registration is proposed, not joined', () => {
    const second = registered('second', { registeredOn: '2020-01-01' }, guardian('mother'));
    expect(links(recordsOf('police', ...rowsOfBoth()), second)).toEqual([
      expect.objectContaining({
        memberId: idOf('second'),
        canonicalId: idOf('police'),
        evidence: expect.arrayContaining(['BOTH_REGISTERED']) as unknown,
        isAutomatic: false,
      }),
    ]);
  });
});

describe('HOUSEHOLD', () => {
  test('name, birth date, sex and village, without a guardian, are proposed', () => {
    expect(links(registered('police'), pupilRecords('school'))).toEqual([
      {
        ...joined,
        tier: 'HOUSEHOLD',
        score: 0.9,
        evidence: ['SAME_VILLAGE', 'SAME_NAME', 'SAME_BIRTH_DATE', 'SAME_SEX'],
        isAutomatic: false,
      },
    ]);
  });

  test('two namesakes of one village are told apart by their guardians', () => {
    const found = links(
      registered('police', {}, guardian('mother')),
      registered('namesake', {}, guardian('stranger')),
      pupilRecords('school', {}, schoolGuardian('mother')),
    );
    expect(found.filter(({ memberId }) => memberId === idOf('school'))).toEqual([
      expect.objectContaining({ ...joined, tier: 'GUARDIAN', isAutomatic: true }),
    ]);
  });

  test('a namesake with other parents is proposed with what speaks against it', () => {
    const [link] = links(
      registered('police', {}, guardian('stranger')),
      pupilRecords('school', {}, schoolGuardian('mother')),
    );
    expect(link).toMatchObject({ tier: 'FUZZY', score: 0.3, isAutomatic: false });
    expect(link?.evidence).toContain('OTHER_GUARDIANS');
  });
});

describe('REPAIRED_ID', () => {
  const repairs = new Map([[idOf('school'), [idOf('nobody'), idOf('police')]]]);

  test('a mistyped number whose repair is of a child of that name is proposed', () => {
    expect(matched([registered('police'), pupilRecords('school', far)], repairs)).toEqual([
      expect.objectContaining({ ...joined, tier: 'REPAIRED_ID', score: 0.8, isAutomatic: false }),
    ]);
  });

  test('a repair that is of somebody else proposes nothing', () => {
    const records = [registered('police', { name: '田小苗' }), pupilRecords('school', far)];
    expect(matched(records, repairs)).toEqual([]);
  });
});

describe('FUZZY', () => {
  test.each([
    ['𬱖 for 頔', '李𬱖', '李頔', 'VARIANT_CHARACTER'],
    ['䶮 for 龑', '王䶮', '王龑', 'VARIANT_CHARACTER'],
    ['a traditional form', '劉小禾', '刘小禾', 'VARIANT_CHARACTER'],
    ['a Uyghur name in another transliteration', '艾力·买买提', '阿力・麦麦提', 'TRANSLITERATION'],
    ['a Kazakh name in another transliteration', '叶尔肯·华提别克', '也尔肯华特别克', 'TRANSLITERATION'],
    ['a Uyghur given name alone', '阿依古丽·买买提', '阿依古丽', 'GIVEN_NAME_ONLY'],
  ])('%s is proposed within the township', (_what, name, written, code) => {
    expect(
      links(
        registered('police', { name }),
        pupilRecords('school', { name: written, residenceDivisionCode: NEXT_VILLAGE }),
      ),
    ).toEqual([
      {
        ...joined,
        tier: 'FUZZY',
        score: 0.6,
        evidence: [code, 'SAME_BIRTH_DATE', 'SAME_SEX', 'SAME_TOWNSHIP'],
        isAutomatic: false,
      },
    ]);
  });

  test.each(['·', '•', '‧', '・', '.', '。', '●', ' ', ''])(
    'a Kazakh name with %p between its parts is the same name',
    (dot) => {
      const [link] = links(
        registered('police', { name: '木合塔尔·华提别克' }, guardian('father')),
        pupilRecords('school', { name: `木合塔尔${dot}华提别克`, ...far }, schoolGuardian('father')),
      );
      expect(link).toMatchObject({ tier: 'GUARDIAN', isAutomatic: true });
    },
  );

  test.each([
    ['a placeholder', '李?'],
    ['a square', '李□'],
    ['pinyin', '李di'],
    ['another character of the name', '李荣'],
  ])('%s is no likeness without the number', (_what, written) => {
    expect(links(registered('police', { name: '李𬱖' }), pupilRecords('school', { name: written }))).toEqual(
      [],
    );
  });

  test('the same name in another township proposes nothing', () => {
    expect(links(registered('police'), pupilRecords('school', far))).toEqual([]);
  });

  test('a second registration without guardians is proposed', () => {
    const second = registered('second', {
      registeredOn: '2020-01-01',
      registeredDivisionCode: OTHER_TOWNSHIP,
    });
    expect(links(recordsOf('police', ...rowsOfBoth(), guardian('mother')), second)).toEqual([
      expect.objectContaining({ memberId: idOf('second'), canonicalId: idOf('police'), isAutomatic: false }),
    ]);
  });
});

function rowsOfBoth(): StoredFact[] {
  return [
    [
      'police',
      'resident',
      { ...WHO, formerStudentIds: [], registeredOn: '2015-06-01', registeredDivisionCode: '520625101001' },
    ],
    ['police', 'guardian', { guardianId: idOf('mother') }],
    pupil(),
  ];
}
