import { defineEntity, p } from '@mikro-orm/postgresql';

/** Workers of the queue with the process that they belong to, which holds a lock for as long as it lives. */
export const JobWorkerEntity = defineEntity({
  name: 'JobWorkerEntity',
  tableName: 'job_worker',
  properties: {
    workerId: p.text().primary(),
    process: p.text().index(),
  },
});
