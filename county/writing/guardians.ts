import type { Adult, FamilyDraft, Parent } from '../population/draft.js';
import type { GuardianRelation, RecordedGuardian } from '../views.js';

/** Telephone numbers start with 100, which no subscriber has. */
function phoneOf({ residentIdNumber }: Adult): string {
  return `100${residentIdNumber.slice(9, 17)}`;
}

function canCare({ circumstance, away }: Parent): boolean {
  return circumstance === null && away === null;
}

/** True where no parent lives with the children. */
export function areParentsAbsent({ father, mother }: FamilyDraft): boolean {
  return !canCare(father) && !canCare(mother);
}

/** Who stands in for absent parents: grandparents, in one family of twelve another kinsman. */
export function isOtherKinCarer({ index }: FamilyDraft): boolean {
  return index % 12 === 5;
}

/**
 * Guardians of the children of a family, first the living parents, then who looks after the children when no parent
 * does (代理监护人). A grandparent of an orphan is a legal guardian.
 */
export function guardiansOf(family: FamilyDraft): RecordedGuardian[] {
  const written = (
    adult: Adult,
    relation: GuardianRelation,
    isActual: boolean,
    isLegal: boolean,
  ): RecordedGuardian => ({
    name: adult.name,
    residentIdNumber: adult.residentIdNumber,
    relation,
    isActualGuardian: isActual,
    isLegalGuardian: isLegal,
    phone: phoneOf(adult),
  });
  const parents = [family.father, family.mother]
    .filter(({ circumstance }) => circumstance !== 'DEAD')
    .map((parent) => written(parent, parent.role, canCare(parent), true));
  if (!areParentsAbsent(family)) return parents;
  const isLegal = family.hardship.isOrphaned;
  return isOtherKinCarer(family)
    ? [...parents, written(family.otherKin, 'OTHER_KIN', true, isLegal)]
    : [
        ...parents,
        written(family.grandfather, 'GRANDFATHER', true, isLegal),
        written(family.grandmother, 'GRANDMOTHER', true, isLegal),
      ];
}
