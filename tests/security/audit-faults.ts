import type { Client } from 'pg';
import { agencyDatabaseNames } from '../../postgres/agency-databases.js';

/** A way in which an agency's access log can't be written. */
export interface AuditFault {
  readonly name: string;
  /** @param owner the owner's connection to the agency's database @returns what ends the fault */
  begin(owner: Client, agency: string): Promise<() => Promise<unknown>>;
}

const revoked: AuditFault = {
  name: 'its right to add to the log taken away',
  async begin(owner, agency) {
    const { serving } = agencyDatabaseNames(agency);
    await owner.query(`revoke insert on access_log from ${serving}`);
    return () => owner.query(`grant insert on access_log to ${serving}`);
  },
};

/** PostgreSQL's own error for a full disk, raised where it would be raised. */
const diskFull: AuditFault = {
  name: 'no room for the log',
  async begin(owner) {
    await owner.query(`
      create function refuse_for_want_of_room() returns trigger language plpgsql as $$
        begin raise exception using errcode = 'disk_full', message = 'could not extend file'; end $$;
      create trigger no_room before insert on access_log execute function refuse_for_want_of_room()`);
    return () => owner.query('drop trigger no_room on access_log; drop function refuse_for_want_of_room()');
  },
};

const locked: AuditFault = {
  name: 'the log locked by somebody else',
  async begin(owner) {
    await owner.query('begin; lock table access_log in exclusive mode');
    return () => owner.query('rollback');
  },
};

export const AUDIT_FAULTS: readonly AuditFault[] = [revoked, diskFull, locked];
