import { defineEntity, p } from '@mikro-orm/postgresql';

/**
 * Last number of each series: taken in the transaction that issues, so that no number is left out. Two issuers whose
 * names are shortened alike share a series, since a number stands on one document.
 */
export const OrderSeriesEntity = defineEntity({
  name: 'OrderSeriesEntity',
  tableName: 'order_series',
  properties: {
    series: p.text().primary(),
    lastNumber: p.integer(),
  },
});
