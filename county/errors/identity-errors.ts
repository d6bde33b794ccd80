import { isoOf } from '../day-numbers.js';
import { formalStatusNumber, temporaryStatusNumber } from '../register-numbers.js';
import { residentNumberOf } from '../resident-number.js';
import type { Child, RecordedIdentity, StudentStatusRecord } from '../views.js';
import { errorOf, onSubject, rowsOf, withPolice, withStatus, type Plant, type Plot } from './planting.js';
import { SPARE_SLOT, wrongNumber } from './wrong-numbers.js';
import { wrongName } from './wrong-names.js';

/** A status record on another number: the national verification fails, so its own number is a temporary one. */
export function onNumber(
  { world, draft }: Plot,
  record: StudentStatusRecord,
  residentIdNumber: string | null,
): Partial<StudentStatusRecord> {
  return {
    identity: { ...record.identity, residentIdNumber },
    studentStatusNumber: temporaryStatusNumber(
      world.preset.countyCode,
      record.identity.birthDate,
      draft.index,
    ),
    idVerification: residentIdNumber === null ? 'NOT_DONE' : 'FAILED',
  };
}

/** The status system has no number or a wrong one: about half of all differences. */
export const idCorrected: Plant = onSubject('ID_CORRECTED', 'education', (plot) => {
  const [child] = plot.draft.children;
  if (!child) return plot.subject;
  return withStatus(plot.subject, (record) =>
    onNumber(plot, record, wrongNumber(plot.draft.index, child, plot.random)),
  );
});

/** Right number, another name. */
export const nameCorrected: Plant = onSubject('NAME_CORRECTED', 'education', ({ subject, draft, random }) =>
  withStatus(subject, ({ identity }) => ({
    identity: { ...identity, name: wrongName(subject.truth.name, draft.mother.surname, random) },
  })),
);

/** Two pupils on one number: the second child's status bears the first one's. */
export const duplicateIdReferred: Plant = (plot) => {
  const [first, second] = plot.children;
  if (!first || !second) throw new Error('Two children share a number: the family needs two.');
  const changed = withStatus(second, (record) => onNumber(plot, record, first.truth.residentIdNumber));
  return {
    children: plot.children.map((child) => (child === second ? changed : child)),
    households: plot.households,
    error: errorOf('DUPLICATE_ID_REFERRED', 'education', [...rowsOf(first), ...rowsOf(changed)]),
  };
};

function renumbered<View extends { readonly identity: RecordedIdentity }>(
  view: View | null,
  number: string,
): View | null {
  return view && { ...view, identity: { ...view.identity, residentIdNumber: number } };
}

/** The police issued a new number; every other register still has the old one. */
export const idChanged: Plant = onSubject('ID_CHANGED', 'education', ({ subject, draft }) => {
  const [child] = draft.children;
  const current = subject.truth.residentIdNumber;
  if (!child || current === null) return subject;
  const former = residentNumberOf(draft.index, SPARE_SLOT, child.birthDay, child.sex);
  const atPolice = withPolice(subject, (view) => ({
    registrations: view.registrations.map((row) => ({ ...row, formerResidentIdNumbers: [former] })),
  }));
  const atSchool = withStatus(atPolice, ({ identity }) => ({
    identity: { ...identity, residentIdNumber: former },
    studentStatusNumber: formalStatusNumber(former),
  }));
  const { disability } = subject;
  return {
    ...atSchool,
    civilAffairs: renumbered(subject.civilAffairs, former),
    labour: renumbered(subject.labour, former),
    poverty: renumbered(subject.poverty, former),
    disability: renumbered(
      disability && {
        ...disability,
        certificate: disability.certificate && {
          ...disability.certificate,
          certificateNumber: disability.certificate.certificateNumber.replace(current, former),
        },
      },
      former,
    ),
  };
});

/** The birth date in the police register is a year early, against the number beside it: a child of 5 looks 6. */
export const notYetDue: Plant = onSubject('NOT_YET_DUE', 'police', ({ subject, draft }) => {
  const [child] = draft.children;
  if (!child) return subject;
  const birthDate = isoOf(child.birthDay - 365);
  const changed: Child = withPolice(subject, (view) => ({
    identity: { ...view.identity, birthDate },
    registrations: view.registrations.map((row) => ({ ...row, identity: { ...row.identity, birthDate } })),
  }));
  return changed;
});
