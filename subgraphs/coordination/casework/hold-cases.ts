import { sql, type Kysely } from 'kysely';

/**
 * Whoever may open a case of a child holds its cases until the transaction ends, before looking for an open one: of two
 * at the same moment the second waits and finds the first's (一生一案). For every way in which a case is opened.
 * @param child by the one id under which all know it
 */
export async function holdCasesOf(db: Kysely<unknown>, child: { readonly id: string }): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('dropout_case'), hashtext(${child.id}))`.execute(db);
}
