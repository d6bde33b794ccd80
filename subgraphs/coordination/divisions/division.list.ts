import { sql } from 'kysely';
import { HubError } from '../../_kit/errors.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../../_kit/schema/connection.js';
import { type DivisionType } from '../../_kit/schema/division.type.js';
import { selectRows } from '../../_kit/select-rows.js';
import { DivisionEntity } from '../../_kit/schema/division.entity.js';

const CODE_LENGTH = 12;

/** The code as the list has it: 12 digits, a shorter one being cut by level. */
function fullCode(code: string): string {
  if (!/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/.test(code))
    throw new HubError('BAD_USER_INPUT', 'A division code has 2, 4, 6, 9 or 12 digits.');
  return code.padEnd(CODE_LENGTH, '0');
}

/** @throws {HubError} NOT_FOUND for a code that is not on the list. */
export async function divisionByCode({ db }: Pick<LoaderContext, 'db'>, code: string): Promise<DivisionType> {
  const full = fullCode(code);
  const { rows } =
    await sql<DivisionType>`select code, name, level from division where code = ${full}`.execute(db);
  const [division] = rows;
  if (!division) throw new HubError('NOT_FOUND');
  return division;
}

/** Divisions whose parent is the one given, in order of code. */
export async function listDivisions(
  { em }: LoaderContext,
  parent: string,
  page: PageArgs,
): Promise<Connection<DivisionType>> {
  const { limit, after } = pageRequest(page, ['text']);
  const full = fullCode(parent);
  const rows = await selectRows(em, DivisionEntity)
    .where(sql<boolean>`parent_code = ${full} and code > ${after?.[0] ?? ''}`)
    .orderBy('code')
    .limit(limit + 1)
    .execute();
  return connectionOf(rows, limit, ({ code }) => [code]);
}
