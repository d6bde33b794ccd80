import type DataLoader from 'dataloader';
import type { EntityMetadata, EntitySchema } from '@mikro-orm/postgresql';
import type { LoaderContext } from '../request-context.js';
import type { StudentIdentity } from '../student/student-identity.js';
import { selectColumns } from '../select-columns.js';
import { registerStateOf, type RegisterState } from './register-state.js';

/** One register's answer about one child: how far it can be relied on, and its rows. */
export interface RegisterAnswer<Row> {
  readonly register: RegisterState;
  readonly rows: readonly Row[];
}

export type RegisterLoader<Row> = DataLoader<StudentIdentity, RegisterAnswer<Row>, string>;

interface StudentRow {
  /** Null in a row about somebody who is nobody's "student", which no child is asked of. */
  studentId?: string | null;
}

export interface RegisterSource {
  /** Code of the register as it is loaded (table `register`). */
  readonly register: string;
  /** SQL `order by` list over the table's columns; the first row is the latest where a type has `current`. */
  readonly orderBy: string;
  /** SQL condition when several registers share a table. */
  readonly where?: string;
}

/**
 * Rows of one register for all children of a request: one statement, plain rows, no hydration.
 *
 * Rows keep the id they were imported with, so the statement asks for every member of each child's set.
 */
export function createRegisterLoader<Row extends StudentRow>(
  context: LoaderContext,
  entity: EntitySchema<Row>,
  source: RegisterSource,
): RegisterLoader<Row> {
  const text = selectByStudents(context.em.getMetadata().get<Row>(entity), source);
  return context.createLoader(
    async (students) => {
      const memberIds = students.flatMap(({ memberIds }) => memberIds);
      const [registers, rows] = await Promise.all([
        context.registers(),
        context.readRows<Row>({ text, ids: memberIds }),
      ]);
      const rowsByMember = Map.groupBy(rows, (row) => row.studentId ?? '');
      return students.map(({ memberIds, scopes }) => {
        const own =
          memberIds.length === 1
            ? (rowsByMember.get(memberIds[0] ?? '') ?? [])
            : rows.filter((row) => memberIds.includes(row.studentId ?? ''));
        const register = registerStateOf({
          hasRows: own.length > 0,
          register: registers.get(source.register),
          scopes,
          now: context.now,
        });
        return { register, rows: own };
      });
    },
    ({ id }) => id,
  );
}

/** Built once per register, not once per request. */
const texts = new WeakMap<object, Map<string, (ids: string) => string>>();

function selectByStudents<Row extends object>(
  metadata: EntityMetadata<Row>,
  { orderBy, where }: RegisterSource,
): (ids: string) => string {
  const ofEntity = texts.get(metadata) ?? new Map<string, (ids: string) => string>();
  texts.set(metadata, ofEntity);
  const key = `${orderBy} ${where ?? ''}`;
  const known = ofEntity.get(key);
  if (known) return known;
  const select = `select ${selectColumns(metadata)} from "${metadata.tableName}" where student_id = any(`;
  const rest = `)${where ? ` and (${where})` : ''} order by ${orderBy}`;
  const text = (ids: string) => `${select}${ids}${rest}`;
  ofEntity.set(key, text);
  return text;
}
