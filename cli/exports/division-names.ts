import { sql, type Kysely } from 'kysely';
import { DIGITS_OF_LEVEL } from '../../subgraphs/_kit/schema/division-prefix.js';

/** Names of a county's divisions as an address has them: township and village; a code that is not listed stands for itself. */
export async function divisionNames(
  db: Kysely<unknown>,
  county: string,
): Promise<(code: string | null) => string> {
  const { rows } = await sql<{ code: string; name: string }>`
    select code, name from division where starts_with(code, ${county}) and name is not null`.execute(db);
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  const nameOf = (code: string) => names.get(code.padEnd(DIGITS_OF_LEVEL.VILLAGE, '0'));
  return (code) => {
    if (code === null) return '';
    const own = nameOf(code);
    const township = nameOf(code.slice(0, DIGITS_OF_LEVEL.TOWNSHIP));
    return own === undefined ? code : own === township || township === undefined ? own : `${township}${own}`;
  };
}
