import { defineEntity, p } from '@mikro-orm/postgresql';

/** Last number of each series of an issuer: taken in the transaction that issues, so that no number is left out. */
export const OrderSeriesEntity = defineEntity({
  name: 'OrderSeriesEntity',
  tableName: 'order_series',
  properties: {
    /** Division or school. */
    issuerCode: p.text().primary(),
    series: p.text().primary(),
    lastNumber: p.integer(),
  },
});
