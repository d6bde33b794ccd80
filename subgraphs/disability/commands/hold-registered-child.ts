import { sql } from 'kysely';
import type { LoaderContext } from '../../_kit/request-context.js';

export interface HeldChild {
  readonly studentId: string;
  readonly memberIds: readonly string[];
  /** The federation's own number of the child. */
  readonly sourceKey: string;
  readonly residenceDivisionCode: string;
}

/**
 * A child of the register within reach, under the id of its own record. Until the end of the transaction nobody else
 * records anything of it: two officers at once would both find nothing.
 */
export async function holdRegisteredChild(
  { db, students }: LoaderContext,
  id: string,
): Promise<HeldChild | undefined> {
  const child = await students.load(id);
  if (!child) return undefined;
  const { memberIds } = child;
  const { rows } = await sql<Omit<HeldChild, 'memberIds'>>`
    select student_id as "studentId", source_key as "sourceKey", residence_division_code as "residenceDivisionCode"
    from registered_child where student_id = any (${memberIds}::text[]) order by id desc limit 1 for update`.execute(
    db,
  );
  return rows[0] && { ...rows[0], memberIds };
}
