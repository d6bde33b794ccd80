import { isoOf } from '../day-numbers.js';
import { officerName } from '../frame/names.js';
import type { EducationPlacement, HomeTeachingVisit, HomeVisit, Pairing } from '../views.js';
import { isHardshipPupil } from './aid.js';
import { areParentsAbsent } from './guardians.js';
import type { Writing } from './writer.js';

const HOME_TEACHING_CONTENTS = ['LIFE_SKILLS', 'LANGUAGE', 'MATHEMATICS', 'REHABILITATION'] as const;

/** Where a child with a disability is taught; null without one, or where study was ruled out. */
export function placementOf({ world, child }: Writing): EducationPlacement | null {
  const mode = child.disability?.placement;
  if (!child.school || !mode || mode === 'NOT_ABLE_TO_STUDY' || mode === 'NONE') return null;
  const decidedDay = Math.min(world.calendar.yearStart - 30, world.calendar.asOf);
  return { mode, schoolCode: child.school.code, decidedOn: isoOf(decidedDay) };
}

/** A visit a week or every second week of the term (送教上门). */
export function homeTeachingVisits({ world, child, random }: Writing): HomeTeachingVisit[] {
  const { school } = child;
  if (!school || child.disability?.placement !== 'HOME_TEACHING') return [];
  const rhythm = random.pick([5, 10]);
  return world.calendar.schoolDays
    .filter((_, index) => index % rhythm === rhythm - 1)
    .map((day) => ({
      visitedOn: isoOf(day),
      schoolCode: school.code,
      hours: random.int(1, 3),
      content: random.pick(HOME_TEACHING_CONTENTS),
    }));
}

/** Teachers visit the homes of the groups in need first (千名教师走万家). */
export function homeVisits({ world, family, child, random }: Writing): HomeVisit[] {
  const needsCare = isHardshipPupil({ family, child }) || areParentsAbsent(family);
  if (!family.isShowcase && !random.chance(needsCare ? 0.45 : 0.1)) return [];
  return [
    {
      visitedOn: isoOf(random.pick(world.calendar.schoolDays)),
      visitorPost: random.chance(0.8) ? 'CLASS_TEACHER' : 'SUBJECT_TEACHER',
      occasion: needsCare ? 'HARDSHIP' : child.grade === 6 ? 'TRANSITION' : 'ROUTINE',
      guardianMet: random.chance(0.9),
      visitorName: child.schoolClass?.classTeacherName ?? officerName(random.split(42)),
      findings: needsCare
        ? [areParentsAbsent(family) ? 'GUARDIANSHIP_GAP' : 'HARDSHIP']
        : [random.split(43).chance(0.15) ? 'LEARNING_DIFFICULTY' : 'NOTHING'],
    },
  ];
}

export function pairings({ world, family, child, random }: Writing): Pairing[] {
  const needsCare = family.hardship.isRelocated || areParentsAbsent(family);
  if (!child.school || (!family.isShowcase && !(needsCare && random.chance(0.35)))) return [];
  return [
    {
      kind: random.chance(0.85) ? 'TEACHER_PUPIL' : 'PUPIL_PUPIL',
      from: isoOf(world.calendar.termStart),
      until: null,
      partnerName: officerName(random),
    },
  ];
}
