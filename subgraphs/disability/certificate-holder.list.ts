import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import type { Connection, PageArgs } from '../_kit/schema/connection.js';
import { divisionPrefix } from '../_kit/schema/division-prefix.js';
import { listPage, type ListOrder } from '../_kit/schema/list-page.js';
import { selectRows } from '../_kit/select-rows.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import { DisabilityCertificateEntity, type DisabilityCertificate } from './certificate.entity.js';
import type { CertificateHolderFilter } from './certificate.type.js';

const ORDER = {
  columns: [
    ['grade', 'text'],
    ['id', 'id'],
  ],
  direction: 'asc',
  keyOf: ({ grade, id }) => [grade, String(id)],
} satisfies ListOrder<DisabilityCertificate>;

/** Certificates of children within reach, the severest grade first. */
export function listCertificateHolders(
  { em, caller, today }: LoaderContext,
  { division, category, grade }: CertificateHolderFilter,
  page: PageArgs,
): Promise<Connection<DisabilityCertificate>> {
  const query = selectRows(em, DisabilityCertificateEntity)
    .where(studentWithinReach(caller, sql.ref('disability_certificate.student_id'), today))
    .$if(Boolean(division), (query) =>
      query.where(sql<boolean>`starts_with(residence_division_code, ${divisionPrefix(division ?? '')})`),
    )
    .$if(Boolean(category), (query) => query.where(sql<boolean>`category = ${category}`))
    .$if(Boolean(grade), (query) => query.where(sql<boolean>`grade = ${grade}`));
  return listPage(query, ORDER, page);
}
