import { sql } from 'kysely';
import type { LoaderContext } from '../../_kit/request-context.js';
import { BodyEnum, type Body } from '../casework/body.enums.js';

const DIVISION_DIGITS = 12;
const COUNTY_DIGITS = 6;

/** Names of divisions, or of schools as their pupils' entries have them; null for a code that neither has. */
export async function readIssuerNames(
  db: LoaderContext['db'],
  codes: readonly string[],
): Promise<(string | null)[]> {
  const { rows } = await sql<{ code: string; name: string | null }>`
    select asked.code, coalesce(division.name, (
      select school_name from school_age_entry
      where school_code = asked.code and school_name is not null limit 1)) as name
    from unnest(${codes}::text[]) asked (code)
    left join division on division.code = rpad(asked.code, ${DIVISION_DIGITS}::int, '0')`.execute(db);
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  return codes.map((code) => names.get(code) ?? null);
}

/** Whose name an order bears: the code of its issuer; an order from before the hub bears its township's or county's. */
export function issuerCodeOf({
  issuerCode,
  issuedBy,
  townshipCode,
}: {
  readonly issuerCode?: string | null | undefined;
  readonly issuedBy: string;
  readonly townshipCode: string;
}): string {
  return issuerCode ?? (issuedBy === 'TOWNSHIP' ? townshipCode : townshipCode.slice(0, COUNTY_DIGITS));
}

/** Full name of the office (发文机关), for example 合水镇人民政府. */
export function officeName(body: Body, place: string): string {
  if (body === 'SCHOOL') return place;
  if (body === 'TOWNSHIP') return place.endsWith('街道') ? `${place}办事处` : `${place}人民政府`;
  return `${place}${BodyEnum.terms[body].zh}`;
}
