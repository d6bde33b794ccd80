import type { FamilyDraft } from '../population/draft.js';
import type { Random } from '../random.js';
import type {
  Child,
  EducationView,
  ErrorClass,
  PlantedError,
  PlantedIdentity,
  PoliceHousehold,
  PoliceView,
  RegisterAgency,
  StudentStatusRecord,
} from '../views.js';
import type { World } from '../frame/world.js';
import { expectedDispositionOf } from './expected-disposition.js';

/** A family as the registers correctly have it, just before one difference is planted on its first child. */
export interface Plot {
  readonly world: World;
  readonly draft: FamilyDraft;
  readonly subject: Child;
  readonly children: readonly Child[];
  readonly households: readonly PoliceHousehold[];
  readonly random: Random;
}

/** The same family with the difference in its registers, and what the truth file says of it. */
export interface Planted {
  readonly children: readonly Child[];
  readonly households: readonly PoliceHousehold[];
  readonly error: PlantedError;
}

export type Plant = (plot: Plot) => Planted;

/** The rows of a child in the registers that a comparison sets side by side. */
export function rowsOf(child: Child): PlantedIdentity[] {
  const rows: PlantedIdentity[] = [];
  for (const { identity, sourceKey } of child.police?.registrations ?? []) {
    rows.push({ residentIdNumber: identity.residentIdNumber, sourceKey, agency: 'police' });
  }
  const records = child.education?.statusRecords ?? [];
  for (const { identity, sourceKey } of records.length > 0 || !child.education
    ? records
    : [child.education]) {
    rows.push({ residentIdNumber: identity.residentIdNumber, sourceKey, agency: 'education' });
  }
  return rows;
}

export function errorOf(
  errorClass: ErrorClass,
  agency: RegisterAgency,
  identities: readonly PlantedIdentity[],
): PlantedError {
  return { class: errorClass, agency, identities, expectedDisposition: expectedDispositionOf(errorClass) };
}

/** Plants by changing the views of the subject alone; `change` may return it as it is when its truth already shows. */
export function onSubject(
  errorClass: ErrorClass,
  agency: RegisterAgency,
  change: (plot: Plot) => Child = ({ subject }) => subject,
): Plant {
  return (plot) => {
    const changed = change(plot);
    return {
      children: plot.children.map((child) => (child.key === changed.key ? changed : child)),
      households: plot.households,
      error: errorOf(errorClass, agency, rowsOf(changed)),
    };
  };
}

export function withEducation(child: Child, change: (view: EducationView) => Partial<EducationView>): Child {
  return child.education
    ? { ...child, education: { ...child.education, ...change(child.education) } }
    : child;
}

export function withPolice(child: Child, change: (view: PoliceView) => Partial<PoliceView>): Child {
  return child.police ? { ...child, police: { ...child.police, ...change(child.police) } } : child;
}

/** Changes the first status record, and the view's identity with it. */
export function withStatus(
  child: Child,
  change: (record: StudentStatusRecord) => Partial<StudentStatusRecord>,
): Child {
  return withEducation(child, (view) => {
    const [first, ...others] = view.statusRecords;
    if (!first) return {};
    const record = { ...first, ...change(first) };
    return { identity: record.identity, statusRecords: [record, ...others] };
  });
}
