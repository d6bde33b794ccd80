import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';

/** One round of door-to-door screening over an area: the yearly census, or the household education register. */
export const ScreeningCampaignEntity = defineEntity({
  name: 'ScreeningCampaignEntity',
  tableName: 'screening_campaign',
  properties: {
    code: p.text().primary(),
    kind: p.text(),
    /** First calendar year of the academic year. */
    academicYear: p.integer(),
    /** Of any level; its villages are visited. */
    divisionCode: p.text().index(),
    opensOn: p.date(),
    dueOn: p.date(),
    /** Subject of who opened it; null for what was imported. */
    recordedBy: p.text().nullable(),
  },
});

export type ScreeningCampaign = InferEntity<typeof ScreeningCampaignEntity>;
