import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import { Directive, Field, ObjectType } from 'type-graphql';
import type { LoaderContext } from '../request-context.js';
import { HubError } from '../errors.js';
import { describe, labelledEnum, type EnumValue } from './label.js';

export const DivisionLevelEnum = labelledEnum(
  'DivisionLevel',
  { en: 'Level of an administrative division', zh: '行政区划级别' },
  {
    PROVINCE: { en: 'Province', zh: '省级' },
    PREFECTURE: { en: 'Prefecture', zh: '地级' },
    COUNTY: { en: 'County', zh: '县级' },
    TOWNSHIP: { en: 'Township', zh: '乡级' },
    VILLAGE: { en: 'Village', zh: '村级' },
  },
);

@ObjectType('Division', { description: describe('Administrative division', '行政区划') })
@Directive('@shareable')
export class DivisionType {
  @Field(() => String, { description: describe('12-digit statistical code', '区划代码') })
  code!: string;

  @Field(() => String, {
    nullable: true,
    description: describe('Name', '名称', 'null for a code that is not on the list.'),
  })
  name!: string | null;

  @Field(() => DivisionLevelEnum.type, { description: describe('Level', '级别') })
  level!: EnumValue<typeof DivisionLevelEnum>;
}

export type DivisionLoader = DataLoader<string, DivisionType>;

export function createDivisionLoader({
  db,
  createLoader,
}: Pick<LoaderContext, 'db' | 'createLoader'>): DivisionLoader {
  return createLoader(async (codes) => {
    const { rows } =
      await sql<DivisionType>`select code, name, level from division where code = any(${codes}::text[])`.execute(
        db,
      );
    const known = new Map(rows.map((row) => [row.code, row]));
    return codes.map((code) => known.get(code) ?? { code, name: null, level: levelOf(code) });
  });
}

/** Level of a code that is not on the list, by the digits it fills; a listed code says its level itself. */
function levelOf(code: string): EnumValue<typeof DivisionLevelEnum> {
  if (code.endsWith('0000000000')) return 'PROVINCE';
  if (code.endsWith('00000000')) return 'PREFECTURE';
  if (code.endsWith('000000')) return 'COUNTY';
  return code.endsWith('000') ? 'TOWNSHIP' : 'VILLAGE';
}

/** Digits by which a division code of any level begins every code below it: cut by level, never by trailing zeros. */
export function divisionPrefix(code: string): string {
  if (code === '' || /^(\d{2}|\d{4}|\d{6}|\d{9})$/.test(code)) return code;
  if (!/^\d{12}$/.test(code))
    throw new HubError('BAD_USER_INPUT', 'A division code has 2, 4, 6, 9 or 12 digits.');
  if (code.endsWith('0000000000')) return code.slice(0, 2);
  if (code.endsWith('00000000')) return code.slice(0, 4);
  if (code.endsWith('000000')) return code.slice(0, 6);
  return code.endsWith('000') ? code.slice(0, 9) : code;
}
