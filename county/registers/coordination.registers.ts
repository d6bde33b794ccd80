import { parseIsoDate } from '../../policies/iso-date.js';
import {
  ResponsibilityAssignmentEntity,
  type ResponsibilityAssignment,
} from '../../subgraphs/coordination/responsibility/responsibility-assignment.entity.js';
import { ScreeningVisitEntity } from '../../subgraphs/coordination/casework/screening-visit.entity.js';
import type { PolicyLibrary, ResolvedPolicy } from '../../policies/resolve-policy.js';
import { academicYearOf } from '../../policies/school-calendar.js';
import type { Child, CountyFrame, ResponsiblePost } from '../views.js';
import { writeCase } from './casework.registers.js';
import type { NewRow, RowSink } from './row-sink.js';

/** Every so-manieth class has no subject teacher named: vacancies are what one looks for in this register. */
const CLASSES_PER_VACANCY = 12;

/** Every line has its chain, and its heads are among the seven leaders, whatever the county's policy says. */
const EVERYWHERE: ReadonlySet<string> = new Set(['GOVERNMENT_CHAIN', 'EDUCATION_CHAIN', 'SEVEN_LEADERS']);

/** Schemes of the policy in force at a division. */
export type SchemesAt = (division: string) => ResolvedPolicy['responsibilitySchemes'];

/**
 * Who answers for which division, school and class (包保责任), from the start of the academic year: on the two chains, as
 * seven leaders, and at the same level of every scheme that the local policy adds. Nobody is named for the villagers'
 * groups, nor for levels that only such a scheme has.
 */
export function writeCoordinationFrame(
  { posts, classes, schools }: CountyFrame,
  schemesAt: SchemesAt,
  sink: RowSink,
): void {
  const validFrom = `${academicYearOf(parseIsoDate(sink.asOf))}-09-01`;
  const siteOf = new Map(schools.map(({ code, division }) => [code, division]));
  const name = (row: Omit<NewAssignment, 'validFrom' | 'validTo'>) =>
    sink.insert(ResponsibilityAssignmentEntity, { ...row, validFrom, validTo: null });
  const nameLocally = (place: string, row: Omit<NewAssignment, 'validFrom' | 'validTo' | 'scheme'>) => {
    const schemes = Object.entries(schemesAt(siteOf.get(place) ?? place));
    for (const [scheme, stated] of schemes) {
      const hasLevel = stated?.value.levels.some(({ level }) => level === row.level);
      if (hasLevel && !EVERYWHERE.has(scheme)) name({ ...row, scheme });
    }
  };
  for (const { line, level, targetCode, post, name: personName } of posts) {
    const scheme = line === 'GOVERNMENT' ? 'GOVERNMENT_CHAIN' : 'EDUCATION_CHAIN';
    const row = { line, level, targetKind: targetKindOf(level), targetCode, post, personName };
    name({ ...row, scheme });
    name({ ...row, scheme: 'SEVEN_LEADERS' });
    nameLocally(targetCode, row);
  }
  classes.forEach(({ code, schoolCode, classTeacherName }, index) => {
    const row = { line: 'EDUCATION', targetKind: 'CLASS', targetCode: code };
    const teacher = { ...row, level: 'CLASS', post: '班主任', personName: classTeacherName };
    const colleague = classes[(index + 1) % classes.length]?.classTeacherName ?? null;
    const isVacant = index % CLASSES_PER_VACANCY === 0;
    const other = { ...row, level: 'SUBJECT', post: '科任教师', personName: isVacant ? null : colleague };
    for (const person of [teacher, other]) {
      name({ ...person, scheme: 'EDUCATION_CHAIN' });
      nameLocally(schoolCode, person);
    }
  });
}

type NewAssignment = NewRow<ResponsibilityAssignment>;

function targetKindOf(level: ResponsiblePost['level']): string {
  return level === 'SCHOOL' ? 'SCHOOL' : 'DIVISION';
}

/**
 * What people on the ground found and did about a child.
 * @param studentId id under which the child's case is kept.
 */
export function writeFieldwork(
  child: Child,
  studentId: string,
  policies: PolicyLibrary,
  sink: RowSink,
): void {
  const { key, fieldwork } = child;
  if (!fieldwork) return;
  for (const { visitedOn, visitorPost, proposedDisposition, evidence } of fieldwork.screenings) {
    sink.insert(ScreeningVisitEntity, {
      studentId,
      visitedOn,
      visitorPost,
      proposedDisposition,
      // A visit that brought no answer has confirmed nothing, the residence neither.
      residenceDivisionCode: proposedDisposition === null ? null : fieldwork.residenceDivision,
      evidence,
    });
  }
  if (fieldwork.dropoutCase)
    writeCase(key, studentId, fieldwork.dropoutCase, townshipOf(child), policies, sink);
}

/** The township to which the case belongs: where the child was found to live, else where a register holds it to. */
function townshipOf({ fieldwork, police, education, civilAffairs }: Child): string {
  const village = [fieldwork, police, education, civilAffairs]
    .map((view) => view?.residenceDivision)
    .find((code) => code != null);
  return `${village?.slice(0, 9) ?? ''}000`;
}
