import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';

/**
 * Schools that owe duties: code, name and village, as education's list had them when registers were last compared.
 * Public facts, which every caller may read.
 */
export const SchoolSiteEntity = defineEntity({
  name: 'SchoolSiteEntity',
  tableName: 'school_site',
  properties: {
    code: p.text().primary(),
    name: p.text(),
    divisionCode: p.text(),
  },
});

export type SchoolSite = InferEntity<typeof SchoolSiteEntity>;
