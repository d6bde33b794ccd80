import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { registerStateOf, type RegisterState } from '../_kit/register/register-state.js';
import type { LoaderContext } from '../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../_kit/schema/connection.js';
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
  registers,
  now,
}: LoaderContext): DataLoader<StudentIdentity, RegisterState, string> {
  return new DataLoader<StudentIdentity, RegisterState, string>(
    async (students) => {
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
    { cacheKeyFn: ({ id }) => id },
  );
}

export interface ChildPage {
  readonly student: StudentIdentity;
  readonly page: PageArgs;
}

/** A page of each child's payments, the latest first; one statement for all children that ask for the same page. */
export function createReliefPaymentPageLoader(
  context: LoaderContext,
): DataLoader<ChildPage, Connection<ReliefPayment>, string> {
  return new DataLoader<ChildPage, Connection<ReliefPayment>, string>(
    async (wanted) => {
      const byPage = Map.groupBy(wanted, ({ page }) => pageKey(page));
      const pages = await Promise.all([...byPage.values()].map((children) => readPages(context, children)));
      const connections = new Map(pages.flat());
      return wanted.map((child) => connections.get(childKey(child)) ?? connectionOf([], 1, () => []));
    },
    { cacheKeyFn: childKey },
  );
}

function pageKey({ first, after }: PageArgs): string {
  return `${first} ${after ?? ''}`;
}

function childKey({ student, page }: ChildPage): string {
  return `${student.id} ${pageKey(page)}`;
}

async function readPages(
  { em, db }: LoaderContext,
  children: readonly ChildPage[],
): Promise<[string, Connection<ReliefPayment>][]> {
  const { limit, after } = pageRequest(children[0]?.page ?? { first: 1 }, ['date', 'id']);
  const members = children.flatMap(({ student }) =>
    student.memberIds.map((memberId) => ({ childId: student.id, memberId })),
  );
  const columns = selectColumns(em.getMetadata().get<ReliefPayment>(ReliefPaymentEntity));
  const position = after ? sql`(paid_on, id) < (${after[0]}::date, ${after[1]}::bigint)` : sql`true`;
  const { rows } = await sql<ReliefPayment & { childId: string }>`
    with member as (
      select * from unnest(${members.map(({ childId }) => childId)}::text[],
                           ${members.map(({ memberId }) => memberId)}::text[]) as m(child_id, member_id))
    select child.child_id as "childId", page.* from (select distinct child_id from member) as child
    cross join lateral (
      select ${sql.raw(columns)} from relief_payment
      where student_id in (select member_id from member where member.child_id = child.child_id) and ${position}
      order by paid_on desc, id desc limit ${limit + 1}) as page`.execute(db);
  const rowsByChild = Map.groupBy(rows, ({ childId }) => childId);
  return children.map((child) => [
    childKey(child),
    connectionOf(rowsByChild.get(child.student.id) ?? [], limit, ({ paidOn, id }) => [paidOn, String(id)]),
  ]);
}
