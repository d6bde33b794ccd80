import type { Connection, CursorKey, PageArgs } from '../schema/connection.js';
import type { StudentIdentity } from '../student/student-identity.js';
import type { AccessType } from './access-log.type.js';

/** A reader's entry with its place in the list. */
export interface ReadAccess extends AccessType {
  readonly writer: string;
  readonly seq: string;
}

export interface IncidentQuery {
  readonly from: Date;
  readonly to: Date;
  readonly actor: string | null;
  readonly requestIds: readonly string[] | null;
}

export interface TouchedChild {
  readonly digest: string;
  readonly accesses: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly fields: readonly string[];
  readonly studentId: string | null;
}

/** One page of the reads of one child. */
export interface AccessPage {
  readonly parent: StudentIdentity;
  readonly limit: number;
  readonly after: CursorKey | undefined;
  readonly filter: null;
}

export interface AccessReader {
  /** Null when nothing is left out for this caller. */
  disclosedUntil(): Date | null;
  readonly accessesToChild: {
    load(page: AccessPage): Promise<readonly ReadAccess[]>;
  };
  accessesBy(actor: string, from: Date, to: Date, page: PageArgs): Promise<Connection<ReadAccess>>;
  incidentSubjects(query: IncidentQuery, page: PageArgs): Promise<Connection<TouchedChild>>;
}
