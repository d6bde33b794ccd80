import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import { registerStateOf, type RegisterState } from '../_kit/register/register-state.js';
import type { LoaderContext } from '../_kit/request-context.js';
import { createPageLoader, type PageLoader, type PageOf } from '../_kit/page-loader.js';
import { selectColumns } from '../_kit/select-columns.js';
import type { StudentIdentity } from '../_kit/student/student-identity.js';
import { ReliefPaymentEntity, type ReliefPayment } from './relief-payment.entity.js';
import type { CivilAffairsRegister } from './registers.js';

const REGISTER: CivilAffairsRegister = 'RELIEF_PAYMENTS';

/**
 * State of the payments register for each child. Payments grow by the month, so they are not loaded to learn whether
 * there are any.
 */
export function createReliefPaymentStateLoader({
  db,
  createLoader,
  registers,
  now,
}: LoaderContext): DataLoader<StudentIdentity, RegisterState, string> {
  return createLoader(
    async (students: readonly StudentIdentity[]) => {
      const ids = students.flatMap(({ memberIds }) => memberIds);
      const [loaded, { rows }] = await Promise.all([
        registers(),
        sql<{ id: string }>`
          select id from unnest(${ids}::text[]) as member(id)
          where exists (select from relief_payment where student_id = member.id)`.execute(db),
      ]);
      const paid = new Set(rows.map(({ id }) => id));
      return students.map(({ memberIds, scopes }) =>
        registerStateOf({
          hasRows: memberIds.some((id) => paid.has(id)),
          register: loaded.get(REGISTER),
          scopes,
          now,
        }),
      );
    },
    ({ id }) => id,
  );
}

/** A page of each child's payments, the latest first. */
export function createReliefPaymentPageLoader(
  context: LoaderContext,
): PageLoader<StudentIdentity, ReliefPaymentOfChild> {
  return createPageLoader<StudentIdentity, ReliefPaymentOfChild>(context, {
    keyOfParent: ({ id }) => id,
    keyOfRow: ({ childId }) => childId,
    read: (students, page) => readPages(context, students, page),
  });
}

/** A payment with the canonical id of its child; the row itself may stand under another id of the set. */
export type ReliefPaymentOfChild = ReliefPayment & { readonly childId: string };

async function readPages(
  { em, db }: LoaderContext,
  students: readonly StudentIdentity[],
  { limit, after }: PageOf<StudentIdentity>,
): Promise<readonly ReliefPaymentOfChild[]> {
  const members = students.flatMap(({ id, memberIds }) =>
    memberIds.map((memberId) => ({ childId: id, memberId })),
  );
  const columns = selectColumns(em.getMetadata().get<ReliefPayment>(ReliefPaymentEntity));
  const position = after ? sql`(paid_on, id) < (${after[0]}::date, ${after[1]}::bigint)` : sql`true`;
  const { rows } = await sql<ReliefPaymentOfChild>`
    with member as (
      select * from unnest(${members.map(({ childId }) => childId)}::text[],
                           ${members.map(({ memberId }) => memberId)}::text[]) as m(child_id, member_id))
    select child.child_id as "childId", page.* from (select distinct child_id from member) as child
    cross join lateral (
      select ${sql.raw(columns)} from relief_payment
      where student_id in (select member_id from member where member.child_id = child.child_id) and ${position}
      order by paid_on desc, id desc limit ${limit + 1}) as page`.execute(db);
  return rows;
}
