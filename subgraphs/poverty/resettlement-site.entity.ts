import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';

export const ResettlementSiteEntity = defineEntity({
  name: 'ResettlementSiteEntity',
  tableName: 'resettlement_site',
  properties: {
    code: p.text().primary(),
    name: p.text(),
    divisionCode: p.text(),
    openedOn: p.date(),
  },
});

export type ResettlementSite = InferEntity<typeof ResettlementSiteEntity>;
