import type { ChildDraft, FamilyDraft, Parent } from '../population/draft.js';
import { adultOf } from '../population/kin.js';
import { adultName, childName, usesPatronymic } from '../frame/names.js';
import { sourceKeyOf } from '../register-numbers.js';
import { residentNumberOf } from '../resident-number.js';
import { writeChild } from '../writing/write-child.js';
import { householdOf } from '../writing/households.js';
import type { Child, PoliceHousehold } from '../views.js';
import { onNumber } from './identity-errors.js';
import { errorOf, rowsOf, withStatus, type Plant, type Plot } from './planting.js';

/** Number slots of persons beside the family: a namesake or phantom child, the namesake's parents. */
const EXTRA_CHILD_SLOT = 6;
const EXTRA_FATHER_SLOT = 5;
const EXTRA_MOTHER_SLOT = 6;

function firstChildOf({ draft }: Plot): ChildDraft {
  const [child] = draft.children;
  if (!child) throw new Error('The family has no child to plant on.');
  return child;
}

function parentLike(plot: Plot, parent: Parent, slot: number): Parent {
  const { index, ethnicGroupCode } = plot.draft;
  const birthDay = parent.birthDay - 40;
  const adult = adultOf(index, slot, ethnicGroupCode, parent.surname, parent.sex, birthDay, plot.random);
  // A child's second name is the father's given name in some groups, so namesakes' fathers share theirs.
  const name = parent.role === 'FATHER' && usesPatronymic(ethnicGroupCode) ? parent.name : adult.name;
  return { ...adult, name, role: parent.role, circumstance: null, away: null, disability: null };
}

/** An unrelated family of the same village with a child of the same name, sex and birth date. */
function namesakeFamily(plot: Plot): FamilyDraft {
  const subject = firstChildOf(plot);
  const namesake: ChildDraft = {
    ...subject,
    slot: EXTRA_CHILD_SLOT,
    residentIdNumber: residentNumberOf(plot.draft.index, EXTRA_CHILD_SLOT, subject.birthDay, subject.sex),
    disability: null,
    errorClass: null,
  };
  const { hardship } = plot.draft;
  return {
    ...plot.draft,
    errorClass: null,
    householdSerial: 1,
    householder: 'FATHER',
    father: parentLike(plot, plot.draft.father, EXTRA_FATHER_SLOT),
    mother: parentLike(plot, plot.draft.mother, EXTRA_MOTHER_SLOT),
    hardship: {
      ...hardship,
      isRegisteredPoor: false,
      isMonitored: false,
      isRelocated: false,
      hasSubsistenceAllowance: false,
    },
    children: [namesake],
  };
}

/** One name and birth date, two children; one of them has no number in the status system. */
export const ambiguous: Plant = (plot) => {
  const { world, subject } = plot;
  const other = namesakeFamily(plot);
  const [namesakeDraft] = other.children;
  if (!namesakeDraft) throw new Error('A namesake family has one child.');
  const namesake = writeChild(world, other, namesakeDraft);
  const changed = withStatus(subject, (record) => onNumber(plot, record, null));
  const household = householdOf(world, other);
  return {
    children: [...plot.children.map((child) => (child === subject ? changed : child)), namesake],
    households: household ? [...plot.households, household] : plot.households,
    error: errorOf('AMBIGUOUS', 'education', [...rowsOf(changed), ...rowsOf(namesake)]),
  };
};

/** A registration behind which nobody stands (查无此人). */
export const personNotFound: Plant = (plot) => {
  const { world, draft, random } = plot;
  const model = firstChildOf(plot);
  const birthDay = model.birthDay - random.int(20, 200);
  const sex = random.chance(0.5) ? 'MALE' : 'FEMALE';
  const phantom: ChildDraft = {
    ...model,
    slot: EXTRA_CHILD_SLOT,
    sex,
    birthDay,
    name: childName(draft.ethnicGroupCode, draft.father, sex, 0, random),
    residentIdNumber: residentNumberOf(draft.index, EXTRA_CHILD_SLOT, birthDay, sex),
    schooling: 'UNKNOWN',
    school: null,
    schoolClass: null,
    disability: null,
    errorClass: 'PERSON_NOT_FOUND',
  };
  const family: FamilyDraft = { ...draft, children: [...draft.children, phantom] };
  const written = writeChild(world, family, phantom);
  const entry: Child = {
    ...written,
    truth: { ...written.truth, exists: false, residenceDivision: null },
    education: null,
    civilAffairs: null,
    disability: null,
    labour: null,
    poverty: null,
  };
  const household = householdOf(world, family);
  return {
    children: [...plot.children, entry],
    households: household ? [household] : plot.households,
    error: errorOf('PERSON_NOT_FOUND', 'police', rowsOf(entry)),
  };
};

/** Registered a second time in the household of the mother's parents, with a number of its own (双重户籍). */
export const duplicateHousehold: Plant = (plot) => {
  const { world, draft, subject, random } = plot;
  const child = firstChildOf(plot);
  const { code: village } = world.settlement.villageAt(random.next());
  const number = residentNumberOf(draft.index, 7, child.birthDay, child.sex);
  const grandfather = adultOf(
    draft.index,
    EXTRA_FATHER_SLOT,
    draft.ethnicGroupCode,
    draft.mother.surname,
    'MALE',
    draft.mother.birthDay - 9500,
    random,
  );
  const second = householdOf(world, {
    ...draft,
    householdSerial: 2,
    householder: 'GRANDFATHER',
    grandfather,
    grandmother: {
      ...draft.grandmother,
      name: adultName(draft.ethnicGroupCode, draft.mother.surname, 'FEMALE', random),
      residentIdNumber: residentNumberOf(
        draft.index,
        EXTRA_MOTHER_SLOT,
        draft.grandmother.birthDay,
        'FEMALE',
      ),
    },
    home: { ...draft.home, registeredVillage: village },
    children: [{ ...child, residentIdNumber: number }],
  });
  const [first] = subject.police?.registrations ?? [];
  if (!second || !first || !subject.police) throw new Error('A second registration needs a first one.');
  const grandparentsOnly: PoliceHousehold = {
    ...second,
    members: second.members
      .filter(({ relationToHouseholderCode }) => !['20', '28'].includes(relationToHouseholderCode))
      // 43 daughter's son, 44 daughter's daughter.
      .map((member) =>
        member.childKey
          ? { ...member, relationToHouseholderCode: child.sex === 'MALE' ? '43' : '44' }
          : member,
      ),
  };
  const changed: Child = {
    ...subject,
    police: {
      ...subject.police,
      registrations: [
        first,
        {
          ...first,
          sourceKey: sourceKeyOf('police', draft.index, 0, 2),
          identity: { ...first.identity, residentIdNumber: number },
          registeredDivision: village,
          householdNumber: second.householdNumber,
          relationToHouseholderCode: child.sex === 'MALE' ? '43' : '44',
        },
      ],
    },
  };
  return {
    children: plot.children.map((each) => (each === subject ? changed : each)),
    households: [...plot.households, grandparentsOnly],
    error: errorOf('DUPLICATE_HOUSEHOLD', 'police', rowsOf(changed)),
  };
};
