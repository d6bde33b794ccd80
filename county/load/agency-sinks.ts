import type { KeyObject } from 'node:crypto';
import type { IsoDate } from '../../policies/iso-date.js';
import { createColumnCipher } from '../../subgraphs/_kit/identity/column-cipher.js';
import type { StudentIdentifier } from '../../subgraphs/_kit/identity/student-id.js';
import { StudentSplitEntity } from '../../subgraphs/_kit/student/student-split.entity.js';
import type { RowSink } from '../registers/row-sink.js';
import { createAgencyIdentities, type AgencyIdentities } from './family-identities.js';

export interface AgencySinkOptions {
  readonly agency: string;
  readonly columnKey: KeyObject;
  readonly identifier: StudentIdentifier;
  readonly asOf: IsoDate;
}

/** A sink that knows under which id it stored each row. */
export interface FamilySink extends RowSink, Pick<AgencyIdentities, 'storedId'> {}

/** Makes an agency's sink anew for each family: two persons on one number are told apart within it. */
export function createSinkFactory({ agency, columnKey, identifier, asOf }: AgencySinkOptions) {
  const cipher = createColumnCipher(columnKey, agency);
  return (insert: RowSink['insert']): FamilySink => {
    const identities = createAgencyIdentities(identifier, agency, (split) =>
      insert(StudentSplitEntity, split),
    );
    return {
      asOf,
      insert,
      storedId: (sourceKey) => identities.storedId(sourceKey),
      seal: (plain, column) => cipher.seal(plain, column),
      idOfNumber: (number) => identities.ofNumber(number),
      opaqueKey: (kind, key) => opaqueKeyOf(identifier, agency, kind, key),
      studentId: (record) => identities.of(record),
    };
  };
}

/** Key of something that is not a child, from the agency's own number of it. */
export function opaqueKeyOf(
  identifier: StudentIdentifier,
  agency: string,
  kind: string,
  key: string,
): string {
  return identifier.provisional(agency, `${kind}:${key}`);
}
