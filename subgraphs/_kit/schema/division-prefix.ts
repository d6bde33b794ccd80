import { sql, type RawBuilder } from 'kysely';
import { HubError } from '../errors.js';

/** Digits of a code that count at each level. */
export const DIGITS_OF_LEVEL = { PROVINCE: 2, PREFECTURE: 4, COUNTY: 6, TOWNSHIP: 9, VILLAGE: 12 } as const;

/** Form of a division's code, of any level, for JavaScript and SQL; codes of schools and classes have other lengths. */
export const DIVISION_CODE = `^(${Object.values(DIGITS_OF_LEVEL)
  .map((digits) => `[0-9]{${digits}}`)
  .join('|')})$`;

export function isDivisionCode(code: string): boolean {
  return new RegExp(DIVISION_CODE).test(code);
}

/**
 * SQL text by which a division's code, of any level, begins every code below it. A code already cut stands for itself;
 * of a full one the division table knows the level, since trailing zeros do not (640381100000 is a town). A full code
 * that is not on the list begins nothing but itself.
 */
export function divisionPrefix(code: string): RawBuilder<string> {
  if (code === '' || /^(\d{2}|\d{4}|\d{6}|\d{9})$/.test(code)) return sql<string>`${code}::text`;
  if (!/^\d{12}$/.test(code))
    throw new HubError('BAD_USER_INPUT', 'A division code has 2, 4, 6, 9 or 12 digits.');
  const { PROVINCE, PREFECTURE, COUNTY, TOWNSHIP, VILLAGE } = DIGITS_OF_LEVEL;
  return sql<string>`coalesce((
    select left(listed.code, case listed.level when 'PROVINCE' then ${sql.lit(PROVINCE)}
      when 'PREFECTURE' then ${sql.lit(PREFECTURE)} when 'COUNTY' then ${sql.lit(COUNTY)}
      when 'TOWNSHIP' then ${sql.lit(TOWNSHIP)} else ${sql.lit(VILLAGE)} end)
    from division listed where listed.code = ${code}), ${code})`;
}
