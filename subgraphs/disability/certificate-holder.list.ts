import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../_kit/schema/connection.js';
import { divisionPrefix } from '../_kit/schema/division-prefix.js';
import { selectRows } from '../_kit/select-rows.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import { DisabilityCertificateEntity, type DisabilityCertificate } from './certificate.entity.js';
import type { CertificateHolderFilter } from './certificate.type.js';

/** Certificates of children within reach, the severest grade first. */
export async function listCertificateHolders(
  { em, caller, today }: LoaderContext,
  { division, category, grade }: CertificateHolderFilter,
  page: PageArgs,
): Promise<Connection<DisabilityCertificate>> {
  const { limit, after } = pageRequest(page, ['text', 'id']);
  const rows = await selectRows(em, DisabilityCertificateEntity)
    .where(studentWithinReach(caller, sql.ref('disability_certificate.student_id'), today))
    .$if(Boolean(division), (query) =>
      query.where(sql<boolean>`starts_with(residence_division_code, ${divisionPrefix(division ?? '')})`),
    )
    .$if(Boolean(category), (query) => query.where(sql<boolean>`category = ${category}`))
    .$if(Boolean(grade), (query) => query.where(sql<boolean>`grade = ${grade}`))
    .$if(Boolean(after), (query) =>
      query.where(sql<boolean>`(grade, id) > (${after?.[0]}, ${after?.[1]}::bigint)`),
    )
    .orderBy('grade')
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  return connectionOf(rows, limit, (row) => [row.grade, String(row.id)]);
}
