import { factsFrom, joinFacts } from '../../../../subgraphs/coordination/register/child-facts.js';
import { factsOf, VILLAGE, type StoredFact } from '../child-facts.builder.js';
import { guardian, idOf, OTHER_TOWNSHIP, pupil, schoolGuardian, WHO } from './records.builder.js';

const ROWS: StoredFact[] = [
  [
    'police',
    'resident',
    { ...WHO, formerStudentIds: [], registeredDivisionCode: OTHER_TOWNSHIP, householdId: 'H1' },
  ],
  guardian('mother'),
  pupil(),
  schoolGuardian('mother'),
  ['education', 'school_guardian', { guardianId: null }],
  ['civil-affairs', 'child_guardian', { guardianId: idOf('uncle') }],
  ['poverty', 'poverty_household_member', { ...WHO, householdCode: 'H1', residenceDivisionCode: VILLAGE }],
];

test('guardians, households and villages are taken with the agency that names them', () => {
  const { guardians, households, places } = factsOf(ROWS);
  expect(guardians).toEqual([
    { agency: 'police', guardianId: idOf('mother') },
    { agency: 'education', guardianId: idOf('mother') },
    { agency: 'civil-affairs', guardianId: idOf('uncle') },
  ]);
  expect(households).toEqual([
    { agency: 'police', key: 'H1' },
    { agency: 'poverty', key: 'H1' },
  ]);
  expect(places).toEqual([
    { agency: 'police', divisionCode: OTHER_TOWNSHIP },
    { agency: 'education', divisionCode: VILLAGE },
    { agency: 'poverty', divisionCode: VILLAGE },
  ]);
});

test('the facts of some agencies, with those of the others, are all of them', () => {
  const facts = factsOf(ROWS);
  const own = factsFrom(facts, (agency) => agency === 'education');
  const others = factsFrom(facts, (agency) => agency !== 'education');
  expect(own.identities.map(({ agency }) => agency)).toEqual(['education']);
  expect([...own.foundIn]).toEqual(['education.STUDENT_STATUS']);
  const joined = joinFacts('joined', [own, others]);
  expect(joined.guardians).toHaveLength(facts.guardians.length);
  expect(joined.places).toHaveLength(facts.places.length);
  expect(joined.rows.studentStatus).toEqual(facts.rows.studentStatus);
  expect(joined.rows.resident).toEqual(facts.rows.resident);
  expect([...joined.foundIn].toSorted()).toEqual([...facts.foundIn].toSorted());
});
