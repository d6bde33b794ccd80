import fc from 'fast-check';
import { matchLeftovers } from '../../../../subgraphs/coordination/comparison/matching/match-leftovers.js';
import type { MatchEvidence } from '../../../../subgraphs/coordination/comparison/matching/match-tiers.js';
import { isLeftover } from '../../../../subgraphs/coordination/comparison/matching/record-sides.js';
import type { ChildRecords } from '../../../../subgraphs/coordination/register/child-records.js';
import { context } from '../child-facts.builder.js';
import { guardian, idOf, pupil, recordsOf, registered, schoolGuardian } from './records.builder.js';

/** Few of each, so that namesakes and twins with names alike are the rule. */
const NAMES = ['田小禾', '田小苗', '艾力·买买提', '阿力·买买提', '艾力', '李𬱖', '李頔'];
const BIRTH_DATES = ['2015-05-05', '2014-11-11'];
const VILLAGES = ['520625101001', '520625101002', '520625102001'];

const LETTERS = 'abcdefghijklmnop';

const child = fc.record({
  name: fc.constantFrom(...NAMES),
  sex: fc.constantFrom('MALE', 'FEMALE'),
  birthDate: fc.constantFrom(...BIRTH_DATES),
  residenceDivisionCode: fc.constantFrom(...VILLAGES),
  hasSchoolGuardian: fc.boolean(),
  /** Whether school and police have the same number. */
  isOnOneNumber: fc.boolean(),
  isAtSchool: fc.boolean(),
});
type DrawnChild = typeof child extends fc.Arbitrary<infer T> ? T : never;

/** Brothers and sisters bear names of their own. */
const family = fc.uniqueArray(child, { minLength: 1, maxLength: 3, selector: ({ name }) => name });
const county = fc
  .record({
    families: fc.array(family, { minLength: 1, maxLength: 5 }),
    village: fc.constantFrom(...VILLAGES),
  })
  .map(({ families, village }) =>
    families.flatMap((children, index) =>
      children.flatMap((each, place) => rowsOf(each, `${LETTERS[index]}${LETTERS[place]}`, village)),
    ),
  );

/** The records of one child: all on one id, or police and school apart. */
function rowsOf(
  { name, sex, birthDate, residenceDivisionCode, ...drawn }: DrawnChild,
  who: string,
  village: string,
): ChildRecords[] {
  const [family = ''] = who;
  const atPolice = { name, sex, birthDate, registeredDivisionCode: village, householdId: `HH${family}` };
  const atSchool = [
    pupil({ name, sex, birthDate, residenceDivisionCode }),
    ...(drawn.hasSchoolGuardian ? [schoolGuardian(`mother${family}`)] : []),
  ];
  const mother = guardian(`mother${family}`);
  if (!drawn.isAtSchool) return [registered(`p${who}`, atPolice, mother)];
  return drawn.isOnOneNumber
    ? [registered(`p${who}`, atPolice, mother, ...atSchool)]
    : [registered(`p${who}`, atPolice, mother), recordsOf(`s${who}`, ...atSchool)];
}

function match(records: readonly ChildRecords[]) {
  return matchLeftovers({
    leftovers: records.filter((record) => isLeftover(record, context)),
    others: records.filter((record) => !isLeftover(record, context)),
  });
}

const personOf = (id: string) => id.slice(-2);
const familyOf = (id: string) => id.slice(-2, -1);

test('the order in which records come decides nothing', () => {
  fc.assert(
    fc.property(
      county.chain((records) =>
        fc.tuple(
          fc.constant(records),
          fc.shuffledSubarray(records, { minLength: records.length, maxLength: records.length }),
        ),
      ),
      ([records, shuffled]) => {
        expect(match(shuffled)).toEqual(match(records));
      },
    ),
  );
});

test('nothing joins by itself but the records of one child', () => {
  fc.assert(
    fc.property(county, (records) => {
      for (const { memberId, canonicalId, isAutomatic } of match(records)) {
        if (isAutomatic) expect(personOf(memberId)).toBe(personOf(canonicalId));
      }
    }),
  );
});

test('twins, brothers and sisters are never linked, and never proposed', () => {
  fc.assert(
    fc.property(county, (records) => {
      for (const { memberId, canonicalId } of match(records)) {
        const isOfOneFamily = familyOf(memberId) === familyOf(canonicalId);
        if (isOfOneFamily) expect(personOf(memberId)).toBe(personOf(canonicalId));
      }
    }),
    { numRuns: 300 },
  );
});

/** Beside name, birth date and sex. */
const GROUNDS: readonly MatchEvidence[] = [
  'SHARED_GUARDIAN',
  'SAME_VILLAGE',
  'SAME_TOWNSHIP',
  'BOTH_REGISTERED',
];

test('nothing is linked or proposed by a name alone', () => {
  fc.assert(
    fc.property(county, (records) => {
      const byId = new Map(records.map((record) => [record.canonicalId, record.facts.identities[0]]));
      for (const { memberId, canonicalId, evidence } of match(records)) {
        expect(evidence.some((code) => GROUNDS.includes(code))).toBe(true);
        expect(byId.get(memberId)).toMatchObject({
          birthDate: byId.get(canonicalId)?.birthDate,
          sex: byId.get(canonicalId)?.sex,
        });
      }
    }),
  );
});

test('a placeholder that many records bear in place of a name costs no comparison of each with each', () => {
  const records = Array.from({ length: 400 }, (_, index) => {
    const who = [LETTERS[index % 16], LETTERS[Math.floor(index / 16) % 16], LETTERS[index >> 8]].join('');
    return index % 2 === 0
      ? registered(`p${who}`, { name: '无名' })
      : recordsOf(`s${who}`, pupil({ name: '无名' }));
  });
  expect(match(records)).toEqual([]);
});

test('links name no number, no name and no date', () => {
  const records = [
    registered('p', {}, guardian('mother')),
    recordsOf('s', pupil(), schoolGuardian('mother')),
  ];
  const [link] = match(records);
  expect(link && Object.keys(link).toSorted()).toEqual([
    'canonicalId',
    'evidence',
    'isAutomatic',
    'memberId',
    'score',
    'tier',
  ]);
  expect(JSON.stringify(link)).not.toMatch(/\p{Script=Han}|\d{4}-/u);
  expect(link).toMatchObject({ memberId: idOf('s'), canonicalId: idOf('p') });
});
