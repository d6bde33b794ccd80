import { factsFrom, type ChildFacts, type RecordedIdentity } from '../../register/child-facts.js';
import type { ChildRecords } from '../../register/child-records.js';
import type { SplitGround } from '../../../_kit/student/student-split.entity.js';
import { MASTERS } from '../child-identity.js';
import { mayBeOnePersonsNames } from '../matching/name-forms.js';

/** One agency's rows on a number, which are about somebody else than the other agencies' rows on it (重号). */
export interface RegisterSplit {
  readonly agency: string;
  /** The register's own key of the row that tells. */
  readonly sourceKey: string;
  /** Id of its own under which the agency's rows stand from now on. */
  readonly provisionalId: string;
  readonly numberId: string;
  readonly grounds: readonly SplitGround[];
}

export interface SplitRecords {
  /** The person whom police, else the first agency in order, says the number belongs to; first. */
  readonly records: readonly ChildRecords[];
  readonly splits: readonly RegisterSplit[];
}

/**
 * Keeps apart the rows of two persons on one number: rows of different agencies that disagree on birth date or sex,
 * or on the whole name. A name that may be another form of the same one is a finding, not a second person.
 *
 * Fieldwork stays with the person whom it went to see, the number's.
 *
 * @param provisionalIdOf id of a row that stands for itself, by agency and the register's own key.
 */
export function splitByIdentity(
  records: ChildRecords,
  provisionalIdOf: (agency: string, sourceKey: string) => string,
): SplitRecords {
  const master = masterOf(records.facts);
  if (!master) return { records: [records], splits: [] };
  return separate(records, provisionalIdOf, (identity) =>
    identity.agency === master.agency ? [] : groundsOfSplit(master, identity),
  );
}

/**
 * Keeps apart every agency one of whose rows gives a ground for it, with all that the agency says under the number.
 * An agency whose row has no key of its own cannot be told apart, and stays.
 */
export function separate(
  records: ChildRecords,
  provisionalIdOf: (agency: string, sourceKey: string) => string,
  groundsOf: (identity: RecordedIdentity) => SplitGround[],
): SplitRecords {
  const { facts, canonicalId } = records;
  const splits = MASTERS.flatMap((agency): RegisterSplit[] => {
    const other = facts.identities.find(
      (identity) => identity.agency === agency && groundsOf(identity).length > 0,
    );
    if (!other?.sourceKey) return [];
    const { sourceKey } = other;
    const provisionalId = provisionalIdOf(agency, sourceKey);
    return [{ agency, sourceKey, provisionalId, numberId: canonicalId, grounds: groundsOf(other) }];
  });
  if (splits.length === 0) return { records: [records], splits };
  const apart = new Set(splits.map(({ agency }) => agency));
  return {
    records: [
      { ...records, facts: factsFrom(facts, (agency) => !apart.has(agency)) },
      ...splits.map((split) => apartFrom(facts, split)),
    ],
    splits,
  };
}

/** In what two rows on one number disagree so far that they are about two persons; empty for one person. */
export function groundsOfSplit(
  own: Pick<RecordedIdentity, 'name' | 'sex' | 'birthDate'>,
  other: Pick<RecordedIdentity, 'name' | 'sex' | 'birthDate'>,
): SplitGround[] {
  const grounds: SplitGround[] = [];
  if (own.birthDate !== other.birthDate) grounds.push('BIRTH_DATE');
  if (own.sex !== other.sex) grounds.push('SEX');
  if (!mayBeOnePersonsNames(own.name, other.name)) grounds.push('NAME');
  return grounds;
}

/** A row whose birth date is not the one inside its number is mistaken about one of the two, whoever wrote it. */
function masterOf({ identities }: ChildFacts): RecordedIdentity | undefined {
  const contradictsNumber = ({ birthDate, birthDateInNumber }: RecordedIdentity) =>
    Number(birthDateInNumber !== null && birthDateInNumber !== birthDate);
  return identities.toSorted(
    (a, b) =>
      contradictsNumber(a) - contradictsNumber(b) || MASTERS.indexOf(a.agency) - MASTERS.indexOf(b.agency),
  )[0];
}

function apartFrom(facts: ChildFacts, split: RegisterSplit): ChildRecords {
  const { agency, provisionalId, sourceKey, numberId, grounds } = split;
  const rows = factsFrom(facts, (from) => from === agency);
  const splits = [...rows.splits, { agency, sourceKey, numberId, grounds }];
  return {
    canonicalId: provisionalId,
    memberIds: [provisionalId],
    facts: { ...rows, studentId: provisionalId, splits },
  };
}
