import { NOTHING_REPORTED } from '../writing/dropout-reporting.js';
import { sourceKeyOf } from '../register-numbers.js';
import type { ClassRow, SchoolRow } from '../views.js';
import { onNumber } from './identity-errors.js';
import { onSubject, withEducation, type Plant, type Plot } from './planting.js';

/** Another school of the county that teaches the grade, with one of its classes. */
function otherSchool({ world, draft, random }: Plot): {
  readonly school: SchoolRow;
  readonly schoolClass: ClassRow;
} {
  const [child] = draft.children;
  const grade = child?.grade ?? 1;
  const fitting = world.network.schools.filter(
    ({ code, kind, grades }) => kind !== 'SPECIAL' && code !== child?.school?.code && grades.includes(grade),
  );
  const school = random.pick(fitting);
  return { school, schoolClass: world.network.classOf(school, grade, random.int(0, 63)) };
}

/** Two active records; the second school opened its own, on the same number or on none. */
export const duplicateStatus: Plant = onSubject('DUPLICATE_STATUS', 'education', (plot) => {
  const { school, schoolClass } = otherSchool(plot);
  return withEducation(plot.subject, (view) => {
    const [first] = view.statusRecords;
    if (!first) return {};
    const second = {
      ...first,
      ...(plot.random.chance(0.5) ? {} : onNumber(plot, first, null)),
      sourceKey: sourceKeyOf('education', plot.draft.index, 0, 30),
      schoolCode: school.code,
      classCode: schoolClass.code,
      admissionModeCode: '12' as const,
    };
    return { statusRecords: [first, second] };
  });
});

/** Taught here without a status record: the roll-call met a child that is on no roster (无籍就读). */
export const inSchoolUnregistered: Plant = onSubject('IN_SCHOOL_UNREGISTERED', 'education', ({ subject }) =>
  withEducation(subject, (view) => ({
    statusRecords: [],
    statusChanges: [],
    absences: [],
    guardianContacts: [],
    dropoutReporting: NOTHING_REPORTED,
    aidAwards: [],
    pairings: [],
    earlierRollCalls: [],
    rollCall: view.rollCall && { ...view.rollCall, finding: 'EXTRA' },
  })),
);

/** On the roll of one school, sitting in another of the county (人籍分离). */
export const inSchoolInCounty: Plant = onSubject('IN_SCHOOL_IN_COUNTY', 'education', (plot) => {
  const { school, schoolClass } = otherSchool(plot);
  return withEducation(plot.subject, (view) => ({
    absences: [],
    guardianContacts: [],
    dropoutReporting: NOTHING_REPORTED,
    rollCall: view.rollCall && {
      ...view.rollCall,
      schoolCode: school.code,
      classCode: schoolClass.code,
      callerName: schoolClass.classTeacherName,
      finding: 'EXTRA',
    },
  }));
});

/** Taught at home or placed in a special school, with no status record opened. */
export const specialPlacement: Plant = onSubject('SPECIAL_PLACEMENT', 'education', ({ subject }) =>
  withEducation(subject, () => ({ statusRecords: [], statusChanges: [] })),
);

const withoutEducation = ({ subject }: Plot) => ({ ...subject, education: null });

/** In school outside the county, and the national system was not asked or does not say so. */
export const inSchoolOutOfCounty: Plant = onSubject('IN_SCHOOL_OUT_OF_COUNTY', 'education', withoutEducation);
export const inSchoolOutOfProvince: Plant = onSubject(
  'IN_SCHOOL_OUT_OF_PROVINCE',
  'education',
  withoutEducation,
);
/** In an unlicensed school elsewhere: no system can say so. */
export const inSchoolElsewhereUnregistered: Plant = onSubject(
  'IN_SCHOOL_ELSEWHERE_UNREGISTERED',
  'education',
  withoutEducation,
);
/** Finished grade 9, and the record of it is missing. */
export const completed: Plant = onSubject('COMPLETED', 'education', withoutEducation);
