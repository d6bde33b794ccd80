import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';

export const EmployerEntity = defineEntity({
  name: 'EmployerEntity',
  tableName: 'employer',
  properties: {
    /** The bureau's own key: employers without a licence have no credit code. */
    code: p.text().primary(),
    name: p.text(),
    unifiedSocialCreditCode: p.text().nullable(),
    kind: p.text(),
    industry: p.text(),
    divisionCode: p.text().index(),
  },
});

export type Employer = InferEntity<typeof EmployerEntity>;
