import { defineEntity, p } from '@mikro-orm/postgresql';

/** How much of something an officer has used on a day (Asia/Shanghai). */
export const DailyUsageEntity = defineEntity({
  name: 'DailyUsageEntity',
  tableName: 'daily_usage',
  properties: {
    kind: p.text().primary(),
    actor: p.text().primary(),
    day: p.date().primary(),
    used: p.integer(),
  },
});

/** The children that count in an officer's budget of the day: digests, of which nobody can read who they are. */
export const DeliveredChildEntity = defineEntity({
  name: 'DeliveredChildEntity',
  tableName: 'delivered_child',
  properties: {
    actor: p.text().primary(),
    day: p.date().primary(),
    childDigest: p.text().primary(),
  },
});

/** Something that the security administration has to look at; never more than who, what kind and when. */
export const SecurityAlarmEntity = defineEntity({
  name: 'SecurityAlarmEntity',
  tableName: 'security_alarm',
  properties: {
    kind: p.text().primary(),
    actor: p.text().primary(),
    day: p.date().primary(),
    role: p.text(),
    purpose: p.text(),
    raisedAt: p.datetime(),
  },
});
