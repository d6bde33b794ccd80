import { createHmac } from 'node:crypto';
import { createColumnCipher, WITHOUT_COLUMN_KEY } from '../identity/column-cipher.js';
import { nameKeyOf } from '../identity/name-key.js';
import { isResidentIdNumber } from '../identity/resident-id-number.js';
import { createStudentIdentifier } from '../identity/student-id.js';
import type { ImportTools } from './import-definition.js';
import type { ImportOptions } from './import-options.js';
import type { ResolvedRow } from './resolve-rows.js';

/** Columns of a staged row that become its `imported_row`. */
export const PROVENANCE = {
  from_source_key: 'text',
  from_child_key: 'text',
  from_student_id: 'text',
  from_number_id: 'text',
  from_name_key: 'text',
  from_sex: 'text',
  from_birth_date: 'date',
  from_row_digest: 'text',
  from_scopes: 'jsonb',
  from_import_id: 'uuid',
  from_line: 'integer',
  from_row_id: 'bigint',
} as const;

export interface RowWriter {
  readonly tools: ImportTools;
  digestOf(row: ResolvedRow): string;
  /** What is stored of a row, and what is noted of where it came from. */
  rowOf(row: ResolvedRow, digest: string): object;
}

export function createRowWriter(importId: string, { agency, list, keys }: ImportOptions): RowWriter {
  const identifier = createStudentIdentifier(keys.digest);
  const cipher = keys.column ? createColumnCipher(keys.column, agency) : WITHOUT_COLUMN_KEY;
  const idOfNumber = (number: string | null) =>
    number !== null && isResidentIdNumber(number) ? identifier.ofNumber(number) : null;
  const tools: ImportTools = {
    idOfNumber,
    opaqueKey: (kind, key) => identifier.provisional(agency, `${kind}:${key}`),
    seal: (plain, column) => cipher.seal(plain, column),
  };
  return {
    tools,
    digestOf({ values, stored, knownChildId }) {
      // What is open in every row need not be digested in each.
      const given = Object.entries(values).filter(([, value]) => value !== null);
      return createHmac('sm3', keys.digest)
        .update(`row:${JSON.stringify([...given, stored, knownChildId])}`)
        .digest('base64url');
    },
    rowOf({ understood, stored, knownChildId, sourceKey, line }, digest) {
      const { child, scopes } = understood;
      const childKey = child?.childNumber ?? `${list.list}:${sourceKey}`;
      // What stands where the child's own record stands is not judged by its number once more.
      const numberId = child === null || knownChildId !== null ? null : idOfNumber(child.residentIdNumber);
      const studentId =
        child === null ? null : (knownChildId ?? numberId ?? identifier.provisional(agency, childKey));
      return {
        studentId,
        ...understood.columns(stored, { ...tools, rowKey: sourceKey, childKey }),
        from_source_key: sourceKey,
        from_child_key: childKey,
        from_student_id: studentId,
        from_number_id: numberId,
        from_name_key: child && nameKeyOf(child.name),
        from_sex: child?.sex,
        from_birth_date: child?.birthDate,
        from_row_digest: digest,
        from_scopes: scopes,
        from_import_id: importId,
        from_line: line,
      };
    },
  };
}
